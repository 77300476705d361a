import type { z } from 'zod'
import { type StanceHistory, stanceHistories } from '../../chronicle/positions.ts'
import type { Chronicle, PositionReading } from '../../chronicle/types.ts'
import { fold } from '../../chronicle/words.ts'
import type { ContradictionsAnswer, PositionsAnswer } from '../api.ts'
import type { Stance, StancesAnswer } from '../api-stances.ts'
import { pageOf } from '../page.ts'
import type { filterPageQuerySchema, positionQuerySchema } from '../query.ts'
import { eventsById, select } from '../select.ts'
import { standingOf } from './standing.ts'
import { positionOf, sideOf, summaryOf } from './summary.ts'

type Query = z.output<typeof filterPageQuerySchema>

export function contradictionsAnswer(chronicle: Chronicle, query: Query): ContradictionsAnswer {
  const { limit, cursor, ...filter } = query
  const selected = new Set<string>(select(chronicle, filter).map(({ id }) => id))
  // Settled ones stay on show, after those that are open.
  const found = chronicle.contradictions
    .filter(({ event }) => selected.has(event))
    .sort((a, b) => Number(a.resolved !== null) - Number(b.resolved !== null))
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

type PositionQuery = z.output<typeof positionQuerySchema>

const holds = (
  position: PositionReading,
  { holder, topic, stance }: Pick<PositionQuery, 'holder' | 'topic' | 'stance'>,
): boolean => {
  const includes = (text: string, part: string) => fold(text).includes(fold(part))
  return (
    (!holder || includes(position.holder.name, holder) || position.holder.key === holder) &&
    (!topic || includes(position.topic, topic) || position.topicKey === topic) &&
    (!stance || position.stance === stance)
  )
}

export function positionsAnswer(
  chronicle: Chronicle,
  { limit, cursor, ...query }: PositionQuery,
): PositionsAnswer {
  const found = chronicle.positions.filter((position) => holds(position, query))
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

/** What each party said on each topic over time: those that changed first, then those told most often. */
export function stancesAnswer(
  chronicle: Chronicle,
  { limit, cursor, stance, ...query }: PositionQuery,
): StancesAnswer {
  const found = historiesIn(chronicle)
    .filter(
      ({ first, readings }) =>
        holds(first, query) && (!stance || readings.some((one) => one.stance === stance)),
    )
    .sort((a, b) => b.changes.length - a.changes.length || b.readings.length - a.readings.length)
  const page = pageOf(found, ({ holder, topicKey }) => `${holder.key} ${topicKey}`, { limit, cursor })
  return {
    ...standingOf(chronicle),
    total: found.length,
    next: page.next,
    stances: page.items.map(stanceOf),
  }
}

const histories = new WeakMap<Chronicle, readonly StanceHistory[]>()

export function historiesIn(chronicle: Chronicle): readonly StanceHistory[] {
  const known = histories.get(chronicle) ?? stanceHistories(chronicle.positions)
  histories.set(chronicle, known)
  return known
}

export function stanceOf({ holder, topic, topicKey, changes, readings }: StanceHistory): Stance {
  return {
    ...{ holder: sideOf(holder), topic, topicKey, changes: changes.length },
    readings: readings.map((reading, at) => {
      const { stance, report, text, published, evidence } = reading
      const before = readings[at - 1]?.stance ?? null
      return {
        ...{ stance, report, text, published, evidence },
        from: before === stance ? null : before,
      }
    }),
  }
}
