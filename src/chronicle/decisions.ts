import type { Span } from '../base/spans.ts'
import { EVENT_TYPES, type EventType, STATUSES } from '../document/report.ts'
import { type Links, linkKey } from './identity.ts'
import { anchorOf, type Passage, typeOf } from './tellings.ts'
import type { Decision, MentionRef } from './types.ts'
import { compareText } from './words.ts'

export interface Verdicts extends Links {
  /** By passage index. */
  readonly review: ReadonlyMap<number, 'accepted' | 'rejected'>
}

/** Overlap (Dice) from which a span means the same mention, though another reader has cut it a little differently. */
const SAME_MENTION = 0.3

/** Decisions that hold at `bound`, in the order they were made, without those undone; an undo can itself be undone. */
export function standing(decisions: readonly Decision[], bound: string | null): Decision[] {
  const known = new Map<string, Decision>()
  for (const decision of decisions) {
    if (bound === null || decision.recordedAt <= bound) known.set(decision.id, decision)
  }
  const ordered = [...known.values()].sort(
    (a, b) => compareText(a.recordedAt, b.recordedAt) || compareText(a.id, b.id),
  )
  const undone = new Set<string>()
  for (const { id, action } of [...ordered].reverse()) {
    if (action.kind === 'undo' && !undone.has(id)) undone.add(action.decision)
  }
  return ordered.filter(({ id, action }) => action.kind !== 'undo' && !undone.has(id))
}

/**
 * Applies decisions to the passages: sets their overrides and gives back who is joined, parted, accepted and rejected. Later
 * decisions go before earlier ones. A split names mentions that are not one event, each with each; a single one stands alone.
 */
export function applyDecisions(passages: readonly Passage[], decisions: readonly Decision[]): Verdicts {
  const byText = new Map<string, number[]>()
  passages.forEach((passage, index) => {
    const known = byText.get(passage.text)
    if (known === undefined) byText.set(passage.text, [index])
    else known.push(index)
  })
  const find = (ref: MentionRef) => findPassage(passages, byText.get(ref.text) ?? [], ref)
  const review = new Map<number, 'accepted' | 'rejected'>()
  const must = new Map<string, [number, number]>()
  const mustNot = new Set<string>()
  const alone = new Set<number>()
  for (const { action } of decisions) {
    switch (action.kind) {
      case 'accept':
      case 'reject': {
        const index = find(action.mention)
        if (index !== null) review.set(index, action.kind === 'accept' ? 'accepted' : 'rejected')
        break
      }
      case 'set': {
        const index = find(action.mention)
        if (index !== null) setField(passages[index]!, action.field, action.value)
        break
      }
      case 'merge':
      case 'split': {
        const found = [...new Set(action.mentions.map(find).filter((index) => index !== null))]
        if (action.kind === 'split' && action.mentions.length === 1 && found[0] !== undefined) {
          alone.add(found[0])
          for (const [key, pair] of must) if (pair.includes(found[0])) must.delete(key)
        }
        for (const [i, j] of pairsOf(found)) {
          const key = linkKey(i, j)
          if (action.kind === 'merge') {
            must.set(key, [i, j])
            mustNot.delete(key)
            alone.delete(i)
            alone.delete(j)
          } else {
            must.delete(key)
            mustNot.add(key)
          }
        }
        break
      }
      case 'undo':
        break
      default:
        action satisfies never
    }
  }
  return { review, must: [...must.values()].sort((a, b) => a[0] - b[0] || a[1] - b[1]), mustNot, alone }
}

function* pairsOf(indexes: readonly number[]): Iterable<[number, number]> {
  const sorted = [...indexes].sort((a, b) => a - b)
  for (let x = 0; x < sorted.length; x++) {
    for (let y = x + 1; y < sorted.length; y++) yield [sorted[x]!, sorted[y]!]
  }
}

/** The passage of the text that overlaps a mention best; one of the mention's type goes before all others. */
function findPassage(
  passages: readonly Passage[],
  indexes: readonly number[],
  ref: MentionRef,
): number | null {
  let best: number | null = null
  let bestScore = 0
  for (const index of indexes) {
    const passage = passages[index]!
    const { event } = passage.lead
    const overlap = Math.max(diceOfSpans(ref, event.evidence), diceOfSpans(ref, anchorOf(event)))
    if (overlap < SAME_MENTION) continue
    const score = overlap + (passage.foundType === ref.type || typeOf(passage) === ref.type ? 1 : 0)
    if (score > bestScore) {
      best = index
      bestScore = score
    }
  }
  return best
}

function diceOfSpans(a: Span, b: Span): number {
  const shared = Math.min(a.to, b.to) - Math.max(a.from, b.from)
  return shared <= 0 ? 0 : (2 * shared) / (a.to - a.from + b.to - b.from)
}

/** A value that the field cannot take is left out; the store refuses it before it gets here. */
function setField(
  passage: Passage,
  field: 'type' | 'mode' | 'date' | 'place' | 'status',
  value: string,
): void {
  if (field === 'type' && !isOneOf<EventType>(EVENT_TYPES, value)) return
  if (field === 'status' && !isOneOf(STATUSES, value)) return
  passage.overrides = { ...passage.overrides, [field]: value }
}

function isOneOf<Value extends string>(values: readonly Value[], value: string): value is Value {
  return (values as readonly string[]).includes(value)
}
