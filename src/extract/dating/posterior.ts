import type { DayInterval } from '../../base/calendar.ts'
import { firstDayOf, lastDayOf, MONTHS, monthOf } from './axis.ts'
import { binsOf, type DateBound, type DateEvidence } from './evidence.ts'
import type { DatingModel } from './model.ts'
import { QUARTERS, type WordScore } from './words.ts'

/** What a piece adds to the logarithm of each month's chance. */
export function curveOf(piece: DateEvidence, { weights }: DatingModel): Float64Array {
  const bins = binsOf(piece.days)
  const row = weights[piece.kind]
  return Float64Array.from(bins, (bin) => row[bin]!)
}

/** Sum of the words' scores by window and month; long texts count no more than their root. */
export function wordCurves(scores: readonly WordScore[], windows: number): Float64Array[] {
  const root = Math.sqrt(Math.max(1, scores.length))
  return Array.from({ length: windows }, (_, k) => {
    const quarters = new Float64Array(QUARTERS)
    for (const { scores: byWindow } of scores)
      for (let q = 0; q < QUARTERS; q++) quarters[q]! += byWindow[k]![q]!
    return Float64Array.from({ length: MONTHS }, (_, month) => quarters[Math.floor(month / 3)]! / root)
  })
}

/** Chances by month that sum to 1. @param within days the report can't lie outside of */
export function chancesOf(logs: Float64Array, within: DayInterval): Float64Array {
  const first = monthOf(within.first)
  const last = monthOf(within.last)
  let top = -Infinity
  for (let m = first; m <= last; m++) top = Math.max(top, logs[m]!)
  const out = new Float64Array(MONTHS)
  let total = 0
  for (let m = first; m <= last; m++) total += out[m] = Math.exp(logs[m]! - top)
  for (let m = first; m <= last; m++) out[m]! /= total
  return out
}

export interface MonthInterval {
  readonly first: number
  readonly last: number
}

/** The shortest stretch of months that holds this share of the chances; of several as short, the one that holds the most. */
export function shortest(chances: Float64Array, mass: number): MonthInterval {
  let best: MonthInterval = { first: 0, last: MONTHS - 1 }
  let held = -1
  let sum = 0
  let end = -1
  for (let first = 0; first < MONTHS; first++) {
    while (sum < mass - 1e-9 && end + 1 < MONTHS) sum += chances[++end]!
    if (sum < mass - 1e-9) break
    const shorter = end - first - (best.last - best.first)
    if (shorter < 0 || (shorter === 0 && sum > held)) {
      best = { first, last: end }
      held = sum
    }
    sum -= chances[first]!
  }
  return best
}

export function massIn(chances: Float64Array, { first, last }: MonthInterval): number {
  let sum = 0
  for (let m = first; m <= last; m++) sum += chances[m]!
  return sum
}

/** Whole months as days, cut at the bounds and at the last day told of where it lies in the first month. */
export function daysOf(
  months: MonthInterval,
  within: DayInterval,
  evidence: readonly DateEvidence[],
): DayInterval {
  const told = evidence.filter((e) => e.kind === 'latest-past-day').map((e) => e.days[0]!.first)
  const first = Math.max(
    firstDayOf(months.first),
    within.first,
    ...told.filter((day) => monthOf(day) === months.first),
  )
  return { first, last: Math.min(lastDayOf(months.last), within.last) }
}

/** The days that all bounds leave; the first bound alone where they contradict each other. */
export function within(bounds: readonly DateBound[]): DayInterval {
  const first = Math.max(...bounds.map((b) => b.days.first), -Infinity)
  const last = Math.min(...bounds.map((b) => b.days.last), Infinity)
  return first <= last ? { first, last } : bounds[0]!.days
}
