import type {
  ChronicleEvent,
  Contradiction,
  EventMention,
  FigureReading,
  Party,
  Relation,
} from '../../chronicle/types.ts'
import type { Report } from '../../document/report.ts'
import { dateCells } from './precision.ts'
import { type Column, listed } from './table.ts'

/** What the columns need to know beside the row itself. */
export interface ExportFacts {
  readonly quadOf: (type: ChronicleEvent['type']) => string | null
  readonly storyOf: (event: string) => string | null
  readonly contradictionsOf: (event: string) => number
  readonly readerOf: (reading: string) => Report['reader'] | null
  readonly withQuotes: boolean
}

export interface MentionRow {
  readonly event: ChronicleEvent
  readonly mention: EventMention
}
export interface FigureRow {
  readonly event: ChronicleEvent
  readonly figure: FigureReading
}
export interface TombstoneRow {
  readonly id: string
  readonly became: 'superseded' | 'rejected' | 'forgotten'
  /** The event that the id stands for now. */
  readonly event: string | null
  readonly recordedAt: string | null
  readonly by: string | null
  readonly why: string | null
}

const partyColumns = (
  prefix: 'actor' | 'recipient',
  of: (event: ChronicleEvent) => readonly Party[],
): Column<ChronicleEvent>[] => [
  { name: `${prefix}_names`, cell: (event) => listed(of(event).map(({ name }) => name)) },
  { name: `${prefix}_keys`, cell: (event) => listed(of(event).map(({ key }) => key)) },
  { name: `${prefix}_countries`, cell: (event) => listed(of(event).map(({ country }) => country)) },
  { name: `${prefix}_sectors`, cell: (event) => listed(of(event).map(({ sector }) => sector)) },
]

export const eventColumns = (facts: ExportFacts): Column<ChronicleEvent>[] => [
  { name: 'event_id', cell: ({ id }) => id },
  { name: 'type', cell: ({ type }) => type },
  { name: 'mode', cell: ({ mode }) => mode },
  { name: 'quad_class', cell: ({ type }) => facts.quadOf(type) },
  { name: 'contexts', cell: ({ contexts }) => listed(contexts) },
  { name: 'status', cell: ({ status }) => status },
  { name: 'status_history', cell: ({ history }) => history.map(({ status }) => status).join('; ') },
  { name: 'retracted', cell: ({ retracted }) => retracted },
  { name: 'aux', cell: ({ aux }) => aux },
  ...partyColumns('actor', ({ actors }) => actors),
  ...partyColumns('recipient', ({ recipients }) => recipients),
  { name: 'date', cell: ({ date }) => date?.edtf ?? null },
  { name: 'date_first', cell: ({ date }) => dateCells(date?.edtf ?? null).first },
  { name: 'date_last', cell: ({ date }) => dateCells(date?.edtf ?? null).last },
  { name: 'date_precision', cell: ({ date }) => dateCells(date?.edtf ?? null).precision },
  { name: 'date_marked', cell: ({ date }) => date?.marked ?? null },
  { name: 'place', cell: ({ place }) => place?.name ?? null },
  { name: 'place_country', cell: ({ place }) => place?.country ?? null },
  { name: 'place_codebook', cell: ({ place }) => place?.codebook ?? null },
  { name: 'place_precision', cell: ({ place }) => place?.precision ?? null },
  { name: 'latitude', cell: ({ place }) => place?.coordinates?.[0] ?? null },
  { name: 'longitude', cell: ({ place }) => place?.coordinates?.[1] ?? null },
  { name: 'independent_sources', cell: ({ independentSources }) => independentSources },
  { name: 'mentions', cell: ({ mentions }) => mentions.length },
  { name: 'contradictions', cell: ({ id }) => facts.contradictionsOf(id) },
  { name: 'first_reported', cell: ({ firstReported }) => firstReported },
  { name: 'last_reported', cell: ({ lastReported }) => lastReported },
  { name: 'confidence', cell: ({ confidence }) => confidence },
  { name: 'review', cell: ({ review }) => review },
  { name: 'story_id', cell: ({ id }) => facts.storyOf(id) },
]

