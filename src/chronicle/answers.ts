import type { EventType } from '../document/report.ts'
import { type DayIndex, dayIndex } from './day-index.ts'
import { placeKey } from './parties.ts'
import { daysBetween, isToldTogether, type Relatable, topicInCommon } from './relatable.ts'
import { isDomestic, likenessOfSides, sideTokens } from './sides.ts'
import type { Relation } from './types.ts'

/** What can answer what. Conflict is answered by words or in kind, an offer or a request by yes or no. */
const ANSWERS: Readonly<Partial<Record<EventType, readonly EventType[]>>> = {
  AGREE: ['AGREE', 'REJECT', 'SUPPORT'],
  CONCEDE: ['AGREE', 'SUPPORT', 'REJECT', 'RETREAT'],
  REQUEST: ['AGREE', 'CONCEDE', 'REJECT', 'RETREAT', 'AID'],
  ACCUSE: ['REJECT', 'ACCUSE', 'CONCEDE', 'THREATEN'],
  THREATEN: ['THREATEN', 'REJECT', 'ACCUSE', 'CONCEDE', 'MOBILIZE'],
  SANCTION: ['SANCTION', 'ACCUSE', 'THREATEN', 'REJECT'],
  MOBILIZE: ['MOBILIZE', 'ACCUSE', 'THREATEN', 'REQUEST'],
  COERCE: ['COERCE', 'SANCTION', 'ACCUSE', 'THREATEN', 'REQUEST', 'PROTEST', 'ASSAULT'],
  ASSAULT: ['ASSAULT', 'ACCUSE', 'THREATEN', 'SANCTION', 'REQUEST', 'COERCE', 'MOBILIZE'],
}

/** Days after which an answer is an act of its own. */
const WITHIN = 14
/** Events of one pair of sides and two weeks that are weighed. */
const MOST = 200
/** The score from which two events are taken for call and answer. */
const ENOUGH = 1.2

/** Each event with the one event that it answers, if any: sides turned round, soon after, on the same matter. */
export function answersOf(all: readonly Relatable[]): Relation[] {
  const index = dayIndex(all, ({ event }) => dyads(event.actors, event.recipients))
  const relations: Relation[] = []
  for (const answer of all) {
    const call = callOf(answer, index)
    if (call !== null)
      relations.push({ kind: 'answers', from: answer.event.id, to: call.event.id, rule: 'sides-turned' })
  }
  return relations
}

function callOf(answer: Relatable, index: DayIndex): Relatable | null {
  const { event, days, dated } = answer
  if (days === null || !dated || isUnreal(answer)) return null
  const candidates = new Set(
    dyads(event.recipients, event.actors).flatMap((dyad) =>
      index.between(dyad, days.first - WITHIN - 31, days.last, MOST),
    ),
  )
  let best: Relatable | null = null
  let bestScore = 0
  for (const call of candidates) {
    const score = scoreOf(call, answer)
    if (score < ENOUGH || score < bestScore) continue
    if (best === null || score > bestScore || isLater(call, best)) best = call
    bestScore = score
  }
  return best
}

function scoreOf(call: Relatable, answer: Relatable): number {
  const gap = daysBetween(call, answer)
  if (!call.dated || isUnreal(call) || gap === null || gap > WITHIN || !comesBefore(call, answer)) return 0
  const [a, b] = [call.event, answer.event]
  if (!ANSWERS[a.type]?.includes(b.type)) return 0
  const there = likenessOfSides(a.actors, b.recipients)
  const back = likenessOfSides(a.recipients, b.actors)
  const needed = isDomestic(a.actors, a.recipients) ? 2 : 1
  if (there < needed || back < needed) return 0
  const near = gap <= 1 ? 0.5 : gap <= 3 ? 0.3 : gap <= 7 ? 0.1 : 0
  const samePlace = a.place !== null && b.place !== null && placeKey(a.place) === placeKey(b.place)
  return (
    (there + back) * 0.15 +
    near +
    (isToldTogether(call, answer) ? 0.5 : 0) +
    Math.min(0.8, topicInCommon(call, answer) * 2) +
    (samePlace ? 0.2 : 0)
  )
}

/** By day; on one day only where the types leave no doubt which of the two answers. */
function comesBefore(call: Relatable, answer: Relatable): boolean {
  const first = call.days!.first - answer.days!.first
  if (first !== 0) return first < 0
  return !ANSWERS[answer.event.type]?.includes(call.event.type)
}

/** What has not happened calls for no answer and is none. */
function isUnreal({ event }: Relatable): boolean {
  return event.aux === 'hypothetical' || event.aux === 'negated'
}

function isLater(a: Relatable, b: Relatable): boolean {
  const days = a.days!.first - b.days!.first
  return days > 0 || (days === 0 && a.event.id < b.event.id)
}

function dyads(actors: Relatable['event']['actors'], recipients: Relatable['event']['recipients']): string[] {
  const right = sideTokens(recipients)
  return sideTokens(actors).flatMap((actor) => right.map((recipient) => `${actor}>${recipient}`))
}
