import { type DayInterval, parseEdtf } from '../base/calendar.ts'
import type { EventId, TextId } from '../base/ids.ts'
import type { Span } from '../base/spans.ts'
import type { EventType, Status } from '../document/report.ts'
import type { Card, Telling } from './card.ts'
import { byPublication } from './published.ts'
import type { EventMention, Party, PlaceRef } from './types.ts'
import { compareText } from './words.ts'

export { anchorOf, type Telling } from './card.ts'

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
  readonly published: string | null
  overrides: Overrides
}

/** The passages of one text, from its sightings; in canonical order. */
export function passagesOf(cards: readonly Card[]): Passage[] {
  const groups = new Map<EventId, Telling[]>()
  for (const card of cards) {
    for (const telling of card.tellings) {
      const known = groups.get(telling.passage)
      if (known === undefined) groups.set(telling.passage, [telling])
      else known.push(telling)
    }
  }
  return [...groups].map(([id, tellings]) => passageOf(id, tellings)).sort(comparePassages)
}

function passageOf(id: EventId, found: Telling[]): Passage {
  const tellings = found.sort((a, b) => compareMentions(a.mention, b.mention))
  const lead = tellings.reduce((best, telling) => (isNewer(telling, best) ? telling : best))
  return {
    id,
    text: lead.mention.text,
    at: lead.at,
    foundType: lead.event.type,
    tellings,
    lead,
    published: tellings[0]!.mention.published,
    overrides: {},
  }
}

/** By time of recording; of one instant by sighting, so that neither an order of arrival nor another reader can show. */
function isNewer(a: Telling, b: Telling): boolean {
  const [left, right] = [a.mention.recordedAt, b.mention.recordedAt]
  return left > right || (left === right && a.sighting > b.sighting)
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
  if (name === undefined) return passage.lead.place
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

export function statusOfPassage(passage: Passage): Status {
  return passage.overrides.status ?? passage.lead.mention.status
}

/** What the order of mentions hangs on. */
type Placed = Pick<EventMention, 'published' | 'text' | 'evidence' | 'trigger' | 'reading'>

/** Canonical order: earliest published, then text, then offset, then reading. */
export function compareMentions(a: Placed, b: Placed): number {
  return (
    byPublication(a.published, b.published) ||
    compareText(a.text, b.text) ||
    a.evidence.from - b.evidence.from ||
    a.trigger.from - b.trigger.from ||
    compareText(a.reading, b.reading)
  )
}

/** By publication, then text, then offset, then type. */
export function comparePassages(a: Passage, b: Passage): number {
  return (
    byPublication(a.published, b.published) ||
    compareText(a.text, b.text) ||
    a.at.from - b.at.from ||
    a.at.to - b.at.to ||
    compareText(a.foundType, b.foundType)
  )
}
