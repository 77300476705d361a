import { LagebildError } from '../base/errors.ts'
import type { EventId } from '../base/ids.ts'
import { inOrder, undoneBy } from './decisions.ts'
import { findEvent } from './find-event.ts'
import { distinctMentions, refOf } from './mention-refs.ts'
import { partiesNamed } from './named-parties.ts'
import type {
  Chronicle,
  ChronicleEvent,
  Decision,
  DecisionAction,
  EventMention,
  MentionRef,
  SetField,
} from './types.ts'

/** What a person asks for, by the ids that stand on the screen; `actionOf` makes of it what is written down. */
export type DecisionRequest =
  | { readonly kind: 'accept' | 'reject'; readonly event: string }
  | { readonly kind: 'merge'; readonly events: readonly string[] }
  /** `mentions`: ids of mentions, or labels of reports, all of whose mentions are meant. */
  | { readonly kind: 'split'; readonly event: string; readonly mentions: readonly string[] }
  | { readonly kind: 'set'; readonly event: string; readonly field: SetField; readonly value: string }

/**
 * The decision that a request stands for, pointing at the mentions of the events as the chronicle has them now.
 *
 * @throws LagebildError `event-unknown`, `event-ambiguous`, `mention-unknown`, `decision-invalid`
 */
export function actionOf({ events }: Pick<Chronicle, 'events'>, request: DecisionRequest): DecisionAction {
  switch (request.kind) {
    case 'accept':
    case 'reject':
      return { kind: request.kind, mentions: refsOf(findEvent(events, request.event).mentions) }
    case 'merge': {
      const meant = new Set(request.events.map((id) => findEvent(events, id)))
      if (meant.size < 2) throw invalid('These are one event already', 'Name two events or more.')
      return { kind: 'merge', mentions: refsOf([...meant].flatMap(({ mentions }) => mentions)) }
    }
    case 'split': {
      const event = findEvent(events, request.event)
      const out = new Set(request.mentions.flatMap((name) => mentionsNamed(event, name)))
      const rest = distinctMentions(event.mentions).filter(({ id }) => !out.has(id))
      if (out.size === 0) throw invalid('A split needs a mention', 'Name at least one.')
      if (rest.length === 0) throw invalid('Nothing would stay behind', 'Leave at least one mention.')
      return {
        kind: 'split',
        mentions: refsOf(event.mentions.filter(({ id }) => out.has(id))),
        from: refsOf(rest),
      }
    }
    case 'set': {
      const event = findEvent(events, request.event)
      const { field, value } = request
      const isSide = field === 'actors' || field === 'recipients'
      return {
        ...{ kind: 'set', mentions: refsOf(event.mentions), field, value },
        ...(isSide && { parties: partiesNamed(value, events) }),
      }
    }
    default:
      return request satisfies never
  }
}

/**
 * The decision that an undo takes back: the one with an id or the beginning of one; without, the newest of `by` that still stands.
 *
 * @throws LagebildError `decision-unknown`
 */
export function decisionToUndo(decisions: readonly Decision[], id: string | null, by: string): Decision {
  const ordered = inOrder(decisions)
  const undone = undoneBy(ordered)
  const found =
    id === null
      ? ordered.findLast((known) => known.by === by && !undone.has(known.id) && canBeLast(known.action.kind))
      : (ordered.find((known) => known.id === id) ?? onlyStarting(ordered, id))
  if (found !== undefined) return found
  throw new LagebildError(
    'decision-unknown',
    id === null ? `There is no decision of "${by}" to undo` : `There is no decision "${id}"`,
    'Take an id from `lagebild journal`.',
  )
}

/** To undo again and again goes back step by step; undos themselves and erasures are undone by name only. */
function canBeLast(kind: DecisionAction['kind']): boolean {
  return kind !== 'undo' && kind !== 'forget'
}

function onlyStarting(decisions: readonly Decision[], id: string): Decision | undefined {
  const starting = id.length < 4 ? [] : decisions.filter((known) => known.id.startsWith(id))
  return starting.length === 1 ? starting[0] : undefined
}

function mentionsNamed(event: ChronicleEvent, name: string): EventId[] {
  const ids = new Set(event.mentions.map(({ id }) => id))
  const byId = [...ids].filter((id) => id === name || (name.length >= 4 && id.startsWith(name)))
  if (byId.length === 1) return byId
  const byReport = event.mentions.filter(({ report }) => report === name).map(({ id }) => id)
  if (byReport.length > 0) return byReport
  throw new LagebildError(
    'mention-unknown',
    `"${name}" is no mention of the event ${event.id}`,
    'Take the ids of its mentions, or the labels of its reports, from `lagebild explain`.',
  )
}

function refsOf(mentions: readonly EventMention[]): MentionRef[] {
  return distinctMentions(mentions).map(refOf)
}

function invalid(cause: string, remedy: string): LagebildError {
  return new LagebildError('decision-invalid', cause, remedy)
}
