import type { EventId } from '../base/ids.ts'
import type { Span } from '../base/spans.ts'
import type { Card } from './card.ts'
import type { Passage } from './tellings.ts'

/** Overlap (Dice) from which two spans mean one mention, though another reader has cut it a little differently. */
const SAME_MENTION = 0.3

/**
 * Ids under which older readings of a passage's text told what it tells now, and which no passage has any more: each goes to the
 * passage whose evidence overlaps most, the first among equals.
 */
export function retiredIds(passage: Passage, all: readonly Passage[], older: readonly Card[]): EventId[] {
  const current = new Set(all.map(({ id }) => id))
  const retired = new Set<EventId>()
  for (const { tellings } of older) {
    for (const { passage: id, event } of tellings)
      if (!current.has(id) && nearest(all, event.evidence) === passage) retired.add(id)
  }
  return [...retired]
}

function nearest(passages: readonly Passage[], span: Span): Passage | null {
  let best: Passage | null = null
  let most = SAME_MENTION
  for (const passage of passages) {
    const overlap = diceOfSpans(passage.lead.event.evidence, span)
    if (overlap < most || (overlap === most && best !== null)) continue
    best = passage
    most = overlap
  }
  return best
}

function diceOfSpans(a: Span, b: Span): number {
  const shared = Math.min(a.to, b.to) - Math.max(a.from, b.from)
  return shared <= 0 ? 0 : (2 * shared) / (a.to - a.from + b.to - b.from)
}
