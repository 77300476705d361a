import type { NamedThing, NameIndex } from '../../codebook/name-index.ts'
import type { Token, Tokens } from '../../document/tokens.ts'
import { standingForStates } from '../../language/de/places.ts'
import type { FoundMention } from './mentions.ts'
import { hyphenated, mentionOf } from './names.ts'
import type { NounIndex } from './nouns.ts'

/**
 * `israelische Luftangriffe`, `US-Sanktionen`: who is named by nothing but the adjective or the first part of a deed. Whom the report
 * names as well is left to these namings, unless the word stands for nothing else (`von iranischer Seite`).
 */
export function statesOfDeeds(
  tokens: Tokens,
  names: NameIndex,
  nouns: NounIndex,
  found: readonly FoundMention[],
): FoundMention[] {
  const named = new Set(found.flatMap((m) => (ACTING.has(m.kind) && m.country ? [m.country] : [])))
  const out = [...found]
  let next = 0
  for (let row = 0; row < tokens.length; row++) {
    while (found[next] && found[next]!.last < row) next++
    if (found[next] && found[next]!.first <= row) continue
    const owner = ownerOfDeed(tokens.at(row)!, names, nouns)
    if (owner && (owner.isState || !(owner.thing.country && named.has(owner.thing.country))))
      out.push({ ...mentionOf(tokens, row, row, owner.thing), to: owner.to })
  }
  return out.length === found.length ? out : out.sort((a, b) => a.first - b.first)
}

/** Kinds that act for a state and that a deed of it is therefore theirs. */
const ACTING: ReadonlySet<FoundMention['kind']> = new Set<FoundMention['kind']>(['state', 'government'])

interface Owner {
  readonly thing: NamedThing
  readonly to: number
  /** Whether the word that it goes with means that state itself and no deed of it. */
  readonly isState: boolean
}

function ownerOfDeed(token: Token, names: NameIndex, nouns: NounIndex): Owner | null {
  if (token.upos === 'ADJ') {
    const country = token.relation === 'amod' ? names.countryOfAdjective(token.form) : null
    if (country === null) return null
    const isState = standingForStates.has(token.head!.lemma)
    const state = isState || nouns.isDeed(token.head!.lemma) ? names.state(country) : null
    return state && { thing: state, to: token.to, isState }
  }
  if (token.upos !== 'NOUN') return null
  const split = hyphenated(token.form, names)
  if (!split || split.thing.kind === 'place') return null
  const isState = standingForStates.has(split.rest)
  if (!isState && !nouns.isDeed(token.lemma)) return null
  return { thing: split.thing, to: token.to - split.rest.length - 1, isState }
}
