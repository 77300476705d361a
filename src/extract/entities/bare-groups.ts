import type { Token, Tokens } from '../../document/tokens.ts'
import { standIns } from '../../language/de/characters.ts'
import { type FoundMention, nounOf } from './mentions.ts'

/** Sentences that a bare noun reaches back. */
const REACH = 3

/**
 * `Die Gruppe bekannte sich …` after a sentence about the Hamas: a definite noun in the singular with nothing beside it goes on speaking of the
 * last group by name that it can stand for, where no description by the same noun is nearer.
 */
export function resolveBareGroups(tokens: Tokens, found: readonly FoundMention[]): FoundMention[] {
  const out: FoundMention[] = []
  for (const mention of found) {
    const antecedent = isBare(tokens, mention) ? antecedentOf(tokens, out, mention) : null
    out.push(antecedent ? { ...mention, ...identityOf(antecedent) } : mention)
  }
  return out
}

function isBare(tokens: Tokens, mention: FoundMention): boolean {
  if (mention.mention !== 'nominal' || mention.first !== mention.last) return false
  if (!standIns.has(nounOf(mention))) return false
  const noun: Token = tokens.at(mention.last)!
  const article = noun.child('det')
  return (
    noun.feat('Number') !== 'Plur' &&
    article !== null &&
    /^(?:der|die|das|dem|den|des)$/i.test(article.form) &&
    !noun.child('amod', 'nmod', 'acl', 'appos')
  )
}

function antecedentOf(
  tokens: Tokens,
  before: readonly FoundMention[],
  mention: FoundMention,
): FoundMention | null {
  const noun = nounOf(mention)
  const sectors = standIns.get(noun)!
  const sentence = tokens.sentenceOf(mention.first).index
  for (let i = before.length - 1; i >= 0; i--) {
    const other = before[i]!
    if (sentence - tokens.sentenceOf(other.first).index > REACH) return null
    if (other.mention === 'nominal' && nounOf(other) === noun) return null
    if (other.mention === 'name' && GROUPS.has(other.kind) && sectors.has(other.sector)) return other
  }
  return null
}

const GROUPS: ReadonlySet<FoundMention['kind']> = new Set<FoundMention['kind']>([
  'armed-group',
  'organisation',
])

const identityOf = ({ kind, country, sector, key }: FoundMention) => ({ kind, country, sector, key })
