import { dayNumber, parseEdtf } from '../base/calendar.ts'

const MS_PER_DAY = 86_400_000

/** First instant of an EDTF publication date in ms since 1970; unknown dates come last. */
export function instantOf(edtf: string | null): number {
  if (edtf === null) return Infinity
  if (edtf.includes('T') && !edtf.includes('/')) {
    const instant = Date.parse(edtf)
    if (!Number.isNaN(instant)) return instant
  }
  const days = parseEdtf(edtf)
  return days === null || days.first === -Infinity ? Infinity : days.first * MS_PER_DAY
}

export function byPublication(a: string | null, b: string | null): number {
  const left = instantOf(a)
  const right = instantOf(b)
  return left === right ? 0 : left < right ? -1 : 1
}

const DATE_ONLY = /^(\d{4})-(\d{2})-(\d{2})$/

/** An as-of time in the form of `recordedAt` (ISO 8601 UTC with milliseconds); a bare day means its end in UTC. Null when it is no time. */
export function asOfBound(asOf: string): string | null {
  const day = DATE_ONLY.exec(asOf)
  const time = day
    ? (dayNumber(Number(day[1]), Number(day[2]), Number(day[3])) + 1) * MS_PER_DAY - 1
    : Date.parse(asOf)
  return Number.isNaN(time) ? null : new Date(time).toISOString()
}
