import { parseEdtf } from '../../base/calendar.ts'
import { readStamp } from '../../extract/clean/stamps.ts'

const ISO =
  /^\s*(?<year>\d{4})(?<mark>[-/.]?)(?<month>\d{2})\k<mark>(?<day>\d{2})(?:[T\s]+(?<time>\d{2}:\d{2})(?::\d{2}(?:[.,]\d+)?)?\s?(?<zone>Z|[+-]\d{2}:?\d{2})?|(?!\d))/u
/** RFC 1123, as HTTP and some systems write it: `Sun, 04 Mar 2012 08:15:00 GMT`. */
const HTTP =
  /^\s*(?:[A-Z][a-z]{2},?\s+)?(?<day>\d{1,2})[\s-](?<month>[A-Z][a-z]{2})[a-z]*[\s-](?<year>\d{4})(?:\s+(?<time>\d{2}:\d{2})(?::\d{2})?(?:\s?(?<zone>GMT|UTC|Z|[+-]\d{2}:?\d{2}))?)?/u
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** ISO 8601, HTTP or German dates as EDTF to the minute at most; null when it is no such date. */
export function edtfOf(date: string | null): string | null {
  if (date === null || date.length > 200) return null
  const iso = ISO.exec(date)?.groups
  if (iso) return known(`${iso.year}-${iso.month}-${iso.day}`, iso.time, iso.zone)
  const http = HTTP.exec(date)?.groups
  if (http) {
    const month = MONTHS.indexOf(http.month!) + 1
    if (month > 0) return known(`${http.year}-${two(month)}-${http.day!.padStart(2, '0')}`, http.time, http.zone)
  }
  const german = /^\s*(?<day>\d{1,2})[.](?<month>\d{1,2})[.](?<year>\d{4})(?!\d)/u.exec(date)?.groups
  if (german) return known(`${german.year}-${german.month!.padStart(2, '0')}-${german.day!.padStart(2, '0')}`)
  const stamp = readStamp(date.trim())?.edtf ?? null
  return stamp !== null && stamp.length >= 10 ? known(stamp.slice(0, 10), stamp.slice(11, 16) || undefined, stamp.slice(16) || undefined) : null
}

function known(day: string, time?: string, zone?: string): string | null {
  const offset = zone === undefined ? '' : /^(?:Z|GMT|UTC)$/u.test(zone) ? 'Z' : zone.length === 5 ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone
  const edtf = day + (time === undefined ? '' : `T${time}${offset}`)
  return parseEdtf(edtf) === null ? null : edtf
}

function two(n: number): string {
  return String(n).padStart(2, '0')
}
