import { type DayInterval, parseEdtf } from '../base/calendar.ts'
import type { EventId, TextId } from '../base/ids.ts'
import { eventId } from '../base/ids.ts'
import type { Span } from '../base/spans.ts'
import type { Entity, EventType, ReportedEvent, Status } from '../document/report.ts'
import { isNewer } from './current.ts'
import { entitiesById, partiesOf, partyOf, placeOf } from './parties.ts'
import { byPublication } from './published.ts'
import type { EventMention, Party, PlaceRef, Reading } from './types.ts'
import { compareText } from './words.ts'

/** One sighting that tells an event. */
export interface Telling {
  readonly reading: Reading
  readonly event: ReportedEvent
  readonly entities: ReadonlyMap<string, Entity>
  readonly mention: EventMention
}

/** Fields that a person has set; they go before all that reports say. */
export interface Overrides {
  type?: EventType
  mode?: string
  date?: string
  place?: string
  status?: Status
  actors?: readonly Party[]
  recipients?: readonly Party[]
}

/** One place in one text that tells an event, with all sightings of that text: the smallest thing that is merged or split. */
export interface Passage {
  /** The event's id if this passage alone told it. */
  readonly id: EventId
  readonly text: TextId
  /** The trigger, or the evidence where no trigger was found. */
  readonly at: Span
  /** As the machine found it; `overrides.type` goes before it. */
  readonly foundType: EventType
  /** By publication, then reading id. */
  readonly tellings: readonly Telling[]
  /** The telling whose fields are compared: that of the newest reading. */
  readonly lead: Telling
  actors: readonly Party[]
  recipients: readonly Party[]
  readonly published: string | null
  overrides: Overrides
}

/** All passages, in canonical order: by publication, then text, then offset, then type. */
export function passagesOf(readings: readonly Reading[], sources: ReadonlyMap<string, string>): Passage[] {
  const groups = new Map<EventId, Telling[]>()
  for (const reading of readings) {
    const entities = entitiesById(reading.report)
    const seen = new Set<EventId>()
    for (const event of reading.report.events) {
      const at = anchorOf(event)
      const id = eventId(reading.text, at.from, at.to, event.type)
      if (seen.has(id)) continue
      seen.add(id)
      const telling = {
        reading,
        event,
        entities,
        mention: mentionOf(reading, event, entities, sources.get(reading.id)!),
      }
      const known = groups.get(id)
      if (known === undefined) groups.set(id, [telling])
      else known.push(telling)
    }
  }
  return [...groups].map(([id, tellings]) => passageOf(id, tellings)).sort(comparePassages)
}

function passageOf(id: EventId, found: Telling[]): Passage {
  const tellings = found.sort((a, b) => compareMentions(a.mention, b.mention))
  const lead = tellings.reduce((best, telling) => (isNewer(telling.reading, best.reading) ? telling : best))
  return {
    id,
    text: lead.reading.text,
    at: anchorOf(lead.event),
    foundType: lead.event.type,
    tellings,
    lead,
    actors: partiesOf(lead.event.actors, lead.entities),
    recipients: partiesOf(lead.event.recipients, lead.entities),
    published: tellings[0]!.mention.published,
    overrides: {},
  }
}

export function anchorOf(event: ReportedEvent): Span {
  return event.trigger.to > event.trigger.from ? event.trigger : event.evidence
}

export function typeOf(passage: Passage): EventType {
  return passage.overrides.type ?? passage.foundType
}

export function modeOf(passage: Passage): string | null {
  return passage.overrides.mode ?? passage.lead.event.mode
}

export function dateOfPassage(passage: Passage): { edtf: string; marked: boolean } | null {
  if (passage.overrides.date !== undefined) return { edtf: passage.overrides.date, marked: true }
  return passage.lead.mention.date
}

export function placeOfPassage(passage: Passage): PlaceRef | null {
  const name = passage.overrides.place
  if (name === undefined) return placeOf(passage.lead.event, passage.lead.entities)
  return { name, country: null, codebook: null, precision: null, coordinates: null }
}

/**
 * The days on which the event can have been. An unmarked date is the report's own, and news of today is of today or yesterday.
 * Null when nothing is known.
 */
export function windowOf(passage: Passage): DayInterval | null {
  const date = dateOfPassage(passage)
  const days = date === null ? null : parseEdtf(date.edtf)
  if (days === null || date === null) return null
  return date.marked ? days : { first: days.first - 1, last: days.last }
}

/** What a report says with a source behind it is claimed, whoever the source is. */
export function statusOf(event: ReportedEvent): Status {
  const { status } = event.factuality
  return status === 'asserted' && event.attribution !== null ? 'claimed' : status
}

function mentionOf(
  reading: Reading,
  event: ReportedEvent,
  entities: ReadonlyMap<string, Entity>,
  sourceKey: string,
): EventMention {
  const { report } = reading
  const source = entities.get(event.attribution?.entity ?? '')
  const quoted = ({ from, to }: Span) => ({ from, to, quote: report.text?.slice(from, to) ?? '' })
  const at = anchorOf(event)
  return {
    id: eventId(reading.text, at.from, at.to, event.type),
    type: event.type,
    reading: reading.id,
    text: reading.text,
    report: report.id,
    reportEvent: event.id,
    outlet: report.source.outlet,
    agency: report.source.agency,
    url: report.source.url,
    published: report.published.edtf,
    recordedAt: reading.recordedAt,
    evidence: quoted(event.evidence),
    also: event.mentions.map(quoted),
    trigger: quoted(event.trigger),
    date: event.date === null ? null : { edtf: event.date.edtf, marked: event.date.marked },
    aux: event.aux,
    status: statusOf(event),
    attribution: event.attribution,
    attributedTo: source === undefined ? null : partyOf(source),
    rule: event.rule,
    confidence: event.confidence,
    sourceKey,
  }
}

/** Canonical order: earliest published, then text, then offset, then reading. */
export function compareMentions(a: EventMention, b: EventMention): number {
  return (
    byPublication(a.published, b.published) ||
    compareText(a.text, b.text) ||
    a.evidence.from - b.evidence.from ||
    a.trigger.from - b.trigger.from ||
    compareText(a.reading, b.reading)
  )
}

function comparePassages(a: Passage, b: Passage): number {
  return (
    byPublication(a.published, b.published) ||
    compareText(a.text, b.text) ||
    a.at.from - b.at.from ||
    a.at.to - b.at.to ||
    compareText(a.foundType, b.foundType)
  )
}
