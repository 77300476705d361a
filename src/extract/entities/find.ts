import type { DayInterval } from '../../base/calendar.ts'
import type { NamedThing, NameIndex } from '../../codebook/name-index.ts'
import { type NameLabel, type NameSpan, nameFrom } from '../../document/names.ts'
import type { EntityKind } from '../../document/report.ts'
import type { Tokens, Upos } from '../../document/tokens.ts'
import { UPOS } from '../../document/tokens.ts'
import { documentNouns } from '../../language/de/clauses.ts'
import { caseOf } from '../syntax/clauses.ts'
import { type Beside, choosePerson, contextOf, type ReportContext } from './choose-person.ts'
import type { FoundMention } from './mentions.ts'
import { formAt, hyphenated, mentionOf, type NameMatch, nameAt } from './names.ts'
import type { NounIndex, NounReading } from './nouns.ts'

/** Words between a noun and the name that says whose it is: `Regierung [in] Bagdad`, `Vertreter [der] USA`. */
const LINKS = new Set(['der', 'des', 'von', 'in', 'im', 'aus', 'dem', 'den', 'vom', 'die'])
/** Kinds whose name may follow their noun: `die Terrororganisation Hamas`. */
const GROUPS = new Set(['armed-group', 'organisation', 'government'])
const LOCATIVE = new Set([
  'in',
  'im',
  'nach',
  'aus',
  'bei',
  'nahe',
  'um',
  'südlich',
  'nördlich',
  'östlich',
  'westlich',
  'bis',
  'durch',
  'ab',
  'über',
])

/** All mentions by name and description, left to right, none inside another. */
export function findMentions(
  tokens: Tokens,
  names: NameIndex,
  nouns: NounIndex,
  published: DayInterval | null,
): FoundMention[] {
  const report = contextOf(tokens, names, published)
  const out: FoundMention[] = []
  let row = 0
  while (row < tokens.length) {
    const found = mentionAt(tokens, names, nouns, row, out.at(-1) ?? null, report)
    if (found) {
      const beside = coordinated(tokens, names, found)
      if (beside) out.push(beside)
      out.push(found)
      row = found.last + 1
    } else row++
  }
  return withSurnames(tokens, out)
}

/** `Gusmão` after `Xanana Gusmão`: a lone surname, known to nobody but this report, is the person named in full elsewhere in it. */
function withSurnames(tokens: Tokens, found: readonly FoundMention[]): FoundMention[] {
  const bySurname = new Map<string, FoundMention>()
  for (const mention of found) {
    if (mention.kind !== 'person' || !mention.isFullName) continue
    const key = personKey(formAt(tokens, mention.last))
    if (!bySurname.has(key)) bySurname.set(key, mention)
  }
  if (bySurname.size === 0) return [...found]
  const out: FoundMention[] = []
  let next = 0
  for (let row = 0; row < tokens.length; row++) {
    const mention = found[next]
    if (mention && row >= mention.first) {
      out.push(mention)
      row = mention.last
      next++
      continue
    }
    const full = uposAt(tokens, row) === 'PROPN' ? bySurname.get(personKey(formAt(tokens, row))) : undefined
    if (!full) continue
    out.push({
      ...full,
      first: row,
      last: row,
      from: tokens.data.from[row]!,
      to: tokens.data.to[row]!,
      mention: 'name',
      isFullName: false,
    })
  }
  return out
}

