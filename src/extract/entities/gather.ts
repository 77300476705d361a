import type { Entity, Sector } from '../../document/report.ts'
import { bareGroups, usually } from '../../language/de/characters.ts'
import type { FoundMention } from './mentions.ts'
import type { Pronoun } from './pronouns.ts'
import { personKey } from './unknown-names.ts'

/** Gathers the mentions of one document into entities: e1, e2 … in order of first mention. */
export function gather(found: readonly FoundMention[], pronouns: readonly Pronoun[]): Entity[] {
  const scene = sceneOf(found)
  const keys = linkPersons(found)
  const groups = new Map<string, FoundMention[]>()
  for (const mention of found) {
    const key = keys.get(mention) ?? mention.key
    const group = groups.get(key)
    const linked = key === mention.key ? mention : asUnknown(mention, key)
    if (group) group.push(linked)
    else groups.set(key, [linked])
  }
  for (const { mention, antecedent } of pronouns) groups.get(keys.get(antecedent)!)!.push(mention)
  return [...groups.values()].map((group, i) => entityOf(`e${i + 1}`, group, scene))
}

/**
 * Persons are one by surname (`Kerry` after `John Kerry`), an office without a name is the person who was last named with it,
 * a description without a country is the last one with the same noun.
 */
function linkPersons(found: readonly FoundMention[]): Map<FoundMention, string> {
  const keys = new Map<FoundMention, string>()
  const bySurname = new Map<string, string>()
  const byRole = new Map<string, { key: string; country: string | null }>()
  const byNoun = new Map<string, string>()
  const namesakes = unknownNamesakes(found)
  for (const m of found) if (m.kind === 'person' && m.codebook) bySurname.set(surnameKey(m), m.key)
  for (const m of found) {
    let key = m.key
    if (m.kind === 'person' && !m.codebook)
      key = namesakes.has(m.key) ? m.key : (bySurname.get(m.key) ?? m.key)
    else if (m.kind === 'person' && namesakes.has(surnameKey(m)) && !m.isFullName) key = surnameKey(m)
    else if (m.mention === 'nominal' && m.role) {
      const named = byRole.get(m.role)
      if (named && (m.country === null || named.country === null || m.country === named.country))
        key = named.key
    } else if (m.mention === 'nominal' && m.country === null && !isTold(m))
      key = byNoun.get(nounOf(m)) ?? m.key
    if (m.kind === 'person' && m.role) byRole.set(m.role, { key, country: m.country })
    if (m.mention === 'nominal' && (m.country !== null || isTold(m))) byNoun.set(nounOf(m), key)
    else if (m.headNoun) byNoun.set(m.headNoun, key)
    keys.set(m, key)
  }
  return keys
}

const surnameKey = (m: FoundMention) => personKey(m.name.split(/\s+/).at(-1)!)

/** Surnames under which the document introduces, by full name, somebody whom the codebook does not know, and nobody whom it knows. */
function unknownNamesakes(found: readonly FoundMention[]): ReadonlySet<string> {
  const full = found.filter((m) => m.kind === 'person' && m.isFullName)
  const known = new Set(full.filter((m) => m.codebook).map(surnameKey))
  return new Set(full.filter((m) => !m.codebook && !known.has(m.key)).map((m) => m.key))
}

/** A surname that is not whom the codebook knows by it: `Guterres` after `Eurico Guterres`. */
const asUnknown = (m: FoundMention, key: string): FoundMention =>
  m.codebook !== null && key === surnameKey(m)
    ? { ...m, codebook: null, country: null, sector: null, name: m.name.split(/\s+/).at(-1)! }
    : m

/** The noun without the sector that adjectives or a first part give it. */
const nounOf = (m: FoundMention) => m.key.split(/[/~]/)[0]!
/** Whether words beside the noun say of which sector its people are. */
const isTold = (m: FoundMention) => m.key.includes('~')

/** The state that a document speaks of most. */
interface Scene {
  readonly country: string | null
  /** Whose courts and whose parliaments it names, where they are of one state or body. */
  readonly bodies: ReadonlyMap<Sector, string | null>
  /** It tells of armed groups. */
  readonly isArmed: boolean
  /** Of all that it says of states. */
  readonly share: number
}

/** From this share on nobody is taken to be of another state than the document unless it says so. */
const CLEAR_SHARE = 0.6

