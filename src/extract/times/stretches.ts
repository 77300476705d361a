import {
  type DayInterval,
  dateOf,
  dayNumber,
  daysInMonth,
  formatDay,
  weekdayOf,
} from '../../base/calendar.ts'
import type { Edge, Season, Unit } from './meaning.ts'

/** A stretch of the calendar and its TIMEX3 value. */
export interface Stretch extends DayInterval {
  readonly value: string
}
const two = (n: number) => String(n).padStart(2, '0')
const four = (n: number) => String(n).padStart(4, '0')

export function dayStretch(day: number): Stretch {
  return { first: day, last: day, value: formatDay(day) }
}
/** Month 1 to 12; other numbers roll over into other years. */
export function monthStretch(year: number, month: number): Stretch {
  const y = year + Math.floor((month - 1) / 12)
  const m = ((((month - 1) % 12) + 12) % 12) + 1
  return {
    first: dayNumber(y, m, 1),
    last: dayNumber(y, m, daysInMonth(y, m)),
    value: `${four(y)}-${two(m)}`,
  }
}
export function yearStretch(year: number): Stretch {
  return { first: dayNumber(year, 1, 1), last: dayNumber(year, 12, 31), value: four(year) }
}
export function quarterStretch(year: number, quarter: number): Stretch {
  const first = monthStretch(year, quarter * 3 - 2)
  const last = monthStretch(year, quarter * 3)
  return {
    first: first.first,
    last: last.last,
    value: `${last.value.slice(0, 4)}-Q${((((quarter - 1) % 4) + 4) % 4) + 1}`,
  }
}
export function decadeStretch(decade: number): Stretch {
  return {
    first: dayNumber(decade * 10, 1, 1),
    last: dayNumber(decade * 10 + 9, 12, 31),
    value: String(decade),
  }
}
export function centuryStretch(century: number): Stretch {
  return {
    first: dayNumber(century * 100, 1, 1),
    last: dayNumber(century * 100 + 99, 12, 31),
    value: String(century),
  }
}
/** The ISO week of a day. */
export function weekStretch(day: number): Stretch {
  const monday = day - weekdayOf(day) + 1
  const year = dateOf(monday + 3).year
  const week = Math.floor((monday + 3 - dayNumber(year, 1, 1)) / 7) + 1
  return { first: monday, last: monday + 6, value: `${four(year)}-W${two(week)}` }
}
export function weekendStretch(day: number): Stretch {
  const week = weekStretch(day)
  return { first: week.first + 5, last: week.last, value: `${week.value}-WE` }
}
const SEASON_START: Readonly<Record<Season, number>> = { SP: 3, SU: 6, FA: 9, WI: 12 }
/** Meteorological seasons; the winter of a year begins in its December. */
export function seasonStretch(year: number, season: Season): Stretch {
  const start = SEASON_START[season]
  return {
    first: monthStretch(year, start).first,
    last: monthStretch(year, start + 2).last,
    value: `${four(year)}-${season}`,
  }
}

/** The week, month, year … that a day lies in, `offset` of them on. */
export function periodStretch(day: number, unit: Unit, offset: number): Stretch {
  const { year, month } = dateOf(day)
  switch (unit) {
    case 'W':
      return weekStretch(day + 7 * offset)
    case 'WE':
      return weekendStretch(day + 7 * offset)
    case 'M':
      return monthStretch(year, month + offset)
    case 'Q':
      return quarterStretch(year, Math.ceil(month / 3) + offset)
    case 'Y':
      return yearStretch(year + offset)
    case 'DE':
      return decadeStretch(Math.floor(year / 10) + offset)
    case 'CE':
      return centuryStretch(Math.floor(year / 100) + offset)
    case 'D':
    case 'TH':
    case 'TM':
    case 'TS':
      return dayStretch(day + offset)
    default:
      unit satisfies never
      return dayStretch(day)
  }
}

/** The first, middle or last third; the TIMEX3 value stays the whole's. */
export function edgeOf(stretch: Stretch, edge: Edge | null): Stretch {
  if (edge === null) return stretch
  const third = Math.ceil((stretch.last - stretch.first + 1) / 3)
  switch (edge) {
    case 'START':
      return { ...stretch, last: stretch.first + third - 1 }
    case 'MID':
      return { ...stretch, first: stretch.first + third, last: stretch.last - third }
    case 'END':
      return { ...stretch, first: stretch.last - third + 1 }
    default:
      edge satisfies never
      return stretch
  }
}

/** Easter Sunday (Gregorian; the anonymous algorithm, Nature 13, 1876). */
export function easterOf(year: number): number {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const n = h + l - 7 * m + 114
  return dayNumber(year, Math.floor(n / 31), (n % 31) + 1)
}

/** Days in a unit, for distances; an hour is none. */
export const DAYS: Readonly<Record<Unit, number>> = {
  D: 1,
  W: 7,
  WE: 7,
  M: 30.44,
  Q: 91.3,
  Y: 365.25,
  DE: 3652.5,
  CE: 36525,
  TH: 0,
  TM: 0,
  TS: 0,
}

/**
 * The days that lie so many units from a day: exact for days, the calendar's month or year for whole ones of them (`vor zwei Jahren`), blurred
 * by half a unit else. Some units: 2 to 10 of them.
 */
export function distanceStretch(day: number, count: number | null, unit: Unit, sign: number): DayInterval {
  if ((unit === 'Y' || unit === 'M') && Number.isInteger(count))
    return periodStretch(day, unit, sign * count!)
  const length = DAYS[unit]
  const near = count === null ? 2 * length : count * length - (unit === 'D' ? 0 : length / 2)
  const far = count === null ? 10 * length : count * length + (unit === 'D' ? 0 : length / 2)
  const a = day + sign * Math.round(near)
  const b = day + sign * Math.round(far)
  return { first: Math.min(a, b), last: Math.max(a, b) }
}
