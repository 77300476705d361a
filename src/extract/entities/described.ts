import type { NamedThing, NameIndex } from '../../codebook/name-index.ts'
import { nameFrom } from '../../document/names.ts'
import type { Sector } from '../../document/report.ts'
import type { Tokens } from '../../document/tokens.ts'
import { belonging, followers, formerHolder, formerOffice } from '../../language/de/origins.ts'
import { type Beside, choosePerson, type ReportContext } from './choose-person.ts'
import type { FoundMention } from './mentions.ts'
import { formAt, mentionOf, nameAt } from './names.ts'
import type { NounIndex, NounReading } from './nouns.ts'
import { type Origin, originOf } from './origins.ts'
import { type Owner, ownerOf } from './owners.ts'
import { sameSentence, textBetween, uposAt } from './rows.ts'
import { personKey, properRun } from './unknown-names.ts'

/** Words between a noun and the name that says whose it is: `Regierung [in] Bagdad`, `Vertreter [der] USA`. */
const LINKS = new Set(['der', 'des', 'von', 'in', 'im', 'aus', 'dem', 'den', 'vom', 'die'])
/** Kinds whose name may follow their noun: `die Terrororganisation Hamas`. */
export const GROUPS: ReadonlySet<string> = new Set(['armed-group', 'organisation', 'government'])
/** `der irakische Premierminister Mohammed Schia al-Sudani`, `US-Soldaten`, `die Regierung in Bagdad`. */
export function described(
  tokens: Tokens,
  names: NameIndex,
  head: number,
  noun: NounReading,
  nouns: NounIndex,
  prefix: NamedThing | null,
  before: FoundMention | null,
  report: ReportContext,
): FoundMention {
  const { first, origin, isFormer } = attributesOf(tokens, names, head)
  const owner = ownerOf(tokens.at(head)!, tokens, names, nouns)
  const own = prefix?.country ?? ownCountry(origin, noun)
  const country = own ?? ownersCountry(tokens, names, head, first, origin, owner, before)
  const role = noun.role
  const person = isBearer(tokens, head, noun)
    ? nameFollowing(tokens, names, head + 1, { role: role?.role ?? null, country }, report)
    : null
  if (person) {
    const thing = person.thing
    const said = sectorOf(noun, prefix, owner)
    // `EU-Kommissar X`: who serves an international body acts for it, whatever he was at home.
    const isAbroad = !isFormer && role !== null && (prefix ?? owner)?.country === 'IGO'
    const isOther = said === 'IGO' && !isAbroad && thing !== null && thing.sector !== null
    const isTelling =
      said !== null && !isFormer && !isOther && (role?.kind === 'office' || TELLING.has(said) || isAbroad)
    return {
      first,
      last: person.last,
      from: tokens.data.from[first]!,
      to: tokens.data.to[person.last]!,
      mention: 'name',
      kind: 'person',
      name: thing?.name ?? textBetween(tokens, person.first, person.last),
      isFullName: person.last > person.first,
      country: isTelling && isAbroad ? 'IGO' : (thing?.country ?? country),
      sector: isTelling || !thing ? said : thing.sector,
      ...(thing && isTelling ? { isInWords: true } : {}),
      codebook: thing?.id ?? null,
      role: role?.role ?? null,
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
  const isOfSeveral = country === null && origin?.kind === 'several'
  const sector = sectorOf(noun, prefix, owner)
  // What is of another sector than the noun alone is other people: `Kirchenvertreter` beside `Regierungsvertreter`.
  const word = role?.role ?? (sector === ownSector(noun) ? noun.noun : `${noun.noun}~${sector}`)
  return {
    first,
    last: head,
    from: tokens.data.from[first]!,
    to: tokens.data.to[head]!,
    mention: 'nominal',
    kind: noun.actor?.kind ?? 'role',
    name: asWritten(tokens, head),
    isFullName: false,
    country,
    sector,
    ...(country === null && prefix?.bases ? { bases: prefix.bases } : {}),
    ...(isOfSeveral ? { ofSeveral: true } : {}),
    codebook: null,
    role: role?.role ?? null,
    coordinates: null,
    key: `${word}/${country ?? (isOfSeveral ? 'several' : '?')}`,
  }
}

/** By its own adjective. A body of states that judges or commands is an international organisation. */
function ownCountry(origin: Origin | null, { role, actor }: NounReading): string | null {
  if (origin?.kind === 'state') return origin.country
  const sole = role && OF_ONE.get(role.role)
  if (sole) return sole
  const isBody = actor !== null && BODIES.has(actor.sector) && actor.kind !== 'object'
  return origin?.isTogether && isBody ? 'IGO' : null
}

/** Offices (role keys of the codebook) that there are but once. */
const OF_ONE: ReadonlyMap<string, string> = new Map([
  ['pope', 'VAT'],
  ['commission-president', 'IGO'],
  ['high-representative', 'IGO'],
])

const BODIES: ReadonlySet<Sector | null> = new Set<Sector | null>(['JUD', 'MIL', 'IGO', 'LEG'])

/** The adjectives and numbers before a noun: where they begin, where they say that it belongs, whether the office is a past one. */
function attributesOf(
  tokens: Tokens,
  names: NameIndex,
  head: number,
): { readonly first: number; readonly origin: Origin | null; readonly isFormer: boolean } {
  let first = head
  let isFormer = formerOffice.test(formAt(tokens, head))
  let origin: Origin | null = null
  while (first > 0 && first > head - 6 && sameSentence(tokens, first - 1, head)) {
    const form = formAt(tokens, first - 1)
    const upos = uposAt(tokens, first - 1)
    if (!ATTRIBUTES.has(upos)) {
      // `Belgrader` is tagged as a name as often as not.
      if (upos === 'PROPN' && first === head) origin = originOf(form, names)
      break
    }
    origin ??= originOf(form, names)
    isFormer ||= formerHolder.test(form)
    first--
  }
  return { first, origin, isFormer }
}

const ATTRIBUTES: ReadonlySet<string> = new Set(['ADJ', 'NUM', 'ADV'])

/** The country of whom `seine`, a genitive, a phrase or a name right behind the noun says that it is. */
function ownersCountry(
  tokens: Tokens,
  names: NameIndex,
  head: number,
  first: number,
  origin: Origin | null,
  phrase: Owner | null,
  before: FoundMention | null,
): string | null {
  if (phrase?.country) return phrase.country
  if (origin) return null
  if (before && /^(sein|ihr)/i.test(formAt(tokens, first - 1)) && sameSentence(tokens, before.first, head))
    return before.country
  let at = head + 1
  while (at < head + 3 && LINKS.has(formAt(tokens, at).toLowerCase())) at++
  const things = nameAt(tokens, names, at)?.things.filter((t) => t.kind !== 'person')
  // `Regierung Uruguays`, where the tree has it otherwise.
  const owner =
    at > head + 1 ? things?.[0] : things?.find((t) => t.kind === 'state' && isGenitive(tokens, at))
  return owner?.country ?? null
}

const isGenitive = (tokens: Tokens, row: number): boolean => /[^s]s$/.test(formAt(tokens, row))

/** Sectors of offices that say more of a known person than the office best known of him. */
const TELLING: ReadonlySet<Sector> = new Set<Sector>(['OPP', 'REB', 'PTY', 'LEG', 'JUD', 'MIL', 'COP', 'SPY'])

/** Sectors that give way to the one of an organisation, and to the one of an armed group: `Soldaten der Miliz`. */
const CIVIL: ReadonlySet<Sector | null> = new Set(['GOV', 'CVL', 'IGO', null])
const YIELDING: ReadonlySet<Sector | null> = new Set(['MIL', ...CIVIL])

/** An office, or one person who is described; whose name may follow: `der Karikaturist Jan Berg`. */
function isBearer(tokens: Tokens, head: number, { role, actor }: NounReading): boolean {
  if (role) return true
  const isOne = tokens.at(head)!.feat('Number') === 'Sing'
  const isPerson = actor?.kind === 'role' || actor?.kind === 'population'
  return isOne && isPerson && nameFrom(tokens, head + 1)?.label === 'PER'
}

/** A noun's own sector; what only says how one belongs (`Mitglied`, `Sprecher`) has that of whom it belongs to. */
function sectorOf(reading: NounReading, prefix: NamedThing | null, phrase: Owner | null): Sector | null {
  const { role, actor, noun, part } = reading
  const own = ownSector(reading)
  const isMember = belonging.has(noun) || (actor !== null && actor.sector === null)
  const owner: Pick<Owner, 'kind' | 'sector'> | null = prefix ?? (isMember ? part : null) ?? phrase
  if (!owner?.sector || actor?.kind === 'object' || actor?.kind === 'state') return own
  const isState = owner.sector === 'GOV'
  if (isMember && !(isState && (followers.has(noun) || own !== null))) return owner.sector
  // Civilians of a group may be its victims: `Geiseln der Rebellen`.
  if (own === 'CVL' && role === null) return own
  const yields = owner.sector === 'REB' ? YIELDING : owner.kind === 'organisation' ? CIVIL : null
  return yields?.has(own) ? owner.sector : own
}

const ownSector = ({ role, actor }: NounReading): Sector | null => role?.sector ?? actor?.sector ?? null

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
