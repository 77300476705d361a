import type { NameIndex } from '../../codebook/name-index.ts'
import type { Token, Tokens } from '../../document/tokens.ts'
import { partsOfPlaces } from '../../language/de/places.ts'
import type { FoundMention } from './mentions.ts'
import { formAt, hyphenated, nameAt } from './names.ts'
import { originOf } from './origins.ts'
import { sameSentence, uposAt } from './rows.ts'

/** How many words behind a name are looked through for where it lies: `Zarwanda im äußersten Norden des Tschad`. */
const BEHIND = 5

/**
 * Places that no table knows, with the country in which the words beside them put them: `in der ungarischen Kleinstadt Y`,
 * `der US-Bundesstaat Y`, `Y im Norden Nigerias`, `Y nahe Budapest`. What no words place stays without a country here.
 */
export function locateUnknownPlaces(
  tokens: Tokens,
  names: NameIndex,
  found: readonly FoundMention[],
): FoundMention[] {
  return found.map((mention) => {
    if (mention.kind !== 'place' || mention.country !== null) return mention
    const country = saidBefore(tokens, names, mention.first) ?? saidBehind(tokens, names, mention.last)
    return country === null ? mention : { ...mention, country }
  })
}

/** By the noun right before the name, which names what kind of place it is, and that noun's adjectives. */
function saidBefore(tokens: Tokens, names: NameIndex, first: number): string | null {
  let row = first - 1
  if (row < 0 || uposAt(tokens, row) !== 'NOUN' || !sameSentence(tokens, row, first)) return null
  const prefix = hyphenated(formAt(tokens, row), names)
  if (prefix?.thing.country) return prefix.thing.country
  for (row--; row >= 0 && sameSentence(tokens, row, first); row--) {
    const origin = originOf(formAt(tokens, row), names)
    if (origin) return origin.kind === 'state' ? origin.country : null
    if (uposAt(tokens, row) !== 'ADJ') return null
  }
  return null
}

/** By the first name in a phrase of place that is told of the name: every word up to it belongs to phrases of place. */
function saidBehind(tokens: Tokens, names: NameIndex, last: number): string | null {
  let isPlaced = false
  for (let row = last + 1; row <= last + BEHIND && sameSentence(tokens, last, row); row++) {
    const form = formAt(tokens, row)
    if (row === last + 1 && (form === ',' || form === '(')) continue
    const match = nameAt(tokens, names, row)
    const place = match?.things.find(({ kind }) => kind === 'place' || kind === 'state')
    if (place) return isPlaced || isEnclosed(tokens, last + 1, match!.last) ? place.country : null
    const token = tokens.at(row)!
    if (isOfPlace(token)) isPlaced = true
    else if (token.upos !== 'DET' && token.upos !== 'ADJ') return null
  }
  return null
}

const NEAR = /^(?:in|im|bei|nahe|unweit|(?:nord|süd)?(?:westlich|östlich)|nördlich|südlich|von)$/i

const isOfPlace = ({ form, upos }: Token): boolean =>
  NEAR.test(form) || (upos === 'NOUN' && partsOfPlaces.has(form))

/** `Zarwanda (Tschad)`, `Zarwanda, Tschad,`: nothing but signs on both sides. */
function isEnclosed(tokens: Tokens, before: number, last: number): boolean {
  return /^[,(]$/.test(formAt(tokens, before)) && /^[),.]$/.test(formAt(tokens, last + 1))
}
