import type { z } from 'zod'
import type { Chronicle, FigureReading } from '../../chronicle/types.ts'
import { fold } from '../../chronicle/words.ts'
import type { ContradictionsAnswer, FiguresAnswer, PositionsAnswer } from '../api.ts'
import { pageOf } from '../page.ts'
import type { filterPageQuerySchema, positionQuerySchema } from '../query.ts'
import { eventsById, select } from '../select.ts'
import { standingOf } from './events.ts'
import { amountOf, positionOf, summaryOf } from './summary.ts'

type Query = z.output<typeof filterPageQuerySchema>

/** The figures of each event, a series a unit: those that contradict each other first, then the longest. */
export function figuresAnswer(chronicle: Chronicle, query: Query): FiguresAnswer {
  const { limit, cursor, ...filter } = query
  const disputed = new Map<string, number>()
  for (const { event, kind } of chronicle.contradictions)
    if (kind === 'figures') disputed.set(event, (disputed.get(event) ?? 0) + 1)
  const series = select(chronicle, filter)
    .flatMap((event) =>
      [...byUnit(event.figures)].map(([unit, readings]) => ({
        event,
        unit,
        readings,
        contradictions: readings.length > 1 ? (disputed.get(event.id) ?? 0) : 0,
      })),
    )
    .sort((a, b) => b.contradictions - a.contradictions || b.readings.length - a.readings.length)
  const page = pageOf(series, ({ event, unit }) => `${event.id} ${unit}`, { limit, cursor })
  return {
    ...standingOf(chronicle),
    total: series.length,
    next: page.next,
    series: page.items.map(({ event, unit, readings, contradictions }) => ({
      event: summaryOf(event, chronicle),
      unit,
      contradictions,
      readings: readings.map(({ report, outlet, published, figure, quote, sentence, sourceKey }) => ({
        ...{ report, outlet, published, quote, sentence, sourceKey },
        amount: amountOf(figure),
        asOf: figure.asOf,
        by: figure.attribution?.name ?? null,
      })),
    })),
  }
}

/** What is no unit of its own is a series by the words that are counted. */
function byUnit(figures: readonly FigureReading[]): Map<string, FigureReading[]> {
  const series = new Map<string, FigureReading[]>()
  for (const reading of figures) {
    const { unit, counted } = reading.figure
    const key = unit === 'other' ? `other ${counted ?? ''}`.trim() : unit
    const known = series.get(key)
    if (known) known.push(reading)
    else series.set(key, [reading])
  }
  return series
}

export function contradictionsAnswer(chronicle: Chronicle, query: Query): ContradictionsAnswer {
  const { limit, cursor, ...filter } = query
  const selected = new Set<string>(select(chronicle, filter).map(({ id }) => id))
  const found = chronicle.contradictions.filter(({ event }) => selected.has(event))
  const page = pageOf(found, ({ id }) => id, { limit, cursor })
  return {
    ...standingOf(chronicle),
    total: found.length,
    next: page.next,
    contradictions: page.items.map((contradiction) => ({
      ...contradiction,
      about: summaryOf(eventsById(chronicle).get(contradiction.event)!, chronicle),
    })),
  }
}

export function positionsAnswer(
  chronicle: Chronicle,
  { holder, topic, stance, limit, cursor }: z.output<typeof positionQuerySchema>,
): PositionsAnswer {
  const includes = (text: string, part: string) => fold(text).includes(fold(part))
  const found = chronicle.positions.filter(
    (position) =>
      (!holder || includes(position.holder.name, holder) || position.holder.key === holder) &&
      (!topic || includes(position.topic, topic) || position.topicKey === topic) &&
      (!stance || position.stance === stance),
  )
  const keyOf = ({ text, evidence, holder, stance, topicKey }: (typeof found)[number]) =>
    [text.slice(0, 16), evidence.from, evidence.to, holder.key, stance, topicKey].join(' ')
  const page = pageOf(found, keyOf, { limit, cursor })
  return {
    ...standingOf(chronicle),
    total: found.length,
    next: page.next,
    positions: page.items.map(positionOf),
  }
}
