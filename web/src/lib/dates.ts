import type { Messages } from '../messages/messages.ts'

/** One end of an EDTF interval, as precise as it is written. */
interface Point {
  readonly year: number
  readonly month: number | null
  readonly day: number | null
  /** `19:09`, local to the place. */
  readonly time: string | null
}

const POINT = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}:\d{2})[^/]*)?)?)?$/

function point(text: string): Point | null {
  const match = POINT.exec(text)
  if (!match) return null
  return {
    year: Number(match[1]),
    month: match[2] ? Number(match[2]) : null,
    day: match[3] ? Number(match[3]) : null,
    time: match[4] ?? null,
  }
}

/** The same interval without times of day: the heading under which an event stands. */
export function dayKey(edtf: string): string {
  return edtf.replace(/T[^/]*/g, '')
}

/** An EDTF date in words, never more precise than it is. What is no EDTF is shown as it stands. */
export function formatEdtf(edtf: string, m: Messages, options: { weekday?: boolean } = {}): string {
  const [left = '', right] = edtf.split('/')
  if (right === undefined) {
    const only = point(left)
    return only ? formatPoint(only, m, options.weekday ?? false) : edtf
  }
  const first = point(left)
  const last = point(right)
  if (first && last) return m.date.between(formatFirst(first, last, m), formatPoint(last, m))
  if (last) return m.date.until(formatPoint(last, m))
  if (first) return m.date.since(formatPoint(first, m))
  return edtf
}

/** A span of time that is covered from end to end, other than a date that lies somewhere between two. */
export function formatPeriod(edtf: string, m: Messages): string {
  const [left = '', right = left] = edtf.split('/')
  const first = point(dayKey(left))
  const last = point(dayKey(right))
  if (!first || !last) return formatEdtf(edtf, m)
  return left === right ? formatPoint(first, m) : `${formatPoint(first, m)} – ${formatPoint(last, m)}`
}

function formatPoint(at: Point, m: Messages, weekday = false): string {
  const date = words(at, m, {
    year: 'numeric',
    ...(at.month === null ? {} : { month: 'long' }),
    ...(at.day === null ? {} : { day: 'numeric' }),
    ...(weekday && at.day !== null ? { weekday: 'long' } : {}),
  })
  return at.time ? m.date.at(date, at.time) : date
}

/** The first end leaves out what the last end says anyway: "5. und 11. Januar 2014". */
function formatFirst(first: Point, last: Point, m: Messages): string {
  if (first.time || last.time || first.year !== last.year || first.month === null)
    return formatPoint(first, m)
  if (first.day === null) return words(first, m, { month: 'long' })
  if (first.month === last.month) return m.date.dayOnly(first.day)
  return words(first, m, { month: 'long', day: 'numeric' })
}

const formatters = new Map<string, Intl.DateTimeFormat>()

function words({ year, month, day }: Point, m: Messages, options: Intl.DateTimeFormatOptions): string {
  const key = m.locale + Object.keys(options).join()
  const known = formatters.get(key)
  const formatter = known ?? new Intl.DateTimeFormat(m.locale, { ...options, timeZone: 'UTC' })
  if (!known) formatters.set(key, formatter)
  return formatter.format(new Date(Date.UTC(year, (month ?? 1) - 1, day ?? 1)))
}

/** What a date field can show of an EDTF bound: its first or its last day. */
export function boundDay(edtf: string, end: 'first' | 'last'): string {
  const at = point(edtf)
  if (!at) return ''
  const month = at.month ?? (end === 'first' ? 1 : 12)
  const day = at.day ?? (end === 'first' ? 1 : new Date(Date.UTC(at.year, month, 0)).getUTCDate())
  return `${String(at.year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}
