import { eventId } from '../../base/ids.ts'
import { contains, cover, span } from '../../base/spans.ts'
import type { NameIndex } from '../../codebook/name-index.ts'
import type { Document } from '../../document/document.ts'
import type {
  Attribution,
  Aux,
  EventType,
  Factuality,
  ReportedEvent,
  SourceLink,
  Status,
} from '../../document/report.ts'
import type { Token } from '../../document/tokens.ts'
import { pronouns } from '../../language/de/clauses.ts'
import type { Lexicon } from '../../language/lexicon.ts'
import { attributionAt, type SourceContext, sourceContextOf } from '../attribution/attribution.ts'
import { ACTING, createEntityIndex, type EntityIndex } from '../entities/entity-index.ts'
import { type Composed, compose } from '../factuality/composition.ts'
import { ACTS, type Act, EMBEDDINGS } from '../factuality/embedding.ts'
import { factualityOf, type Reading } from '../factuality/factuality.ts'
import { evidenceOf } from '../syntax/evidence.ts'
import { fillersOf } from '../syntax/slots.ts'
import { decide } from './choices/decide.ts'
import type { ChoiceWeights } from './choices/weights.ts'
import { dateOf, isHistorical } from './date.ts'
import { withoutDisasters } from './disasters.ts'
import { completeSides } from './discourse.ts'
import { mergeMentions } from './merge-mentions.ts'
import { lastNamedIn, placeOf, sceneOf } from './place.ts'
import { modifierCountry, type Side, sideOf } from './sides.ts'
import { type EventPredicate, findTriggers, isCounted, type Trigger } from './triggers.ts'
import { DEEDS, VERBAL } from './verbal.ts'

/** What single sentences are coded with. */
export interface SentenceTables {
  readonly lexicon: Lexicon
  readonly names: NameIndex
}

export interface CoderTables extends SentenceTables {
  readonly choices: ChoiceWeights
  /** Events that are less sure are left out; from 0 to 1. */
  readonly least: number
}

interface Work {
  readonly doc: Document
  readonly tables: SentenceTables
  readonly entities: EntityIndex
  readonly sources: SourceContext
  /** Country that the report is about. */
  readonly scene: string | null
}

/** All events of a document, one each, however often it is told. */
export function codeEvents(doc: Document, tables: CoderTables): ReportedEvent[] {
  return decide(toldEvents(doc, tables), doc, tables.choices, tables.least).map(withWish)
}

/** Who asks for neither help nor talks nor that somebody gives way wants something done otherwise. */
const withWish = (event: ReportedEvent): ReportedEvent =>
  event.type === 'REQUEST' && event.mode === null ? { ...event, mode: 'change' } : event

/** All events, each with what its own sentences tell of it; how sure they are is not said yet. */
export function toldEvents(doc: Document, tables: SentenceTables): ReportedEvent[] {
  const mentions = codeTriggers(doc, tables).flatMap(({ coded }) =>
    coded.kind === 'event' ? [coded.event] : [],
  )
  return mergeMentions(withoutDisasters(mentions, doc), doc)
}

/** Why a word that can show an event shows none here. */
export type Refusal =
  /** An aim or an open infinitive: nothing says that it happened. */
  | 'aim'
  /** What governs it makes no event of it: feared, discussed, tried. */
  | 'embedded'
  /** The governing word is coded itself, with this one as its content. */
  | 'content'

export type Coded =
  | { readonly kind: 'event'; readonly event: ReportedEvent }
  | { readonly kind: 'refused'; readonly why: Refusal; readonly by: Token | null }

