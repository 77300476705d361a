/** Steps between tags that cost so much are never taken. */
const FORBIDDEN = -1000

/** The likeliest tags of a sentence under a linear-chain CRF. */
export class Viterbi {
  readonly #tags: number
  readonly #transitions: Float32Array
  /** The tags that may stand before each. */
  readonly #allowed: readonly Uint8Array[]
  #before = new Uint8Array(0)
  #scores: Float64Array
  #next: Float64Array

  /** @param transitions `[before * tags + after]`; behind the last tag the start of a sentence */
  constructor(tags: number, transitions: Float32Array) {
    this.#tags = tags
    this.#transitions = transitions
    const all = Array.from({ length: tags }, (_, tag) => tag)
    this.#allowed = all.map((after) =>
      Uint8Array.from(all.filter((tag) => transitions[tag * tags + after]! > FORBIDDEN)),
    )
    this.#scores = new Float64Array(tags)
    this.#next = new Float64Array(tags)
  }

  /** @param emissions `[places[t] + tag]` for word `t` of `size` */
  decode(emissions: Float32Array, places: ArrayLike<number>, size: number): Uint8Array {
    const out = new Uint8Array(size)
    if (size === 0) return out
    const tags = this.#tags
    const moves = this.#transitions
    if (this.#before.length < size * tags) this.#before = new Uint8Array(size * tags)
    let scores = this.#scores
    let next = this.#next
    for (let tag = 0; tag < tags; tag++)
      scores[tag] = moves[tags * tags + tag]! + emissions[places[0]! + tag]!
    for (let t = 1; t < size; t++) {
      const row = places[t]!
      for (let after = 0; after < tags; after++) {
        let best = Number.NEGATIVE_INFINITY
        let which = 0
        const allowed = this.#allowed[after]!
        for (let i = 0; i < allowed.length; i++) {
          const tag = allowed[i]!
          const score = scores[tag]! + moves[tag * tags + after]!
          if (score > best) {
            best = score
            which = tag
          }
        }
        next[after] = best + emissions[row + after]!
        this.#before[t * tags + after] = which
      }
      ;[scores, next] = [next, scores]
    }
    let tag = 0
    for (let other = 1; other < tags; other++) if (scores[other]! > scores[tag]!) tag = other
    for (let t = size - 1; t >= 0; t--) {
      out[t] = tag
      tag = this.#before[t * tags + tag]!
    }
    return out
  }
}
