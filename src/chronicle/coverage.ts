import { formatEdtf, parseEdtf } from '../base/calendar.ts'
import type { Card } from './card.ts'
import type { Coverage, Unread } from './types.ts'
import { compareText } from './words.ts'

/** What the chronicle stands on: which documents, from whom, of which days, and what could not be read. */
export function coverageOf(readings: readonly Card[], unread: readonly Unread[]): Coverage {
  const outlets = new Map<string, number>()
  let first = Infinity
  let last = -Infinity
  let undated = 0
  const failed: Coverage['failed'][number][] = []
  for (const { outlet, published, failures, report } of readings) {
    if (outlet !== null) outlets.set(outlet, (outlets.get(outlet) ?? 0) + 1)
    const days = published === null ? null : parseEdtf(published)
    if (days === null) undated++
    else {
      first = Math.min(first, days.first)
      last = Math.max(last, days.last)
    }
    for (const { code, message } of failures) failed.push({ report, code, message })
  }
  return {
    documents: new Set(readings.map((reading) => reading.text)).size,
    sightings: readings.length,
    outlets: [...outlets]
      .map(([name, sightings]) => ({ name, sightings }))
      .sort((a, b) => b.sightings - a.sightings || compareText(a.name, b.name)),
    period: first <= last ? formatEdtf({ first, last }) : null,
    undated,
    unread: stillUnread(readings, unread),
    failed: failed.sort(
      (a, b) =>
        compareText(a.report, b.report) || compareText(a.code, b.code) || compareText(a.message, b.message),
    ),
  }
}

/** The newest word on each document that could not be read, unless it was read since. */
function stillUnread(readings: readonly Card[], unread: readonly Unread[]): Unread[] {
  const readAt = new Map<string, string>()
  for (const { report, recordedAt } of readings) {
    if (recordedAt > (readAt.get(report) ?? '')) readAt.set(report, recordedAt)
  }
  const newest = new Map<string, Unread>()
  for (const item of unread) {
    if ((readAt.get(item.id) ?? '') > item.recordedAt) continue
    const known = newest.get(item.id)
    const newer = known === undefined || item.recordedAt > known.recordedAt
    if (newer || (item.recordedAt === known.recordedAt && item.code > known.code)) newest.set(item.id, item)
  }
  return [...newest.values()].sort((a, b) => compareText(a.id, b.id))
}
