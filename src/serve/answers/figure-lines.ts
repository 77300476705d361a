import { hashOf } from '../../base/ids.ts'
import {
  type FigureSeries,
  figureSeries,
  type SeriesEntry,
  type SumFault,
  sumFaults,
} from '../../chronicle/figure-series.ts'
import { type Bounds, compareFigures, setOf } from '../../chronicle/figures.ts'
import type { Chronicle, ChronicleEvent, FigureReading } from '../../chronicle/types.ts'
import type { Codebook } from '../../codebook/types.ts'
import type { FigureUnit } from '../../document/report.ts'
import type { EventSeriesSummary, FigureSeriesSummary, SumFaultSummary } from '../api-figures.ts'
import { amountOf } from './summary.ts'

/** Figures that stand side by side: the answers to one question, or to the questions of one unit that an event raises. */
export interface FigureLine {
  readonly id: string
  readonly unit: FigureUnit
  /** By what is counted and where: only within one can figures confirm or revise each other. */
  readonly questions: readonly FigureSeries[]
}

export interface EventLine extends FigureLine {
  readonly event: ChronicleEvent
  readonly contradictions: number
  readonly faults: readonly SumFault[]
}

/** Words such as "Menschen" say what is counted only together with a unit: without one they are no question. */
export function isOpen({ figure }: FigureReading): boolean {
  return figure.unit === 'other' && setOf(figure).length === 0
}

/** The figures of an event, those of one unit together; what is of no unit by the words that are counted. */
export function linesOfEvent(event: ChronicleEvent, chronicle: Chronicle): EventLine[] {
  if (event.figures.length === 0) return []
  const faults = sumFaults(event.figures)
  const disputed = disputedFigures(chronicle).get(event.id) ?? []
  return [...byUnit(event.figures)].map(([key, figures]) => {
    const isIn = ({ text, from, to }: { text: string; from: number; to: number }) =>
      figures.some((one) => one.text === text && from <= one.figure.from && one.figure.to <= to)
    return {
      id: hashOf('series', event.id, key).slice(0, 16),
      unit: figures[0]!.figure.unit,
      questions: figureSeries(figures),
      event,
      contradictions: disputed.filter(({ left, right }) => isIn(left) && isIn(right)).length,
      faults: faults.filter(({ whole }) => figures.includes(whole)),
    }
  })
}

function byUnit(figures: readonly FigureReading[]): ReadonlyMap<string, readonly FigureReading[]> {
  const groups = new Map<string, FigureReading[]>()
  for (const reading of figures) {
    const { unit, counted, period } = reading.figure
    const key = JSON.stringify([unit, unit === 'other' ? counted : null, period])
    const known = groups.get(key)
    if (known) known.push(reading)
    else groups.set(key, [reading])
  }
  return groups
}

const disputes = new WeakMap<Chronicle, ReadonlyMap<string, Chronicle['contradictions']>>()

/** Open contradictions of figures by event. */
function disputedFigures(chronicle: Chronicle): ReadonlyMap<string, Chronicle['contradictions']> {
  const known = disputes.get(chronicle)
  if (known) return known
  const byEvent = new Map<string, Chronicle['contradictions'][number][]>()
  for (const one of chronicle.contradictions) {
    if (one.kind === 'figures' && one.resolved === null)
      byEvent.set(one.event, [...(byEvent.get(one.event) ?? []), one])
  }
  disputes.set(chronicle, byEvent)
  return byEvent
}

export type PlaceNames = (key: string) => string

/** Names of the keys of places: codebook ids and ISO3 codes; others are names already. */
export function placeNames(codebook: Codebook | null): PlaceNames {
  return (key) =>
    codebook?.states.find(({ iso3 }) => iso3 === key)?.name ??
    codebook?.places.find(({ id }) => id === key)?.name ??
    key
}

/** @param newest how many readings are told; of more, those that came last */
export function lineSummary(
  { id, unit, questions }: FigureLine,
  nameOf: PlaceNames,
  newest = Infinity,
): FigureSeriesSummary {
  const entries = questions
    .flatMap(({ entries }, question) => entries.map((entry) => ({ ...entry, question, entry })))
    .sort((a, b) => compareFigures(a.reading, b.reading))
  const [only] = questions
  const [place] = new Set(questions.map(({ placeKey }) => placeKey))
  const speakers = [...new Set(entries.map(({ speaker }) => speaker))]
  const latest = new Set<SeriesEntry>(questions.flatMap((one) => one.latest))
  const isOne = questions.length === 1
  return {
    id,
    unit,
    counted: isOne ? amountOf(entries[0]!.reading).counted : null,
    place:
      place === undefined || place === null || !questions.every(({ placeKey }) => placeKey === place)
        ? null
        : nameOf(place),
    questions: questions.length,
    sources: new Set(entries.map(({ reading }) => reading.sourceKey)).size,
    earlier: Math.max(0, entries.length - newest),
    readings: entries.slice(-newest).map(({ reading, bounds, speaker, step, question, entry }) => ({
      ...figureSummary(reading),
      ...{ bounds: boundsSummary(bounds), step, question },
      speaker: speakers.indexOf(speaker),
      latest: latest.has(entry),
      superseded: reading.superseded?.kind ?? null,
    })),
    agreed: isOne && only!.agreed !== null ? boundsSummary(only!.agreed) : null,
  }
}

export function eventLineSummary(line: EventLine, nameOf: PlaceNames): EventSeriesSummary {
  const { contradictions, faults } = line
  return { ...lineSummary(line, nameOf), contradictions, sumFaults: faults.map(faultSummary) }
}

function faultSummary({ whole, parts, sum }: SumFault): SumFaultSummary {
  return { whole: figureSummary(whole), parts: parts.map(figureSummary), sum: boundsSummary(sum) }
}

/** Without what computing leaves behind the point. */
const tidy = (value: number) => Math.round(value * 1000) / 1000
const boundsSummary = ({ low, high }: Bounds) => ({
  low: tidy(low),
  high: Number.isFinite(high) ? tidy(high) : null,
})

function figureSummary(reading: FigureReading): SumFaultSummary['whole'] {
  const { report, outlet, published, figure, quote, sentence, sourceKey } = reading
  return {
    ...{ report, outlet, published, quote, sentence, sourceKey },
    amount: amountOf(reading),
    asOf: figure.asOf,
    by: figure.attribution?.name ?? null,
  }
}
