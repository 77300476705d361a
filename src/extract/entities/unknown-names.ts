import type { NameIndex } from '../../codebook/name-index.ts'
import { type NameLabel, type NameSpan, nameFrom } from '../../document/names.ts'
import type { EntityKind } from '../../document/report.ts'
import type { Tokens } from '../../document/tokens.ts'
import { caseOf } from '../syntax/clauses.ts'
import type { FoundMention } from './mentions.ts'
import { formAt, nameAt } from './names.ts'
import { sameSentence, textBetween, uposAt } from './rows.ts'

/** What classes of names are among entities; works, derived words and words that hold a name are none. */
const KINDS: Readonly<Partial<Record<NameLabel, EntityKind>>> = {
  PER: 'person',
  LOC: 'place',
  ORG: 'organisation',
}

/** A name that the codebook does not know: as the recogniser tells it; where it is silent, by the rules for runs and lone words below. */
export function unknownName(tokens: Tokens, names: NameIndex, row: number): FoundMention | null {
  const found = nameFrom(tokens, row)
  const recognised = found && apart(tokens, names, found)
  const last = recognised ? recognised.last : properRun(tokens, names, row)
  if (last < row) return null
  const kind = recognised
    ? recognisedKind(tokens, recognised)
    : last > row
      ? runKind(tokens, names, row, last)
      : loneKind(tokens, row)
  if (!kind) return null
  const name = textBetween(tokens, row, last)
  return {
    first: row,
    last,
    from: tokens.data.from[row]!,
    to: tokens.data.to[last]!,
    mention: 'name',
    kind,
    name,
    isFullName: kind === 'person' && last > row,
    country: null,
    sector: null,
    codebook: null,
    role: null,
    coordinates: null,
    key: kind === 'person' ? personKey(formAt(tokens, last)) : `${kind}:${name}`,
  }
}

/** `forderte Biden von Netanjahu`: two whom the codebook knows by these words are no noble of one name. */
function apart(tokens: Tokens, names: NameIndex, span: NameSpan): NameSpan {
  const isPerson = (row: number) =>
    names.at(formAt(tokens, row)).some(({ words, thing }) => words.length === 1 && thing.kind === 'person')
  const { first, last } = span
  const areTwo =
    last === first + 2 && formAt(tokens, first + 1) === 'von' && isPerson(first) && isPerson(last)
  return areTwo ? { ...span, last: first } : span
}

/** Nobody is in or from a person: a lone word behind these is a place, whatever the recogniser takes it for. */
const INSIDE = new Set(['in', 'aus'])

function recognisedKind(tokens: Tokens, { label, first, last }: NameSpan): EntityKind | undefined {
  const isPlace = label === 'PER' && first === last && INSIDE.has(caseOf(tokens.at(first)!))
  return isPlace ? 'place' : KINDS[label]
}

/** What a run of unknown names is: a person, unless its words, its article or its preposition say otherwise. */
function runKind(
  tokens: Tokens,
  names: NameIndex,
  first: number,
  last: number,
): 'person' | 'organisation' | 'place' {
  const words = Array.from({ length: last - first + 1 }, (_, i) => tokens.at(first + i)!)
  if (words.some(({ form }) => COMPANY.test(form))) return 'organisation'
  const isGiven = names
    .at(words[0]!.form)
    .some(({ words: full, thing }) => full.length > 1 && thing.kind === 'person')
  const head = words.find((word) => !word.head || !words.some((other) => other.is(word.head))) ?? words[0]!
  if (isGiven || head.child('amod', 'nummod')) return 'person'
  if (head.child('det')) return 'organisation'
  return UNKNOWN_PLACE.has(caseOf(head)) ? 'place' : 'person'
}

/** Words of names of companies, clubs and schools, and abbreviations. */
const COMPANY = /^(?:GmbH|Inc|Corp|Ltd|\p{Lu}{2,6})\.?$/u

/**
 * What a single unknown name is: letters in a row an organisation (`die UDD`), a bare name behind `in` or `aus` a place, a bare one that
 * does something a person.
 */
function loneKind(tokens: Tokens, row: number): 'organisation' | 'place' | 'person' | null {
  const token = tokens.at(row)!
  if (!NOMINAL_RELATIONS.has(token.relation)) return null
  if (/^\p{Lu}{2,6}$/u.test(token.form)) return ACTING_RELATIONS.has(token.relation) ? 'organisation' : null
  const isBare = !token.child('det') && /^\p{Lu}\p{Ll}{2,}$/u.test(token.form)
  if (!isBare) return null
  if (UNKNOWN_PLACE.has(caseOf(token))) return 'place'
  // Without the case of a preposition: `Weber siegte`, `von Weber`, `Webers Rede`.
  const isSide = ACTING_RELATIONS.has(token.relation) && /^(von)?$/.test(caseOf(token))
  return isSide && token.children.every((t) => t.relation === 'case') ? 'person' : null
}

const ACTING_RELATIONS = new Set(['nsubj', 'obj', 'iobj', 'nmod', 'conj'])
const UNKNOWN_PLACE = new Set(['in', 'aus', 'nahe', 'bei', 'südlich', 'nördlich', 'östlich', 'westlich'])

/** Last row of a run of proper nouns from `row` on that no codebook name interrupts; `row - 1` when there is none. */
export function properRun(tokens: Tokens, names: NameIndex, row: number): number {
  let last = row - 1
  while (last + 1 < tokens.length && last - row < 4 && sameSentence(tokens, row, last + 1)) {
    const next = last + 1
    const form = formAt(tokens, next)
    const particle = /^(al|el|bin|ibn|van|de|da|di|abu|ben)$/i.test(form) && next > row
    if (uposAt(tokens, next) !== 'PROPN' && !particle) break
    if (!particle && !/^(\p{Lu}|al-|el-|as-|asch-)/u.test(form)) break
    if (nameAt(tokens, names, next)?.things.some((t) => t.kind !== 'person' && t.kind !== 'place')) break
    last = next
  }
  return last
}

export const NOMINAL_RELATIONS = new Set(['nsubj', 'obj', 'obl', 'nmod', 'iobj', 'appos', 'conj', 'flat'])
export const personKey = (surname: string) => `person:${surname.toLowerCase().replace(/['’]?s?$/, '')}`
