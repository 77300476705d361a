import type { EventId, TextId } from '../base/ids.ts'
import type { Span } from '../base/spans.ts'
import type { EventType } from '../document/report.ts'
import type { EventMention, MentionRef } from './types.ts'

/** What a mention must show so that a reference can find it. */
export interface Findable {
  readonly text: TextId
  readonly evidence: Span
  /** The trigger, or the evidence where there is none. */
  readonly at: Span
  /** As found, and as a person has set it. */
  readonly types: readonly EventType[]
}

/** Overlap (Dice) from which a span means the same mention, though another reader has cut it a little differently. */
const SAME_MENTION = 0.3

/** The reference that finds a mention again. */
export function refOf({ text, evidence, trigger, type }: EventMention): MentionRef {
  return {
    ...{ text, from: evidence.from, to: evidence.to, type },
    ...(trigger.to > trigger.from && { trigger: { from: trigger.from, to: trigger.to } }),
  }
}

export function findableOf({ text, evidence, trigger, type }: EventMention): Findable {
  return { text, evidence, at: trigger.to > trigger.from ? trigger : evidence, types: [type] }
}

/**
 * Finds the mention that a reference means, as its index in `mentions`, or null: the one of its text that overlaps it best, one of its
 * type before all others.
 */
export function mentionFinder(mentions: readonly Findable[]): (ref: MentionRef) => number | null {
  const byText = new Map<TextId, number[]>()
  mentions.forEach(({ text }, index) => {
    const known = byText.get(text)
    if (known === undefined) byText.set(text, [index])
    else known.push(index)
  })
  return (ref) => {
    let best: number | null = null
    let most = 0
    for (const index of byText.get(ref.text) ?? []) {
      const overlap = overlapOf(mentions[index]!, ref)
      if (overlap <= most) continue
      best = index
      most = overlap
    }
    return best
  }
}

/** 0: another mention. The evidence counts first; within one sentence the trigger decides. */
function overlapOf({ evidence, at, types }: Findable, ref: MentionRef): number {
  const overlap = Math.max(dice(ref, evidence), dice(ref, at))
  if (overlap < SAME_MENTION) return 0
  return (
    overlap + (types.includes(ref.type) ? 2 : 0) + (ref.trigger === undefined ? 0 : dice(ref.trigger, at))
  )
}

function dice(a: Span, b: Span): number {
  const shared = Math.min(a.to, b.to) - Math.max(a.from, b.from)
  return shared <= 0 ? 0 : (2 * shared) / (a.to - a.from + b.to - b.from)
}

/** The mentions of an event, each passage once. */
export function distinctMentions(mentions: readonly EventMention[]): EventMention[] {
  const seen = new Map<EventId, EventMention>()
  for (const mention of mentions) if (!seen.has(mention.id)) seen.set(mention.id, mention)
  return [...seen.values()]
}
