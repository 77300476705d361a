import type { NameIndex } from '../../codebook/name-index.ts'
import type { Tokens } from '../../document/tokens.ts'
import type { FoundMention } from './mentions.ts'
import { formAt } from './names.ts'
import type { NounIndex } from './nouns.ts'
import { originOf } from './origins.ts'
import { type Owner, ownerOf } from './owners.ts'
import { lemmaAt } from './rows.ts'

/**
 * What the words of a group's name say that no table knows: `Ukrainische Volksunion`, `die Zeitung Tagblick`, `Komitee für Frieden
 * Somalias`. Country and sector are taken from the noun before the name, the words in it, and whoever is named below it.
 */
export function describeUnknownGroups(
  tokens: Tokens,
  names: NameIndex,
  nouns: NounIndex,
  found: readonly FoundMention[],
): FoundMention[] {
  const out = [...found]
  out.forEach((mention, i) => {
    if (mention.kind !== 'organisation' || mention.mention !== 'name' || mention.codebook) return
    const noun = out[i - 1]
    const introduced = noun?.mention === 'nominal' && noun.last + 1 === mention.first ? noun : null
    const own = wordsOf(tokens, names, nouns, mention)
    const owner = ownerOf(tokens.at(mention.last)!, tokens, names, nouns)
    out[i] = {
      ...mention,
      country: mention.country ?? introduced?.country ?? own.country ?? owner?.country ?? null,
      sector: mention.sector ?? introduced?.sector ?? own.sector,
    }
  })
  return out
}

function wordsOf(
  tokens: Tokens,
  names: NameIndex,
  nouns: NounIndex,
  { first, last }: FoundMention,
): Pick<Owner, 'country' | 'sector'> {
  let country: string | null = null
  let sector: Owner['sector'] = null
  for (let row = first; row <= last; row++) {
    const form = formAt(tokens, row)
    const origin = originOf(form, names)
    if (origin?.kind === 'state') country ??= origin.country
    const reading = nouns.read(form, lemmaAt(tokens, row))
    sector ??= reading?.actor?.sector ?? null
  }
  return { country, sector }
}
