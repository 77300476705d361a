import { germanPages } from '../../language/de/pages.ts'
import type { PageLine } from './lines.ts'

/** What the words of a line look like; no element is asked. */
export interface Measures {
  readonly words: number
  /** Share of function words, 0 to 1. */
  readonly functional: number
  readonly endsSentence: boolean
  /** Running text: sentences, no list of links. */
  readonly isProse: boolean
}

/** As much of a line as is counted, in UTF-16 units. */
const SAMPLE = 2000
const SENTENCE_END = /[.!?…:]["'“”„»«’‘)\]]*$/u

export function measuresOf(line: PageLine): Measures {
  const tokens = line.text.slice(0, SAMPLE).split(' ')
  let functional = 0
  let words = 0
  for (const token of tokens) {
    if (!/\p{L}/u.test(token)) continue
    words++
    if (germanPages.functionWords.has(token.toLowerCase().replace(/[^\p{L}]+/gu, ''))) functional++
  }
  const share = functional / Math.max(1, words)
  const endsSentence = SENTENCE_END.test(line.text.slice(-12))
  return {
    words,
    functional: share,
    endsSentence,
    isProse:
      words >= 8 &&
      line.linked < 0.5 &&
      share >= 0.15 &&
      (endsSentence || words >= 20) &&
      line.heading === null,
  }
}