/** Every word that can show an event, with what became of it. */
export function codeTriggers(doc: Document, tables: SentenceTables): { trigger: Trigger; coded: Coded }[] {
  const triggers = findTriggers(doc.layer('tokens'), tables.lexicon)
  const work: Work = {
    doc,
    tables,
    entities: createEntityIndex(doc.layer('entities')),
    sources: sourceContextOf(doc),
    scene: sceneOf(doc.layer('entities')),
  }
  const told = triggers.map((trigger) => ({ trigger, reading: factualityOf(trigger.token) }))
  const words = new Set(triggers.map((trigger) => trigger.token.index))
  const governed = byGovernor(told)
  const read = told.map((one) => {
    const content = contentOf(one.trigger, governed.get(one.trigger.token.index) ?? [])
    return { trigger: one.trigger, coded: codeTrigger(one, content, words, work) }
  })
  const shown = read.flatMap(({ trigger, coded }) =>
    coded.kind === 'event' ? [{ trigger, event: coded.event }] : [],
  )
  const complete = completeSides(shown, tables.lexicon).values()
  return read.map(({ trigger, coded }) => ({
    trigger,
    coded: coded.kind === 'event' ? { kind: 'event', event: complete.next().value! } : coded,
  }))
}

interface Told {
  readonly trigger: Trigger
  readonly reading: Reading
}

/** By the row of the word that governs them; what nothing governs is left out. */
function byGovernor(told: readonly Told[]): Map<number, Told[]> {
  const out = new Map<number, Told[]>()
  for (const one of told) {
    const row = one.reading.governor?.token.index
    if (row === undefined) continue
    const known = out.get(row)
    if (known) known.push(one)
    else out.set(row, [one])
  }
  return out
}

/** What an act is about, with what the two make together. */
interface Content {
  readonly trigger: Trigger
  readonly composed: Composed
}

