import type { LanguageData } from '../language/contract.ts'
import type { AnalysisModel } from './model.ts'

/** Shorter pieces are endings and chance more often than words. */
const SHORTEST = 3
/** Shorter words are taken whole. */
const SHORTEST_COMPOUND = 8
const LONGEST_COMPOUND = 60

/** Splits compounds into the words that they are made of: `Flüchtlingsunterkunft` is `Flüchtling`, `Unterkunft`. */
export class CompoundSplitter {
  readonly #known: ReadonlySet<string>
  readonly #links: readonly string[]
  readonly #cache = new Map<string, readonly string[]>()

  /** @param known words in lower case */
  constructor(known: ReadonlySet<string>, language: LanguageData) {
    this.#known = known
    this.#links = language.lemma.compoundLinks
  }

  /** The parts of a noun's lemma, capitalised, the head last; the lemma alone where it is no compound of known words. */
  parts(lemma: string): readonly string[] {
    const cached = this.#cache.get(lemma)
    if (cached) return cached
    if (this.#cache.size > 20_000) this.#cache.clear()
    const parts = this.#split(lemma)
    this.#cache.set(lemma, parts)
    return parts
  }

  #split(lemma: string): readonly string[] {
    if (lemma.length > LONGEST_COMPOUND) return [lemma]
    if (lemma.includes('-')) {
      const pieces = lemma.split('-').filter(Boolean)
      return pieces.length > 1 ? pieces.flatMap((piece) => this.parts(capital(piece))) : [lemma]
    }
    const word = lemma.toLowerCase()
    if (word.length < SHORTEST_COMPOUND) return [lemma]
    // Fewest parts from each position to the end; of two equal ways the one whose head is longer.
    const best: ({
      readonly count: number
      readonly head: number
      readonly parts: readonly string[]
    } | null)[] = new Array(word.length + 1).fill(null)
    best[word.length] = { count: 0, head: 0, parts: [] }
    for (let from = word.length - SHORTEST; from >= 0; from--) {
      for (let to = from + SHORTEST; to <= word.length; to++) {
        const isWhole = from === 0 && to === word.length
        if (isWhole || !this.#known.has(word.slice(from, to))) continue
        for (const link of to === word.length ? [''] : this.#links) {
          const rest = word.startsWith(link, to) ? best[to + link.length] : null
          if (!rest || (to < word.length && rest.count === 0)) continue
          const head = rest.count === 0 ? to - from : rest.head
          const before = best[from]
          const count = rest.count + 1
          if (before && (before.count < count || (before.count === count && before.head >= head))) continue
          best[from] = { count, head, parts: [word.slice(from, to), ...rest.parts] }
        }
      }
    }
    const found = best[0]
    return found && found.count > 1 ? found.parts.map(capital) : [lemma]
  }
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)

/** Nouns that compounds may be made of: lemmas of the treebanks, and frequent words of some length. */
export function partsKnown({ lemmas, network }: AnalysisModel): Set<string> {
  const known = new Set<string>()
  for (const entry of lemmas.known) if (entry.startsWith('NOUN:')) known.add(entry.slice(5).toLowerCase())
  for (const word of network.words.keys()) if (/^\p{Ll}{5,}$/u.test(word)) known.add(word)
  return known
}
