import { bootstrap, type Estimate } from './scores.ts'

/** One statement of how sure the reader was, and whether it was right. */
export interface Forecast {
  readonly confidence: number
  readonly isRight: boolean
}

export interface Reliability {
  /** Mean squared distance of confidence from outcome (Brier 1950): 0 is best; always saying 0.5 gives 0.25. */
  readonly brier: Estimate
  /** Confidence from `from` (with it) to `to` (without it; the last bin holds 1). `confidence` and `right` are means, null for none. */
  readonly bins: readonly {
    readonly from: number
    readonly to: number
    readonly events: number
    readonly confidence: number | null
    readonly right: number | null
  }[]
}

const BINS = 5

/** @param documents the forecasts of each document. */
export function reliability(documents: readonly (readonly Forecast[])[]): Reliability {
  const [brier] = bootstrap(documents, (sample) => {
    const all = sample.flat()
    return [mean(all.map(({ confidence, isRight }) => (confidence - Number(isRight)) ** 2)) ?? 0]
  })
  const all = documents.flat()
  const bins = Array.from({ length: BINS }, (_, index) => {
    const inside = all.filter(({ confidence }) => Math.min(BINS - 1, Math.floor(confidence * BINS)) === index)
    return {
      from: index / BINS,
      to: (index + 1) / BINS,
      events: inside.length,
      confidence: mean(inside.map(({ confidence }) => confidence)),
      right: mean(inside.map(({ isRight }) => Number(isRight))),
    }
  })
  return { brier: brier!, bins }
}

function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length
}
