import type { Change } from '../chronicle/changes.ts'
import {
  type FigureSeries,
  figureSeries,
  type SeriesEntry,
  type SumFault,
  sumFaults,
} from '../chronicle/figure-series.ts'
import { relationsByEvent } from '../chronicle/relations.ts'
import { sourcesOfEvent } from '../chronicle/syndication.ts'
import type {
  Chronicle,
  ChronicleEvent,
  Contradiction,
  EventMention,
  EventRelation,
  FigureReading,
  Relation,
} from '../chronicle/types.ts'

/** What stands beside an event in its line. */
export interface LineContext {
  readonly contradictions: readonly Contradiction[]
  readonly relations: readonly EventRelation[]
}

/** Looks up what belongs to an event; made once for all lines of a chronicle. */
export function lineContexts(
  chronicle: Pick<Chronicle, 'contradictions'>,
  all: readonly Relation[],
): (event: ChronicleEvent) => LineContext {
  const relations = relationsByEvent(all)
  const contradictions = new Map<string, Contradiction[]>()
  for (const contradiction of chronicle.contradictions) {
    const known = contradictions.get(contradiction.event)
    if (known === undefined) contradictions.set(contradiction.event, [contradiction])
    else known.push(contradiction)
  }
  return ({ id }) => ({ contradictions: contradictions.get(id) ?? [], relations: relations.get(id) ?? [] })
}

/**
 * An event as one object of `chronicle --json`. A mention is a span of a report that tells the event: `report` is the id that was
 * given, `from` and `to` UTF-16 offsets of the evidence; further spans of the same report are mentions of their own, marked `again`.
 */
export function eventJson(event: ChronicleEvent, { contradictions, relations }: LineContext): object {
  const { mentions, independentSources: _, ...fields } = event
  return {
    ...fields,
    sources: sourcesOfEvent({ mentions }).map(({ first, ...source }) => ({
      ...source,
      firstPublished: first,
    })),
    ...figuresJson(figureSeries(fields.figures), sumFaults(fields.figures)),
    contradictions,
    relations,
    mentions: mentions.flatMap(spansOf),
  }
}

/** The same with what became of it. */
export function changeJson({ event, before: _, ...change }: Change, context: LineContext): object {
  return { ...eventJson(event, context), change }
}

/** Series and faults with their figures by report and id, as they stand in `figures`. An open upper bound is null. */
export function figuresJson(all: readonly FigureSeries[], faults: readonly SumFault[]): object {
  return {
    figureSeries: all.map(({ entries, latest, ...series }) => ({
      ...series,
      entries: entries.map(entryJson),
      latest: latest.map(entryJson),
    })),
    sumFaults: faults.map(({ whole, parts, sum }) => ({ whole: refOf(whole), parts: parts.map(refOf), sum })),
  }
}

function entryJson({ reading, ...entry }: SeriesEntry): object {
  return { ...refOf(reading), quote: reading.quote, ...entry }
}

function refOf({ report, figure, published }: FigureReading) {
  return { report, figure: figure.id, published, from: figure.from, to: figure.to }
}

function spansOf(mention: EventMention): object[] {
  const { evidence, also, text, reading, recordedAt, sourceKey, reportEvent, ...rest } = mention
  const common = { ...rest, source: sourceKey, reportEvent, text, reading, recordedAt }
  const { report, ...more } = common
  return [
    { report, from: evidence.from, to: evidence.to, quote: evidence.quote, again: false, ...more },
    ...also.map(({ from, to, quote }) => ({ report, from, to, quote, again: true, ...more })),
  ]
}