function mentionAt(
  tokens: Tokens,
  names: NameIndex,
  nouns: NounIndex,
  row: number,
  before: FoundMention | null,
  report: ReportContext,
): FoundMention | null {
  const upos = uposAt(tokens, row)
  if (upos === 'PUNCT' || upos === 'NUM' || upos === 'DET' || upos === 'ADP') return null
  const name = nameAt(tokens, names, row)
  if (name && isName(tokens, name, upos))
    return (
      otherPerson(tokens, names, name) ??
      named(tokens, names, name, report) ??
      unknownName(tokens, names, row)
    )
  const form = formAt(tokens, row)
  if (!/^\p{Lu}/u.test(form)) return null
  const split = hyphenated(form, names)
  const noun =
    upos === 'NOUN' || upos === 'PROPN' || upos === 'ADJ' || upos === 'X'
      ? nouns.read(split ? split.rest : form, split ? split.rest : lemmaAt(tokens, row))
      : null
  if (noun) return described(tokens, names, row, noun, split?.thing ?? null, before, report)
  if (split && speaksFor(tokens, row, split.rest)) return mentionOf(tokens, row, row, split.thing)
  return unknownName(tokens, names, row)
}

/** `Der OSZE-Bericht kritisierte …`: what an organisation puts out says what the organisation says. */
const speaksFor = (tokens: Tokens, row: number, rest: string): boolean =>
  documentNouns.has(rest) && tokens.at(row)!.relation === 'nsubj'

/**
 * A single word is a name only where the tagger or the tree takes it for one: surnames and places are everyday words too,
 * and a surname that opens a sentence (`Blinken traf …`) looks like a verb.
 */
function isName(tokens: Tokens, match: NameMatch, upos: Upos): boolean {
  if (match.first !== match.last || upos === 'PROPN' || upos === 'X') return true
  // `die Krim` is tagged as a noun, but the recogniser knows it for a name.
  const recognised = nameFrom(tokens, match.first)
  if (recognised && recognised.last === match.last && !recognised.label.endsWith('deriv')) return true
  const token = tokens.at(match.first)!
  const isNominal = NOMINAL_RELATIONS.has(token.relation)
  if (upos === 'VERB' || upos === 'ADV' || upos === 'AUX' || upos === 'ADJ')
    return isNominal && upos !== 'ADV' && token.lemma !== token.form
  return (
    match.things.some((t) => t.kind !== 'person' && t.kind !== 'place') ||
    (isNominal && (!token.child('det') || token.form.length >= LONG_NAME))
  )
}

/** Names of this many letters are no everyday words: `der Gazastreifen` against `das Essen`. */
const LONG_NAME = 8
const NOTHING_BESIDE: Beside = { role: null, country: null }
const NOMINAL_RELATIONS = new Set(['nsubj', 'obj', 'obl', 'nmod', 'iobj', 'appos', 'conj', 'flat'])

function named(
  tokens: Tokens,
  names: NameIndex,
  match: NameMatch,
  report: ReportContext,
): FoundMention | null {
  const thing = chooseThing(tokens, names, match, report)
  if (!thing) return null
  const mention = mentionOf(tokens, match.first, match.last, thing)
  if (!thing.metonym || isLocation(tokens, match.first)) return mention
  // `Washington` that neither stands after a preposition of place nor heads a dateline speaks for its government.
  return {
    ...mention,
    kind: 'government',
    sector: 'GOV',
    codebook: thing.country,
    key: `gov-${thing.country}`,
  }
}

function chooseThing(
  tokens: Tokens,
  names: NameIndex,
  match: NameMatch,
  report: ReportContext,
): NamedThing | null {
  const located = isLocation(tokens, match.first)
  const order = located
    ? ['place', 'state', 'organisation', 'armed-group', 'government', 'person']
    : ['state', 'armed-group', 'organisation', 'government', 'person', 'population', 'place']
  const things = [...match.things].sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))
  const isSurname = match.first === match.last && things[0]!.kind === 'person'
  if (!isSurname) return things[0]!
  const bearers = things.filter((t) => t.kind === 'person')
  return (
    choosePerson(bearers, NOTHING_BESIDE, report, names) ?? things.find((t) => t.kind !== 'person') ?? null
  )
}

