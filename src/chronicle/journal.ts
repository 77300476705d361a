import { inOrder, undoneBy } from './decisions.ts'
import { findableOf, mentionFinder } from './mention-refs.ts'
import type { Chronicle, Decision, DecisionAction, MentionRef } from './types.ts'

/** A decision with what has become of it. */
export interface JournalEntry extends Decision {
  /** The decision that took this one back. */
  readonly undoneBy: string | null
  /** Events of the chronicle that tell what it points at, each once, in its order. */
  readonly events: readonly string[]
  /** Mentions that no reading has any more; the decision holds for the others. */
  readonly lost: number
}

/** All decisions, oldest first. */
export function journalOf(
  { events }: Pick<Chronicle, 'events'>,
  decisions: readonly Decision[],
): JournalEntry[] {
  const eventOf = eventFinder({ events })
  const ordered = inOrder(decisions)
  const undone = undoneBy(ordered)
  const byId = new Map(ordered.map((decision) => [decision.id, decision]))
  return ordered.map((decision) => {
    const refs = refsIn(decision.action, byId)
    const found = refs.map(eventOf)
    return {
      ...decision,
      undoneBy: undone.get(decision.id) ?? null,
      events: [...new Set(found.filter((id) => id !== null))],
      lost: found.filter((id) => id === null).length,
    }
  })
}

/** The id of the event that tells a mention, or null. */
export function eventFinder({ events }: Pick<Chronicle, 'events'>): (ref: MentionRef) => string | null {
  const owners: string[] = []
  const mentions = events.flatMap((event) => {
    for (const _ of event.mentions) owners.push(event.id)
    return event.mentions.map(findableOf)
  })
  const find = mentionFinder(mentions)
  return (ref) => {
    const index = find(ref)
    return index === null ? null : owners[index]!
  }
}

/** The mentions that a decision is about; those of an undo are the ones of what it takes back. */
export function refsIn(action: DecisionAction, byId: ReadonlyMap<string, Decision>): readonly MentionRef[] {
  switch (action.kind) {
    case 'accept':
    case 'reject':
    case 'merge':
    case 'set':
      return action.mentions
    case 'split':
      return [...action.mentions, ...(action.from ?? [])]
    case 'forget':
      return action.ids.map(({ heir }) => heir).filter((heir) => heir !== null)
    case 'undo': {
      // Each step goes to an earlier decision, so the way ends.
      const target = byId.get(action.decision)
      return target === undefined ? [] : refsIn(target.action, byId)
    }
    default:
      return action satisfies never
  }
}
