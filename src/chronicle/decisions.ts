import { parseEdtf } from '../base/calendar.ts'
import type { EventId, TextId } from '../base/ids.ts'
import { EVENT_TYPES, STATUSES } from '../document/report.ts'
import { type Links, linkKey } from './identity.ts'
import { type Findable, mentionFinder } from './mention-refs.ts'
import { anchorOf, type Passage, typeOf } from './tellings.ts'
import type { Decision, DecisionAction, MentionRef, SetField } from './types.ts'
import { compareText } from './words.ts'

export interface Verdicts extends Links {
  /** By passage index. */
  readonly review: ReadonlyMap<number, 'accepted' | 'rejected'>
  /** By passage index: ids of erased mentions that told the same event. */
  readonly inherited: ReadonlyMap<number, readonly EventId[]>
}

/** Oldest first; of one instant by id, so that no order of arrival can show. */
export function inOrder(decisions: readonly Decision[]): Decision[] {
  const known = new Map(decisions.map((decision) => [decision.id, decision]))
  return [...known.values()].sort(
    (a, b) => compareText(a.recordedAt, b.recordedAt) || compareText(a.id, b.id),
  )
}

/** Ids of decisions that a later one has undone, with the undoing one; an undo can itself be undone. */
export function undoneBy(ordered: readonly Decision[]): Map<string, string> {
  const undone = new Map<string, string>()
  for (const { id, action } of [...ordered].reverse()) {
    if (action.kind === 'undo' && !undone.has(id)) undone.set(action.decision, id)
  }
  return undone
}

/**
 * Decisions that hold at `bound`, in the order they were made, without those undone. What was forgotten is so at all times, and no
 * undo brings it back.
 */
export function standing(decisions: readonly Decision[], bound: string | null): Decision[] {
  const ordered = inOrder(decisions)
  const heard = ordered.filter(({ recordedAt }) => bound === null || recordedAt <= bound)
  const undone = undoneBy(heard)
  const holds = new Set(heard.filter(({ id }) => !undone.has(id)).map(({ id }) => id))
  return ordered.filter(
    ({ id, action }) => action.kind === 'forget' || (action.kind !== 'undo' && holds.has(id)),
  )
}

/** Texts that a person had erased and did not let in again (by undoing). */
export function forgottenTexts(decisions: readonly Decision[]): Set<TextId> {
  const ordered = inOrder(decisions)
  const undone = undoneBy(ordered)
  const texts = new Set<TextId>()
  for (const { id, action } of ordered) {
    if (action.kind === 'forget' && !undone.has(id)) texts.add(action.text)
  }
  return texts
}

/**
 * Applies decisions to the passages: sets their overrides and gives back who is joined, parted, accepted and rejected. Later
 * decisions go before earlier ones.
 */
export function applyDecisions(passages: readonly Passage[], decisions: readonly Decision[]): Verdicts {
  const find = mentionFinder(passages.map(findable))
  const findAll = (refs: readonly MentionRef[]) => [
    ...new Set(refs.map(find).filter((index) => index !== null)),
  ]
  const review = new Map<number, 'accepted' | 'rejected'>()
  const inherited = new Map<number, EventId[]>()
  const must = new Map<string, [number, number]>()
  const mustNot = new Set<string>()
  const alone = new Set<number>()
  const join = (i: number, j: number) => {
    must.set(linkKey(i, j), i < j ? [i, j] : [j, i])
    mustNot.delete(linkKey(i, j))
    alone.delete(i)
    alone.delete(j)
  }
  const part = (i: number, j: number) => {
    must.delete(linkKey(i, j))
    mustNot.add(linkKey(i, j))
  }
  for (const { action } of decisions) {
    switch (action.kind) {
      case 'accept':
      case 'reject':
        for (const index of findAll(action.mentions))
          review.set(index, action.kind === 'accept' ? 'accepted' : 'rejected')
        break
      case 'set':
        for (const index of findAll(action.mentions)) setField(passages[index]!, action)
        break
      case 'merge':
        for (const [i, j] of pairsOf(findAll(action.mentions))) join(i, j)
        break
      case 'split': {
        const out = findAll(action.mentions)
        if (action.from !== undefined) {
          const rest = findAll(action.from).filter((index) => !out.includes(index))
          for (const i of out) for (const j of rest) part(i, j)
        } else if (action.mentions.length > 1) for (const [i, j] of pairsOf(out)) part(i, j)
        else if (out[0] !== undefined) {
          alone.add(out[0])
          for (const [key, pair] of must) if (pair.includes(out[0])) must.delete(key)
        }
        break
      }
      case 'forget':
        for (const { id, heir } of action.ids) {
          const index = heir === null ? null : find(heir)
          if (index !== null) inherited.set(index, [...(inherited.get(index) ?? []), id])
        }
        break
      case 'undo':
        break
      default:
        action satisfies never
    }
  }
  const joined = [...must.values()].sort((a, b) => a[0] - b[0] || a[1] - b[1])
  return { review, inherited, must: joined, mustNot, alone }
}

function findable(passage: Passage): Findable {
  const { lead, foundType } = passage
  return {
    text: passage.text,
    evidence: lead.mention.evidence,
    at: anchorOf(lead.event),
    types: [foundType, typeOf(passage)],
  }
}

function* pairsOf(indexes: readonly number[]): Iterable<[number, number]> {
  const sorted = [...indexes].sort((a, b) => a - b)
  for (let x = 0; x < sorted.length; x++) {
    for (let y = x + 1; y < sorted.length; y++) yield [sorted[x]!, sorted[y]!]
  }
}

/** Why a field cannot take a value, or null when it can. */
export function valueFault(field: SetField, value: string): { cause: string; remedy: string } | null {
  if (value.trim() === '' && field !== 'actors' && field !== 'recipients') {
    return { cause: 'The value is empty', remedy: 'Give one.' }
  }
  if (field === 'type' && !(EVENT_TYPES as readonly string[]).includes(value)) {
    return { cause: `"${value}" is no event type`, remedy: `One of ${EVENT_TYPES.join(', ')}.` }
  }
  if (field === 'status' && !(STATUSES as readonly string[]).includes(value)) {
    return { cause: `"${value}" is no status`, remedy: `One of ${STATUSES.join(', ')}.` }
  }
  if (field === 'date' && parseEdtf(value) === null) {
    return {
      cause: `"${value}" is no date`,
      remedy: 'Give an EDTF date such as 2014, 2014-01, 2014-01-05 or 2014-01-05/2014-01-11.',
    }
  }
  return null
}

type SetAction = Extract<DecisionAction, { readonly kind: 'set' }>

/** A value that the field cannot take is left out; the store refuses it before it gets here. */
function setField(passage: Passage, { field, value, parties }: SetAction): void {
  if (valueFault(field, value) !== null) return
  const isSide = field === 'actors' || field === 'recipients'
  passage.overrides = { ...passage.overrides, [field]: isSide ? (parties ?? []) : value }
}