/** Sides without a country of their own are taken to be there. */
function sceneOf(found: readonly FoundMention[]): Scene {
  const counts = new Map<string, number>()
  let all = 0
  for (const m of found) {
    // Agencies and papers tell of it, companies have their seat somewhere: neither is where it happens.
    if (
      m.country === null ||
      m.country.length !== 3 ||
      ['IGO', 'NGO'].includes(m.country) ||
      m.sector === 'MED' ||
      (m.sector === 'BUS' && m.mention === 'name')
    )
      continue
    const weight = m.kind === 'place' ? 3 : 1
    counts.set(m.country, (counts.get(m.country) ?? 0) + weight)
    all += weight
  }
  let best: string | null = null
  for (const [country, count] of counts) if (best === null || count > counts.get(best)!) best = country
  const isArmed = found.some(
    ({ kind, sector }) => kind === 'armed-group' || sector === 'REB' || sector === 'UAF',
  )
  return {
    country: best,
    bodies: bodiesOf(found),
    isArmed,
    share: best === null ? 0 : counts.get(best)! / all,
  }
}

/** Bodies whose people a report names without saying of which they are: `die Richter`, `der Ankläger`. */
const BODIES: ReadonlySet<Sector | null> = new Set<Sector | null>(['JUD', 'LEG'])

/** Who may be of such a body; courts and parliaments of other states are named beside it. */
const OFFICERS: ReadonlySet<FoundMention['kind']> = new Set<FoundMention['kind']>(['role', 'person'])

function bodiesOf(found: readonly FoundMention[]): ReadonlyMap<Sector, string | null> {
  const out = new Map<Sector, string | null>()
  for (const { sector, country, mention, kind } of found) {
    if (sector === null || country === null || mention !== 'name' || kind === 'person') continue
    if (BODIES.has(sector)) out.set(sector, (out.get(sector) ?? country) === country ? country : null)
  }
  return out
}

/** Of which sector most are of whom a report says no more than the noun. */
function sectorOfMost({ kind, key, mention }: FoundMention, { isArmed }: Scene): Sector | null {
  const noun = key.split(/[/~]/)[0]!
  const usual = mention === 'nominal' ? usually.get(noun) : undefined
  if (usual) return usual
  if (bareGroups.has(noun)) return isArmed ? 'REB' : 'CVL'
  return kind === 'population' || kind === 'role' || kind === 'person' ? 'CVL' : null
}

function entityOf(id: string, group: readonly FoundMention[], scene: Scene): Entity {
  const lead = group.find((m) => m.codebook) ?? group.find((m) => m.mention === 'name') ?? group[0]!
  const longest = group.filter((m) => m.mention === 'name').sort((a, b) => b.name.length - a.name.length)[0]
  const isHere = lead.kind === 'person' && (scene.share >= CLEAR_SHARE || group.some((m) => m.role !== null))
  // A known group without a state, such as one at home in several, is not taken to be of the state that the report tells of.
  const local =
    lead.codebook === null &&
    (isHere || lead.mention === 'nominal' || lead.kind === 'armed-group' || lead.kind === 'place') &&
    !group.some((m) => m.ofSeveral) &&
    !['IGO', 'NGO'].includes(lead.sector ?? '') &&
    // Reporters come from everywhere.
    !(lead.sector === 'MED' && lead.kind === 'population')
  const told = group.find((m) => m.isInWords) ?? lead
  const sector = told.sector ?? group.find((m) => m.sector)?.sector ?? null
  return {
    id,
    kind: lead.kind,
    name: lead.codebook ? lead.name : (longest?.name ?? lead.name),
    country:
      (told.codebook === null ? null : told.country) ??
      group.find((m) => m.country)?.country ??
      (local
        ? (OFFICERS.has(lead.kind) && sector && scene.bodies.get(sector)) || scene.country
        : lead.sector === 'IGO' || lead.sector === 'NGO'
          ? lead.sector
          : null),
    sector: sector ?? sectorOfMost(lead, scene),
    codebook: lead.codebook,
    role: group.find((m) => m.role)?.role ?? null,
    coordinates: lead.coordinates ? [lead.coordinates[0], lead.coordinates[1]] : null,
    mentions: group.map((m) => ({ from: m.from, to: m.to, kind: m.mention })),
  }
}
