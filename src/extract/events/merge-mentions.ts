import { bySpan } from '../../base/spans.ts'
import type { Document } from '../../document/document.ts'
import type { ReportedEvent } from '../../document/report.ts'

/** Tellings of one event within a document become one event: the one with most detail stays, the others are its mentions. */
export function mergeMentions(events: readonly ReportedEvent[], doc: Document): ReportedEvent[] {
  const country = new Map(doc.layer('entities').map((e) => [e.id, e.country ?? e.name]))
  const kept: ReportedEvent[] = []
  for (const event of [...events].sort((a, b) => detail(b) - detail(a) || bySpan(a.trigger, b.trigger))) {
    const same = kept.findIndex((k) => compatible(k, event, country))
    if (same < 0) kept.push(event)
    else kept[same] = { ...kept[same]!, mentions: [...kept[same]!.mentions, event.evidence], figures: [...new Set([...kept[same]!.figures, ...event.figures])] }
  }
  return kept.sort((a, b) => bySpan(a.trigger, b.trigger))
}

const detail = (e: ReportedEvent) => 2 * e.actors.length + 2 * e.recipients.length + e.figures.length + (e.date?.marked ? 2 : 0) + (e.place ? 1 : 0)

function compatible(a: ReportedEvent, b: ReportedEvent, country: ReadonlyMap<string, string>): boolean {
  if (a.type !== b.type || a.mode !== b.mode || a.aux !== b.aux) return false
  if (a.date && b.date && a.date.marked && b.date.marked && a.date.edtf !== b.date.edtf) return false
  if (a.place && b.place && a.place !== b.place && a.placePrecision !== 'country' && b.placePrecision !== 'country') return false
  return sameSide(a.actors, b.actors, country) && sameSide(a.recipients, b.recipients, country)
}

/** Equal in countries, or one of them says nothing. */
function sameSide(a: readonly string[], b: readonly string[], country: ReadonlyMap<string, string>): boolean {
  if (a.length === 0 || b.length === 0) return true
  const set = new Set(a.map((id) => country.get(id)))
  return b.some((id) => set.has(country.get(id)))
}
