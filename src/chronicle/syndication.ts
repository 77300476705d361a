import type { Span } from '../base/spans.ts'
import { byPublication } from './published.ts'
import type { ChronicleEvent, EventMention } from './types.ts'
import { dice, hash32, numberSet, wordsOf } from './words.ts'

/** One source of an event with all outlets that carry it. */
export interface EventSource {
  readonly key: string
  /** Agencies that its texts credit. */
  readonly agencies: readonly string[]
  /** Each outlet once, by first publication. */
  readonly outlets: readonly string[]
  readonly reports: readonly string[]
  readonly first: string | null
}

/** Who stands behind an event: each source once, with its outlets; by first publication. */
export function sourcesOfEvent({ mentions }: Pick<ChronicleEvent, 'mentions'>): EventSource[] {
  const groups = new Map<string, EventMention[]>()
  for (const mention of [...mentions].sort((a, b) => byPublication(a.published, b.published))) {
    const known = groups.get(mention.sourceKey)
    if (known === undefined) groups.set(mention.sourceKey, [mention])
    else known.push(mention)
  }
  return [...groups].map(([key, own]) => ({
    key,
    agencies: [...new Set(own.flatMap(({ agency }) => agency))],
    outlets: [...new Set(own.flatMap(({ outlet }) => outlet ?? []))],
    reports: [...new Set(own.map(({ report }) => report))],
    first: own[0]!.published,
  }))
}

/** What one outlet made of a text that another one carries too; spans point into the text they are named after. */
export interface CopyChanges {
  readonly leftOut: readonly Span[]
  readonly added: readonly Span[]
  readonly changed: readonly { readonly left: Span; readonly right: Span }[]
}

interface Side {
  readonly text: string
  readonly sentences: readonly (readonly [number, number])[]
}

/** Words in common (Dice) from which two sentences are one that was changed. */
const REWORDED = 0.6
/** Sentences of a text that are looked at. */
const LONGEST = 400

/** Sentence by sentence: what the right text leaves out of the left one, adds to it, and words otherwise. Typography is no change. */
export function changesBetween(left: Side, right: Side): CopyChanges {
  const lefts = sentencesOf(left)
  const rights = sentencesOf(right)
  const told = new Set(rights.map(({ key }) => key))
  const known = new Set(lefts.map(({ key }) => key))
  const gone = lefts.filter(({ key }) => !told.has(key))
  const fresh = rights.filter(({ key }) => !known.has(key))
  const changed: { left: Span; right: Span }[] = []
  for (const before of gone) {
    let best: (typeof fresh)[number] | null = null
    let most = REWORDED
    for (const after of fresh) {
      const overlap = dice(before.words, after.words)
      if (overlap < most || changed.some((pair) => pair.right === after.span)) continue
      best = after
      most = overlap
    }
    if (best !== null) changed.push({ left: before.span, right: best.span })
  }
  return {
    leftOut: gone.map(({ span }) => span).filter((span) => !changed.some((pair) => pair.left === span)),
    added: fresh.map(({ span }) => span).filter((span) => !changed.some((pair) => pair.right === span)),
    changed,
  }
}

function sentencesOf({ text, sentences }: Side) {
  return sentences.slice(0, LONGEST).map(([from, to]) => {
    const words = wordsOf(text.slice(from, to))
    return { span: { from, to }, key: words.join(' '), words: numberSet(words.map(hash32)) }
  })
}
