import type { EventId, TextId } from '../base/ids.ts'
import { refOf } from './mention-refs.ts'
import type { Chronicle, Forgetting } from './types.ts'

/**
 * The tombstone for a text: which ids hang on it, and which mention elsewhere keeps each of them valid. Several texts are forgotten
 * one after the other, each with the chronicle as it stands then, so that no heir is itself erased.
 */
export function forgettingOf({ events }: Pick<Chronicle, 'events'>, text: TextId): Forgetting {
  const ids: { id: EventId; heir: ReturnType<typeof refOf> | null }[] = []
  for (const event of events) {
    const lost = new Set(event.mentions.filter((mention) => mention.text === text).map(({ id }) => id))
    if (lost.size === 0) continue
    const told = new Set<EventId>(event.mentions.map(({ id }) => id))
    // Left behind by texts erased before; they must not hang on one that is erased now.
    for (const alias of event.aliases) if (!told.has(alias)) lost.add(alias)
    const other = event.mentions.find((mention) => mention.text !== text)
    for (const id of lost) ids.push({ id, heir: other === undefined ? null : refOf(other) })
  }
  return { kind: 'forget', text, ids: ids.sort((a, b) => (a.id < b.id ? -1 : 1)) }
}
