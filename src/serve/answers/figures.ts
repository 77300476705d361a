import type { z } from 'zod'
import { hashOf } from '../../base/ids.ts'
import { type FigureSeries, figureSeries, type SumFault, sumFaults } from '../../chronicle/figure-series.ts'
import { type Bounds, setOf } from '../../chronicle/figures.ts'
import type { Chronicle, ChronicleEvent, FigureReading } from '../../chronicle/types.ts'
import { stemsOf } from '../../chronicle/words.ts'
import type { Codebook } from '../../codebook/types.ts'
import type { FigureUnit } from '../../document/report.ts'
import type {
  EventSeriesSummary,
  FigureSeriesSummary,
  FiguresAnswer,
  SeriesAnswer,
  SumFaultSummary,
} from '../api-figures.ts'
import { pageOf } from '../page.ts'
import type { filterPageQuerySchema, seriesQuerySchema } from '../query.ts'
import { select } from '../select.ts'
import { standingOf } from './standing.ts'
import { amountOf, summaryOf } from './summary.ts'

/** The figures of each event, a series a question: those that disagree first, then the longest. */
export function figuresAnswer(
  chronicle: Chronicle,
  { limit, cursor, ...filter }: z.output<typeof filterPageQuerySchema>,
  codebook: Codebook | null,
): FiguresAnswer {
  const found = select(chronicle, filter)
    .flatMap((event) => seriesOfEvent(event, chronicle))
    .sort(
      (a, b) =>
        b.contradictions + b.faults.length - a.contradictions - a.faults.length ||
        b.series.entries.length - a.series.entries.length,
    )
  const page = pageOf(found, ({ event, series }) => `${event.id} ${idOf(series)}`, { limit, cursor })
  const nameOf = placeNames(codebook)
  return {
    ...standingOf(chronicle),
    total: found.length,
    next: page.next,
    series: page.items.map((one) => ({
      ...eventSeriesSummary(one, nameOf),
      event: summaryOf(one.event, chronicle),
    })),
  }
}

export interface EventSeries {
  readonly event: ChronicleEvent
  readonly series: FigureSeries
  readonly contradictions: number
  readonly faults: readonly SumFault[]
}

export function seriesOfEvent(event: ChronicleEvent, chronicle: Chronicle): EventSeries[] {
  if (event.figures.length === 0) return []
  const faults = sumFaults(event.figures)
  const disputed = disputedFigures(chronicle).get(event.id) ?? []
  return [...questionsOf(event.figures)]
    .flatMap((figures) => figureSeries(figures))
    .map((series) => {
      const isIn = (side: { text: string; from: number; to: number }) =>
        series.entries.some(
          ({ reading: { text, figure } }) =>
            text === side.text && side.from <= figure.from && figure.to <= side.to,
        )
      return {
        event,
        series,
        contradictions: disputed.filter(({ left, right }) => isIn(left) || isIn(right)).length,
        faults: faults.filter(({ whole }) => series.entries.some(({ reading }) => reading === whole)),
      }
    })
}

/** Words such as "Menschen" say what is counted only together with a unit: without one each is a question of its own. */
function isOpen({ figure }: FigureReading): boolean {
  return figure.unit === 'other' && setOf(figure).length === 0
}

function questionsOf(figures: readonly FigureReading[]): Iterable<readonly FigureReading[]> {
  const groups = new Map<string | null, FigureReading[]>()
  for (const reading of figures) {
    const key = isOpen(reading) ? `open ${reading.figure.counted}` : null
    groups.set(key, [...(groups.get(key) ?? []), reading])
  }
  return groups.values()
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

/** Questions that more than one reading answers, or that the words of `q` name; the most often answered first. */
export function seriesAnswer(
  chronicle: Chronicle,
  { q, unit, limit, cursor }: z.output<typeof seriesQuerySchema>,
  codebook: Codebook | null,
): SeriesAnswer {
  const nameOf = placeNames(codebook)
  const wanted = [...stemsOf(q ?? '')]
  const found = seriesIn(chronicle).filter((series) => {
    if (unit !== undefined && series.unit !== unit) return false
    if (q === undefined) return series.entries.length > 1 && !isOfEvents(series)
    const own = [...stemsOf(wordsOfQuestion(series, nameOf))]
    return (
      wanted.length > 0 &&
      wanted.every((stem) => own.some((one) => one.startsWith(stem) || stem.startsWith(one)))
    )
  })
  const page = pageOf(found, idOf, { limit, cursor })
  return {
    ...standingOf(chronicle),
    total: found.length,
    next: page.next,
    series: page.items.map((series) => seriesSummary(series, nameOf)),
  }
}

/** The dead of all events together answer no question, unless someone asks it. */
const FATES: ReadonlySet<FigureUnit> = new Set([
  'killed',
  'injured',
  'abducted',
  'arrested',
  'displaced',
  'days',
])
const isOfEvents = ({ unit, placeKey }: FigureSeries) => FATES.has(unit) && placeKey === null

/** What a question may be called by: what is counted, and where. */
function wordsOfQuestion({ entries, placeKey }: FigureSeries, nameOf: PlaceNames): string {
  const counted = new Set(entries.map(({ reading }) => reading.figure.counted))
  return [...counted, placeKey === null ? null : nameOf(placeKey)].join(' ')
}

const all = new WeakMap<Chronicle, readonly FigureSeries[]>()

function seriesIn(chronicle: Chronicle): readonly FigureSeries[] {
  const known =
    all.get(chronicle) ??
    figureSeries(chronicle.figures.filter((reading) => !isOpen(reading))).sort(
      (a, b) => b.entries.length - a.entries.length || (idOf(a) < idOf(b) ? -1 : 1),
    )
  all.set(chronicle, known)
  return known
}

function idOf({ unit, placeKey, entries }: FigureSeries): string {
  const { figure } = entries[0]!.reading
  const counted = unit === 'other' ? figure.counted : setOf(figure).join(' ')
  return hashOf('series', unit, counted, placeKey, figure.period).slice(0, 16)
}

type PlaceNames = (key: string) => string

/** Names of the keys of places: codebook ids and ISO3 codes; others are names already. */
export function placeNames(codebook: Codebook | null): PlaceNames {
  return (key) =>
    codebook?.states.find(({ iso3 }) => iso3 === key)?.name ??
    codebook?.places.find(({ id }) => id === key)?.name ??
    key
}

function seriesSummary(series: FigureSeries, nameOf: PlaceNames): FigureSeriesSummary {
  const { unit, placeKey, entries, latest, agreed } = series
  const speakers = [...new Set(entries.map(({ speaker }) => speaker))]
  return {
    id: idOf(series),
    unit,
    counted: amountOf(entries[0]!.reading).counted,
    place: placeKey === null ? null : nameOf(placeKey),
    sources: new Set(entries.map(({ reading }) => reading.sourceKey)).size,
    readings: entries.map((entry) => ({
      ...figureSummary(entry.reading),
      bounds: boundsSummary(entry.bounds),
      speaker: speakers.indexOf(entry.speaker),
      step: entry.step,
      latest: latest.includes(entry),
      superseded: entry.reading.superseded?.kind ?? null,
    })),
    agreed: agreed === null ? null : boundsSummary(agreed),
  }
}

export function eventSeriesSummary(
  { series, contradictions, faults }: EventSeries,
  nameOf: PlaceNames,
): EventSeriesSummary {
  return { ...seriesSummary(series, nameOf), contradictions, sumFaults: faults.map(faultSummary) }
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
