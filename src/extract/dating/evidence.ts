import type { DayInterval } from '../../base/calendar.ts'
import type { Span } from '../../base/spans.ts'
import { MONTHS, monthOf } from './axis.ts'

/** What a piece of evidence is about; each kind has its own weights in the model. */
export const KINDS = [
  /** A person named together with an office. */
  'office',
  /** A person of public life, named without an office. */
  'career',
  /** The person of public life whose career began last among those named. */
  'latest-career',
  /** The public event that happened last among those named, in the first sentences or later; planned ones are written of in advance. */
  'lead-event',
  'lead-planned-event',
  'latest-event',
  'latest-planned-event',
  'event',
  'planned-event',
  /** What the press speaks of in some years more than in others. */
  'topic',
  'topical-office',
  'topical-person',
  /** An organisation under a name it bears in some years only. */
  'name',
  /** The last year that the past tense tells of, with a day, with a month, or alone. */
  'latest-past-day',
  'latest-past-month',
  'latest-past-year',
  /** Years told of before that. */
  'past-year',
  /** The last year named in another way. */
  'latest-year',
  /** Days and months without a year, which lie near the report in whatever year. */
  'past-day-of-year',
  'day-of-year',
  'weekday-of-date',
] as const
export type EvidenceKind = (typeof KINDS)[number]

/** One piece of evidence for a document's date. */
export interface DateEvidence extends Span {
  readonly kind: EvidenceKind
  /** An English sentence for people. */
  readonly why: string
  /** The days it refers to: an office's tenures, an event. Sorted, apart from each other. */
  readonly days: readonly DayInterval[]
}

/** Days that the report can't lie outside of: a header's month, the day it was fetched. */
export interface DateBound extends Span {
  readonly why: string
  readonly days: DayInterval
}

/** Upper edges of the bins of distance before and after the days referred to, in months; one more bin lies beyond the last. */
const EDGES = [1, 2, 4, 8, 14, 24, 42, 72, 120] as const
const SIDE = EDGES.length + 1
/** Bins from long before to long after; the one in the middle is the days themselves. */
export const BINS = 2 * SIDE + 1
export const INSIDE = SIDE

/** @param months how far the report lies from the days: negative before them, 0 within. */
export function binOf(months: number): number {
  if (months === 0) return INSIDE
  const far = Math.abs(months)
  let bin = 0
  while (bin < EDGES.length && far > EDGES[bin]!) bin++
  return months < 0 ? INSIDE - 1 - bin : INSIDE + 1 + bin
}

/** For each month of the axis the bin that a report of that month would fall in. */
export function binsOf(days: readonly DayInterval[]): Uint8Array {
  const parts = days.map(({ first, last }) => [monthOf(first), monthOf(last)] as const)
  const out = new Uint8Array(MONTHS)
  let next = 0
  for (let month = 0; month < MONTHS; month++) {
    while (next < parts.length && parts[next]![1] < month) next++
    const after = next > 0 ? month - parts[next - 1]![1] : Infinity
    const before = next < parts.length ? Math.max(0, parts[next]![0] - month) : Infinity
    out[month] = binOf(before <= after ? -before : after)
  }
  return out
}
