import type { DayInterval } from '../../base/calendar.ts'
import type { NamedThing, NameIndex } from '../../codebook/name-index.ts'
import { nameFrom } from '../../document/names.ts'
import type { Tokens, Upos } from '../../document/tokens.ts'
import { documentNouns } from '../../language/de/clauses.ts'
import { aboutOthers, sentAbroad } from '../../language/de/origins.ts'
import { beforePlaces, locative, partsOfPlaces } from '../../language/de/places.ts'
import { statesOfDeeds } from './adjectival.ts'
import { characterised } from './characterised.ts'
import { type Beside, choosePerson, contextOf, type ReportContext } from './choose-person.ts'
import { described, GROUPS } from './described.ts'
import { officeOn } from './in-office.ts'
import type { FoundMention } from './mentions.ts'
import { compounded, formAt, hyphenated, mentionOf, type NameMatch, nameAt } from './names.ts'
import { namesakeOf, namesakesOf } from './namesakes.ts'
import type { NounIndex, NounReading } from './nouns.ts'
import { lemmaAt, sameSentence, uposAt } from './rows.ts'
import { NOMINAL_RELATIONS, personKey, unknownName } from './unknown-names.ts'

/** A compound: whom its first part names, and the rest. */
type Split = { readonly thing: NamedThing; readonly rest: string }

/** Of the things of the first kind, the one whose country the report names most: `Demokratische Partei`. */
function likeliest(things: readonly NamedThing[], { countries }: ReportContext): NamedThing {
  const counts = ({ country }: NamedThing) => (country === null ? 0 : (countries.get(country) ?? 0))
  return things.reduce((best, other) =>
    other.kind === best.kind && counts(other) > counts(best) ? other : best,
  )
}

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
  return statesOfDeeds(
    tokens,
    names,
    nouns,
    characterised(tokens, names, withSurnames(tokens, namesakesOf(out))),
  )
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
    return withHead(
      tokens,
      nouns,
      otherPerson(tokens, names, name) ??
        named(tokens, names, name, report) ??
        unknownName(tokens, names, row),
    )
  const form = formAt(tokens, row)
  if (!/^\p{Lu}/u.test(form) || isSuspended(form)) return null
  const split =
    hyphenated(form, names) ??
    ofPerson(form, names, report) ??
    compounded(form, names, (rest) => isFormOf(rest, nouns.read(rest, rest)))
  const noun =
    upos === 'NOUN' || upos === 'PROPN' || upos === 'ADJ' || upos === 'X'
      ? nouns.read(split ? split.rest : form, split ? split.rest : lemmaAt(tokens, row))
      : null
  if (noun) return described(tokens, names, row, noun, nouns, split && wholeOf(split, noun), before, report)
  if (split && speaksFor(tokens, row, split.rest)) return mentionOf(tokens, row, row, split.thing)
  return withHead(tokens, nouns, unknownName(tokens, names, row))
}

/** `Thaksin-Anhänger`: the person before the hyphen, and the rest. */
function ofPerson(form: string, names: NameIndex, report: ReportContext): Split | null {
  const hyphen = form.lastIndexOf('-')
  if (hyphen < 2) return null
  const bearers = names
    .at(form.slice(0, hyphen))
    .flatMap(({ words, thing }) => (words.length === 1 && thing.kind === 'person' ? [thing] : []))
  const thing = choosePerson(bearers, NOTHING_BESIDE, report, names)
  const office = thing && report.day ? officeOn(thing.id, thing, names, report.day) : undefined
  return (
    thing && { thing: { ...thing, sector: office?.sector ?? thing.sector }, rest: form.slice(hyphen + 1) }
  )
}

/** A group by name, with the noun that its name ends in. */
function withHead(tokens: Tokens, nouns: NounIndex, found: FoundMention | null): FoundMention | null {
  if (!found || !GROUPS.has(found.kind)) return found
  const word = formAt(tokens, found.last)
  const read = nouns.read(word, lemmaAt(tokens, found.last))
  return read?.actor && GROUPS.has(read.actor.kind) ? { ...found, headNoun: read.noun } : found
}

/** The noun itself with an ending, and no compound with it. */
const isFormOf = (word: string, read: NounReading | null): boolean =>
  read !== null && word.length - read.noun.length <= 3 && word.startsWith(read.noun.slice(0, -1))

/** Of whom a compound's first part says that the noun is; null where it says whom or what it is about. */
const wholeOf = ({ thing }: Split, { noun }: NounReading): NamedThing | null =>
  aboutOthers.has(noun) || (sentAbroad.has(noun) && thing.kind === 'state') ? null : thing

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

function named(
  tokens: Tokens,
  names: NameIndex,
  match: NameMatch,
  report: ReportContext,
): FoundMention | null {
  const thing = chooseThing(tokens, names, match, report)
  if (!thing) return null
  const mention = namesakeOf(tokens, names, match, thing) ?? mentionOf(tokens, match.first, match.last, thing)
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
  if (!isSurname) return likeliest(things, report)
  const bearers = things.filter((t) => t.kind === 'person')
  return (
    choosePerson(bearers, NOTHING_BESIDE, report, names) ?? things.find((t) => t.kind !== 'person') ?? null
  )
}

function isLocation(tokens: Tokens, row: number): boolean {
  for (let back = row - 1; back >= Math.max(0, row - 3); back--) {
    const form = formAt(tokens, back)
    const lower = form.toLowerCase()
    if (locative.has(lower) || partsOfPlaces.has(form)) return true
    if (!beforePlaces.has(lower) && uposAt(tokens, back) !== 'ADJ') break
  }
  const next = formAt(tokens, row + 1)
  return next === '(' || next === '/'
}

/** `amerikanische und israelische Beamte`, `US- und Koalitionstruppen`: what shares the noun names others of their kind. */
function coordinated(tokens: Tokens, names: NameIndex, found: FoundMention): FoundMention | null {
  const row = found.first - 2
  if (found.mention !== 'nominal' || row < 0 || uposAt(tokens, row + 1) !== 'CCONJ') return null
  if (!sameSentence(tokens, row, found.first)) return null
  const country = sharedCountry(tokens, names, row, found)
  if (!country || country === found.country) return null
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

function sharedCountry(tokens: Tokens, names: NameIndex, row: number, found: FoundMention): string | null {
  const form = formAt(tokens, row)
  if (isSuspended(form))
    return (
      names.at(form.slice(0, -1)).find((e) => e.words.length === 1 && e.thing.kind !== 'person')?.thing
        .country ?? null
    )
  if (!names.countryOfAdjective(formAt(tokens, found.first))) return null
  return (
    names.countryOfAdjective(form) ??
    names.at(form).find((e) => e.thing.kind === 'state')?.thing.country ??
    null
  )
}

/** `US-`: the noun comes later. */
const isSuspended = (form: string): boolean => form.length > 2 && form.endsWith('-')

/** `Ismail Haniyya` is not the Ismail of the codebook: a known surname inside a longer name is somebody else's. */
function otherPerson(tokens: Tokens, names: NameIndex, match: NameMatch): FoundMention | null {
  if (match.first !== match.last || match.things.some((t) => t.kind !== 'person')) return null
  const other = unknownName(tokens, names, match.first)
  return other && other.last > other.first ? other : null
}
