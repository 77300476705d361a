import type { Token, Tokens } from '../../document/tokens.ts'
import type { FoundMention } from './mentions.ts'

/** Kinds that one pronoun of a plural stands for. */
const PLURAL: ReadonlySet<FoundMention['kind']> = new Set<FoundMention['kind']>([
  'population',
  'armed-group',
  'state',
  'role',
])
/** Kinds that `er` and `sie` stand for beside persons, where their gender is plain to see. */
const SINGULAR: ReadonlySet<FoundMention['kind']> = new Set<FoundMention['kind']>([
  'person',
  'role',
  'organisation',
  'armed-group',
  'government',
])
/** How plainly a mention agrees with a pronoun: not at all, as far as can be seen, by its own form. */
export type Agreement = 'no' | 'open' | 'plain'
type Gender = 'Masc' | 'Fem' | 'Neut'
/** By the key of an entity. */
export type Genders = ReadonlyMap<string, string>

/** @param gender of the pronoun, null for a plural */
export function agrees(
  tokens: Tokens,
  mention: FoundMention,
  gender: Gender | null,
  genders: Genders,
): Agreement {
  const noun = nounOf(tokens, mention)
  const isMany = noun?.feat('Number') === 'Plur'
  if (gender === null) {
    if (!PLURAL.has(mention.kind)) return 'no'
    return mention.kind === 'role' ? (isMany ? 'plain' : 'no') : isMany ? 'plain' : 'open'
  }
  if (!SINGULAR.has(mention.kind) || isMany) return 'no'
  const own = genders.get(mention.key)
  if (own === undefined) return mention.kind === 'person' ? 'open' : 'no'
  return own === gender ? 'plain' : 'no'
}

/** The noun that describes somebody; null for a bare name, which may look like one. */
function nounOf(tokens: Tokens, mention: FoundMention): Token | null {
  if (mention.mention === 'name' && mention.first === mention.last) return null
  for (let row = mention.first; row <= mention.last; row++) {
    const token = tokens.at(row)!
    if (token.upos === 'NOUN') return token
  }
  return null
}

/** Genders as the nouns and articles of most of their mentions show them. */
export function gendersOf(tokens: Tokens, found: readonly FoundMention[]): Genders {
  const votes = new Map<string, Map<string, number>>()
  for (const mention of found) {
    if (!SINGULAR.has(mention.kind)) continue
    const noun = nounOf(tokens, mention)
    const shown = noun ?? (mention.kind === 'person' ? null : tokens.at(mention.last)!.child('det'))
    const gender = shown?.feat('Gender')
    if (!gender || shown?.feat('Number') === 'Plur') continue
    const own = votes.get(mention.key) ?? new Map<string, number>()
    votes.set(mention.key, own.set(gender, (own.get(gender) ?? 0) + 1))
  }
  return new Map([...votes].map(([key, own]) => [key, [...own].reduce((a, b) => (b[1] > a[1] ? b : a))[0]]))
}
