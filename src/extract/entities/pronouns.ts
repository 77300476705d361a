import type { Tokens } from '../../document/tokens.ts'
import type { FoundMention } from './mentions.ts'

export interface Pronoun {
  readonly mention: FoundMention
  readonly antecedent: FoundMention
}

/** Kinds that `er` and `sie` stand for; organisations are left alone, their gender is not known here. */
const SINGULAR: ReadonlySet<FoundMention['kind']> = new Set(['person'])
const PLURAL: ReadonlySet<FoundMention['kind']> = new Set(['population', 'armed-group', 'state'])
/** A pronoun reaches back this many sentences at most. */
const REACH = 2

/**
 * Personal pronouns in subject position, where it is safe: `er`, `sie` of a singular verb is the last person who was a subject,
 * `sie` of a plural verb the last group that was one. Doubtful ones stay unresolved.
 */
export function findPronouns(tokens: Tokens, found: readonly FoundMention[]): Pronoun[] {
  const out: Pronoun[] = []
  for (let row = 0; row < tokens.length; row++) {
    const token = tokens.at(row)!
    if (token.upos !== 'PRON' || token.relation !== 'nsubj' || !/^(er|sie)$/i.test(token.form)) continue
    const plural =
      token.head?.feat('Number') === 'Plur' ||
      token.head?.children.some((c) => c.relation === 'aux' && c.feat('Number') === 'Plur')
    if (/^er$/i.test(token.form) && plural) continue
    const kinds = plural ? PLURAL : SINGULAR
    const antecedent = lastSubject(tokens, found, row, kinds)
    if (!antecedent) continue
    out.push({
      antecedent,
      mention: { ...antecedent, first: row, last: row, from: token.from, to: token.to, mention: 'pronoun' },
    })
  }
  return out
}

/** The nearest mention before `row` that is a subject of one of the kinds, at most {@link REACH} sentences back. */
function lastSubject(
  tokens: Tokens,
  found: readonly FoundMention[],
  row: number,
  kinds: ReadonlySet<FoundMention['kind']>,
): FoundMention | null {
  const sentence = tokens.sentenceOf(row).index
  for (let i = firstFrom(found, row) - 1; i >= 0; i--) {
    const mention = found[i]!
    if (sentence - tokens.sentenceOf(mention.first).index > REACH) return null
    if (mention.last < row && kinds.has(mention.kind) && isSubject(tokens, mention)) return mention
  }
  return null
}

/** Index of the first mention that starts at `row` or behind it; mentions stand in text order. */
function firstFrom(found: readonly FoundMention[], row: number): number {
  let low = 0
  let high = found.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (found[middle]!.first < row) low = middle + 1
    else high = middle
  }
  return low
}

function isSubject(tokens: Tokens, mention: FoundMention): boolean {
  for (let row = mention.first; row <= mention.last; row++)
    if (tokens.at(row)!.relation === 'nsubj') return true
  return false
}
