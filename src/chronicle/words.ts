import type { Span } from '../base/spans.ts'

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

/** Distinct numbers in ascending order: the form in which word sets are kept and compared. */
export type NumberSet = ArrayLike<number>

export function numberSet(values: Iterable<number>): number[] {
  return [...new Set(values)].sort((a, b) => a - b)
}

/** FNV-1a, cut to 31 bits, which engines keep without a box. */
export function hash32(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash >>> 1
}

/** Spreads neighbouring hashes over all 32 bits, so that "the smallest" of a set is a fair sample of it (murmur3's last steps). */
export function mixed(hash: number): number {
  let h = hash
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}

export function sharedCount(a: NumberSet, b: NumberSet): number {
  let shared = 0
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const left = a[i]!
    const right = b[j]!
    if (left === right) {
      shared++
      i++
      j++
    } else if (left < right) i++
    else j++
  }
  return shared
}

/** Overlap of two sets by Dice: 0 (nothing shared) to 1. */
export function dice(a: NumberSet, b: NumberSet): number {
  return a.length === 0 || b.length === 0 ? 0 : (2 * sharedCount(a, b)) / (a.length + b.length)
}

/** A piece of a text that does not keep the whole text in memory, as a plain slice would. */
export function excerpt(text: string | null, from: number, to: number): string {
  return text === null ? '' : `\n${text.slice(from, to)}`.slice(1)
}

/** The text of a span without some parts of it. */
export function without(text: string, { from, to }: Span, parts: readonly Span[]): string {
  let rest = ''
  let at = from
  for (const part of [...parts].sort((a, b) => a.from - b.from)) {
    rest += `${text.slice(at, Math.max(at, part.from))} `
    at = Math.max(at, part.to)
  }
  return rest + text.slice(at, Math.max(at, to))
}

export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
