import { formatDay } from '../../base/calendar.ts'
import type { Document } from '../../document/document.ts'
import type { DateEvidence } from './evidence.ts'
import { type CueIndex, type FoundEvent, publicEventsIn } from './public-events.ts'

/** What is planned is written of before it happens. */
const PLANNED = new Set(['election', 'summit', 'treaty', 'government', 'other', 'withdrawal', 'resolution'])
/** Days that reports run ahead of what is planned. */
const AHEAD = 420
/**
 * How long after the latest public event it names a report is written, days: 19 in 20 within 2110, 49 in 50 within 2855 (39 reports of
 * `gold/quotes/train`); with a word of recency within a year.
 */
const AFTER_LATEST = 3000
const AFTER_RECENT = 370
/** Words that say the event has just been, in the sentence that names it. */
const RECENT =
  /(?:^|\P{L})(?:seit|jüngst|kürzlich|vergangene[nrms]?|letzte[nrms]?|gestern|heute|neue[nrms]?|soeben|zuletzt|derzeit|weiterhin|nach\s(?:dem|der|den))(?=\P{L})/iu

/** Public events that the text speaks of: it was written after they began, and rather soon after the latest of them. */
export function eventEvidence(doc: Document, cues: CueIndex): DateEvidence[] {
  const found = publicEventsIn(doc, cues).sort((a, b) => b.days.first - a.days.first)
  const out = found.map(lowerBound)
  const latest = found[0]
  if (latest) out.push(upperBound(doc, latest))
  return out
}

function lowerBound({ event, days, from, to }: FoundEvent): DateEvidence {
  const planned = PLANNED.has(event.kind)
  const first = planned ? days.first - AHEAD : days.first
  return {
    from,
    to,
    days: [{ first, last: Infinity }],
    weight: planned ? 1 : 1.5,
    hard: true,
    why: `This tells of “${event.name}” (${event.edtf}): the report ${planned ? 'is hardly older than the plans for it' : 'is not older'}.`,
  }
}

function upperBound(doc: Document, { event, days, from, to }: FoundEvent): DateEvidence {
  const recent = RECENT.test(doc.text.slice(from, to))
  const last = (days.last === Infinity ? days.first : days.last) + (recent ? AFTER_RECENT : AFTER_LATEST)
  return {
    from,
    to,
    days: [{ first: -Infinity, last }],
    weight: 1,
    hard: false,
    why: `“${event.name}” is the latest event named${recent ? ', and as news' : ''}: the report is hardly younger than ${formatDay(last)}.`,
  }
}
