/** Nouns in -er whose plural takes an -n in every case: of all others such an -n is a dative. */
const PLURALS_IN_N: ReadonlySet<string> = new Set(
  'ader bauer feder kammer mauer mutter nummer schwester steuer tochter trümmer vetter'.split(' '),
)
/** Words of the sentence that are looked through to both sides of a figure. */
const REACH = { before: 3, after: 6 }
/** Letters by which an inflected form may be longer than its lemma. */
const LONGER = 4

/**
 * The words that a figure counts as its sentence has them: `Menschen` for the lemma `Mensch`; the lemma where the sentence has none of
 * its forms near the figure. A dative in -ern is told without its -n: "mit 25 Kämpfern" is 25 Kämpfer.
 *
 * @param at where the figure stands in the sentence
 */
export function countedAsTold(
  counted: string | null,
  sentence: string,
  at: { readonly from: number; readonly to: number },
): string | null {
  if (counted === null || sentence === '') return counted
  const near = [
    ...wordsIn(sentence.slice(at.from)).slice(
      0,
      REACH.after + wordsIn(sentence.slice(at.from, at.to)).length,
    ),
    ...wordsIn(sentence.slice(0, at.from)).slice(-REACH.before).reverse(),
  ]
  return counted
    .split(' ')
    .map((lemma) => {
      const form = near.find((word) => isFormOf(word, lemma))
      return form === undefined ? lemma : withoutDative(form, lemma)
    })
    .join(' ')
}

const wordsIn = (text: string): string[] => text.match(/[\p{L}\p{N}][\p{L}\p{N}-]*/gu) ?? []

function isFormOf(word: string, lemma: string): boolean {
  const [form, base] = [plain(word), plain(lemma)]
  const longer = form.length - base.length
  return longer >= -1 && longer <= LONGER && form.startsWith(base.endsWith('e') ? base.slice(0, -1) : base)
}

/** A plural may have an umlaut that its lemma has not. */
const plain = (word: string): string =>
  word.toLowerCase().replaceAll('ä', 'a').replaceAll('ö', 'o').replaceAll('ü', 'u').replaceAll('ß', 'ss')

function withoutDative(form: string, lemma: string): string {
  if (!form.endsWith('ern') || form.length <= lemma.length) return form
  const [own, head] = [plain(form.slice(0, -1)), lemma.split('-').at(-1)!.toLowerCase()]
  if (PLURALS_IN_N.has(head) || own.length < plain(lemma).length) return form
  return form.slice(0, -1)
}
