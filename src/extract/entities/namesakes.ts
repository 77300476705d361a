import type { NamedThing, NameIndex } from '../../codebook/name-index.ts'
import type { Sector } from '../../document/report.ts'
import type { Token, Tokens } from '../../document/tokens.ts'
import { caseOf } from '../syntax/clauses.ts'
import type { FoundMention } from './mentions.ts'
import { formAt, mentionOf, type NameMatch, nameAt } from './names.ts'
import { originOf } from './origins.ts'
import { textBetween } from './rows.ts'

/** Sectors of bodies that many states have by one name: `Volkspartei`, `Verfassungsgericht`, `Nationalgarde`. */
const OF_STATES: ReadonlySet<Sector | null> = new Set<Sector | null>([
  'PTY',
  'OPP',
  'LEG',
  'JUD',
  'GOV',
  'COP',
  'MIL',
  'SPY',
])

/** Key of a body that only shares the name of one in the codebook. */
const namesakeKey = (codebook: string) => `namesake:${codebook}`

/** `die Demokratische Partei Thailands`, `der polnische Senat`: the body of the codebook by that name is another state's. Null where it is not. */
export function namesakeOf(
  tokens: Tokens,
  names: NameIndex,
  match: NameMatch,
  thing: NamedThing,
): FoundMention | null {
  if (thing.kind !== 'organisation' && thing.kind !== 'government') return null
  if (!OF_STATES.has(thing.sector) || thing.country?.length !== 3) return null
  const country = saidBefore(tokens, names, match) ?? saidBehind(tokens, names, match)
  if (!country || country === thing.country || country === 'IGO' || country === 'NGO') return null
  const mention = mentionOf(tokens, match.first, match.last, thing)
  if (thing.id.startsWith('gov-')) {
    const government = `gov-${country}`
    const name = `Regierung (${names.state(country)?.name ?? country})`
    return { ...mention, name, country, codebook: government, key: government }
  }
  return {
    ...mention,
    name: textBetween(tokens, match.first, match.last),
    country,
    codebook: null,
    key: namesakeKey(thing.id),
  }
}

function saidBefore(tokens: Tokens, names: NameIndex, { first }: NameMatch): string | null {
  const origin = first > 0 ? originOf(formAt(tokens, first - 1), names) : null
  return origin?.kind === 'state' ? origin.country : null
}

/** By a genitive, as it stands right behind the name. */
function saidBehind(tokens: Tokens, names: NameIndex, { last }: NameMatch): string | null {
  const isGenitive = (token: Token | null) => token?.relation === 'nmod' && caseOf(token) === ''
  const row = /^(der|des)$/.test(formAt(tokens, last + 1)) ? last + 2 : last + 1
  const state = nameAt(tokens, names, row)
  if (!state || !isGenitive(tokens.at(state.last))) return null
  return state.things.find(({ kind }) => kind === 'state')?.country ?? null
}

/** Once a report has told of a namesake, it means it by the bare name too. */
export function namesakesOf(found: readonly FoundMention[]): FoundMention[] {
  const known = new Map<string, FoundMention>()
  return found.map((mention) => {
    if (mention.key.startsWith(namesakeKey(''))) known.set(mention.key, mention)
    const other = mention.codebook ? known.get(namesakeKey(mention.codebook)) : undefined
    return other
      ? { ...mention, name: other.name, country: other.country, codebook: null, key: other.key }
      : mention
  })
}
