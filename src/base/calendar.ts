/**
 * Calendar intervals in EDTF (ISO 8601-2 level 0 and open ends): `2014`, `2014-01`, `2014-01-05`, `2014-01-05T19:09-05:00`,
 * `2014-01-05/2014-01-11`, `../2014-01-05`, `2014-01-05/..`. Days are counted from 1970-01-01 (proleptic Gregorian, no time zone).
 */
export interface DayInterval {
  /** First day; -Infinity when open. */
  readonly first: number
  /** Last day, inclusive; Infinity when open. */
  readonly last: number
}

const MS_PER_DAY = 86_400_000

/** Day number of a date; month 1 to 12. Days past the month's end roll over. */
export function dayNumber(year: number, month: number, day: number): number {
  return Math.floor(Date.UTC(year, month - 1, day) / MS_PER_DAY)
}

export interface CalendarDate {
  readonly year: number
  readonly month: number
  readonly day: number
}

export function dateOf(day: number): CalendarDate {
  const date = new Date(day * MS_PER_DAY)
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
}

/** 1 = Monday … 7 = Sunday (ISO). */
export function weekdayOf(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1
}

export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

export function formatDay(day: number): string {
  const { year, month, day: d } = dateOf(day)
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(d).padStart(2, '0')}`
}

const POINT =
  /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?)?)?$/

function parsePoint(text: string): DayInterval | null {
  const match = POINT.exec(text)
  if (!match) return null
  const year = Number(match[1])
  if (match[2] === undefined) return { first: dayNumber(year, 1, 1), last: dayNumber(year, 12, 31) }
  const month = Number(match[2])
  if (month < 1 || month > 12) return null
  if (match[3] === undefined)
    return { first: dayNumber(year, month, 1), last: dayNumber(year, month, daysInMonth(year, month)) }
  const day = Number(match[3])
  if (day < 1 || day > daysInMonth(year, month)) return null
  return { first: dayNumber(year, month, day), last: dayNumber(year, month, day) }
}

/** The days an EDTF string covers, by the local date it names; null when it is no EDTF of the forms above. */
export function parseEdtf(edtf: string): DayInterval | null {
  const slash = edtf.indexOf('/')
  if (slash < 0) return parsePoint(edtf)
  const left = edtf.slice(0, slash)
  const right = edtf.slice(slash + 1)
  const first = left === '..' || left === '' ? -Infinity : parsePoint(left)?.first
  const last = right === '..' || right === '' ? Infinity : parsePoint(right)?.last
  if (first === undefined || last === undefined || first > last) return null
  return { first, last }
}

/** The shortest EDTF for an interval of days: a day, a whole month or year, from one of them to another, else `first/last` in days. */
export function formatEdtf({ first, last }: DayInterval): string {
  if (first === last) return formatDay(first)
  if (first === -Infinity || last === Infinity) {
    return `${first === -Infinity ? '..' : formatDay(first)}/${last === Infinity ? '..' : formatDay(last)}`
  }
  const a = dateOf(first)
  const b = dateOf(last)
  if (a.day === 1 && b.day === daysInMonth(b.year, b.month)) {
    const length = a.month === 1 && b.month === 12 ? 4 : 7
    const from = formatDay(first).slice(0, length)
    const to = formatDay(last).slice(0, length)
    return from === to ? from : `${from}/${to}`
  }
  return `${formatDay(first)}/${formatDay(last)}`
}

export function intersect(a: DayInterval, b: DayInterval): DayInterval | null {
  const first = Math.max(a.first, b.first)
  const last = Math.min(a.last, b.last)
  return first <= last ? { first, last } : null
}

/** Number of days, at least 1; Infinity when open. */
export function width({ first, last }: DayInterval): number {
  return last - first + 1
}