/** `drohte damit, die Grenze zu sperren`: the word that names the content of an act which is coded by its own word. */
function contentOf({ token, predicate }: Trigger, governed: readonly Told[]): Content | null {
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

function codeTrigger(
  { trigger, reading }: Told,
  content: Content | null,
  coded: ReadonlySet<number>,
  work: Work,
): Coded {
  if (reading.isPurpose) return refused('aim')
  const { predicate, token } = trigger
  const { governor } = reading
  const own = outcomeOf(trigger, reading, coded)
  if (typeof own === 'string') return refused(own, governor?.token)
  const outcome = content && own.type === predicate.type ? { ...own, type: content.composed.type } : own
  let actors = sideOf(trigger, 'actor', predicate.actor, work.entities, predicate.reciprocal)
  let recipients = predicate.reciprocal
    ? []
    : sideOf(trigger, 'recipient', predicate.recipient, work.entities, false)
  if (outcome.act && governor) {
    const outer = { ...trigger, token: governor.token }
    const inner = actors
    actors = sideOf(outer, 'actor', ['subj', 'gen', 'von'], work.entities, false)
    const asked = sideOf(outer, 'actor', ['obj', 'iobj', 'an', 'von'], work.entities, false)
    if (outcome.act === 'demand') recipients = asked.length > 0 ? asked : inner
    else if (recipients.length === 0) recipients = inner
  }
  const owner = modifierCountry(trigger, work.tables.names)
  if (owner && (actors.length === 0 || predicate.reciprocal)) {
    const known = work.doc.layer('entities')
    const entity =
      known.find((e) => e.codebook === owner.id) ??
      known.find((e) => e.country === owner.country && e.kind === 'state')
    if (entity && !actors.some((a) => a.entity.country === entity.country))
      actors = [...actors, { entity, from: owner.from, to: owner.to }]
  }
  if (
    predicate.pos === 'verb' &&
    VERBAL.has(predicate.type) &&
    actors.length === 0 &&
    recipients.length > 0 &&
    predicate.actor.includes('subj') &&
    predicate.recipient[0] === 'obj' &&
    fillersOf(token, 'subj').some((t) => t.upos === 'NOUN')
  ) {
    // `Eine Kooperation schließen die USA aus`: of subject and object only one can act.
    ;[actors, recipients] = [recipients, []]
  }
  if (content && recipients.length === 0) recipients = sidesWithin(content.trigger, work.entities)
  recipients = recipients.filter((r) => !actors.some((a) => a.entity.id === r.entity.id))
  const source = attributionAt(token, work.sources)
  if (actors.length === 0 && predicate.actor.includes('subj') && speaksForItself(token))
    actors = speakerOf(source, work.doc)
  const place =
    placeOf(token, work.entities) ??
    (work.scene !== null && DEEDS.has(outcome.type)
      ? lastNamedIn(work.scene, token.from, work.doc.layer('entities'))
      : null)
  const clause = evidenceOf(work.doc.text, token, VERBAL.has(outcome.type))
  // The act that makes the event is its word: `das Angebot, zu helfen`.
  const act = outcome.act && governor ? governor.token : token
  const evidence = cover(clause, act)
  const date = dateOf(act, evidence, work.doc)
  const attribution = claimantOf(source, outcome, actors, work.doc)
  const figures = work.doc
    .layer('figures')
    .filter((f) => contains(evidence, f) && (f.unit !== 'attacks' || countsAttacks(trigger, coded)))
    .map((f) => f.id)
  const { aux, factuality } = statusOf(trigger, reading, outcome, attribution, actors, date, work)
  const at = span(token.from, token.to)
  const event: ReportedEvent = {
    id: eventId(work.doc.textId, token.from, token.to, outcome.type),
    type: outcome.type,
    mode: modeOf(outcome, content),
    contexts: [],
    actors: actors.map((s) => s.entity.id),
    recipients: recipients.map((s) => s.entity.id),
    place: place?.entity.id ?? null,
    placePrecision: place?.precision ?? null,
    arguments: [
      ...argumentsOf('actor', actors),
      ...argumentsOf('recipient', recipients),
      ...(place
        ? [{ role: 'place' as const, entity: place.entity.id, mention: span(place.from, place.to) }]
        : []),
    ],
    date,
    aux,
    factuality,
    attribution,
    figures,
    evidence,
    trigger: at,
    mentions: [],
    rule: `${predicate.pos}:${predicate.lemma}#${predicate.line}`,
    // What the whole report says of it decides: see `decide`.
    confidence: 0,
  }
  return { kind: 'event', event }
}

const refused = (why: Refusal, by: Token | null = null): Coded => ({ kind: 'refused', why, by })

/** What is threatened with has modes of its own (an arrest, a break of relations); else the content says more than the word of the act. */
const modeOf = (outcome: Outcome, content: Content | null): string | null =>
  outcome.type === 'THREATEN'
    ? (outcome.mode ?? content?.composed.mode ?? null)
    : (content?.composed.mode ?? outcome.mode)

/** A count of attacks belongs to the word that is counted, where an event is coded by it, and to no other of its sentence. */
function countsAttacks({ token }: Trigger, coded: ReadonlySet<number>): boolean {
  return isCounted(token) || !token.sentence.tokens.some((t) => coded.has(t.index) && isCounted(t))
}

/** Whom the content of an act is about: `weigert sich, mit dem Kosovo zu verhandeln`. */
const sidesWithin = (content: Trigger, entities: EntityIndex): Side[] => {
  const { reciprocal, actor, recipient } = content.predicate
  return reciprocal
    ? sideOf(content, 'actor', actor, entities, true)
    : sideOf(content, 'recipient', recipient, entities, false)
}

interface Outcome extends Composed {
  /** The outer act that makes this event of what the trigger names; null where the trigger names the event itself. */
  readonly act: Act | null
}

/** What the trigger's event becomes under what governs it, or why it becomes nothing. */
function outcomeOf(trigger: Trigger, reading: Reading, coded: ReadonlySet<number>): Outcome | Refusal {
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

const argumentsOf = (role: 'actor' | 'recipient', sides: readonly Side[]) =>
  sides.map((s) => ({ role, entity: s.entity.id, mention: span(s.from, s.to) }))

const AUX_OF_STATUS: Readonly<Partial<Record<Status, Aux>>> = {
  planned: 'future',
  hypothetical: 'hypothetical',
  conditional: 'hypothetical',
  negated: 'negated',
  historical: 'historical',
}
/** What is planned against others may never come. */
const HARMS: ReadonlySet<EventType> = new Set<EventType>(['ASSAULT', 'COERCE', 'SANCTION'])
const comingAux = (type: EventType): Aux => (HARMS.has(type) ? 'hypothetical' : 'future')

const OWN_STATUS = new Set<Status>(['announced', 'offered', 'promised', 'ruled-out'])
function statusOf(
  trigger: Trigger,
  reading: Reading,
  outcome: Outcome,
  attribution: Attribution | null,
  actors: readonly Side[],
  date: ReportedEvent['date'],
  work: Work,
): { aux: Aux | null; factuality: Factuality } {
  const cue = reading.cue && span(reading.cue.from, reading.cue.to)
  const act = EMBEDDINGS.get(trigger.predicate.lemma)?.act
  const own = act ? ACTS[act].status : null
  const by = actors[0]?.entity.id ?? null
  if (isHistorical(date, work.doc))
    return { aux: 'historical', factuality: { status: 'historical', by: attribution?.entity ?? null, cue } }
  if (outcome.act) {
    const status = OWN_STATUS.has(ACTS[outcome.act].status) ? ACTS[outcome.act].status : 'asserted'
    if (outcome.act === 'plan' && outcome.type === trigger.predicate.type && !VERBAL.has(outcome.type))
      return { aux: comingAux(outcome.type), factuality: { status: 'planned', by, cue } }
    return { aux: null, factuality: { status, by, cue } }
  }
  if (reading.status === 'asserted' || reading.status === 'claimed') {
    if (own && OWN_STATUS.has(own))
      return {
        aux: null,
        factuality: { status: own, by, cue: span(trigger.token.from, trigger.token.to) },
      }
    return {
      aux: null,
      factuality: {
        status: attribution || reading.status === 'claimed' ? 'claimed' : 'asserted',
        by: attribution?.entity ?? null,
        cue,
      },
    }
  }
  // An announced blow is a threat today; an announced visit is a promise, and lies ahead where nobody in the text makes it.
  const isDone =
    outcome.type !== trigger.predicate.type && (outcome.type !== 'AGREE' || attribution?.entity === by)
  const aux = reading.status === 'planned' ? comingAux(outcome.type) : AUX_OF_STATUS[reading.status]
  return {
    aux: isDone ? null : (aux ?? null),
    factuality: { status: reading.status, by: attribution?.entity ?? null, cue },
  }
}

/** Who tells of the event; nobody where an actor speaks for itself, unless somebody else tells that it did: `laut dem Sender kündigte er an`. */
function claimantOf(
  source: Attribution | null,
  outcome: Outcome,
  actors: readonly Side[],
  doc: Document,
): Attribution | null {
  if (source === null || !VERBAL.has(outcome.type)) return source
  const speakers = source.chain.filter(({ kind }) => kind !== 'outlet' && kind !== 'agency')
  const other = speakers.findIndex((link) => !actors.some((side) => speaksFor(link, side, doc)))
  if (other < 0) return null
  const { name, entity, from, to } = speakers[other]!
  const chain = source.chain.filter((link) => !speakers.slice(0, other).includes(link))
  return { name, entity, from, to, chain }
}

/** Whoever acts speaks, or a person of theirs does: `eine Sprecherin des Gerichts teilte mit, das Gericht lehne ab`. */
function speaksFor(link: SourceLink, { entity }: Side, doc: Document): boolean {
  if (entity.id === link.entity) return true
  if (entity.mentions.some((m) => contains(link, m))) return true
  const speaker = doc.layer('entities').find(({ id }) => id === link.entity)
  return speaker?.kind === 'person' && speaker.country !== null && speaker.country === entity.country
}

/** Who says it, where the report knows who that is. */
function speakerOf(source: Attribution | null, doc: Document): Side[] {
  const entity = source && doc.layer('entities').find(({ id }) => id === source.entity)
  return entity && ACTING.has(entity.kind) ? [{ entity, from: source.from, to: source.to }] : []
}

/** `„Wir werden nicht verhandeln“, sagte X`. */
const speaksForItself = (verb: Token): boolean =>
  fillersOf(verb, 'subj').some((t) => t.upos === 'PRON' && pronouns.speaking.has(t.lemma.toLowerCase()))