function isLocation(tokens: Tokens, row: number): boolean {
  for (let back = row - 1; back >= Math.max(0, row - 3); back--) {
    const form = formAt(tokens, back).toLowerCase()
    if (LOCATIVE.has(form)) return true
    if (
      !['der', 'dem', 'den', 'hauptstadt', 'stadt', 'provinz', 'von'].includes(form) &&
      uposAt(tokens, back) !== 'ADJ'
    )
      break
  }
  const next = formAt(tokens, row + 1)
  return next === '(' || next === '/'
}

/** `der irakische Premierminister Mohammed Schia al-Sudani`, `US-Soldaten`, `die Regierung in Bagdad`. */
function described(
  tokens: Tokens,
  names: NameIndex,
  head: number,
  noun: NounReading,
  prefix: NamedThing | null,
  before: FoundMention | null,
  report: ReportContext,
): FoundMention {
  let country = prefix?.country ?? null
  let owner = prefix
  let first = head
  while (
    first > 0 &&
    first > head - 6 &&
    ['ADJ', 'NUM', 'ADV'].includes(uposAt(tokens, first - 1)) &&
    sameSentence(tokens, first - 1, head)
  ) {
    country ??= names.countryOfAdjective(formAt(tokens, first - 1).replace(/^.*-(?=\p{L}+$)/u, ''))
    first--
  }
  const role = noun.role
  const person = role && nameFollowing(tokens, names, head + 1, { role: role.role, country }, report)
  if (person) {
    const thing = person.thing
    return {
      first,
      last: person.last,
      from: tokens.data.from[first]!,
      to: tokens.data.to[person.last]!,
      mention: 'name',
      kind: 'person',
      name: thing?.name ?? textBetween(tokens, person.first, person.last),
      isFullName: person.last > person.first,
      country: thing?.country ?? country,
      sector: thing?.sector ?? role.sector,
      codebook: thing?.id ?? null,
      role: role.role,
      coordinates: null,
      key: thing?.id ?? personKey(formAt(tokens, person.last)),
    }
  }
  const group = !role && noun.actor && GROUPS.has(noun.actor.kind) ? nameAt(tokens, names, head + 1) : null
  const groupThing = group?.things.find((t) => GROUPS.has(t.kind))
  if (group && groupThing) {
    const name = mentionOf(tokens, group.first, group.last, groupThing)
    return { ...name, first, from: tokens.data.from[first]! }
  }
  if (
    !country &&
    before &&
    /^(sein|ihr)/i.test(formAt(tokens, first - 1)) &&
    sameSentence(tokens, before.first, head)
  )
    country = before.country
  if (!country) {
    let at = head + 1
    while (at < head + 3 && LINKS.has(formAt(tokens, at).toLowerCase())) at++
    const match = at > head + 1 || noun.role ? nameAt(tokens, names, at) : null
    if (match) {
      owner = match.things.find((t) => t.kind !== 'person') ?? null
      country = owner?.country ?? null
    }
  }
  const kind = noun.actor?.kind ?? 'role'
  const sector = role?.sector ? role.sector : (noun.actor?.sector ?? null)
  const ownSector =
    owner &&
    ['armed-group', 'organisation'].includes(owner.kind) &&
    owner.sector &&
    ['GOV', 'CVL', null].includes(sector)
      ? owner.sector
      : sector
  return {
    first,
    last: head,
    from: tokens.data.from[first]!,
    to: tokens.data.to[head]!,
    mention: 'nominal',
    kind,
    name: asWritten(tokens, head),
    isFullName: false,
    country,
    sector: ownSector,
    codebook: null,
    role: role?.role ?? null,
    coordinates: null,
    key: `${noun.role?.role ?? noun.noun}/${country ?? '?'}`,
  }
}

