/** What a line looks like, before its words are read. All tests are linear in the length of the line. */

const SENTENCE_END = /[.!?…]["'“”„»«’‘)\]]*$/u
const INNER_SENTENCE_END = /\p{L}{3,}[.!?]["“”»«’)]*\s+["„“»«(]*\p{Lu}/u

export function wordsOf(text: string): string[] {
  return text.split(/\s+/u).filter((word) => word !== '')
}

export function endsLikeSentence(text: string): boolean {
  return SENTENCE_END.test(text.slice(-12))
}

/** A line of running text: long enough and closed like a sentence, or too long to be anything else. */
export function isSentence(text: string): boolean {
  if (text.length > 400) return true
  const words = wordsOf(text).length
  if (words >= 25) return true
  if (words >= 5 && endsLikeSentence(text)) return true
  return words >= 12 && INNER_SENTENCE_END.test(text)
}

/** An entry of a list of links: short, and not closed by a full stop. */
export function isListEntry(text: string): boolean {
  const words = wordsOf(text).length
  return (
    words <= 5 || (words <= 25 && !/\.["“”»«’)]*$/u.test(text.slice(-4)) && !INNER_SENTENCE_END.test(text))
  )
}

/** A line that may stand as a headline: some words, no full stop at its end, and not a list or a label. */
export function isHeadline(text: string): boolean {
  if (text.length > 260) return false
  const words = wordsOf(text).length
  return words >= 2 && words <= 28 && !/[.,;:]["“”»«’)]*$/u.test(text) && /\p{L}{3}/u.test(text)
}
