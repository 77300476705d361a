import type { Tokens } from '../../document/tokens.ts'
import type { FoundMention } from './mentions.ts'

export interface Pronoun {
  readonly mention: FoundMention
  readonly antecedent: FoundMention
}

/** Kinds that `er` and `sie` stand for; organisations are left alone, their gender is not known here. */
const SINGULAR = new Set(['person'])
const PLURAL = new Set(['population', 'armed-group', 'state'])
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
    const sentence = token.sentence.index
    const antecedent = found
      .filter(
        (m) =>
          m.last < row &&
          kinds.has(m.kind) &&
          sentence - tokens.sentenceOf(m.first).index <= REACH &&
          tokens.sentenceOf(m.first).index <= sentence,
      )
      .filter((m) => isSubject(tokens, m))
      .at(-1)
    if (!antecedent) continue
    out.push({
      antecedent,
      mention: { ...antecedent, first: row, last: row, from: token.from, to: token.to, mention: 'pronoun' },
    })
  }
  return out
}

function isSubject(tokens: Tokens, mention: FoundMention): boolean {
  for (let row = mention.first; row <= mention.last; row++)
    if (tokens.at(row)!.relation === 'nsubj') return true
  return false
}
