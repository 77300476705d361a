import { type EventId, hashOf, type TextId } from '../base/ids.ts'
import type { Span } from '../base/spans.ts'
import type { EventType } from '../document/report.ts'
import type { EventMention, MentionRef } from './types.ts'
import { fold } from './words.ts'

/** What a mention must show so that a reference can find it. */
export interface Findable {
  readonly text: TextId
  readonly evidence: Span & { readonly quote: string }
  /** The trigger, or the evidence where there is none. */
  readonly at: Span
  /** As found, and as a person has set it. */
  readonly types: readonly EventType[]
}

/** Overlap (Dice) from which a span means the same mention, though another reader has cut it a little differently. */
const SAME_MENTION = 0.3

/** Equal for sentences that differ in case, accents and white space at most; null for an empty one. Gives nothing of the words away. */
export function sentenceKey(quote: string): string | null {
  const folded = fold(quote)
  return folded === '' ? null : hashOf('sentence', folded).slice(0, 16)
}

/** The reference that finds a mention again. */
export function refOf({ text, evidence, trigger, type }: EventMention): MentionRef {
  const sentence = sentenceKey(evidence.quote)
  return {
    ...{ text, from: evidence.from, to: evidence.to, type },
    ...(trigger.to > trigger.from && { trigger: { from: trigger.from, to: trigger.to } }),
    ...(sentence !== null && { sentence }),
  }
}

export function findableOf({ text, evidence, trigger, type }: EventMention): Findable {
  return { text, evidence, at: trigger.to > trigger.from ? trigger : evidence, types: [type] }
}

/**
 * Finds the mention that a reference means, as its index in `mentions`, or null: the one of its text that overlaps it best, one of its
 * type before all others; where the text is no longer there, the first that says the same sentence.
 */
export function mentionFinder(mentions: readonly Findable[]): (ref: MentionRef) => number | null {
  const byText = new Map<TextId, number[]>()
  mentions.forEach(({ text }, index) => {
    const known = byText.get(text)
    if (known === undefined) byText.set(text, [index])
    else known.push(index)
  })
  let bySentence: Map<string, number[]> | null = null
  const sayingTheSame = (sentence: string): readonly number[] => {
    bySentence ??= indexBySentence(mentions)
    return bySentence.get(sentence) ?? []
  }
  return (ref) => {
    const found = bestOf(mentions, byText.get(ref.text) ?? [], (mention) => overlapOf(mention, ref))
    if (found !== null || ref.sentence === undefined) return found
    return bestOf(mentions, sayingTheSame(ref.sentence), ({ types }) => (types.includes(ref.type) ? 1 : 0))
  }
}

function indexBySentence(mentions: readonly Findable[]): Map<string, number[]> {
  const index = new Map<string, number[]>()
  mentions.forEach(({ evidence }, at) => {
    const key = sentenceKey(evidence.quote)
    if (key === null) return
    const known = index.get(key)
    if (known === undefined) index.set(key, [at])
    else known.push(at)
  })
  return index
}

/** 0: another mention. The evidence counts first; within one sentence the trigger decides. */
function overlapOf({ evidence, at, types }: Findable, ref: MentionRef): number {
  const overlap = Math.max(dice(ref, evidence), dice(ref, at))
  if (overlap < SAME_MENTION) return 0
  return (
    overlap + (types.includes(ref.type) ? 2 : 0) + (ref.trigger === undefined ? 0 : dice(ref.trigger, at))
  )
}

function bestOf(
  mentions: readonly Findable[],
  indexes: readonly number[],
  score: (mention: Findable) => number,
): number | null {
  let best: number | null = null
  let bestScore = 0
  for (const index of indexes) {
    const own = score(mentions[index]!)
    if (own <= bestScore) continue
    best = index
    bestScore = own
  }
  return best
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
