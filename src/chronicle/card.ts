import { type EventId, eventId, type ReadingId, type SightingId, type TextId } from '../base/ids.ts'
import type { Span } from '../base/spans.ts'
import type {
  Entity,
  EntityKind,
  EventType,
  Figure,
  Report,
  ReportedEvent,
  Status,
} from '../document/report.ts'
import { figureReading, figuresOf } from './figures.ts'
import type { ItemFacts } from './items.ts'
import { type Notice, noticeOf } from './notices.ts'
import { entitiesById, partiesOf, partyOf, placeOf } from './parties.ts'
import { positionsIn } from './positions.ts'
import { type Several, severalOf } from './series.ts'
import type { Shared } from './shared.ts'
import { type Sketch, sketchOf, storyOf } from './sketch.ts'
import type { OwnFigure, OwnMention, Party, PlaceRef, PositionReading, Reading } from './types.ts'
import type { NumberSet } from './words.ts'
import { excerpt, hash32, numberSet, stemsOf, without } from './words.ts'

/** The fields of a reported event that the chronicle goes on to use. */
export type ToldEvent = Pick<ReportedEvent, 'id' | 'type' | 'mode' | 'contexts' | 'evidence' | 'trigger'>

/** One sighting that tells an event. */
export interface Telling {
  /** Id of the passage: the text, the anchor, the type. */
  readonly passage: EventId
  readonly sighting: SightingId
  readonly at: Span
  readonly event: ToldEvent
  readonly mention: OwnMention
  readonly actors: readonly Party[]
  readonly recipients: readonly Party[]
  readonly place: PlaceRef | null
  readonly figures: readonly OwnFigure[]
  /** Topical words of the sentence, without the names of the parties. */
  readonly words: NumberSet
  readonly several: Several | null
}

/** What the chronicle keeps of a reading: all that identity compares and a page shows, and not the report. */
export interface Card {
  readonly reading: ReadingId
  readonly sighting: SightingId
  readonly text: TextId
  readonly recordedAt: string
  readonly report: string
  readonly outlet: string | null
  readonly agency: readonly string[]
  readonly url: string | null
  readonly published: string | null
  readonly title: string | null
  readonly notice: Notice | null
  /** Of an item in a newsroom format; what is withheld or canceled tells nothing. */
  readonly item: ItemFacts | null
  readonly hasText: boolean
  readonly sketch: Sketch
  readonly story: Uint32Array
  readonly tellings: readonly Telling[]
  /** Every figure of the text, those of its events included. */
  readonly figures: readonly OwnFigure[]
  readonly positions: readonly PositionReading[]
  readonly failures: readonly { readonly code: string; readonly message: string }[]
}

export function cardOf(reading: Reading, shared: Shared): Card {
  const { report } = reading
  const { source, published } = report
  const entities = entitiesById(report)
  const figures = new Map(report.figures.map((figure) => [figure, figureReading(reading, figure, entities)]))
  const title = titleOf(report)
  const isUsable = (source.item?.status ?? 'usable') === 'usable'
  return {
    reading: reading.id,
    sighting: reading.sighting,
    text: reading.text,
    recordedAt: reading.recordedAt,
    report: report.id,
    outlet: source.outlet,
    agency: source.agency,
    url: source.url,
    published: published.edtf,
    title,
    notice: noticeOf(report, title),
    item: itemOf(report),
    hasText: report.text !== null,
    sketch: sketchOf(report),
    story: storyOf(report),
    tellings: isUsable ? tellingsOf(reading, entities, figures, shared) : NONE,
    figures: isUsable && figures.size > 0 ? [...figures.values()] : NONE,
    positions: isUsable ? positionsIn(reading) : NONE,
    failures: report.diagnostics
      .filter(({ severity }) => severity === 'error')
      .map(({ code, message }) => ({ code, message })),
  }
}

/** One empty list for all. */
const NONE: readonly never[] = []

function itemOf({ source: { item } }: Report): ItemFacts | null {
  if (item === undefined) return null
  const { uri, version, created, status, corrects, replaces } = item
  return { uri, version, created, status, corrects, replaces }
}

function titleOf({ title, titleText, text }: Report): string | null {
  return titleText ?? (title === null || text === null ? null : text.slice(title.from, title.to))
}

export function anchorOf(event: Pick<ReportedEvent, 'trigger' | 'evidence'>): Span {
  return event.trigger.to > event.trigger.from ? event.trigger : event.evidence
}

function tellingsOf(
  reading: Reading,
  entities: ReadonlyMap<string, Entity>,
  figures: ReadonlyMap<Figure, OwnFigure>,
  shared: Shared,
): Telling[] {
  const { report } = reading
  const tellings = new Map<EventId, Telling>()
  for (const event of report.events) {
    const at = anchorOf(event)
    const passage = passageId(reading.text, at, event.type)
    if (tellings.has(passage)) continue
    const actors = shared.list(partiesOf(event.actors, entities))
    const recipients = shared.list(partiesOf(event.recipients, entities))
    const named = stemsOf([...actors, ...recipients].map(({ name }) => name).join(' '))
    const { id, type, mode, contexts, evidence, trigger } = event
    tellings.set(passage, {
      passage,
      sighting: reading.sighting,
      at,
      event: { id, type, mode, contexts, evidence, trigger },
      mention: mentionOf(reading, event, passage, entities),
      actors,
      recipients,
      place: shared.place(placeOf(event, entities)),
      figures: figuresOf(report, event).map((figure) => figures.get(figure)!),
      words: numberSet(
        [...stemsOf(topicalPart(report, event))].filter((stem) => !named.has(stem)).map(hash32),
      ),
      several: severalOf(report, event),
    })
  }
  return [...tellings.values()]
}

export const passageId = (text: TextId, at: Span, type: EventType) => eventId(text, at.from, at.to, type)

const IS_PLACE: ReadonlySet<EntityKind> = new Set(['state', 'place'])

/**
 * The sentence that holds the evidence (the evidence itself where the report lists no sentences) without what other fields say already:
 * its dates and places. Two deeds of one Wednesday in Mexico are not alike because both say so.
 */
function topicalPart({ text, sentences, times, entities }: Report, { evidence }: ReportedEvent): string {
  if (text === null) return ''
  const [from, to] = sentences.find((span) => span[0] <= evidence.from && evidence.to <= span[1]) ?? [
    evidence.from,
    evidence.to,
  ]
  const places = entities.filter(({ kind }) => IS_PLACE.has(kind)).flatMap(({ mentions }) => mentions)
  const told = [...times, ...places].filter((span) => span.from < to && from < span.to)
  return without(text, { from, to }, told)
}

/** What a report says with a source behind it is claimed, whoever the source is. */
export function statusOf(event: ReportedEvent): Status {
  const { status } = event.factuality
  return status === 'asserted' && event.attribution !== null ? 'claimed' : status
}

function mentionOf(
  reading: Reading,
  event: ReportedEvent,
  id: EventId,
  entities: ReadonlyMap<string, Entity>,
): OwnMention {
  const { report } = reading
  const source = entities.get(event.attribution?.entity ?? '')
  const quoted = ({ from, to }: Span) => ({ from, to, quote: excerpt(report.text, from, to) })
  return {
    id,
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
    also: event.mentions.length === 0 ? NONE : event.mentions.map(quoted),
    trigger: quoted(event.trigger),
    date: event.date === null ? null : { edtf: event.date.edtf, marked: event.date.marked },
    aux: event.aux,
    status: statusOf(event),
    attribution: event.attribution,
    attributedTo: source === undefined ? null : partyOf(source),
    rule: event.rule,
    confidence: event.confidence,
  }
}
