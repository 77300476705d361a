import type { NameIndex } from '../../codebook/name-index.ts'
import type { Entity, EntityKind, EventType } from '../../document/report.ts'
import type { Token } from '../../document/tokens.ts'
import type { Slot } from '../../language/lexicon.ts'
import { ACTING, type EntityIndex } from '../entities/entity-index.ts'
import { caseOf } from '../syntax/clauses.ts'
import { fillersOf } from '../syntax/slots.ts'
import type { Trigger } from './triggers.ts'

export interface Side {
  readonly entity: Entity
  readonly from: number
  readonly to: number
}

/** Kinds that deeds are done to. */
const SUFFERING: ReadonlySet<EntityKind> = new Set<EntityKind>([...ACTING, 'object'])

/**
 * The entities in the first slot that has any, or in all of them for a predicate whose sides act alike. Things are a side only of
 * what is done to them.
 */
export function sideOf(
  trigger: Trigger,
  role: 'actor' | 'recipient',
  slots: readonly Slot[],
  entities: EntityIndex,
  all: boolean,
): Side[] {
  const kinds = role === 'recipient' && MATERIAL.has(trigger.predicate.type) ? SUFFERING : ACTING
  const out: Side[] = []
  for (const slot of slots) {
    for (const token of fillersOf(trigger.token, slot)) {
      const side = resolve(token, role, entities, slot, kinds)
      if (side && !out.some((s) => s.entity.id === side.entity.id))
        out.push(side, ...alike(token, side, entities))
    }
    if (out.length > 0 && !all) break
  }
  return out
}

/** Deeds, which can be done to things as well as to people. */
const MATERIAL: ReadonlySet<EventType> = new Set<EventType>([
  'ASSAULT',
  'COERCE',
  'AID',
  'RETREAT',
  'PROTEST',
  'SANCTION',
])

/** The word's own entity, else the one of the nearest word below it that says whose it is or where. */
function resolve(
  token: Token,
  role: 'actor' | 'recipient',
  entities: EntityIndex,
  slot: Slot,
  kinds: ReadonlySet<EntityKind>,
): Side | null {
  const own = entities.at(token)
  // `Amerikanische Kampfflugzeuge griffen an`: what belongs to armed forces acts for them.
  const isArmed = own?.entity.kind === 'object' && own.entity.sector === 'MIL'
  const isTarget = own?.entity.kind === 'place' && role === 'recipient' && PLACE_SLOTS.has(slot)
  if (own && (isArmed || isTarget || kinds.has(own.entity.kind))) {
    // `Stellungen der Miliz`: what is hit stands for whose it is.
    const owner = own.entity.kind === 'object' ? ownerOf(token, entities) : null
    return owner ?? { entity: own.entity, from: own.mention.from, to: own.mention.to }
  }
  const below = token.children.filter((child) =>
    ['nmod', 'appos', 'flat', 'compound', 'amod', 'obl'].includes(child.relation),
  )
  for (const child of below) {
    if (role === 'actor' && !BELONGING.has(caseOf(child))) continue
    const found = entities.at(child)
    if (found && (kinds.has(found.entity.kind) || (role === 'recipient' && PLACE_SLOTS.has(slot))))
      return { entity: found.entity, from: found.mention.from, to: found.mention.to }
  }
  return null
}

/** Prepositions by which a phrase below an actor says whose it is or where. */
const BELONGING = new Set(['', 'von', 'aus', 'in', 'bei'])

function ownerOf(token: Token, entities: EntityIndex): Side | null {
  for (const whose of token.childrenBy('nmod').filter((t) => caseOf(t) === '' || caseOf(t) === 'von')) {
    const found = entities.at(whose)
    if (found && ACTING.has(found.entity.kind))
      return { entity: found.entity, from: found.mention.from, to: found.mention.to }
  }
  return null
}

/** One word, several sides: `Vertreter der USA und des Iran`, `deutsche und österreichische Soldaten`. */
function alike(token: Token, side: Side, entities: EntityIndex): Side[] {
  if (side.entity.kind !== 'role' && side.entity.kind !== 'population') return []
  const owner = token.childrenBy('nmod').find((t) => entities.at(t)?.entity.country)
  const adjectives = token.childrenBy('amod')
  const others = [
    ...(owner?.childrenBy('conj') ?? []),
    ...adjectives,
    ...adjectives.flatMap((t) => t.childrenBy('conj')),
  ]
  return others.flatMap((t) => {
    const found = entities.at(t)
    return found?.entity.country && found.entity.country !== side.entity.country
      ? [{ entity: found.entity, from: found.mention.from, to: found.mention.to }]
      : []
  })
}

/** Slots where a place stands for those who are there: `Angriff auf Falludscha`. */
const PLACE_SLOTS: ReadonlySet<Slot> = new Set<Slot>([
  'auf',
  'gegen',
  'in',
  'obj',
  'an',
  'nach',
  'gen',
  'von',
  'über',
  'aus',
])

/** The country of an adjective or of a compound's first part: `irakische Offensive`, `Hamas-Angriff`. */
export function modifierCountry(
  trigger: Trigger,
  names: NameIndex,
): { readonly country: string; readonly id: string; readonly from: number; readonly to: number } | null {
  if (trigger.prefix) {
    const entry = names.at(trigger.prefix).find((e) => e.words.length === 1)
    if (entry?.thing.country)
      return {
        country: entry.thing.country,
        id: entry.thing.id,
        from: trigger.token.from,
        to: trigger.token.to,
      }
  }
  for (const child of trigger.token.childrenBy('amod')) {
    const country = names.countryOfAdjective(child.form)
    if (country) return { country, id: country, from: child.from, to: child.to }
  }
  return null
}
