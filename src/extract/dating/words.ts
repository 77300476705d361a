import type { Span } from '../../base/spans.ts'
import type { Document } from '../../document/document.ts'
import { MONTHS } from './axis.ts'

/** Words are seen by quarter of a year, counted from the start of the axis. */
export const QUARTERS = MONTHS / 3
/** Widths of the two windows in which a word's reports are counted, quarters (standard deviations). */
export const WINDOWS = [1, 5] as const
/** How far a window reaches to each side, in widths. */
const REACH = 3
/** Reports of no known date that every window holds, so that a window with few reports says little. */
const UNSEEN = [6, 10] as const
/** One word can't say more than this, for or against; natural logarithm. */
const MOST = [1.2, 3] as const
const CONTENT: ReadonlySet<string> = new Set(['NOUN', 'PROPN'])

/** In which quarters the dated reports were written that a word was seen in. */
export interface WordTimes {
  /** Number of reports by quarter. */
  readonly reports: ReadonlyMap<number, number>
  /** Quarters of the reports with the word, one entry a report. */
  readonly words: ReadonlyMap<string, readonly number[]>
}

/** What a text is told by: lemmas of content words, pairs of names, and codebook ids; each with its first place. */
export function wordsOf(doc: Document): Map<string, Span> {
  const out = new Map<string, Span>()
  const see = (word: string, from: number, to: number) => {
    if (!out.has(word)) out.set(word, { from, to })
  }
  for (const sentence of doc.layer('tokens').sentences) {
    let before: { lemma: string; from: number } | null = null
    for (const token of sentence.tokens) {
      const lemma = token.lemma.toLowerCase()
      if (CONTENT.has(token.upos) && lemma.length > 2) see(lemma, token.from, token.to)
      const name = token.upos === 'PROPN' ? { lemma, from: token.from } : null
      if (name && before) see(`${before.lemma} ${lemma}`, before.from, token.to)
      before = name
    }
  }
  for (const { codebook, mentions } of doc.layer('entities')) {
    const first = mentions.find((m) => m.kind === 'name')
    if (codebook !== null && first) see(`#${codebook}`, first.from, first.to)
  }
  return out
}

export interface WordScore extends Span {
  readonly word: string
  /** By window, how much more likely the word is in each quarter than over all; natural logarithm. */
  readonly scores: readonly Float64Array[]
}

/** Reads what the words of a text say of its time. */
export class WordReader {
  readonly #times: WordTimes
  readonly #total: number
  readonly #density: readonly Float64Array[]
  /** Quarters that some window reaches; in all others every word scores 0. */
  readonly #first: number
  readonly #last: number

  constructor(times: WordTimes) {
    this.#times = times
    const reach = REACH * Math.max(...WINDOWS)
    this.#first = Math.max(0, Math.min(...times.reports.keys()) - reach)
    this.#last = Math.min(QUARTERS - 1, Math.max(...times.reports.keys()) + reach)
    this.#total = [...times.reports.values()].reduce((a, b) => a + b, 0)
    this.#density = WINDOWS.map((width) => {
      const out = new Float64Array(QUARTERS)
      for (const [quarter, count] of times.reports) addWindow(out, quarter, width, count)
      return out
    })
  }

  read(words: ReadonlyMap<string, Span>): WordScore[] {
    const out: WordScore[] = []
    for (const [word, { from, to }] of words) {
      const scores = this.scoresOf(word)
      if (scores) out.push({ word, from, to, scores })
    }
    return out
  }

  scoresOf(word: string): Float64Array[] | null {
    const seen = this.#times.words.get(word)
    if (!seen) return null
    const share = seen.length / this.#total
    return WINDOWS.map((width, k) => {
      const out = new Float64Array(QUARTERS)
      for (const quarter of seen) addWindow(out, quarter, width, 1)
      const unseen = UNSEEN[k]!
      for (let q = this.#first; q <= this.#last; q++) {
        const ratio = (out[q]! / share + unseen) / (this.#density[k]![q]! + unseen)
        out[q] = Math.min(MOST[1], Math.max(-MOST[0], Math.log(ratio)))
      }
      return out
    })
  }
}

/** Adds a bell of height `count` around the quarter. */
function addWindow(out: Float64Array, quarter: number, width: number, count: number): void {
  const reach = REACH * width
  for (let q = Math.max(0, quarter - reach); q <= Math.min(QUARTERS - 1, quarter + reach); q++) {
    out[q]! += count * Math.exp(-0.5 * ((q - quarter) / width) ** 2)
  }
}
