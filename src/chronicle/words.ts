/** Lower case without diacritics, `ß` as `ss`, white space run together: for comparing names and words, never for showing them. */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
}

const WORD = /[\p{L}\p{N}]+/gu

/** Folded words in the order of the text. */
export function wordsOf(text: string): string[] {
  return fold(text).match(WORD) ?? []
}

/** Length to which a word is cut so that its inflected forms meet. */
const STEM = 6
const MIN_WORD = 4

/** Frequent words that carry no topic and are long enough to pass the length limit (German and English). */
const EMPTY_WORDS: ReadonlySet<string> = new Set(
  (
    'aber alle allem allen aller alles also andere anderen auch beim bereits damit dann dass dazu dem denn deren dessen diese ' +
    'diesem diesen dieser dieses doch dort durch eine einem einen einer eines erst etwa fuer gegen haben hatte hatten hier ihre ' +
    'ihrem ihren ihrer jetzt kann keine konnte mehr nach nicht noch oder ohne schon sehr sein seine seinem seinen seiner seit ' +
    'sich sind soll sollen sowie ueber uber unter viele waren weil weiter weitere wenn werde werden wieder will wird wurde ' +
    'wurden zwei drei zwischen sagte sagten erklarte teilte angaben laut hatten habe ' +
    'about after also been before could from have into more over said says than that their them then there these they this ' +
    'those were what when which while will with would'
  ).split(' '),
)

/** Distinct topical stems of a text. */
export function stemsOf(text: string): Set<string> {
  const stems = new Set<string>()
  for (const word of wordsOf(text)) {
    if (word.length >= MIN_WORD && !EMPTY_WORDS.has(word)) stems.add(word.slice(0, STEM))
  }
  return stems
}

export function stemOf(text: string): string {
  return (wordsOf(text).at(-1) ?? '').slice(0, STEM)
}

/** Overlap of two sorted lists of numbers by Dice: 0 (nothing shared) to 1. */
export function dice(a: readonly number[], b: readonly number[]): number {
  if (a.length === 0 || b.length === 0) return 0
  let shared = 0
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const difference = a[i]! - b[j]!
    if (difference === 0) {
      shared++
      i++
      j++
    } else if (difference < 0) i++
    else j++
  }
  return (2 * shared) / (a.length + b.length)
}

export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
