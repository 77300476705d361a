import { parseEdtf } from '../../base/calendar.ts'
import { readStamp } from '../../extract/clean/stamps.ts'
import { centralEuropeanOffset } from '../central-europe.ts'

const ISO =
  /^\s*(?<year>\d{4})(?<mark>[-/.]?)(?<month>\d{2})\k<mark>(?<day>\d{2})(?:[T\s]+(?<time>\d{2}:\d{2})(?::\d{2}(?:[.,]\d+)?)?\s?(?<zone>Z|UTC|GMT|[+-]\d{2}:?\d{2})?|(?!\d))/u
/** RFC 1123 and its like, as HTTP and some systems write it: `Sun, 04 Mar 2012 08:15:00 GMT`. */
const HTTP =
  /^\s*(?:[A-Z][a-z]{2},?\s+)?(?<day>\d{1,2})[\s-](?<month>[A-Z][a-z]{2})[a-z]*[\s-](?<year>\d{4})(?:\s+(?<time>\d{2}:\d{2})(?::\d{2})?(?:\s?(?<zone>GMT|UTC|Z|[+-]\d{2}:?\d{2}))?)?/u
const UNIX = /^\s*Sun|Mon|Tue|Wed|Thu|Fri|Sat/u
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** ISO 8601, HTTP or German dates as EDTF to the minute at most; null when it is no such date. */
export function edtfOf(date: string | null): string | null {
  if (date === null || date.length > 200) return null
  const iso = ISO.exec(date)?.groups
  if (iso) return known(`${iso.year}-${iso.month}-${iso.day}`, iso.time, iso.zone)
  const http = HTTP.exec(date)?.groups
  const month = http ? MONTHS.indexOf(http.month!) + 1 : 0
  if (http && month > 0 && (UNIX.test(date) || http.time))
    return known(`${http.year}-${two(month)}-${http.day!.padStart(2, '0')}`, http.time, http.zone)
  const german = /^\s*(?<day>\d{1,2})[./-](?<month>\d{1,2})[./-](?<year>\d{4})(?!\d)/u.exec(date)?.groups
  if (german) return known(`${german.year}-${german.month!.padStart(2, '0')}-${german.day!.padStart(2, '0')}`)
  const stamp = readStamp(date.trim())?.edtf ?? null
  return stamp !== null && stamp.length >= 10
    ? known(stamp.slice(0, 10), stamp.slice(11, 16) || undefined, stamp.slice(16) || undefined)
    : null
}

/** The day in an address: `/2012/03/04/`, `/2012-03-04-`, `20120304`, `~04-03-2012-`. */
export function dateInUrl(url: string | null): string | null {
  if (url === null || url.length > 2000) return null
  const path = url.replace(/^[a-z]+:\/\/[^/]*/iu, '').replace(/^\/web\/\d{14}\w*\/https?:\/\/[^/]*/u, '')
  const iso =
    /(?<!\d)(?<year>(?:19[89]|20[0-4])\d)(?<mark>[/_-]?)(?<month>0[1-9]|1[0-2])\k<mark>(?<day>0[1-9]|[12]\d|3[01])(?!\d)/u.exec(
      path,
    )?.groups
  if (iso) return known(`${iso.year}-${iso.month}-${iso.day}`)
  const slashed =
    /\/(?<year>(?:19[89]|20[0-4])\d)\/(?<month>\d{1,2})\/(?<day>\d{1,2})(?=\/|$)/u.exec(path)?.groups ??
    /(?<!\d)(?<day>0[1-9]|[12]\d|3[01])[._-](?<month>0[1-9]|1[0-2])[._-](?<year>(?:19[89]|20[0-4])\d)(?!\d)/u.exec(
      path,
    )?.groups
  return slashed
    ? known(`${slashed.year}-${slashed.month!.padStart(2, '0')}-${slashed.day!.padStart(2, '0')}`)
    : null
}

/** The web has no older pages, and a date far ahead is none of a publication. */
const FIRST_YEAR = '1990'
const LAST_YEAR = '2049'

function known(day: string, time?: string, zone?: string): string | null {
  if (day < FIRST_YEAR || day > `${LAST_YEAR}-12-31`) return null
  if (time !== undefined && isUniversal(zone)) return berlin(day, time)
  const offset = zone === undefined ? '' : zone.length === 5 ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone
  const edtf = day + (time === undefined ? '' : `T${time}${offset}`)
  return parseEdtf(edtf) === null ? null : edtf
}

function isUniversal(zone: string | undefined): boolean {
  return zone !== undefined && /^(?:Z|UTC|GMT|[+-]00:?00)$/u.test(zone)
}

/** An instant that a server gives in universal time, by the clock of Central Europe: a report of half past midnight is of that day. */
function berlin(day: string, time: string): string | null {
  if (parseEdtf(`${day}T${time}Z`) === null) return null
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const [hour, minute] = time.split(':').map(Number) as [number, number]
  const offset = centralEuropeanOffset(new Date(Date.UTC(year, month - 1, date, hour, minute)))
  const local = new Date(Date.UTC(year, month - 1, date, hour + offset, minute))
  return `${local.toISOString().slice(0, 16)}+0${offset}:00`
}

function two(n: number): string {
  return String(n).padStart(2, '0')
}
