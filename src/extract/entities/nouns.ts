import type { RoleNoun } from '../../codebook/types.ts'
import type { EntityKind, Sector } from '../../document/report.ts'
import { headsOf } from '../../language/compounds.ts'
import type { ActorNoun, Lexicon } from '../../language/lexicon.ts'

/** What a common noun says of an actor: an office, or a collective. */
export interface NounReading {
  readonly noun: string
  readonly role: RoleNoun | null
  readonly actor: ActorNoun | null
  /** Of a compound, whom its first part names: `Oppositionsanhänger`, `Gefängnisangestellter`. */
  readonly part: { readonly kind: EntityKind; readonly sector: Sector } | null
}

export interface NounIndex {
  /** By lemma and form; compounds are read by their longest known head. */
  read(form: string, lemma: string): NounReading | null
  /** Whether the word, or the head of the compound, names what somebody does: `Luftangriff`. */
  isDeed(lemma: string): boolean
}

const ENDINGS = ['', 's', 'es', 'n', 'en', 'e', 'er', 'ern', 'innen']

/** Letters of a noun that a compound may end in without a hyphen. */
const SHORTEST_HEAD = 5
/** Letters that are the same in a compound's head and in the noun alone, whose first one is a capital. */
const endOf = (word: string): string => word.slice(1 - SHORTEST_HEAD)

export function createNounIndex(roleNouns: readonly RoleNoun[], lexicon: Lexicon): NounIndex {
  const roles = new Map<string, RoleNoun>()
  for (const noun of roleNouns) if (!roles.has(noun.noun)) roles.set(noun.noun, noun)
  const cache = new Map<string, NounReading | null>()
  const known = new Map<string, NounReading>()
  for (const noun of [...roles.keys(), ...lexicon.actorNouns.keys()])
    known.set(noun, {
      noun,
      role: roles.get(noun) ?? null,
      actor: lexicon.actorNouns.get(noun) ?? null,
      part: null,
    })
  const exact = (word: string): NounReading | null => known.get(word) ?? null
  /** Of the forms of all nouns that compounds may end in: most words are told by theirs to be none. */
  const ends = new Set<string>()
  for (const noun of known.keys())
    if (noun.length >= SHORTEST_HEAD) for (const ending of ENDINGS) ends.add(endOf(noun + ending))
  const inflected = (word: string): NounReading | null => {
    for (const ending of ENDINGS) {
      if (ending === '' || (word.length - ending.length >= 3 && word.endsWith(ending))) {
        const found = exact(ending === '' ? word : word.slice(0, -ending.length))
        if (found) return found
      }
    }
    return null
  }
  const partOf = (word: string): NounReading['part'] => {
    const { role, actor } = inflected(word) ?? { role: null, actor: null }
    const sector = actor?.sector ?? role?.sector ?? null
    const kind = actor?.kind ?? 'role'
    // Things say whose they are, but not the places where people live: `Stadtvertreter`.
    return sector === null || (kind === 'object' && sector === 'CVL') ? null : { kind, sector }
  }
  const compound = (word: string): NounReading | null => {
    if (!ends.has(endOf(word)) && !word.includes('-')) return null
    for (const { head, at, isHyphenated } of headsOf(word)) {
      if (!isHyphenated && !/\p{Ll}/u.test(word.charAt(at))) continue
      const found = inflected(head)
      if (found && (found.noun.length >= SHORTEST_HEAD || isHyphenated))
        return { ...found, part: partOf(word.slice(0, at)) }
    }
    return null
  }
  const readingOf = (form: string, lemma: string): NounReading | null =>
    exact(lemma) ?? exact(form) ?? inflected(form) ?? compound(lemma) ?? compound(form)
  const deeds = new Set(
    lexicon.predicates.flatMap(({ lemma, pos, type }) => (pos === 'noun' && type !== null ? [lemma] : [])),
  )
  return {
    isDeed(lemma) {
      if (deeds.has(lemma)) return true
      for (const { head, isHyphenated } of headsOf(lemma))
        if (head.length >= (isHyphenated ? 5 : 6) && deeds.has(head)) return true
      return false
    },
    read(form, lemma) {
      const key = `${form} ${lemma}`
      const before = cache.get(key)
      if (before !== undefined) return before
      const isNone = lexicon.notActors.has(lemma) || lexicon.notActors.has(form)
      const found = isNone ? null : readingOf(form, lemma)
      if (cache.size > 50_000) cache.clear()
      cache.set(key, found)
      return found
    },
  }
}
