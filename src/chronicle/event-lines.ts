import { findableOf, mentionFinder, refOf } from './mention-refs.ts'
import type { ChronicleEvent, EventMention } from './types.ts'
import { compareText } from './words.ts'

/** An event of the later chronicle and those of the earlier one that it has mentions of. */
export interface EventLine {
  readonly event: ChronicleEvent
  /** Most mentions in common first. */
  readonly before: readonly ChronicleEvent[]
  /** The earlier event that goes on in this one and in no other. */
  readonly continued: ChronicleEvent | null
  /** Earlier events that go on nowhere else and are now part of this one. */
  readonly taken: readonly ChronicleEvent[]
}

/** Follows each event from one chronicle to the next by its mentions, in the order of the later chronicle. */
export function linesBetween(
  before: readonly ChronicleEvent[],
  after: readonly ChronicleEvent[],
): EventLine[] {
  const ownerOf = ownerFinder(before)
  const shared = after.map((event) => {
    const counts = new Map<ChronicleEvent, number>()
    for (const mention of event.mentions) {
      const owner = ownerOf(mention)
      if (owner !== null) counts.set(owner, (counts.get(owner) ?? 0) + 1)
    }
    const ranked = [...counts].sort(
      ([a, x], [b, y]) =>
        Number(b.id === event.id) - Number(a.id === event.id) || y - x || compareText(a.id, b.id),
    )
    return { event, ranked }
  })
  const heirs = new Map<ChronicleEvent, { event: ChronicleEvent; weight: number }>()
  for (const { event, ranked } of shared) {
    ranked.forEach(([owner, count], rank) => {
      const keepsId = event.id === owner.id || event.aliases.includes(owner.id)
      const weight = count + (keepsId ? 0.5 : 0) + (rank === 0 ? 0.25 : 0)
      const known = heirs.get(owner)
      const better = known === undefined || weight > known.weight
      if (better || (weight === known.weight && event.id < known.event.id))
        heirs.set(owner, { event, weight })
    })
  }
  return shared.map(({ event, ranked }) => {
    const owners = ranked.map(([owner]) => owner)
    const inherited = owners.filter((owner) => heirs.get(owner)!.event === event)
    return {
      event,
      before: owners,
      continued: inherited[0] ?? null,
      taken: inherited.slice(1),
    }
  })
}

/** By the mention's id; where another reader has cut it differently, by its place in the text. */
function ownerFinder(events: readonly ChronicleEvent[]): (mention: EventMention) => ChronicleEvent | null {
  const byId = new Map<string, ChronicleEvent>()
  const texts = new Set<string>()
  const all: EventMention[] = []
  const owners: ChronicleEvent[] = []
  for (const event of events) {
    for (const mention of event.mentions) {
      byId.set(mention.id, event)
      texts.add(mention.text)
      all.push(mention)
      owners.push(event)
    }
  }
  let find: ReturnType<typeof mentionFinder> | null = null
  return (mention) => {
    const known = byId.get(mention.id)
    if (known !== undefined || !texts.has(mention.text)) return known ?? null
    find ??= mentionFinder(all.map(findableOf))
    const index = find(refOf(mention))
    return index === null ? null : owners[index]!
  }
}
