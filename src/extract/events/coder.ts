import { eventId } from '../../base/ids.ts'
import { contains, cover, span } from '../../base/spans.ts'
import type { NameIndex } from '../../codebook/name-index.ts'
import type { Document } from '../../document/document.ts'
import type { ReportedEvent } from '../../document/report.ts'
import type { Token } from '../../document/tokens.ts'
import type { Lexicon } from '../../language/lexicon.ts'
import { attributionAt, type SourceContext, sourceContextOf } from '../attribution/attribution.ts'
import { createEntityIndex, type EntityIndex } from '../entities/entity-index.ts'
import { factualityOf } from '../factuality/factuality.ts'
import { evidenceOf } from '../syntax/evidence.ts'
import { decide } from './choices/decide.ts'
import type { ChoiceWeights } from './choices/weights.ts'
import { claimantOf } from './claimant.ts'
import { dateOf } from './date.ts'
import { withoutDisasters } from './disasters.ts'
import { completeSides } from './discourse.ts'
import { mergeMentions } from './merge-mentions.ts'
import { type Content, contentOf, modeOf, outcomeOf, type Refusal, type Told } from './outcome.ts'
import { partiesOf } from './parties.ts'
import { lastNamedIn, placeOf, sceneOf } from './place.ts'
import type { Side } from './sides.ts'
import { statusOf } from './status.ts'
import { findTriggers, isCounted, type Trigger } from './triggers.ts'
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

function codeTrigger(one: Told, content: Content | null, coded: ReadonlySet<number>, work: Work): Coded {
  const { trigger, reading } = one
  if (reading.isPurpose) return refused('aim')
  const { predicate, token } = trigger
  const { governor } = reading
  const own = outcomeOf(trigger, reading, coded)
  if (typeof own === 'string') return refused(own, governor?.token)
  const outcome = content && own.type === predicate.type ? { ...own, type: content.composed.type } : own
  const source = attributionAt(token, work.sources)
  const { actors, recipients } = partiesOf(one, outcome, content, source, {
    doc: work.doc,
    entities: work.entities,
    names: work.tables.names,
  })
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
  const attribution = claimantOf(source, outcome.type, token, actors, work.doc)
  const figures = work.doc
    .layer('figures')
    .filter((f) => contains(evidence, f) && (f.unit !== 'attacks' || countsAttacks(trigger, coded)))
    .map((f) => f.id)
  const { aux, factuality } = statusOf(one, outcome, attribution, actors, date, work.doc)
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

/** A count of attacks belongs to the word that is counted, where an event is coded by it, and to no other of its sentence. */
function countsAttacks({ token }: Trigger, coded: ReadonlySet<number>): boolean {
  return isCounted(token) || !token.sentence.tokens.some((t) => coded.has(t.index) && isCounted(t))
}

const argumentsOf = (role: 'actor' | 'recipient', sides: readonly Side[]) =>
  sides.map((s) => ({ role, entity: s.entity.id, mention: span(s.from, s.to) }))
