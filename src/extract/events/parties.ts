import type { NameIndex } from '../../codebook/name-index.ts'
import type { Document } from '../../document/document.ts'
import type { Attribution, EntityKind } from '../../document/report.ts'
import type { Token } from '../../document/tokens.ts'
import { pronouns } from '../../language/de/clauses.ts'
import { ACTING, type EntityIndex } from '../entities/entity-index.ts'
import { fillersOf } from '../syntax/slots.ts'
import type { Content, Outcome, Told } from './outcome.ts'
import { modifierCountry, type Side, sideOf } from './sides.ts'
import type { Trigger } from './triggers.ts'
import { VERBAL } from './verbal.ts'

/** Who does something, and to whom. */
export interface Parties {
  readonly actors: readonly Side[]
  readonly recipients: readonly Side[]
}

interface Known {
  readonly doc: Document
  readonly entities: EntityIndex
  readonly names: NameIndex
}

/** The sides of an event that its own sentence names. @param source who tells of it */
export function partiesOf(
  { trigger, reading }: Told,
  outcome: Outcome,
  content: Content | null,
  source: Attribution | null,
  { doc, entities, names }: Known,
): Parties {
  const { predicate, token } = trigger
  const outer = outcome.act && reading.governor ? { ...trigger, token: reading.governor.token } : null
  const own = sidesAt(trigger, entities)
  const told = outer ? underAct(outer, outcome, own, entities) : own
  const { actors, recipients } = turned(trigger, withOwner(trigger, told, doc, names), entities)
  const affected = content && recipients.length === 0 ? sidesWithin(content.trigger, entities) : recipients
  const isSpeaker = actors.length === 0 && predicate.actor.includes('subj') && speaksForItself(token)
  return {
    actors: isSpeaker ? speakerOf(source, doc) : actors,
    recipients: affected.filter((r) => !actors.some((a) => a.entity.id === r.entity.id)),
  }
}

function sidesAt(trigger: Trigger, entities: EntityIndex): Parties {
  const { actor, recipient, reciprocal } = trigger.predicate
  return {
    actors: sideOf(trigger, 'actor', actor, entities, reciprocal),
    recipients: reciprocal ? [] : sideOf(trigger, 'recipient', recipient, entities, false),
  }
}

/** `X forderte den Rückzug der Truppen`: who acts is whoever demands, promises, rules out. */
function underAct(
  outer: Trigger,
  { act }: Outcome,
  { actors: inner, recipients }: Parties,
  entities: EntityIndex,
): Parties {
  const actors = sideOf(outer, 'actor', ['subj', 'gen', 'von'], entities, false)
  if (act !== 'demand') return { actors, recipients: recipients.length > 0 ? recipients : inner }
  const asked = sideOf(outer, 'actor', ['obj', 'iobj', 'an', 'von'], entities, false)
  return { actors, recipients: asked.length > 0 ? asked : inner }
}

/** `irakische Offensive`, `Hamas-Angriff`: an adjective or a compound says whose act it is. */
function withOwner(trigger: Trigger, parties: Parties, doc: Document, names: NameIndex): Parties {
  const { actors, recipients } = parties
  const owner = modifierCountry(trigger, names)
  if (!owner || (actors.length > 0 && !trigger.predicate.reciprocal)) return parties
  const known = doc.layer('entities')
  const entity =
    known.find((e) => e.codebook === owner.id) ??
    known.find((e) => e.country === owner.country && e.kind === 'state')
  if (!entity || actors.some((a) => a.entity.country === entity.country)) return parties
  return { actors: [...actors, { entity, from: owner.from, to: owner.to }], recipients }
}

/** `Eine Kooperation schließen die USA aus`, `Den Antrag der Partei lehnte das Gericht ab`: of subject and object only one can act. */
function turned(trigger: Trigger, parties: Parties, entities: EntityIndex): Parties {
  const { predicate, token } = trigger
  const { actors, recipients } = parties
  if (predicate.pos !== 'verb' || !VERBAL.has(predicate.type) || !predicate.actor.includes('subj'))
    return parties
  const subjects = fillersOf(token, 'subj')
  if (predicate.recipient.includes('whose')) {
    const acts = (t: Token) => ACTING.has(entities.at(t)?.entity.kind as EntityKind)
    const isTurned = subjects.length > 0 && !subjects.some(acts) && fillersOf(token, 'obj').some(acts)
    return isTurned
      ? { actors: sideOf(trigger, 'actor', ['obj'], entities, false), recipients: actors }
      : parties
  }
  const isTurned =
    actors.length === 0 &&
    recipients.length > 0 &&
    predicate.recipient[0] === 'obj' &&
    subjects.some((t) => t.upos === 'NOUN')
  return isTurned ? { actors: recipients, recipients: [] } : parties
}

/** Whom the content of an act is about: `weigert sich, mit dem Kosovo zu verhandeln`. */
function sidesWithin(content: Trigger, entities: EntityIndex): readonly Side[] {
  const { actors, recipients } = sidesAt(content, entities)
  return content.predicate.reciprocal ? actors : recipients
}

/** Who says it, where the report knows who that is. */
function speakerOf(source: Attribution | null, doc: Document): Side[] {
  const entity = source && doc.layer('entities').find(({ id }) => id === source.entity)
  return entity && ACTING.has(entity.kind) ? [{ entity, from: source.from, to: source.to }] : []
}

/** `„Wir werden nicht verhandeln“, sagte X`. */
const speaksForItself = (verb: Token): boolean =>
  fillersOf(verb, 'subj').some((t) => t.upos === 'PRON' && pronouns.speaking.has(t.lemma.toLowerCase()))
