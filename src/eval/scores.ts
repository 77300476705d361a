/**
 * Precision, recall and F1 from sums over documents, and how far they would move with other documents.
 * All shares are fractions from 0 to 1.
 */

/** What one document adds. For plain counts `right` and `found` are the same number; for B3 and its like they are not. */
export interface Sums {
  /** Numerator of precision: how much of what was reported is right. */
  readonly right: number
  readonly reported: number
  /** Numerator of recall: how much of the gold was found. */
  readonly found: number
  readonly gold: number
}

export function counts(right: number, reported: number, gold: number): Sums {
  return { right, reported, found: right, gold }
}

export function total(all: readonly Sums[]): Sums {
  let [right, reported, found, gold] = [0, 0, 0, 0]
  for (const sums of all) {
    right += sums.right
    reported += sums.reported
    found += sums.found
    gold += sums.gold
  }
  return { right, reported, found, gold }
}

/** `[precision, recall, F1]`; a share of nothing is 0. */
export function prf({ right, reported, found, gold }: Sums): [number, number, number] {
  const precision = reported === 0 ? 0 : right / reported
  const recall = gold === 0 ? 0 : found / gold
  return [precision, recall, harmonic(precision, recall)]
}

function harmonic(precision: number, recall: number): number {
  return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall)
}

export interface Estimate {
  readonly value: number
  /** 95 %, see {@link bootstrap}. */
  readonly interval: readonly [low: number, high: number]
}

export const RESAMPLES = 1000

/**
 * Figures of all documents, each with its 95 % percentile interval over resampled documents (Efron 1979): as many documents are drawn
 * with replacement as there are, {@link RESAMPLES} times. The draws are the same on every run and for every figure.
 */
export function bootstrap<Document>(
  documents: readonly Document[],
  figures: (sample: readonly Document[]) => readonly number[],
): Estimate[] {
  const random = mulberry32(1)
  const size = documents.length
  const drawn = Array.from({ length: RESAMPLES }, () =>
    figures(Array.from({ length: size }, () => documents[Math.floor(random() * size)]!)),
  )
  return figures(documents).map((value, index) => {
    const sorted = Float64Array.from(drawn, (figure) => figure[index]!).sort()
    return { value, interval: [sorted[RESAMPLES * 0.025]!, sorted[RESAMPLES * 0.975 - 1]!] }
  })
}

/** Tommy Ettinger's generator (public domain): 32 bits of state, the same numbers on every machine; from 0 to below 1. */
function mulberry32(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** One line of the table. Sizes, precision and recall are null for a mean of several measures. */
export interface Score {
  readonly name: string
  readonly gold: number | null
  readonly reported: number | null
  readonly precision: Estimate | null
  readonly recall: Estimate | null
  readonly f1: Estimate
}

export function score(name: string, documents: readonly Sums[]): Score {
  const { gold, reported } = total(documents)
  const [precision, recall, f1] = bootstrap(documents, (sample) => prf(total(sample)))
  return { name, gold, reported, precision: precision!, recall: recall!, f1: f1! }
}

/** Mean of the F1 of several measures, each a list of sums by document, the documents in one order. */
export function meanScore(name: string, measures: readonly (readonly Sums[])[]): Score {
  const documents = (measures[0] ?? []).map((_, index) => measures.map((measure) => measure[index]!))
  const [f1] = bootstrap(documents, (sample) => {
    const each = measures.map((_, m) => prf(total(sample.map((document) => document[m]!)))[2])
    return [each.reduce((sum, one) => sum + one, 0) / each.length]
  })
  return { name, gold: null, reported: null, precision: null, recall: null, f1: f1! }
}

/** How many of those asked about were right. */
export interface Share {
  readonly name: string
  readonly right: number
  readonly of: number
  readonly share: Estimate
}

/** @param documents `[right, of]` each. */
export function share(name: string, documents: readonly (readonly [right: number, of: number])[]): Share {
  const sum = (sample: typeof documents, index: 0 | 1) =>
    sample.reduce((all, document) => all + document[index], 0)
  const [estimate] = bootstrap(documents, (sample) => [sum(sample, 0) / Math.max(1, sum(sample, 1))])
  return { name, right: sum(documents, 0), of: sum(documents, 1), share: estimate! }
}
