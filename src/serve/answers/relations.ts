import { relationsByEvent, relationsOf } from '../../chronicle/relations.ts'
import type { Chronicle, EventRelation } from '../../chronicle/types.ts'

/** Found once for a chronicle, when the first event is asked for. */
const relations = new WeakMap<Chronicle, ReadonlyMap<string, readonly EventRelation[]>>()

/** The relations of each event, by its id. */
export function relationsIn(chronicle: Chronicle): ReadonlyMap<string, readonly EventRelation[]> {
  const known = relations.get(chronicle) ?? relationsByEvent(relationsOf(chronicle.events))
  relations.set(chronicle, known)
  return known
}
