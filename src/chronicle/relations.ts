import type { EventId } from '../base/ids.ts'
import { answersOf } from './answers.ts'
import { followsOf } from './follows.ts'
import { partsOf } from './parts.ts'
import { relatablesOf } from './relatable.ts'
import type { ChronicleEvent, EventRelation, Relation } from './types.ts'
import { compareText } from './words.ts'

const INVERSE = { answers: 'answered-by', follows: 'followed-by', 'part-of': 'has-part' } as const

/**
 * How events hang together, by `from`, then kind. Depends on the events alone, not on their order; those that a person has rejected
 * take no part.
 */
export function relationsOf(events: readonly ChronicleEvent[]): Relation[] {
  const all = relatablesOf(events.filter(({ review }) => review !== 'rejected'))
  return [...answersOf(all), ...followsOf(all), ...partsOf(all)].sort(
    (a, b) => compareText(a.from, b.from) || compareText(a.kind, b.kind) || compareText(a.to, b.to),
  )
}

/** The relations of each event, seen from it. */
export function relationsByEvent(relations: readonly Relation[]): Map<EventId, EventRelation[]> {
  const byEvent = new Map<EventId, EventRelation[]>()
  const note = (event: EventId, relation: EventRelation) => {
    const known = byEvent.get(event)
    if (known === undefined) byEvent.set(event, [relation])
    else known.push(relation)
  }
  for (const { kind, from, to, rule } of relations) {
    note(from, { kind, event: to, rule })
    note(to, { kind: INVERSE[kind], event: from, rule })
  }
  return byEvent
}
