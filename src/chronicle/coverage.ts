import { formatEdtf, parseEdtf } from '../base/calendar.ts'
import type { Coverage, Reading, Unread } from './types.ts'
import { compareText } from './words.ts'

/** What the chronicle stands on: which documents, from whom, of which days, and what could not be read. */
export function coverageOf(
  readings: readonly Reading[],
  unread: readonly Unread[],
  bound: string | null,
): Coverage {
  const outlets = new Map<string, number>()
  let first = Infinity
  let last = -Infinity
  let undated = 0
  const failed: Coverage['failed'][number][] = []
  for (const { report } of readings) {
    if (report.source.outlet !== null)
      outlets.set(report.source.outlet, (outlets.get(report.source.outlet) ?? 0) + 1)
    const days = report.published.edtf === null ? null : parseEdtf(report.published.edtf)
    if (days === null) undated++
    else {
      first = Math.min(first, days.first)
      last = Math.max(last, days.last)
    }
    for (const { severity, code, message } of report.diagnostics) {
      if (severity === 'error') failed.push({ report: report.id, code, message })
    }
  }
  return {
    documents: new Set(readings.map((reading) => reading.text)).size,
    sightings: readings.length,
    outlets: [...outlets]
      .map(([name, sightings]) => ({ name, sightings }))
      .sort((a, b) => b.sightings - a.sightings || compareText(a.name, b.name)),
    period: first <= last ? formatEdtf({ first, last }) : null,
    undated,
    unread: stillUnread(readings, unread, bound),
    failed: failed.sort(
      (a, b) =>
        compareText(a.report, b.report) || compareText(a.code, b.code) || compareText(a.message, b.message),
    ),
  }
}

/** The newest word on each document that could not be read, unless it was read since. */
function stillUnread(
  readings: readonly Reading[],
  unread: readonly Unread[],
  bound: string | null,
): Unread[] {
  const readAt = new Map<string, string>()
  for (const { report, recordedAt } of readings) {
    if (recordedAt > (readAt.get(report.id) ?? '')) readAt.set(report.id, recordedAt)
  }
  const newest = new Map<string, Unread>()
  for (const item of unread) {
    if (bound !== null && item.recordedAt > bound) continue
    if ((readAt.get(item.id) ?? '') > item.recordedAt) continue
    const known = newest.get(item.id)
    const newer = known === undefined || item.recordedAt > known.recordedAt
    if (newer || (item.recordedAt === known.recordedAt && item.code > known.code)) newest.set(item.id, item)
  }
  return [...newest.values()].sort((a, b) => compareText(a.id, b.id))
}
