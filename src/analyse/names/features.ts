import { BEGINS, longerHash, NAME_LISTS, type NameLexicon, USAGE, wordHash } from './lexicon.ts'

const LISTS = NAME_LISTS.length
const bitOf = (...lists: readonly (typeof NAME_LISTS)[number][]) =>
  lists.reduce((bits, list) => bits | (1 << NAME_LISTS.indexOf(list)), 0)
const PLACES = bitOf('place', 'city')
const ADJECTIVE = bitOf('adjective')

/** Flags of a word, by number: on a list alone, first or further word of a longer name of it; then those of the form. */
const SINGLE = 0
const FIRST = LISTS
const FURTHER = 2 * LISTS
const ADJECTIVE_FORM = 3 * LISTS
const CAPITAL_ADJECTIVE = ADJECTIVE_FORM + 1
const INHABITANT = ADJECTIVE_FORM + 2
/** The part before the first hyphen, and behind the last one, is on a list. */
const BEFORE_HYPHEN = ADJECTIVE_FORM + 3
const BEHIND_HYPHEN = BEFORE_HYPHEN + LISTS
export const FLAGS = BEHIND_HYPHEN + LISTS

/** Numbers of a form: unseen in raw text, else its usage; whether it ends in a known word, and the usage of that. A multiple of 4. */
export const FORM_NUMBERS = 2 * (1 + USAGE)

/** Words of a name of the lists at most. */
const LONGEST = 6
const ENDINGS = ['', 'e', 'er', 'en', 'em', 'es']
const SHORTEST_TAIL = 4

/** What a form says of itself, whatever stands beside it. */
export interface FormFeatures {
  readonly numbers: Float32Array
  readonly flags: readonly number[]
  /** {@link wordHash} of the form where longer names begin with it, else null. */
  readonly begins: number | null
}

export function formFeatures(form: string, lexicon: NameLexicon): FormFeatures {
  const short = form.length > 64 ? form.slice(0, 64) : form
  const hash = wordHash(short)
  const flags = flagsOf(short, hash, lexicon)
  const begins = (lexicon.names.get(hash) & BEGINS) !== 0 ? hash : null
  return { numbers: numbersOf(short.toLowerCase(), lexicon), flags, begins }
}

function flagsOf(form: string, hash: number, { names }: NameLexicon): number[] {
  const out: number[] = []
  const put = (from: number, mask: number) => {
    for (let list = 0; list < LISTS; list++) if ((mask >> list) & 1) out.push(from + list)
  }
  const { length } = form
  const lists = BEGINS - 1
  let mask = names.get(hash) & lists
  if (mask === 0 && length > 3 && form.endsWith('s')) mask = names.get(wordHash(form, 0, length - 1)) & lists
  put(SINGLE, mask & ~ADJECTIVE)
  const lower = form.toLowerCase()
  const isAdjective = ENDINGS.some(
    (ending) =>
      lower.endsWith(ending) && (names.get(wordHash(lower, 0, length - ending.length)) & ADJECTIVE) !== 0,
  )
  if (isAdjective) out.push(lower === form ? ADJECTIVE_FORM : CAPITAL_ADJECTIVE)
  if (lower !== form && form.endsWith('er')) {
    const base = form.slice(0, -2)
    if (['', 'en', 'e', 'er'].some((end) => (names.get(wordHash(base + end)) & PLACES) !== 0))
      out.push(INHABITANT)
  }
  const hyphen = form.indexOf('-', 1)
  if (hyphen > 0 && length > 2) {
    put(BEFORE_HYPHEN, names.get(wordHash(form, 0, hyphen)))
    put(BEHIND_HYPHEN, names.get(wordHash(form, form.lastIndexOf('-') + 1)))
  }
  return out
}

function numbersOf(word: string, { usage }: NameLexicon): Float32Array {
  const out = new Float32Array(FORM_NUMBERS)
  const put = (at: number, packed: number) => {
    for (let n = 0; n < USAGE; n++) out[at + n] = ((packed >>> (4 * n)) & 15) / 15
  }
  const own = usage.get(wordHash(word))
  if (own === 0) out[0] = 1
  else put(1, own)
  for (let from = 2; from + SHORTEST_TAIL <= word.length; from++) {
    if (word.charAt(from) === '-') continue
    const tail = usage.get(wordHash(word, from))
    // in lower case, or behind articles and adjectives as common nouns are
    if (((tail >>> 4) & 15) < 8 && ((tail >>> 12) & 15) + ((tail >>> 24) & 15) < 4) continue
    out[1 + USAGE] = 1
    put(2 + USAGE, tail)
    break
  }
  return out
}

/** Flags of the words of a sentence: those of their forms, and those of names of several words. */
export function sentenceFlags(
  forms: readonly string[],
  features: readonly FormFeatures[],
  { names }: NameLexicon,
): (readonly number[])[] {
  const out = features.map(({ flags }) => flags)
  features.forEach(({ begins }, first) => {
    if (begins === null) return
    let hash = begins
    for (let at = first + 1; at < forms.length && at < first + LONGEST; at++) {
      const form = forms[at]!
      const before = hash
      hash = longerHash(before, form)
      const mask = names.get(hash)
      const isGenitive = form.length > 3 && form.endsWith('s')
      const found =
        mask & (BEGINS - 1) || (isGenitive ? names.get(longerHash(before, form, form.length - 1)) : 0)
      for (let list = 0; list < LISTS; list++) {
        if (!((found >> list) & 1)) continue
        add(out, first, FIRST + list)
        for (let inside = first + 1; inside <= at; inside++) add(out, inside, FURTHER + list)
      }
      if ((mask & BEGINS) === 0) break
    }
  })
  return out
}

function add(flags: (readonly number[])[], word: number, flag: number): void {
  if (!flags[word]!.includes(flag)) flags[word] = [...flags[word]!, flag]
}
