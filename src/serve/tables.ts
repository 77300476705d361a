import type { Coverage } from '../chronicle/types.ts'
import { messagesFor } from '../render/messages/index.ts'
import { figureInWords } from '../render/messages/numbers.ts'
import type * as api from './api.ts'

/** An answer as a table, for `.csv` and `.md`. Column names are those of the API. */
export interface Table {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly Cell[])[]
}
export type Cell = string | number | boolean | null

export type Standing = { readonly asOf: string | null; readonly coverage: Coverage }

export const noTable = (): Table => ({ columns: [], rows: [] })

export const EVENT = [
  ...['id', 'date', 'type', 'mode', 'actors', 'recipients', 'place', 'country', 'status', 'by'],
  ...['figures', 'sources', 'contradictions', 'confidence', 'review', 'quote'],
]

export function eventCells(event: api.EventSummary): Cell[] {
  const { id, date, type, mode, place, status, by, confidence, review, quote } = event
  return [
    ...[id, date?.edtf ?? null, type, mode, sides(event.actors), sides(event.recipients)],
    ...[place?.name ?? null, place?.country ?? null, status, by, amounts(event.figures)],
    ...[event.independentSources, event.contradictions, confidence, review, quote],
  ]
}

/** As the German line has it: the texts are German. */
export function sides(list: readonly api.Side[]): string {
  return list.map(({ name, shown }) => shown?.de ?? name).join('; ')
}

export function amounts(list: api.EventSummary['figures']): string {
  return list.map(amountInWords).join('; ')
}

function amountInWords(amount: api.EventSummary['figures'][number]): string {
  const span = { id: '', from: 0, to: 0, place: null, asOf: null, period: null, relation: null }
  return figureInWords({ ...span, attribution: null, ...amount }, messagesFor('de')) ?? ''
}

export const eventsTable = ({ events }: api.EventsAnswer): Table => ({
  columns: EVENT,
  rows: events.map(eventCells),
})

export const timelineTable = ({ days }: api.TimelineAnswer): Table => ({
  columns: ['date', 'type', 'events'],
  rows: days.flatMap(({ edtf, types }) =>
    Object.entries(types).map(([type, events]) => [edtf, type, events ?? 0]),
  ),
})

export const placesTable = ({ places }: api.PlacesAnswer): Table => ({
  columns: ['place', 'country', 'precision', 'latitude', 'longitude', 'events'],
  rows: places.map(({ name, country, precision, coordinates, events }) => [
    ...[name, country, precision, coordinates?.[0] ?? null, coordinates?.[1] ?? null, events],
  ]),
})

export const dyadsTable = ({ actors, dyads }: api.ActorsAnswer): Table => {
  const names = new Map(actors.map((actor) => [actor.key, sides([actor])]))
  return {
    columns: ['actor', 'recipient', 'type', 'events'],
    rows: dyads.flatMap(({ actor, recipient, types }) =>
      Object.entries(types).map(([type, events]) => [
        ...[names.get(actor) ?? actor, names.get(recipient) ?? recipient, type, events ?? 0],
      ]),
    ),
  }
}

export const actorTable = ({ acting, receiving }: api.ActorAnswer): Table => ({
  columns: ['side', ...EVENT],
  rows: [
    ...acting.map((event) => ['actor', ...eventCells(event)]),
    ...receiving.map((event) => ['recipient', ...eventCells(event)]),
  ],
})

export const contradictionsTable = ({ contradictions }: api.ContradictionsAnswer): Table => ({
  columns: ['event', 'kind', 'left', 'leftReport', 'right', 'rightReport'],
  rows: contradictions.map(({ event, kind, left, right }) => [
    ...[event, kind, left.quote, left.report, right.quote, right.report],
  ]),
})

export const positionsTable = ({ positions }: api.PositionsAnswer): Table => ({
  columns: ['holder', 'stance', 'topic', 'published', 'report', 'quote'],
  rows: positions.map(({ holder, stance, topic, published, report, evidence }) => [
    ...[sides([holder]), stance, topic, published, report, evidence.quote],
  ]),
})

export const searchTable = ({ hits }: api.SearchAnswer): Table => ({
  columns: ['report', 'outlet', 'published', 'from', 'to', 'quote', 'events'],
  rows: hits.map(({ report, outlet, published, sentence, events }) => [
    ...[report, outlet, published, sentence.from, sentence.to, sentence.quote],
    events.map(({ id }) => id).join(' '),
  ]),
})

export const reviewTable = ({ queue }: api.ReviewAnswer): Table => ({
  columns: ['doubt', 'reasons', ...EVENT],
  rows: queue.map(({ doubt, reasons, event }) => [doubt, reasons.join(' '), ...eventCells(event)]),
})

export const journalTable = ({ entries }: api.JournalAnswer): Table => ({
  columns: ['id', 'recordedAt', 'by', 'kind', 'field', 'value', 'why', 'undoneBy', 'events'],
  rows: entries.map(({ id, recordedAt, by, kind, field, value, why, undoneBy, events }) => [
    ...[id, recordedAt, by, kind, field, value, why, undoneBy, events.join(' ')],
  ]),
})

export const changesTable = ({ changes }: api.ChangesAnswer): Table => ({
  columns: ['change', 'fields', 'causes', ...EVENT],
  rows: changes.map(({ kind, fields, causes, event }) => [
    kind,
    fields.join(' '),
    causes.map((cause) => cause.report ?? cause.by ?? cause.kind).join('; '),
    ...eventCells(event),
  ]),
})

export const coverageTable = ({ coverage }: Standing): Table => ({
  columns: ['outlet', 'sightings'],
  rows: coverage.outlets.map(({ name, sightings }) => [name, sightings]),
})

export const feedsTable = ({ feeds }: api.FeedsAnswer): Table => ({
  columns: [
    ...['name', 'url', 'standing', 'text', 'every', 'lastSuccess', 'nextPoll', 'lastItem', 'newest'],
    ...['itemsADay', 'quietSince', 'pending', 'errors', 'error'],
  ],
  rows: feeds.map((feed) => [
    ...[feed.name, feed.url, feed.standing, feed.text, feed.every, feed.lastSuccess, feed.nextPoll],
    ...[feed.lastItem, feed.newest, feed.itemsADay, feed.quietSince, feed.pending, feed.errors],
    feed.error?.message ?? null,
  ]),
})
