import { type DayInterval, dateOf, dayNumber } from '../../base/calendar.ts'

/** Months are counted from January of this year; no report is looked for outside of the axis. */
export const FIRST_YEAR = 1946
const LAST_YEAR = 2040
export const MONTHS = (LAST_YEAR - FIRST_YEAR + 1) * 12
/** The axis as days. */
export const EARLIEST = dayNumber(FIRST_YEAR, 1, 1)
export const LATEST = dayNumber(LAST_YEAR, 12, 31)

/** The month that a day lies in; days off the axis count as its first or last month. */
export function monthOf(day: number): number {
  if (day <= EARLIEST) return 0
  if (day >= LATEST) return MONTHS - 1
  const { year, month } = dateOf(day)
  return (year - FIRST_YEAR) * 12 + month - 1
}

export const yearOfMonth = (month: number): number => FIRST_YEAR + Math.floor(month / 12)
export const firstDayOf = (month: number): number => dayNumber(yearOfMonth(month), (month % 12) + 1, 1)
export const lastDayOf = (month: number): number => firstDayOf(month + 1) - 1

/** Sorted stretches without overlaps. */
export function union(parts: readonly DayInterval[]): DayInterval[] {
  const out: DayInterval[] = []
  for (const part of [...parts].sort((a, b) => a.first - b.first)) {
    const last = out.at(-1)
    if (last && part.first <= last.last + 1)
      out[out.length - 1] = { first: last.first, last: Math.max(last.last, part.last) }
    else out.push(part)
  }
  return out
}
