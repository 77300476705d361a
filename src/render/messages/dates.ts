import { parseEdtf } from '../../base/calendar.ts'
import type { Messages } from './contract.ts'
import { cached } from './format.ts'

const MS_PER_DAY = 86_400_000

type Precision = 'year' | 'month' | 'day'
const PARTS: Readonly<Record<Precision, Intl.DateTimeFormatOptions>> = {
  year: { year: 'numeric' },
  month: { year: 'numeric', month: 'long' },
  day: { year: 'numeric', month: 'long', day: 'numeric' },
}

/**
 * An EDTF date in words, never more precise than it is, in the Gregorian calendar of the reports. What is no date stays as it stands; a
 * time of day is the local one of the place.
 */
export function dateInWords(edtf: string, messages: Messages): string {
  const slash = edtf.indexOf('/')
  if (slash < 0) return pointInWords(edtf, messages)
  const left = edtf.slice(0, slash)
  const right = edtf.slice(slash + 1)
  const ends = [left, right].map(parseEdtf)
  const precision = precisionOf(left)
  if (ends[0] && ends[1] && precision === precisionOf(right) && precision !== null) {
    const range = formatOf(precision, messages)
    return range.formatRange(ends[0].first * MS_PER_DAY, ends[1].first * MS_PER_DAY)
  }
  return `${pointInWords(left, messages)} – ${pointInWords(right, messages)}`
}

function pointInWords(edtf: string, messages: Messages): string {
  if (edtf === '..' || edtf === '') return '…'
  const days = parseEdtf(edtf)
  if (days === null) return edtf
  const date = formatOf(precisionOf(edtf) ?? 'day', messages).format(days.first * MS_PER_DAY)
  const time = /T(\d{2}:\d{2})/.exec(edtf)
  return time ? `${date}, ${time[1]}` : date
}

/** Null when there is a time of day, or no date at all. */
function precisionOf(edtf: string): Precision | null {
  if (edtf.length === 4) return 'year'
  if (edtf.length === 7) return 'month'
  return edtf.length === 10 ? 'day' : null
}

function formatOf(precision: Precision, { locale }: Messages): Intl.DateTimeFormat {
  return cached(
    `date ${locale} ${precision}`,
    () => new Intl.DateTimeFormat(locale, { calendar: 'gregory', timeZone: 'UTC', ...PARTS[precision] }),
  )
}
