import { LagebildError } from '../base/errors.ts'
import type { ChronicleEvent } from './types.ts'

/** Shorter beginnings of ids are refused: they would soon mean another event. */
const SHORTEST = 4

/**
 * The event with an id, an alias, the id of one of its mentions, or the beginning of one of these that no other event shares.
 *
 * @throws LagebildError `event-unknown`, `event-ambiguous`
 */
export function findEvent(events: readonly ChronicleEvent[], id: string): ChronicleEvent {
  const exact = events.find((event) => event.id === id) ?? events.find((event) => idsOf(event).includes(id))
  if (exact !== undefined) return exact
  const starting =
    id.length < SHORTEST ? [] : events.filter((event) => idsOf(event).some((known) => known.startsWith(id)))
  if (starting.length > 1) {
    throw new LagebildError(
      'event-ambiguous',
      `${starting.length} events have an id that begins with "${id}"`,
      'Give more of the id.',
    )
  }
  const [found] = starting
  if (found === undefined) {
    throw new LagebildError(
      'event-unknown',
      `No event has the id "${id}"`,
      'Take an id from `lagebild chronicle`, or at least its first four characters.',
    )
  }
  return found
}

function idsOf({ id, aliases, mentions }: ChronicleEvent): string[] {
  return [id, ...aliases, ...mentions.map((mention) => mention.id)]
}
