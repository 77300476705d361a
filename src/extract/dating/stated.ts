import { type DayInterval, parseEdtf, width } from '../../base/calendar.ts'
import type { Document } from '../../document/document.ts'
import type { Published } from '../../document/report.ts'
import { meaningOf } from '../times/meaning.ts'
import { resolveTime } from '../times/resolve.ts'
import type { DateBound } from './evidence.ts'

/** How far into a block a dateline may reach, in UTF-16 units. */
const DATELINE = 70
const URL_DATE = /\/(?<y>20\d\d)[/-]?(?<m>0[1-9]|1[0-2])[/-]?(?<d>0[1-9]|[12]\d|3[01])(?=[/-])/

/** A date behind so much running text belongs to what it stands above, not to the report. */
const HEAD = 400
/** A dateline is no further than this from the top. */
const TOP = 500

/** The date that a document itself states, to the day; null when it doesn't. */
export function statedDate(doc: Document): Published | null {
  return ofStamp(doc) ?? ofDateline(doc) ?? ofUrl(doc)
}

/** A header that names no more than a month or a year. */
export function partialStamps(doc: Document): DateBound[] {
  const out: DateBound[] = []
  for (const block of doc.layer('blocks')) {
    const days = block.kind === 'stamp' && block.published !== null ? parseEdtf(block.published) : null
    if (days && width(days) > 1) {
      out.push({
        from: block.from,
        to: block.to,
        days,
        why: `The header names ${block.published}.`,
      })
    }
  }
  return out
}

function ofStamp(doc: Document): Published | null {
  let read = 0
  for (const block of doc.layer('blocks')) {
    if (block.kind === 'body') read += block.to - block.from
    if (read > HEAD) return null
    if (block.kind !== 'stamp' || block.published === null) continue
    const days = parseEdtf(block.published)
    if (days === null || width(days) !== 1) continue
    return {
      edtf: block.published,
      basis: 'stated',
      evidence: [
        { from: block.from, to: block.to, why: 'A line of its own states date and time of publication.' },
      ],
    }
  }
  return null
}

/** `Bagdad, 5. Januar 2014 –`: names and a full date before the first words of the text. */
function ofDateline(doc: Document): Published | null {
  const times = doc.layer('rawTimes')
  for (const { from, to } of doc.layer('body').slice(0, 4)) {
    if (from > TOP) return null
    const first = times.find((time) => time.from >= from && time.to <= to)
    if (!first || first.from - from > DATELINE) continue
    const before = doc.text.slice(from, first.from)
    if (!/[\s,(]$/.test(before) && before !== '') continue
    if (before.includes('\n') || /(?:^|\s)(?!den |am |der |vom |in |und )\p{Ll}/u.test(before)) continue
    if (!/^\s?[)\]]?\s?(?:[–—:/(]|-\s|\n|$)/.test(doc.text.slice(first.to, Math.min(to, first.to + 4))))
      continue
    const days = daysNamed(first)
    if (days)
      return {
        edtf: days.edtf,
        basis: 'stated',
        evidence: [{ from: first.from, to: first.to, why: 'The dateline states the day.' }],
      }
  }
  return null
}

/** Evidence from an address has no place in the text: its span is empty. */
function ofUrl(doc: Document): Published | null {
  const groups = doc.raw.source.url === null ? undefined : URL_DATE.exec(doc.raw.source.url)?.groups
  if (!groups) return null
  const edtf = `${groups.y}-${groups.m}-${groups.d}`
  return parseEdtf(edtf)
    ? {
        edtf,
        basis: 'metadata',
        evidence: [{ from: 0, to: 0, why: `The address of the page carries the date ${edtf}.` }],
      }
    : null
}

/** A calendar date with day, month and year, without help from outside. */
export function daysNamed(time: {
  readonly meaning: { readonly kind: string }
}): { readonly days: DayInterval; readonly edtf: string } | null {
  const meaning = meaningOf(time)
  if (meaning.kind !== 'date' || meaning.year === null || meaning.month === null || meaning.day === null)
    return null
  const { day, edtf } = resolveTime(meaning, { anchor: null, named: null, year: null, tense: null })
  return day === null || edtf === null ? null : { days: { first: day, last: day }, edtf }
}