export const mentionColumns = (facts: ExportFacts): Column<MentionRow>[] => [
  { name: 'mention_id', cell: ({ mention }) => mention.id },
  { name: 'event_id', cell: ({ event }) => event.id },
  { name: 'report', cell: ({ mention }) => mention.report },
  { name: 'text_sha256', cell: ({ mention }) => mention.text },
  { name: 'reading_id', cell: ({ mention }) => mention.reading },
  { name: 'outlet', cell: ({ mention }) => mention.outlet },
  { name: 'agencies', cell: ({ mention }) => listed(mention.agency) },
  { name: 'url', cell: ({ mention }) => mention.url },
  { name: 'published', cell: ({ mention }) => mention.published },
  { name: 'recorded_at', cell: ({ mention }) => mention.recordedAt },
  { name: 'type', cell: ({ mention }) => mention.type },
  { name: 'status', cell: ({ mention }) => mention.status },
  { name: 'aux', cell: ({ mention }) => mention.aux },
  { name: 'date', cell: ({ mention }) => mention.date?.edtf ?? null },
  { name: 'date_marked', cell: ({ mention }) => mention.date?.marked ?? null },
  { name: 'evidence_from', cell: ({ mention }) => mention.evidence.from },
  { name: 'evidence_to', cell: ({ mention }) => mention.evidence.to },
  { name: 'trigger_from', cell: ({ mention }) => mention.trigger.from },
  { name: 'trigger_to', cell: ({ mention }) => mention.trigger.to },
  { name: 'quote', cell: ({ mention }) => (facts.withQuotes ? mention.evidence.quote : null) },
  { name: 'attributed_to', cell: ({ mention }) => mention.attribution?.name ?? null },
  {
    name: 'attribution_chain',
    cell: ({ mention }) => listed(mention.attribution?.chain.map(({ name }) => name) ?? []),
  },
  { name: 'source_key', cell: ({ mention }) => mention.sourceKey },
  { name: 'superseded_by', cell: ({ mention }) => mention.superseded?.by ?? null },
  { name: 'superseded_as', cell: ({ mention }) => mention.superseded?.kind ?? null },
  { name: 'rule', cell: ({ mention }) => mention.rule },
  { name: 'confidence', cell: ({ mention }) => mention.confidence },
  { name: 'reader_program', cell: ({ mention }) => facts.readerOf(mention.reading)?.program ?? null },
  { name: 'reader_model', cell: ({ mention }) => facts.readerOf(mention.reading)?.model ?? null },
  { name: 'reader_codebook', cell: ({ mention }) => facts.readerOf(mention.reading)?.codebook ?? null },
]

export const figureColumns = (facts: ExportFacts): Column<FigureRow>[] => [
  { name: 'event_id', cell: ({ event }) => event.id },
  { name: 'report', cell: ({ figure }) => figure.report },
  { name: 'reading_id', cell: ({ figure }) => figure.reading },
  { name: 'published', cell: ({ figure }) => figure.published },
  { name: 'unit', cell: ({ figure }) => figure.figure.unit },
  { name: 'value', cell: ({ figure }) => figure.figure.value },
  { name: 'min', cell: ({ figure }) => figure.figure.min },
  { name: 'max', cell: ({ figure }) => figure.figure.max },
  { name: 'approx', cell: ({ figure }) => figure.figure.approx },
  { name: 'counted', cell: ({ figure }) => figure.figure.counted },
  { name: 'as_of', cell: ({ figure }) => figure.figure.asOf },
  { name: 'period', cell: ({ figure }) => figure.figure.period },
  { name: 'attributed_to', cell: ({ figure }) => figure.figure.attribution?.name ?? null },
  { name: 'figure_from', cell: ({ figure }) => figure.figure.from },
  { name: 'figure_to', cell: ({ figure }) => figure.figure.to },
  { name: 'quote', cell: ({ figure }) => (facts.withQuotes ? figure.quote : null) },
  { name: 'source_key', cell: ({ figure }) => figure.sourceKey },
  { name: 'superseded_by', cell: ({ figure }) => figure.superseded?.by ?? null },
]

export const contradictionColumns = (facts: ExportFacts): Column<Contradiction>[] => [
  { name: 'contradiction_id', cell: ({ id }) => id },
  { name: 'event_id', cell: ({ event }) => event },
  { name: 'kind', cell: ({ kind }) => kind },
  { name: 'resolved', cell: ({ resolved }) => resolved },
  ...(['left', 'right'] as const).flatMap((side): Column<Contradiction>[] => [
    { name: `${side}_report`, cell: (row) => row[side].report },
    { name: `${side}_from`, cell: (row) => row[side].from },
    { name: `${side}_to`, cell: (row) => row[side].to },
    { name: `${side}_quote`, cell: (row) => (facts.withQuotes ? row[side].quote : null) },
  ]),
]

export const relationColumns: readonly Column<Relation>[] = [
  { name: 'from_event', cell: ({ from }) => from },
  { name: 'kind', cell: ({ kind }) => kind },
  { name: 'to_event', cell: ({ to }) => to },
  { name: 'rule', cell: ({ rule }) => rule },
]

export const tombstoneColumns: readonly Column<TombstoneRow>[] = [
  { name: 'id', cell: ({ id }) => id },
  { name: 'became', cell: ({ became }) => became },
  { name: 'event_id', cell: ({ event }) => event },
  { name: 'recorded_at', cell: ({ recordedAt }) => recordedAt },
  { name: 'by', cell: ({ by }) => by },
  { name: 'why', cell: ({ why }) => why },
]
