import { type Composed, compose } from '../factuality/composition.ts'
import { ACTS, type Act } from '../factuality/embedding.ts'
import type { Reading } from '../factuality/factuality.ts'
import type { EventPredicate, Trigger } from './triggers.ts'

/** A word that can show an event, and how its clause tells of it. */
export interface Told {
  readonly trigger: Trigger
  readonly reading: Reading
}

/** Why a word that can show an event shows none here. */
export type Refusal =
  /** An aim or an open infinitive: nothing says that it happened. */
  | 'aim'
  /** What governs it makes no event of it: feared, discussed, tried. */
  | 'embedded'
  /** The governing word is coded itself, with this one as its content. */
  | 'content'

export interface Outcome extends Composed {
  /** The outer act that makes this event of what the trigger names; null where the trigger names the event itself. */
  readonly act: Act | null
}

/** What the trigger's event becomes under what governs it, or why it becomes nothing. */
export function outcomeOf(trigger: Trigger, reading: Reading, coded: ReadonlySet<number>): Outcome | Refusal {
  const { governor } = reading
  const plain = { type: trigger.predicate.type, mode: trigger.predicate.mode, act: null }
  if (!governor || ACTS[governor.act].isSource || KEEPING.has(governor.act)) {
    const coming = reading.status === 'planned' ? compose(governor ? 'announce' : 'plan', plain.type) : null
    return coming ? { ...withMode(coming, plain), act: null } : plain
  }
  const composed = compose(governor.act, trigger.predicate.type)
  if (!composed) return 'embedded'
  return coded.has(governor.token.index) ? 'content' : { ...withMode(composed, plain), act: governor.act }
}

/** What stays of its type stays of its mode. */
const withMode = (composed: Composed, plain: Composed): Composed =>
  composed.type === plain.type ? { ...composed, mode: composed.mode ?? plain.mode } : composed

/** Acts that leave what they are about as it is. */
const KEEPING: ReadonlySet<Act> = new Set<Act>(['judge', 'continue'])

/** What an act is about, with what the two make together. */
export interface Content {
  readonly trigger: Trigger
  readonly composed: Composed
}

/** `drohte damit, die Grenze zu sperren`: the word that names the content of an act which is coded by its own word. */
export function contentOf({ token, predicate }: Trigger, governed: readonly Told[]): Content | null {
  const contents = governed.flatMap(({ trigger, reading: { governor } }): Content[] => {
    const composed = governor && compose(governor.act, trigger.predicate.type)
    const isTold =
      composed?.type === predicate.type || (composed && governor.act === 'announce' && isLeftOpen(predicate))
    return isTold ? [{ trigger, composed }] : []
  })
  // The verb of the content says more than a noun below it: `weigert sich, dem Waffenstillstand zuzustimmen`.
  return contents.find(({ trigger }) => token.is(trigger.token.head)) ?? contents[0] ?? null
}

/** `kündigte an`: a promise of whatever it may be, where the row of the word says no more. */
const isLeftOpen = ({ type, mode }: EventPredicate): boolean => type === 'AGREE' && mode === null

/** What is threatened with has modes of its own (an arrest, a break of relations); else the content says more than the word of the act. */
export const modeOf = (outcome: Outcome, content: Content | null): string | null =>
  outcome.type === 'THREATEN'
    ? (outcome.mode ?? content?.composed.mode ?? null)
    : (content?.composed.mode ?? outcome.mode)
