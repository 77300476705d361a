/** What a line looks like, before its words are read. All tests are linear in the length of the line. */

const SENTENCE_END = /[.!?…]["'“”„»«’‘)\]]*$/u
const INNER_SENTENCE_END = /\p{L}{3,}[.!?]["“”»«’)]*\s+["„“»«(]*\p{Lu}/u

export function wordsOf(text: string): string[] {
  return text.split(/\s+/u).filter((word) => word !== '')
}

/** How many {@link wordsOf} a text there are. */
export function wordCount(text: string): number {
  let count = 0
  for (let at = 0, inside = false; at < text.length; at++) {
    const isWord = !isSpace(text.charCodeAt(at))
    if (isWord && !inside) count++
    inside = isWord
  }
  return count
}

/** White space as `\s` has it. */
const isSpace = (code: number): boolean =>
  code === 32 ||
  (code >= 9 && code <= 13) ||
  (code >= 0xa0 && (code === 0xa0 || (code >= 0x1680 && RARE_SPACE.test(String.fromCharCode(code)))))
const RARE_SPACE = /\s/u

export function endsLikeSentence(text: string): boolean {
  return SENTENCE_END.test(text.slice(-12))
}

/** A line of running text: long enough and closed like a sentence, or too long to be anything else. */
export function isSentence(text: string): boolean {
  if (text.length > 400) return true
  const words = wordCount(text)
  if (words >= 25) return true
  if (words >= 5 && endsLikeSentence(text)) return true
  return words >= 12 && INNER_SENTENCE_END.test(text)
}

/** An entry of a list of links: short, and not closed by a full stop. */
export function isListEntry(text: string): boolean {
  const words = wordCount(text)
  return (
    words <= 5 || (words <= 25 && !/\.["“”»«’)]*$/u.test(text.slice(-4)) && !INNER_SENTENCE_END.test(text))
  )
}

/** A line that may stand as a headline: some words, no full stop at its end, and not a list or a label. */
export function isHeadline(text: string): boolean {
  if (text.length > 260) return false
  const words = wordCount(text)
  return words >= 2 && words <= 28 && !/[.,;:]["“”»«’)]*$/u.test(text) && /\p{L}{3}/u.test(text)
}
