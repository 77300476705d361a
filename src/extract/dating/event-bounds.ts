import type { Document } from '../../document/document.ts'
import type { DateEvidence, EvidenceKind } from './evidence.ts'
import { type CueIndex, type FoundEvent, publicEventsIn } from './public-events.ts'

/** What is planned is written of before it happens. */
const PLANNED = new Set([
  'election',
  'summit',
  'treaty',
  'government',
  'other',
  'withdrawal',
  'resolution',
  'sport',
  'law',
  'space',
])
const TOPICAL: ReadonlyMap<string, EvidenceKind> = new Map([
  ['office', 'topical-office'],
  ['person', 'topical-person'],
  ['topic', 'topic'],
])
/** News stand in the first sentences, what happened before further down. */
const LEAD = 2

/** What the document says of its date in other ways. */
export interface Told {
  readonly offices: readonly DateEvidence[]
  readonly dates: readonly DateEvidence[]
}

/**
 * Public events that the text speaks of: it was written after they began, and rather soon after the latest of them. Left out are events
 * of the same time as one before, events whose own date the sentence names, and offices that are told of already.
 */
export function eventEvidence(doc: Document, cues: CueIndex, { offices, dates }: Told): DateEvidence[] {
  const found = publicEventsIn(doc, cues).sort((a, b) => b.days.first - a.days.first)
  const out: DateEvidence[] = []
  let latest = true
  let last = Infinity
  for (const one of found) {
    const topical = TOPICAL.get(one.event.kind)
    if (topical) {
      if (!offices.some((office) => isSameOffice(doc, one, office))) out.push(evidenceOf(one, topical))
      continue
    }
    if (last - one.days.first < SAME || dates.some((date) => isSameDate(one, date))) continue
    last = one.days.first
    out.push(evidenceOf(one, kindOf(doc, one, latest)))
    latest = false
  }
  return out
}

/** Events that began within so many days of each other are one story. */
const SAME = 45

function isSameDate({ days, from, to }: FoundEvent, date: DateEvidence): boolean {
  const named = date.days[0]!
  const near = date.days.length === 1 && named.first <= days.first + SAME && named.last >= days.first - SAME
  return near && date.from >= from && date.to <= to
}

function isSameOffice(doc: Document, { event, from, to }: FoundEvent, office: DateEvidence): boolean {
  const mention = doc.text.slice(office.from, office.to).toLowerCase()
  const inSentence = office.from >= from && office.to <= to
  return inSentence && event.cues.some((stems) => mention.includes(stems[0]!.replace(/^[=~]/, '')))
}

function kindOf(doc: Document, { event, from }: FoundEvent, latest: boolean): EvidenceKind {
  const planned = PLANNED.has(event.kind)
  if (!latest) return planned ? 'planned-event' : 'event'
  const lead = (doc.layer('tokens').sentenceAt(from)?.index ?? LEAD) < LEAD
  if (lead) return planned ? 'lead-planned-event' : 'lead-event'
  return planned ? 'latest-planned-event' : 'latest-event'
}

function evidenceOf({ event, days, from, to }: FoundEvent, kind: EvidenceKind): DateEvidence {
  const why = TOPICAL.has(event.kind) ? 'is spoken of mostly then' : 'is spoken of from then on'
  return { from, to, kind, days: [days], why: `“${event.name}” (${event.edtf}) ${why}.` }
}
