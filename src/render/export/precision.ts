import { formatDay, parseEdtf } from '../../base/calendar.ts'

export interface DateCells {
  readonly first: string | null
  readonly last: string | null
  readonly precision: 'time' | 'day' | 'month' | 'year' | 'interval' | 'open' | null
}

/** The days that an EDTF date covers and how precisely it is told; an open end is null. */
export function dateCells(edtf: string | null): DateCells {
  const days = edtf === null ? null : parseEdtf(edtf)
  if (edtf === null || days === null) return { first: null, last: null, precision: null }
  const bound = (day: number) => (Number.isFinite(day) ? formatDay(day) : null)
  return { first: bound(days.first), last: bound(days.last), precision: precisionOf(edtf) }
}

function precisionOf(edtf: string): NonNullable<DateCells['precision']> {
  if (edtf.includes('/')) return edtf.includes('..') || /^\/|\/$/.test(edtf) ? 'open' : 'interval'
  if (edtf.includes('T')) return 'time'
  return edtf.length === 4 ? 'year' : edtf.length === 7 ? 'month' : 'day'
}
