/** Steps between tags that cost so much are never taken. */
const FORBIDDEN = -1000

/** The likeliest tags of a sentence under a linear-chain CRF. */
export class Viterbi {
  readonly #tags: number
  readonly #transitions: Float32Array
  /** Tags that any tag may stand before, and the most and the least that a step from a tag to one of them is worth. */
  readonly #open: Uint8Array
  readonly #most: Float64Array
  readonly #least: Float64Array
  /** The other tags, and the few that may stand before each. */
  readonly #bound: readonly { readonly tag: number; readonly allowed: Uint8Array }[]
  /** Tags from which the best step to an open one may come. */
  readonly #likely: Uint8Array
  #before = new Uint8Array(0)
  #scores: Float64Array
  #next: Float64Array

  /** @param transitions `[before * tags + after]`; behind the last tag the start of a sentence */
  constructor(tags: number, transitions: Float32Array) {
    this.#tags = tags
    this.#transitions = transitions
    const all = Array.from({ length: tags }, (_, tag) => tag)
    const allowed = all.map((after) =>
      Uint8Array.from(all.filter((tag) => transitions[tag * tags + after]! > FORBIDDEN)),
    )
    this.#open = Uint8Array.from(all.filter((tag) => allowed[tag]!.length === tags))
    this.#bound = all
      .filter((tag) => allowed[tag]!.length < tags)
      .map((tag) => ({ tag, allowed: allowed[tag]! }))
    const stepsFrom = (tag: number) => Array.from(this.#open, (after) => transitions[tag * tags + after]!)
    this.#most = Float64Array.from(all, (tag) => Math.max(...stepsFrom(tag)))
    this.#least = Float64Array.from(all, (tag) => Math.min(...stepsFrom(tag)))
    this.#likely = new Uint8Array(tags)
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
      const count = this.#findLikely(scores)
      for (const after of this.#open)
        next[after] = this.#enter(after, scores, this.#likely, count, t) + emissions[row + after]!
      for (const { tag, allowed } of this.#bound)
        next[tag] = this.#enter(tag, scores, allowed, allowed.length, t) + emissions[row + tag]!
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

  /** Best score of a step to a tag of word `t` from one of the first `count` of some tags. */
  #enter(after: number, scores: Float64Array, from: Uint8Array, count: number, t: number): number {
    const tags = this.#tags
    const moves = this.#transitions
    let best = Number.NEGATIVE_INFINITY
    let which = 0
    for (let i = 0; i < count; i++) {
      const tag = from[i]!
      const score = scores[tag]! + moves[tag * tags + after]!
      if (score > best) {
        best = score
        which = tag
      }
    }
    this.#before[t * tags + after] = which
    return best
  }

  /** Leaves out the tags whose best step to an open one is worse than the worst step of another tag; says how many are left. */
  #findLikely(scores: Float64Array): number {
    let sure = Number.NEGATIVE_INFINITY
    for (let tag = 0; tag < this.#tags; tag++) sure = Math.max(sure, scores[tag]! + this.#least[tag]!)
    let count = 0
    for (let tag = 0; tag < this.#tags; tag++)
      if (scores[tag]! + this.#most[tag]! >= sure) this.#likely[count++] = tag
    return count
  }
}
