import type { Token, Tokens } from '../../document/tokens.ts'
import type { FoundMention } from './mentions.ts'

/** Kinds that are where the sentence puts them; who holds an office is of his state wherever he is. */
const LOCAL: ReadonlySet<FoundMention['kind']> = new Set<FoundMention['kind']>([
  'population',
  'organisation',
  'armed-group',
  'object',
])

/**
 * `In Lyon verletzten Vermummte drei Polizisten`: descriptions that name no country are of the one in which all places of their clause
 * lie, whatever the report is about.
 */
export function placeInScene(tokens: Tokens, found: readonly FoundMention[]): FoundMention[] {
  const scenes = new Map<number, string | null>()
  for (const { kind, country, first } of found) {
    if (kind !== 'place' || country === null) continue
    const clause = clauseOf(tokens.at(first)!)
    const known = scenes.get(clause)
    scenes.set(clause, known === undefined || known === country ? country : null)
  }
  return found.map((mention) => {
    if (mention.mention !== 'nominal' || mention.country !== null || mention.ofSeveral) return mention
    const country = LOCAL.has(mention.kind) ? scenes.get(clauseOf(tokens.at(mention.last)!)) : null
    return country ? { ...mention, country, key: mention.key.replace('/?', `/${country}`) } : mention
  })
}

/** Row of the word at the top of a word's own clause. */
function clauseOf(word: Token): number {
  let token = word
  while (token.head && !CLAUSES.has(token.relation) && !(token.relation === 'conj' && token.upos === 'VERB'))
    token = token.head
  return token.index
}

const CLAUSES = new Set(['ccomp', 'csubj', 'advcl', 'acl', 'parataxis'])
