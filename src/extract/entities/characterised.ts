import type { NameIndex } from '../../codebook/name-index.ts'
import type { Sector } from '../../document/report.ts'
import type { Tokens } from '../../document/tokens.ts'
import {
  anybody,
  backed,
  bareGroups,
  type Character,
  characters,
  ofFaith,
} from '../../language/de/characters.ts'
import { leaning, ofStatesTogether } from '../../language/de/origins.ts'
import type { FoundMention } from './mentions.ts'
import { formAt } from './names.ts'
import { sameSentence, uposAt } from './rows.ts'

/** Words before a noun that are looked through for its adjectives. */
const REACH = 6

/**
 * `militante Palästinenser`, `oppositionelle Parteien`, `internationale Organisationen`: an adjective tells of which sector a group or people are
 * where the noun alone does not, or says less.
 */
export function characterised(
  tokens: Tokens,
  names: NameIndex,
  found: readonly FoundMention[],
): FoundMention[] {
  return found.map((mention) => {
    if (mention.mention !== 'nominal' || !GROUPS.has(mention.kind)) return mention
    const stems = adjectivesOf(tokens, mention)
    if (stems.length === 0) return mention
    if (isOfStates(mention, stems)) return withSector({ ...mention, country: 'IGO' }, 'IGO')
    const sector = sectorSaid(mention, stems, names)
    return sector === null || sector === mention.sector ? mention : withSector(mention, sector)
  })
}

const GROUPS: ReadonlySet<FoundMention['kind']> = new Set<FoundMention['kind']>([
  'population',
  'organisation',
  'armed-group',
  'government',
  'role',
])

/** Another sector makes other people of them: `Palästinenser` and `militante Palästinenser`. */
const withSector = (mention: FoundMention, sector: Sector): FoundMention => {
  const [noun, ...rest] = mention.key.split('/')
  return { ...mention, sector, codebook: null, key: [`${noun}~${sector}`, ...rest].join('/') }
}

/** Stems of the adjectives right before the noun, the nearest first. */
function adjectivesOf(tokens: Tokens, { last, first, codebook }: FoundMention): string[] {
  const out: string[] = []
  const head = codebook ? first : last
  for (let row = head - 1; row >= 0 && row > head - REACH && sameSentence(tokens, row, head); row--) {
    const upos = uposAt(tokens, row)
    if (upos !== 'ADJ' && upos !== 'VERB' && upos !== 'NUM' && upos !== 'ADV') break
    out.push(
      formAt(tokens, row)
        .toLowerCase()
        .replace(/(?:e|e[rmns])$/, ''),
    )
  }
  return out
}

function isOfStates({ kind, sector, name }: FoundMention, stems: readonly string[]): boolean {
  const isBody = kind === 'organisation' || name === 'Gemeinschaft'
  return isBody && sector === null && stems.some((stem) => ofStatesTogether.test(stem))
}

function sectorSaid(mention: FoundMention, stems: readonly string[], names: NameIndex): Sector | null {
  const noun = nounOf(mention)
  const isPeople = mention.sector === 'CVL' && (mention.codebook !== null || ofFaith.has(noun))
  const yields = ({ over, overPeoples }: Character): boolean =>
    over.has(mention.sector) || (overPeoples === true && isPeople)
  const said = characters.find((one) => yields(one) && stems.some((stem) => one.stems.has(stem)))
  if (said) return said.sector
  if (mention.sector === 'CVL' && anybody.has(noun) && stems.includes('bewaffnet')) return 'UAF'
  const isFor = (stem: string) => backed.has(stem) || leansOnState(stem, names)
  return mention.sector === null && bareGroups.has(noun) && stems.some(isFor) ? 'REB' : null
}

const nounOf = ({ key }: FoundMention): string => key.split('/')[0]!

/** `pro-russisch`, `prorussisch`. */
function leansOnState(stem: string, names: NameIndex): boolean {
  const prefix = [...leaning].find((word) => stem.startsWith(word))
  return (
    prefix !== undefined && names.countryOfAdjective(stem.slice(prefix.length).replace(/^-/, '')) !== null
  )
}
