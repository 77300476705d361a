import { dayNumber, parseEdtf } from '../base/calendar.ts'
import { LagebildError } from '../base/errors.ts'

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

/**
 * Between which two recording times to look for what is new since a time (a bare day: its beginning) and until another (a bare day: its
 * end; null: now). What was recorded at `since` itself is new.
 *
 * @throws LagebildError `as-of-invalid`
 */
export function sinceBounds(since: string, asOf: string | null): { before: string; after: string | null } {
  const start = asOfBound(DATE_ONLY.test(since) ? `${since}T00:00:00.000Z` : since)
  if (start === null) throw noTime(since)
  const after = asOf === null ? null : asOfBound(asOf)
  if (asOf !== null && after === null) throw noTime(asOf)
  return { before: new Date(Date.parse(start) - 1).toISOString(), after }
}

export function noTime(value: string): LagebildError {
  return new LagebildError(
    'as-of-invalid',
    `"${value}" is no time`,
    'Give a day (2014-01-05) or an ISO 8601 time.',
  )
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
