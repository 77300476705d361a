import type { NameIndex } from '../../codebook/name-index.ts'
import type { Tokens } from '../../document/tokens.ts'
import { UPOS } from '../../document/tokens.ts'
import type { FoundMention } from './mentions.ts'
import { formAt } from './names.ts'
import type { NounIndex } from './nouns.ts'
import { ownerAt } from './owners.ts'

/** Prepositions between a person and the body that the person speaks for: `Joe Stork von HRW`. */
const AFFILIATION = /^(von|vom|bei|beim)$/i

/**
 * What stands beside a name says who it is: `Bazoum Mohammed, Sprecher der CFDR`, `der Generalsekretär, Ban Ki-moon`,
 * `Joe Stork von HRW`. Name and description become one entity, and the name gets the country, sector and office that it lacks.
 */
export function joinAppositions(
  tokens: Tokens,
  names: NameIndex,
  nouns: NounIndex,
  found: readonly FoundMention[],
): FoundMention[] {
  const out = [...found]
  for (let i = 0; i < out.length; i++) {
    const mention = out[i]!
    if (mention.kind !== 'person' || mention.mention !== 'name') continue
    const description = [i + 1, i - 1, i - 2, i - 3].find((k) => {
      const office = out[k]
      if (!office || !isOffice(office)) return false
      const [first, second] = k > i ? [mention, office] : [office, mention]
      return hangsOn(tokens, second, first) || (Math.abs(k - i) === 1 && isApposed(tokens, first, second))
    })
    if (description !== undefined) {
      const office = out[description]!
      out[i] = filled(mention, office)
      out[description] = { ...office, key: mention.key }
    } else if (!mention.codebook) out[i] = filled(mention, affiliation(tokens, names, nouns, mention))
  }
  return out
}

const isOffice = (m: FoundMention) => m.mention === 'nominal' && m.role !== null

/** A comma, and perhaps an article, and nothing else between them. */
function isApposed(tokens: Tokens, first: FoundMention, second: FoundMention): boolean {
  const comma = first.last + 1
  if (
    formAt(tokens, comma) !== ',' ||
    tokens.sentenceOf(first.last).index !== tokens.sentenceOf(second.first).index
  )
    return false
  const between = second.first - comma - 1
  return between === 0 || (between === 1 && UPOS[tokens.data.upos[comma + 1] ?? 16] === 'DET')
}

/** `Der Präsident der Region, Qiangba Puncog`: the tree hangs one on the other as an apposition. */
function hangsOn(tokens: Tokens, apposed: FoundMention, noun: FoundMention): boolean {
  for (let row = apposed.first; row <= apposed.last; row++) {
    const token = tokens.at(row)!
    const head = token.relation === 'appos' ? token.head : null
    if (head && head.index >= noun.first && head.index <= noun.last) return true
  }
  return false
}

/** The body below a person's name: `Joe Stork von HRW`, `Eva Maier vom Arbeitskreis Frieden`. */
function affiliation(
  tokens: Tokens,
  names: NameIndex,
  nouns: NounIndex,
  person: FoundMention,
): Partial<FoundMention> | null {
  if (!AFFILIATION.test(formAt(tokens, person.last + 1))) return null
  // The tree may hang the phrase higher than the name.
  const row = person.last + (UPOS[tokens.data.upos[person.last + 2] ?? 16] === 'DET' ? 3 : 2)
  const body = row < tokens.length ? ownerAt(tokens.at(row)!, tokens, names, nouns) : null
  return body && BODIES.has(body.kind) ? body : null
}

const BODIES: ReadonlySet<FoundMention['kind']> = new Set<FoundMention['kind']>([
  'organisation',
  'armed-group',
  'government',
])

const filled = (mention: FoundMention, from: Partial<FoundMention> | null): FoundMention => ({
  ...mention,
  country: mention.country ?? from?.country ?? null,
  sector: mention.sector ?? from?.sector ?? null,
  role: mention.role ?? from?.role ?? null,
})
