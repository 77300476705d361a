import type { Entity, ReportedEvent } from '../../document/report.ts'
import type { Token } from '../../document/tokens.ts'
import type { EntityIndex } from '../entities/entity-index.ts'
import { caseOf } from '../syntax/clauses.ts'

export interface EventPlace {
  readonly entity: Entity
  readonly precision: NonNullable<ReportedEvent['placePrecision']>
  readonly from: number
  readonly to: number
}

const LOCATIVE = new Set([
  'in',
  'bei',
  'nahe',
  'südlich',
  'nördlich',
  'östlich',
  'westlich',
  'aus',
  'nach',
  'auf',
  'an',
  'vor',
  'um',
])
const NEAR = /^(bei|nahe|südlich|nördlich|östlich|westlich|vor|um|unweit)$/

/** The most specific place named with the trigger, else in its sentence. */
export function placeOf(trigger: Token, entities: EntityIndex): EventPlace | null {
  const own = best(trigger.subtree, entities)
  // `redeten in Bonn über den Vormarsch`: where they talk is not where it happens.
  if (own || isTopic(trigger)) return own
  return best(clauseOf(trigger), entities) ?? best(trigger.sentence.tokens, entities)
}

function best(tokens: readonly Token[], entities: EntityIndex): EventPlace | null {
  let found: EventPlace | null = null
  for (const token of tokens) {
    if (token.upos !== 'PROPN' && token.upos !== 'NOUN' && token.upos !== 'X') continue
    const at = entities.at(token)
    if (!at || (at.entity.kind !== 'place' && at.entity.kind !== 'state')) continue
    if (isTopic(token)) continue
    const preposition = caseOf(token)
    if (at.entity.kind === 'state' && !LOCATIVE.has(preposition)) continue
    const precision = at.entity.kind === 'state' ? 'country' : NEAR.test(preposition) ? 'near' : 'exact'
    if (!found || rank(precision) < rank(found.precision))
      found = { entity: at.entity, precision, from: at.mention.from, to: at.mention.to }
  }
  return found
}

/**
 * The country that a report is about: where more than half of the places and states that it names lie. A deed that is told without a place
 * happened there, as far as the report lets one know.
 */
export function sceneOf(entities: readonly Entity[]): string | null {
  const mentions = new Map<string, number>()
  let all = 0
  for (const { kind, country, mentions: told } of entities) {
    if (country === null || (kind !== 'place' && kind !== 'state')) continue
    mentions.set(country, (mentions.get(country) ?? 0) + told.length)
    all += told.length
  }
  for (const [country, count] of mentions) if (count >= LEAST_MENTIONS && 2 * count > all) return country
  return null
}

const LEAST_MENTIONS = 2

/** The place or state of a country that was named last before a word, of which only the country is meant. */
export function lastNamedIn(country: string, before: number, entities: readonly Entity[]): EventPlace | null {
  let found: EventPlace | null = null
  for (const entity of entities) {
    if (entity.country !== country || (entity.kind !== 'place' && entity.kind !== 'state')) continue
    for (const { from, to } of entity.mentions)
      if (from < before && (!found || from > found.from)) found = { entity, precision: 'country', from, to }
  }
  return found
}

/** `Gespräche über die Krise im Irak`: what talks are about is not where they are held. */
function isTopic(place: Token): boolean {
  for (let t: Token | null = place; t && t.upos !== 'VERB'; t = t.head) if (TOPIC.has(caseOf(t))) return true
  return false
}

const TOPIC = new Set(['über', 'wegen', 'angesichts'])

const rank = (precision: EventPlace['precision']) => ['exact', 'near', 'region', 'country'].indexOf(precision)

function clauseOf(trigger: Token): Token[] {
  const head = trigger.upos === 'VERB' ? trigger : trigger.head
  return head ? head.subtree : []
}
