import type { ReportedEvent } from '../../document/report.ts'
import type { Token } from '../../document/tokens.ts'
import { clauseWords } from '../../language/de/clauses.ts'
import type { Lexicon, Slot } from '../../language/lexicon.ts'
import { isDefinite } from '../syntax/phrases.ts'
import { fillersOf } from '../syntax/slots.ts'
import { entriesOf, type Trigger } from './triggers.ts'
import { VERBAL } from './verbal.ts'

/** An event with the word that shows it. */
export interface CodedEvent {
  readonly trigger: Trigger
  readonly event: ReportedEvent
}

type Role = 'actor' | 'recipient'

/**
 * Fills sides that only the text before tells. Of a response it is who said what is answered: `wies die Vorwürfe zurück`, `nahm das Angebot
 * an`; of a deed that is spoken of again, whoever did it: `Die Proteste weiteten sich aus`.
 * @param told in the order of the text
 */
export function completeSides(told: readonly CodedEvent[], lexicon: Lexicon): ReportedEvent[] {
  const out: ReportedEvent[] = []
  for (const one of told) {
    const event = withBoth(one, out)
    const sided = { ...one, event }
    out.push(answered(sided, out, lexicon) ?? toldAgain(sided, out) ?? event)
  }
  return out
}

/** `Beide Seiten einigten sich`: the two parties of the last event that has two. */
function withBoth({ trigger, event }: CodedEvent, earlier: readonly ReportedEvent[]): ReportedEvent {
  const named = (['actor', 'recipient'] as const).filter((role) =>
    trigger.predicate[role].some((slot) => fillersOf(trigger.token, slot).some(isBoth)),
  )
  if (named.length === 0) return event
  const before = earlier.findLast((e) => new Set([...e.actors, ...e.recipients]).size === 2)
  if (!before) return event
  return named.reduce((sofar, role) => {
    if ((role === 'actor' ? sofar.actors : sofar.recipients).length > 0) return sofar
    return withSides(withSides(sofar, role, before, 'actor'), role, before, 'recipient')
  }, event)
}

const isBoth = (noun: Token): boolean =>
  clauseWords.sidesOfTwo.has(noun.lemma) && noun.children.some((t) => t.lemma === clauseWords.both)

const RESPONSES: ReadonlySet<string> = new Set(['ACCUSE', 'REJECT', 'SUPPORT', 'AGREE'])
/** Where a response names what it answers. */
const ANSWERED: readonly Slot[] = ['obj', 'iobj', 'auf', 'zu', 'an', 'gegen', 'gen', 'für']

function answered(
  { trigger, event }: CodedEvent,
  earlier: readonly ReportedEvent[],
  lexicon: Lexicon,
): ReportedEvent | null {
  if (!RESPONSES.has(event.type) || event.recipients.length > 0) return null
  for (const slot of ANSWERED)
    for (const word of fillersOf(trigger.token, slot)) {
      const types = entriesOf(word, lexicon).map((p) => p.type)
      const act = earlier.findLast(
        (e) => VERBAL.has(e.type) && types.includes(e.type) && sidesOf(e, 'actor', event).length > 0,
      )
      if (act) return withSides(event, 'recipient', act, 'actor')
    }
  return null
}

/** Deeds that a later sentence speaks of as known. */
const DEEDS: ReadonlySet<string> = new Set([
  'ASSAULT',
  'PROTEST',
  'COERCE',
  'SANCTION',
  'MOBILIZE',
  'CONSULT',
])

function toldAgain({ trigger, event }: CodedEvent, earlier: readonly ReportedEvent[]): ReportedEvent | null {
  if (!DEEDS.has(event.type) || event.actors.length > 0 || !isKnown(trigger.token)) return null
  const deed = earlier.findLast(
    (e) => e.type === event.type && e.mode === event.mode && sidesOf(e, 'actor', event).length > 0,
  )
  if (!deed) return null
  const acted = withSides(event, 'actor', deed, 'actor')
  return acted.recipients.length === 0 ? withSides(acted, 'recipient', deed, 'recipient') : acted
}

/** `der Angriff`, `diese Proteste` */
export const isKnown = (noun: Token): boolean => noun.upos === 'NOUN' && isDefinite(noun)

const sidesOf = (from: ReportedEvent, role: Role, but: ReportedEvent): string[] =>
  (role === 'actor' ? from.actors : from.recipients).filter(
    (id) => !but.actors.includes(id) && !but.recipients.includes(id),
  )

function withSides(event: ReportedEvent, role: Role, from: ReportedEvent, fromRole: Role): ReportedEvent {
  const ids = sidesOf(from, fromRole, event)
  return {
    ...event,
    [role === 'actor' ? 'actors' : 'recipients']: [
      ...(role === 'actor' ? event.actors : event.recipients),
      ...ids,
    ],
    arguments: [
      ...event.arguments,
      ...from.arguments
        .filter((a) => a.role === fromRole && a.entity !== null && ids.includes(a.entity))
        .map((a) => ({ ...a, role })),
    ],
  }
}
