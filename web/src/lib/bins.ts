import { added, type Tally } from './tally.ts'

/** Days are counted from 1970-01-01. */
export interface Run {
  readonly first: number | null
  readonly last: number | null
  readonly types: Tally
}
export type BinUnit = 'day' | 'week' | 'month' | 'year'
export interface Bin {
  readonly first: number
  readonly last: number
  readonly types: Tally
}
export interface Bins {
  readonly unit: BinUnit
  readonly first: number
  readonly last: number
  readonly bins: readonly Bin[]
  /** Dates that are wider than a bin: known as a period only, so they belong to no bar. */
  readonly intervals: readonly Bin[]
  readonly undated: Tally
}

const MS_PER_DAY = 86_400_000
const UNITS: readonly { readonly unit: BinUnit; readonly days: number }[] = [
  { unit: 'day', days: 1 },
  { unit: 'week', days: 7 },
  { unit: 'month', days: 30 },
  { unit: 'year', days: 365 },
]

/**
 * Dates gathered into at most `most` bars of one width, between the bounds or else the first and the last day there is. Null when no
 * date is known.
 */
export function binsOf(
  runs: readonly Run[],
  bounds: { readonly first: number | null; readonly last: number | null },
  most: number,
): Bins | null {
  const dated = runs.filter(({ first, last }) => first !== null || last !== null)
  const ends = dated.flatMap(({ first, last }) => [first ?? last!, last ?? first!])
  const first = bounds.first ?? least(ends)
  const last = bounds.last ?? greatest(ends)
  if (first === null || last === null || first > last) return null
  const { unit } = UNITS.find(({ days }) => (last - first + 1) / days <= most) ?? UNITS.at(-1)!
  const bins = new Map<number, { first: number; last: number; types: Tally }>()
  const intervals: Bin[] = []
  let undated: Tally = {}
  for (const run of runs) {
    if (run.first === null && run.last === null) {
      undated = added(undated, run.types)
      continue
    }
    const start = Math.max(run.first ?? first, first)
    const end = Math.min(run.last ?? last, last)
    if (start > end) continue
    const bin = binAt(run.first ?? Number.NaN, unit)
    if (run.first === null || run.last === null || run.last > bin.last) {
      intervals.push({ first: start, last: end, types: run.types })
      continue
    }
    const known = bins.get(bin.first)
    bins.set(bin.first, { ...bin, types: known ? added(known.types, run.types) : run.types })
  }
  const drawn = [...bins.values()].sort((a, b) => a.first - b.first)
  return {
    ...{ unit, bins: drawn, intervals, undated },
    first: Math.min(first, drawn[0]?.first ?? first),
    last: Math.max(last, drawn.at(-1)?.last ?? last),
  }
}

function binAt(day: number, unit: BinUnit): { first: number; last: number } {
  if (unit === 'day' || Number.isNaN(day)) return { first: day, last: day }
  if (unit === 'week') {
    const monday = day - ((((day + 3) % 7) + 7) % 7)
    return { first: monday, last: monday + 6 }
  }
  const date = new Date(day * MS_PER_DAY)
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()]
  return unit === 'month'
    ? { first: dayOf(year, month), last: dayOf(year, month + 1) - 1 }
    : { first: dayOf(year, 0), last: dayOf(year + 1, 0) - 1 }
}

export function dayOf(year: number, month: number, day = 1): number {
  return Math.floor(Date.UTC(year, month, day) / MS_PER_DAY)
}

/** `2014-01-05`; of a whole month or year when the days are one, as EDTF. */
export function edtfOf(first: number, last: number): string {
  const [a, b] = [isoDay(first), isoDay(last)]
  if (a === b) return a
  if (a.slice(0, 4) === b.slice(0, 4) && a.endsWith('-01-01') && b.endsWith('-12-31')) return a.slice(0, 4)
  if (a.slice(0, 7) === b.slice(0, 7) && a.endsWith('-01') && isoDay(last + 1).endsWith('-01'))
    return a.slice(0, 7)
  return `${a}/${b}`
}

export function isoDay(day: number): string {
  return new Date(day * MS_PER_DAY).toISOString().slice(0, 10)
}

/** The day number of `2014-01-05`; null for anything else. */
export function dayNumber(iso: string): number | null {
  return /^\d{4}-\d{2}-\d{2}$/.test(iso) ? Math.floor(Date.parse(`${iso}T00:00:00Z`) / MS_PER_DAY) : null
}

function least(days: readonly number[]): number | null {
  return days.length === 0 ? null : days.reduce((a, b) => Math.min(a, b))
}

function greatest(days: readonly number[]): number | null {
  return days.length === 0 ? null : days.reduce((a, b) => Math.max(a, b))
}