/** `amerikanische und israelische Beamte`: the adjective that shares the noun names others of their kind. */
function coordinated(tokens: Tokens, names: NameIndex, found: FoundMention): FoundMention | null {
  const row = found.first - 2
  if (found.mention !== 'nominal' || row < 0 || uposAt(tokens, row + 1) !== 'CCONJ') return null
  if (!sameSentence(tokens, row, found.first)) return null
  const form = formAt(tokens, row)
  const country =
    names.countryOfAdjective(form) ?? names.at(form).find((e) => e.thing.kind === 'state')?.thing.country
  if (!country || country === found.country || !names.countryOfAdjective(formAt(tokens, found.first)))
    return null
  return {
    ...found,
    first: row,
    last: row,
    from: tokens.data.from[row]!,
    to: tokens.data.to[row]!,
    country,
    key: `${found.key.split('/')[0]}/${country}`,
  }
}

/** `Ismail Haniyya` is not the Ismail of the codebook: a known surname inside a longer name is somebody else's. */
function otherPerson(tokens: Tokens, names: NameIndex, match: NameMatch): FoundMention | null {
  if (match.first !== match.last || match.things.some((t) => t.kind !== 'person')) return null
  const other = unknownName(tokens, names, match.first)
  return other && other.last > other.first ? other : null
}

/** The noun as the report has it, without the ending of a dative plural. */
function asWritten(tokens: Tokens, row: number): string {
  const form = formAt(tokens, row)
  const token = tokens.at(row)!
  if (token.feat('Number') === 'Plur')
    return token.feat('Case') === 'Dat' && /(ern|eln)$/.test(form) ? form.slice(0, -1) : form
  if (/-/.test(form)) return form.replace(/s$/, '')
  // `der Freiwillige`: the lemma of a noun made from an adjective is the adjective.
  return /^\p{Lu}/u.test(token.lemma) ? token.lemma : form
}

/** A person's name right after a noun of office: of the codebook, or unknown. */
function nameFollowing(
  tokens: Tokens,
  names: NameIndex,
  row: number,
  beside: Beside,
  report: ReportContext,
): { first: number; last: number; thing: NamedThing | null } | null {
  const match = nameAt(tokens, names, row)
  const persons = match?.things.filter((t) => t.kind === 'person') ?? []
  const isSurname = match !== null && match.first === match.last
  // `Hamas-Chef Ismail Haniyya` is no Ismail of the codebook.
  const isGivenName = isSurname && uposAt(tokens, match.last + 1) === 'PROPN'
  if (match && persons.length > 0 && isSurname && !isGivenName)
    return { first: row, last: row, thing: choosePerson(persons, beside, report, names) }
  const thing = isGivenName ? null : (persons[0] ?? null)
  if (match && thing) return { first: row, last: match.last, thing }
  if (match && !isGivenName) return null
  const recognised = nameFrom(tokens, row)
  const last = recognised?.label === 'PER' ? recognised.last : properRun(tokens, names, row)
  return last >= row ? { first: row, last, thing: null } : null
}

/** What classes of names are among entities; works, derived words and words that hold a name are none. */
const KINDS: Readonly<Partial<Record<NameLabel, EntityKind>>> = {
  PER: 'person',
  LOC: 'place',
  ORG: 'organisation',
}

/** A name that the codebook does not know: as the recogniser tells it; where it is silent, by the rules for runs and lone words below. */
function unknownName(tokens: Tokens, names: NameIndex, row: number): FoundMention | null {
  const recognised = nameFrom(tokens, row)
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
function properRun(tokens: Tokens, names: NameIndex, row: number): number {
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

export const personKey = (surname: string) => `person:${surname.toLowerCase().replace(/['’]?s?$/, '')}`
const uposAt = (tokens: Tokens, row: number): Upos => UPOS[tokens.data.upos[row] ?? 16]!
const lemmaAt = (tokens: Tokens, row: number): string => tokens.data.strings[tokens.data.lemma[row]!]!
const sameSentence = (tokens: Tokens, a: number, b: number) =>
  tokens.sentenceOf(a).index === tokens.sentenceOf(b).index

function textBetween(tokens: Tokens, first: number, last: number): string {
  const forms: string[] = []
  for (let row = first; row <= last; row++) forms.push(formAt(tokens, row))
  return forms.join(' ')
}
