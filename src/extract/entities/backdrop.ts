import type { Sector } from '../../document/report.ts'
import { bareGroups, usually } from '../../language/de/characters.ts'
import { type FoundMention, nounOf } from './mentions.ts'

/** What a report as a whole says, by which sides are understood of which it tells no more. */
export interface Backdrop {
  /** The state that it speaks of most: sides without a country of their own are taken to be there. */
  readonly country: string | null
  /** Of all that it says of states, how much is of that one. */
  readonly share: number
  /** How much it says of each state. */
  readonly counts: ReadonlyMap<string, number>
  /** Whose courts and whose parliaments it names; null where they are of several. */
  readonly bodies: ReadonlyMap<Sector, string | null>
  /** It tells of armed groups. */
  readonly isArmed: boolean
}

/** From this share on nobody is taken to be of another state than the report unless it says so. */
const CLEAR_SHARE = 0.6
/** What a place weighs against another word of its state: it is where things happen. */
const PLACE_WEIGHT = 3

/** Bodies whose people a report names without saying of which they are: `die Richter`, `der Ankläger`. */
const BODIES: ReadonlySet<Sector> = new Set<Sector>(['JUD', 'LEG'])
/** Who may be of such a body; courts and parliaments of other states are named beside it. */
const OFFICERS: ReadonlySet<FoundMention['kind']> = new Set<FoundMention['kind']>(['role', 'person'])
/** Kinds of whom most are civilians. */
const HUMAN: ReadonlySet<FoundMention['kind']> = new Set<FoundMention['kind']>([
  'population',
  'role',
  'person',
])

export function backdropOf(found: readonly FoundMention[]): Backdrop {
  const counts = new Map<string, number>()
  let all = 0
  for (const mention of found) {
    if (mention.country === null || !isOfScene(mention)) continue
    const weight = mention.kind === 'place' ? PLACE_WEIGHT : 1
    counts.set(mention.country, (counts.get(mention.country) ?? 0) + weight)
    all += weight
  }
  const country = mostOf([...counts.keys()], counts)
  const share = country === null ? 0 : counts.get(country)! / all
  return { country, share, counts, bodies: bodiesOf(found), isArmed: found.some(isArmed) }
}

/** Agencies and papers tell of it, companies have their seat somewhere: neither is where it happens. */
const isOfScene = ({ country, sector, mention }: FoundMention): boolean =>
  country?.length === 3 &&
  country !== 'IGO' &&
  country !== 'NGO' &&
  sector !== 'MED' &&
  !(sector === 'BUS' && mention === 'name')

const isArmed = ({ kind, sector }: FoundMention): boolean =>
  kind === 'armed-group' || sector === 'REB' || sector === 'UAF'

/** Of the states the one that counts most, of equals the first. */
function mostOf(states: readonly string[], counts: ReadonlyMap<string, number>): string | null {
  let best: string | null = null
  for (const state of states)
    if (best === null || (counts.get(state) ?? 0) > (counts.get(best) ?? 0)) best = state
  return best
}

function bodiesOf(found: readonly FoundMention[]): ReadonlyMap<Sector, string | null> {
  const out = new Map<Sector, string | null>()
  for (const { sector, country, mention, kind } of found) {
    if (sector === null || country === null || mention !== 'name' || kind === 'person') continue
    if (BODIES.has(sector)) out.set(sector, out.has(sector) && out.get(sector) !== country ? null : country)
  }
  return out
}

/** The country of a side whose mentions name none. */
export function countryUntold(
  lead: FoundMention,
  group: readonly FoundMention[],
  sector: Sector | null,
  { country, share, counts, bodies }: Backdrop,
): string | null {
  const bases = group.find((m) => m.bases)?.bases
  if (bases) return mostOf(bases, counts)
  if (lead.sector === 'IGO' || lead.sector === 'NGO') return lead.sector
  const isHere = lead.kind === 'person' && (share >= CLEAR_SHARE || group.some((m) => m.role !== null))
  const isLocal = isHere || lead.mention === 'nominal' || lead.kind === 'armed-group' || lead.kind === 'place'
  // A group that the codebook knows and that is of no state is at home in several. Reporters come from everywhere.
  const isForeign = lead.codebook !== null || (lead.sector === 'MED' && lead.kind === 'population')
  if (!isLocal || isForeign || group.some((m) => m.ofSeveral)) return null
  const body = OFFICERS.has(lead.kind) && sector !== null ? bodies.get(sector) : null
  return body ?? country
}

/** The sector of a side of whom a report says no more than the noun: the one that most of them have. */
export function sectorUntold(lead: FoundMention, { isArmed }: Backdrop): Sector | null {
  const noun = nounOf(lead)
  const usual = lead.mention === 'nominal' ? usually.get(noun) : undefined
  if (usual) return usual
  if (bareGroups.has(noun)) return isArmed ? 'REB' : 'CVL'
  return HUMAN.has(lead.kind) ? 'CVL' : null
}
