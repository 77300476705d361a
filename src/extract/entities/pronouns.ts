import type { Token, Tokens } from '../../document/tokens.ts'
import { pronouns } from '../../language/de/clauses.ts'
import { subjectOf } from '../syntax/clauses.ts'
import { type Agreement, agrees, type Genders, gendersOf } from './agreement.ts'
import type { FoundMention } from './mentions.ts'

export interface Pronoun {
  readonly mention: FoundMention
  readonly antecedent: FoundMention
}

/** Kinds that own something: `seine Regierung`, `ihre Angriffe`. */
const OWNING: ReadonlySet<FoundMention['kind']> = new Set<FoundMention['kind']>([
  'person',
  'state',
  'government',
  'organisation',
  'armed-group',
  'population',
])
/** A pronoun reaches back this many sentences at most. */
const REACH = 2

/**
 * Pronouns, where it is safe. A relative pronoun is the noun before its clause. `seine`, `ihre` belong to the subject of their clause, else to
 * the last one. `er`, `sie` and `ihnen` are the last subject that agrees with them, else the last of the sentence before that plainly
 * does. Doubtful ones stay unresolved.
 */
export function findPronouns(tokens: Tokens, found: readonly FoundMention[]): Pronoun[] {
  const out: Pronoun[] = []
  const genders = gendersOf(tokens, found)
  for (let row = 0; row < tokens.length; row++) {
    const token = tokens.at(row)!
    if (token.upos !== 'PRON' && token.upos !== 'DET') continue
    const antecedent = antecedentOf(token, tokens, found, genders)
    if (!antecedent) continue
    const mention = {
      ...antecedent,
      first: row,
      last: row,
      from: token.from,
      to: token.to,
      mention: 'pronoun' as const,
    }
    out.push({ antecedent, mention })
  }
  return out
}

function antecedentOf(
  token: Token,
  tokens: Tokens,
  found: readonly FoundMention[],
  genders: Genders,
): FoundMention | null {
  const form = token.form.toLowerCase()
  if (token.deprel === 'det:poss') return ownerOf(token, tokens, found)
  if (token.upos !== 'PRON') return null
  if (pronouns.relative.has(form)) {
    const noun = relativeNoun(token)
    return noun && mentionAt(found, noun.index)
  }
  const isMasculine = pronouns.masculine.has(form)
  if (!isMasculine && !pronouns.shared.has(form)) return null
  const isPlural = form === pronouns.plural || (token.relation === 'nsubj' && hasPluralVerb(token))
  if (isMasculine && isPlural) return null
  const gender = isPlural ? null : isMasculine ? 'Masc' : 'Fem'
  // As an object `sie` has no number.
  const isClear = isMasculine || isPlural || token.relation === 'nsubj'
  return lastAgreeing(tokens, found, token, (mention) =>
    isClear || mention.kind === 'person' ? agrees(tokens, mention, gender, genders) : 'no',
  )
}

const hasPluralVerb = (subject: Token): boolean =>
  subject.head?.feat('Number') === 'Plur' ||
  !!subject.head?.children.some((c) => c.relation === 'aux' && c.feat('Number') === 'Plur')

/** `die Miliz, die …`: the noun that a relative clause hangs on. */
function relativeNoun(pronoun: Token): Token | null {
  let token: Token = pronoun
  for (let i = 0; token.head && i < 4; i++) {
    const clause: Token = token.head
    if (clause.relation === 'acl')
      return clause.head && clause.head.index < pronoun.index ? clause.head : null
    token = clause
  }
  return null
}

function ownerOf(determiner: Token, tokens: Tokens, found: readonly FoundMention[]): FoundMention | null {
  const noun = determiner.head
  let token: Token | null = noun
  for (let i = 0; token && i < 6; i++, token = token.head) {
    if (token.relation === 'nsubj' || token.upos === 'VERB') break
  }
  const subject = token?.upos === 'VERB' ? subjectOf(token)[0] : undefined
  const own = subject && subject.index !== noun?.index ? mentionAt(found, subject.index) : null
  return own && OWNING.has(own.kind)
    ? own
    : lastAgreeing(tokens, found, determiner, ({ kind }) => (OWNING.has(kind) ? 'open' : 'no'))
}

/** The mention around a row, or null. */
function mentionAt(found: readonly FoundMention[], row: number): FoundMention | null {
  const mention = found[firstFrom(found, row + 1) - 1]
  return mention && mention.first <= row && mention.last >= row ? mention : null
}

/** The nearest mention before a pronoun that is a subject and agrees with it; else the nearest that plainly does, one sentence back at most. */
function lastAgreeing(
  tokens: Tokens,
  found: readonly FoundMention[],
  pronoun: Token,
  agreement: (mention: FoundMention) => Agreement,
): FoundMention | null {
  const sentence = pronoun.sentence.index
  let plain: FoundMention | null = null
  for (let i = firstFrom(found, pronoun.index) - 1; i >= 0; i--) {
    const mention = found[i]!
    const back = sentence - tokens.sentenceOf(mention.first).index
    if (back > REACH) break
    if (mention.last >= pronoun.index) continue
    const how = agreement(mention)
    if (how === 'no' || sharesVerb(tokens, mention, pronoun)) continue
    if (isSubject(tokens, mention)) return mention
    if (how === 'plain' && back <= 1) plain ??= mention
  }
  return plain
}

/** `Merkel lobte ihn`: who does something is not whom it is done to. */
function sharesVerb(tokens: Tokens, mention: FoundMention, { head: verb }: Token): boolean {
  if (verb?.upos !== 'VERB') return false
  for (let row = mention.first; row <= mention.last; row++) if (verb.is(tokens.at(row)!.head)) return true
  return false
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
