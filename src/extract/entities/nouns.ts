import type { RoleNoun } from '../../codebook/types.ts'
import type { ActorNoun, Lexicon } from '../../language/lexicon.ts'

/** What a common noun says of an actor: an office, or a collective. */
export interface NounReading {
  readonly noun: string
  readonly role: RoleNoun | null
  readonly actor: ActorNoun | null
}

export interface NounIndex {
  /** By lemma and form; compounds are read by their longest known head. */
  read(form: string, lemma: string): NounReading | null
  /** Whether the word, or the head of the compound, names what somebody does: `Luftangriff`. */
  isDeed(lemma: string): boolean
}

const ENDINGS = ['', 's', 'es', 'n', 'en', 'e', 'er', 'ern', 'innen']

export function createNounIndex(roleNouns: readonly RoleNoun[], lexicon: Lexicon): NounIndex {
  const roles = new Map<string, RoleNoun>()
  for (const noun of roleNouns) if (!roles.has(noun.noun)) roles.set(noun.noun, noun)
  const cache = new Map<string, NounReading | null>()
  const exact = (word: string): NounReading | null => {
    const role = roles.get(word) ?? null
    const actor = lexicon.actorNouns.get(word) ?? null
    return role || actor ? { noun: word, role, actor } : null
  }
  const inflected = (word: string): NounReading | null => {
    for (const ending of ENDINGS) {
      if (ending === '' || (word.length - ending.length >= 3 && word.endsWith(ending))) {
        const found = exact(ending === '' ? word : word.slice(0, -ending.length))
        if (found) return found
      }
    }
    return null
  }
  const compound = (word: string): NounReading | null => {
    for (let at = 2; at <= word.length - 4; at++) {
      const head = word.charAt(at)
      const tail = head === '-' ? word.slice(at + 1) : head.toUpperCase() + word.slice(at + 1)
      if (head === '-' || /\p{Ll}/u.test(head)) {
        const found = inflected(tail)
        if (found && (found.noun.length >= 5 || head === '-')) return found
      }
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
      for (let at = 2; at <= lemma.length - 6; at++) {
        const first = lemma.charAt(at)
        if (deeds.has(first === '-' ? lemma.slice(at + 1) : first.toUpperCase() + lemma.slice(at + 1)))
          return true
      }
      return false
    },
    read(form, lemma) {
      const key = `${form} ${lemma}`
      const known = cache.get(key)
      if (known !== undefined) return known
      const isNone = lexicon.notActors.has(lemma) || lexicon.notActors.has(form)
      const found = isNone ? null : readingOf(form, lemma)
      if (cache.size > 50_000) cache.clear()
      cache.set(key, found)
      return found
    },
  }
}
