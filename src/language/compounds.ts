/** What a compound may end in: a word of its own. */
export interface Head {
  /** With the capital that it has where it stands alone. */
  readonly head: string
  /** Where the compound's first part ends. */
  readonly at: number
  readonly isHyphenated: boolean
}

const SHORTEST_PREFIX = 2
/** Letters of the last part, its hyphen among them. */
const SHORTEST_END = 4

/** The ends of a word that may be the head of a compound, longest first: among those of `Luftangriff` and of `US-Angriff` is `Angriff`. */
export function* headsOf(word: string): Generator<Head> {
  for (let at = SHORTEST_PREFIX; at <= word.length - SHORTEST_END; at++) {
    const first = word.charAt(at)
    const isHyphenated = first === '-'
    const head = isHyphenated ? word.slice(at + 1) : first.toUpperCase() + word.slice(at + 1)
    yield { head, at, isHyphenated }
  }
}
