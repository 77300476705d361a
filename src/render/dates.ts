import { dateOf, parseEdtf } from '../base/calendar.ts'
import { fill } from './wording/index.ts'
import type { Wording } from './wording/wording.ts'

/** An EDTF date in words, never more precise than it is. What is no date stays as it stands. */
export function dateInWords(edtf: string, wording: Wording): string {
  const slash = edtf.indexOf('/')
  if (slash >= 0) return `${bound(edtf.slice(0, slash), wording)} – ${bound(edtf.slice(slash + 1), wording)}`
  return bound(edtf, wording)
}

function bound(edtf: string, wording: Wording): string {
  if (edtf === '..' || edtf === '') return '…'
  const days = parseEdtf(edtf)
  if (days === null) return edtf
  const { year, month, day } = dateOf(days.first)
  const name = wording.months[month - 1]!
  if (edtf.length === 4) return String(year)
  if (edtf.length === 7) return `${name} ${year}`
  const time = /T(\d{2}:\d{2})/.exec(edtf)
  return fill(wording.dayForm, { day, month: name, year }) + (time ? `, ${time[1]}` : '')
}
