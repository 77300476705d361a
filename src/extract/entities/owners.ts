import type { NamedThing, NameIndex } from '../../codebook/name-index.ts'
import type { EntityKind, Sector } from '../../document/report.ts'
import type { Token, Tokens } from '../../document/tokens.ts'
import { possessives } from '../../language/de/origins.ts'
import { caseOf } from '../syntax/clauses.ts'
import { hyphenated, nameAt } from './names.ts'
import type { NounIndex } from './nouns.ts'
import { originOf } from './origins.ts'

/** Whose somebody is: what can be passed on to the noun above. */
export interface Owner {
  readonly kind: EntityKind
  readonly country: string | null
  readonly sector: Sector | null
}

/** How deep phrases are followed: `der Sprecher des Vorsitzenden der Partei`. */
const DEPTH = 3
/** Words before the head of a name of several words. */
const LONGEST_NAME = 6

/**
 * Who owns what a noun names, by the phrases below it: `Sprecher des iranischen Militärs`, `Mitglieder der Miliz aus Basra`. Country and
 * sector may come from different steps down; null where no phrase says whose it is.
 */
export function ownerOf(
  noun: Token,
  tokens: Tokens,
  names: NameIndex,
  nouns: NounIndex,
  depth = DEPTH,
): Owner | null {
  const phrases = noun
    .childrenBy('nmod')
    .map((token) => ({ token, preposition: caseOf(token) }))
    .filter(({ preposition }) => preposition === '' || possessives.has(preposition))
    .sort((a, b) => Number(a.preposition !== '') - Number(b.preposition !== ''))
  let owner: Owner | null = null
  for (const { token, preposition } of phrases) {
    const found = ownerAt(token, tokens, names, nouns, depth)
    // Those in a place are not the place's, and do not get its sector.
    if (!found) continue
    const own: Owner = preposition === 'in' ? { ...found, sector: null } : found
    owner = owner === null ? own : { ...(owner as Owner), country: (owner as Owner).country ?? own.country }
    if (owner?.country) return owner
  }
  return owner
}

/** Whom the phrase with this head names as an owner. */
export function ownerAt(
  token: Token,
  tokens: Tokens,
  names: NameIndex,
  nouns: NounIndex,
  depth = DEPTH,
): Owner | null {
  const thing = thingAround(token, tokens, names)
  if (thing) return { kind: thing.kind, country: thing.country, sector: thing.sector }
  const split = hyphenated(token.form, names)
  const form = split?.rest ?? token.form
  const reading = nouns.read(form, split ? form : token.lemma)
  const origin = token
    .childrenBy('amod')
    .map((adjective) => originOf(adjective.form, names))
    .find((found) => found !== null)
  const below = depth > 1 ? ownerOf(token, tokens, names, nouns, depth - 1) : null
  const country = origin?.kind === 'state' ? origin.country : (split?.thing.country ?? below?.country ?? null)
  if (!reading && !country && !below) return null
  const own = reading?.actor?.sector ?? (reading?.actor ? null : (reading?.role?.sector ?? null))
  const kind = reading?.actor?.kind ?? (reading ? 'role' : (below?.kind ?? 'object'))
  const sector = kind === 'object' ? null : (split?.thing.sector ?? own ?? below?.sector ?? null)
  return { kind, country: country ?? (sector === 'IGO' || sector === 'NGO' ? sector : null), sector }
}

/** The thing that the name around a word stands for, persons only by their full name or one that nobody else bears. */
function thingAround(token: Token, tokens: Tokens, names: NameIndex): NamedThing | null {
  for (let row = token.index; row > Math.max(-1, token.index - LONGEST_NAME); row--) {
    const match = nameAt(tokens, names, row)
    if (!match || match.last < token.index) continue
    const isLone = match.first === match.last
    const isClear = !isLone || (match.things.length === 1 && token.upos === 'PROPN')
    const thing = match.things.find(({ kind }) => kind !== 'person' || isClear)
    if (thing) return thing
  }
  return null
}
