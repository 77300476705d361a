import type { FigureUnit } from '../../document/report.ts'
import type { Token } from '../../document/tokens.ts'
import { clauseWords } from '../../language/de/clauses.ts'
import {
  amongPreposition,
  anybody,
  countedNouns,
  fateIdioms,
  fateVerbs,
  intransitiveFates,
  protestNoun,
  protestVerbs,
  totalNoun,
} from '../../language/de/fates.ts'
import type { NounIndex } from '../entities/nouns.ts'

/** Units of people: what became of them goes before what they are. */
const PEOPLE: ReadonlySet<FigureUnit> = new Set<FigureUnit>([
  'troops',
  'police',
  'militants',
  'protesters',
  'civilians',
  'arrested',
  'displaced',
  'abducted',
  'other',
])
const FATES: ReadonlySet<FigureUnit> = new Set<FigureUnit>(fateVerbs.values())

/** What a number counts: by its noun, by what its clause says happened to the counted ones, by what it is a part of. */
export function unitOf(noun: Token | null, number: Token, nouns: NounIndex): FigureUnit {
  const lemma = noun?.lemma.toLowerCase() ?? ''
  if (lemma === 'mann' && /^stark/.test(noun?.next?.form ?? '')) return 'troops'
  const fixed = noun && byNoun(noun)
  if (fixed) return fixed
  const reading = noun ? nouns.read(noun.form, noun.lemma) : null
  const base = reading?.actor?.unit ?? (reading ? 'other' : null)
  const arePeople = base === null ? noun === null || anybody.has(lemma) : PEOPLE.has(base)
  if (!arePeople) return base ?? 'other'
  const counted = noun ?? number
  return (
    fateOf(counted) ??
    (noun === null ? ofTotal(number) : null) ??
    protesting(counted, base) ??
    base ??
    'other'
  )
}

/** By lemma or by form: adjectives that are nouns (`Toten`) have no lemma that all agree on. */
const byNoun = (noun: Token): FigureUnit | null =>
  countedNouns.find(
    ([pattern]) => pattern.test(noun.lemma.toLowerCase()) || pattern.test(noun.form.toLowerCase()),
  )?.[1] ?? null

/** What the sentence says happened to the counted ones. */
function fateOf(counted: Token): FigureUnit | null {
  for (const child of counted.childrenBy('amod', 'acl')) {
    const unit = fateVerbs.get(child.lemma) ?? participleFate(child.form)
    if (unit) return unit
  }
  const first = firstOfList(counted)
  const verb = first.head
  const own = verb
    ? (idiomOf(verb) ?? (suffers(first, verb) ? (fateVerbs.get(verb.lemma) ?? null) : null))
    : null
  if (own) return own
  const among = amongWhom(counted)
  if (among) return among
  // Where people are counted and one verb of the sentence tells a fate, it is theirs, wherever the tree hangs them.
  if (!anybody.has(counted.lemma.toLowerCase()) || counted.relation === 'nmod') return null
  const told = counted.sentence.tokens.flatMap((t) =>
    t.upos === 'VERB' ? (fateVerbs.get(t.lemma) ?? idiomOf(t) ?? []) : [],
  )
  return told.length === 1 ? told[0]! : null
}

const participleFate = (form: string): FigureUnit | null =>
  /^(getötet|tot|gefallen)/i.test(form) ? 'killed' : /^(verletzt|verwundet)/i.test(form) ? 'injured' : null

/** `sieben Polizisten und drei Zivilisten wurden getötet`: the first of the list hangs below the verb. */
function firstOfList(counted: Token): Token {
  let first = counted
  for (let i = 0; first.relation === 'conj' && first.head && first.head.upos !== 'VERB' && i < 20; i++)
    first = first.head
  return first
}

/** Whether the verb happens to the phrase: its object, the subject of a passive, or the subject of dying and fleeing. */
function suffers(phrase: Token, verb: Token): boolean {
  if (phrase.relation === 'obj' || phrase.deprel === 'nsubj:pass') return true
  if (phrase.relation !== 'nsubj') return false
  // `über 1.400 Menschen töteten sie`: a verb that needs an object and has none took it for its subject.
  return (
    intransitiveFates.has(verb.lemma) || (clauseWords.alwaysTransitive.has(verb.lemma) && !verb.child('obj'))
  )
}

const idiomOf = (verb: Token): FigureUnit | null =>
  fateIdioms.find(
    (idiom) =>
      idiom.verb === verb.lemma && verb.childrenBy('obl', 'obj', 'nmod').some((t) => t.lemma === idiom.noun),
  )?.unit ?? null

/** `unter den Toten sind 36 Kinder` */
function amongWhom(counted: Token): FigureUnit | null {
  for (const token of counted.sentence.tokens) {
    if (token.lemma !== amongPreposition || token.upos !== 'ADP' || !token.head) continue
    const unit = byNoun(token.head)
    if (unit && FATES.has(unit)) return unit
  }
  return null
}

/** `die Zahl der Toten stieg auf 384` */
function ofTotal(number: Token): FigureUnit | null {
  for (const token of number.sentence.tokens) {
    if (!totalNoun.test(token.lemma.toLowerCase())) continue
    for (const whose of token.childrenBy('nmod')) {
      const unit = byNoun(whose)
      if (unit) return unit
    }
  }
  return null
}

/** Those who gather in protest, whoever they are. */
function protesting(counted: Token, base: FigureUnit | null): FigureUnit | null {
  if (base !== null && base !== 'civilians' && base !== 'other') return null
  const first = firstOfList(counted)
  const above = first.head
  if (!above) return null
  const protests =
    (first.relation === 'nsubj' && protestVerbs.has(above.lemma)) ||
    (first.relation === 'nmod' && protestNoun.test(above.lemma.toLowerCase()))
  return protests ? 'protesters' : null
}

/** Whether a unit says what became of somebody. */
export const isFate = (unit: FigureUnit): boolean => FATES.has(unit)
