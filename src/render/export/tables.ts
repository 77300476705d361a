import { relationsOf } from '../../chronicle/relations.ts'
import { storiesOf } from '../../chronicle/stories.ts'
import type { ChronicleEvent, View } from '../../chronicle/types.ts'
import type { EventCategory } from '../../codebook/types.ts'
import {
  contradictionColumns,
  type ExportFacts,
  eventColumns,
  figureColumns,
  mentionColumns,
  relationColumns,
  tombstoneColumns,
} from './columns.ts'
import { ploverColumns } from './plover.ts'
import { type Table, tableOf } from './table.ts'
import { tombstonesOf } from './tombstones.ts'

export const EXPORT_FORMATS = ['csv', 'jsonl', 'plover'] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]

export interface ExportOptions {
  readonly categories: readonly EventCategory[]
  /** Recording time of the view. */
  readonly asOf: string
  /** False: no words of the reports travel. */
  readonly withQuotes: boolean
}

/**
 * The tables of an export, each in a fixed order of rows: the same view gives the same tables. Events that a person has rejected stand
 * in `tombstones` only.
 */
export function exportTables(view: View, format: ExportFormat, options: ExportOptions): Table[] {
  const events = view.chronicle.events.filter(({ review }) => review !== 'rejected')
  const facts = factsOf(view, options)
  const tombstones = tableOf('tombstones', tombstoneColumns, tombstonesOf(view, options.asOf))
  if (format === 'plover') return [tableOf('plover', ploverColumns(facts), events), tombstones]
  const told = new Set(events.map(({ id }) => id))
  return [
    tableOf('events', eventColumns(facts), events),
    tableOf(
      'mentions',
      mentionColumns(facts),
      rowsOf(events, (event) => event.mentions.map((mention) => ({ event, mention }))),
    ),
    tableOf(
      'figures',
      figureColumns(facts),
      rowsOf(events, (event) => event.figures.map((figure) => ({ event, figure }))),
    ),
    tableOf(
      'contradictions',
      contradictionColumns(facts),
      view.chronicle.contradictions.filter(({ event }) => told.has(event)),
    ),
    tableOf('relations', relationColumns, relationsOf(events)),
    tombstones,
  ]
}

function factsOf({ chronicle, readings }: View, { categories, withQuotes }: ExportOptions): ExportFacts {
  const quads = new Map<string, string>(categories.map(({ type, quad }) => [type, quad]))
  const readers = new Map<string, ReturnType<ExportFacts['readerOf']>>(
    readings.map(({ id, report }) => [id, report.reader]),
  )
  const stories = new Map<string, string>()
  for (const { id, events } of storiesOf(chronicle.events)) for (const event of events) stories.set(event, id)
  const contradictions = new Map<string, number>()
  for (const { event } of chronicle.contradictions)
    contradictions.set(event, (contradictions.get(event) ?? 0) + 1)
  return {
    quadOf: (type) => quads.get(type) ?? null,
    storyOf: (event) => stories.get(event) ?? null,
    contradictionsOf: (event) => contradictions.get(event) ?? 0,
    readerOf: (reading) => readers.get(reading) ?? null,
    withQuotes,
  }
}

function rowsOf<Row>(
  events: readonly ChronicleEvent[],
  rows: (event: ChronicleEvent) => readonly Row[],
): Iterable<Row> {
  return {
    *[Symbol.iterator]() {
      for (const event of events) yield* rows(event)
    },
  }
}
