import { BINS, type EvidenceKind, INSIDE } from '../../src/extract/dating/evidence.ts'

/**
 * What a kind of evidence means, before any report is counted: the weight long before its days, just after them, and long after them; 0
 * within. A minister is not named as one before the appointment; a year told of in the past tense is not ahead. Where reports are few, the fit
 * stays near this. Kinds of one group share what the reports say beyond it.
 */
interface Expected {
  readonly group: number
  readonly before: number
  readonly after: number
  readonly longAfter: number
}
const kind = (group: number, before: number, after: number, longAfter: number): Expected => ({
  group,
  before,
  after,
  longAfter,
})
const EXPECTED: Readonly<Record<EvidenceKind, Expected>> = {
  office: kind(0, -4, -2, -4),
  'topical-office': kind(0, -3.5, -1, -3),
  'topical-person': kind(0, -3, -0.7, -3),
  topic: kind(0, -2.5, -0.5, -2.5),
  name: kind(0, -2.5, -0.3, -1),
  career: kind(0, -2, 0, -1),
  'latest-career': kind(0, -3, 0, -1),
  'lead-event': kind(1, -4, -0.3, -3.5),
  'latest-event': kind(1, -4, -0.5, -3),
  event: kind(1, -3.5, -0.5, -2),
  'lead-planned-event': kind(1, -3, -0.3, -3.5),
  'latest-planned-event': kind(1, -3, -0.5, -3),
  'planned-event': kind(1, -3, -0.5, -2),
  'latest-past-day': kind(2, -5, -0.5, -5),
  'latest-past-month': kind(2, -5, 0, -4),
  'latest-past-year': kind(2, -5, 0, -3),
  'past-year': kind(2, -4, 0, -2),
  'latest-year': kind(2, -3, -0.3, -3),
  'past-day-of-year': kind(3, 0, 0, 0),
  'day-of-year': kind(3, 0, 0, 0),
  'weekday-of-date': kind(3, 0, 0, 0),
}
export const GROUP_COUNT = 4
export const groupOfKind = (kind: EvidenceKind): number => EXPECTED[kind].group

/** Bins before the days over which the weight falls to `before`. */
const FALL = 4

export function expectedRow(of: EvidenceKind): Float64Array {
  const { before, after, longAfter } = EXPECTED[of]
  const side = BINS - 1 - INSIDE
  return Float64Array.from({ length: BINS }, (_, bin) => {
    const far = Math.abs(bin - INSIDE)
    if (bin < INSIDE) return before * Math.min(1, far / FALL)
    return bin === INSIDE ? 0 : after + ((longAfter - after) * (far - 1)) / (side - 1)
  })
}
