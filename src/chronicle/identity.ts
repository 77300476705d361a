import { candidatePairs } from './blocks.ts'
import { CONFLICT, compatibility, threshold } from './compatibility.ts'
import type { Features } from './features.ts'

/** Pairs of passages that a person joined or parted, by index. */
export interface Links {
  readonly must: readonly (readonly [number, number])[]
  readonly mustNot: ReadonlySet<string>
  /** Passages that stand alone. */
  readonly alone: ReadonlySet<number>
}

export const linkKey = (i: number, j: number) => (i < j ? `${i}:${j}` : `${j}:${i}`)

/** Every pair inside a cluster must reach this sum, so that a vague report never chains two events together. */
const FLOOR = 0.9
/** The mean over all pairs of two clusters that are joined, as a share of the threshold. */
const MEAN_SHARE = 0.85

interface Pair {
  readonly i: number
  readonly j: number
  readonly score: number
}

/**
 * Passages that tell one event, as lists of indexes. Agglomerative with complete link: best pair first, ties by canonical order.
 * As `features` stand in canonical order, the order in which reports came cannot show.
 */
export function clusters(features: readonly Features[], links: Links): number[][] {
  const scores = new Map<number, number>()
  const size = features.length
  const strong: Pair[] = []
  candidatePairs(features, (i, j) => {
    const score = compatibility(features[i]!, features[j]!, FLOOR)
    if (score === CONFLICT) return
    scores.set(i * size + j, score)
    if (score >= threshold(features[i]!, features[j]!)) strong.push({ i, j, score })
  })
  strong.sort((a, b) => b.score - a.score || a.i - b.i || a.j - b.j)

  const home = Array.from({ length: size }, (_, index) => index)
  const members = home.map((index) => [index])
  const join = (a: number, b: number) => {
    const [into, from] = a < b ? [a, b] : [b, a]
    for (const index of members[from]!) home[index] = into
    members[into]!.push(...members[from]!)
    members[from] = []
  }
  const parted = (i: number, j: number) =>
    links.mustNot.has(linkKey(i, j)) || links.alone.has(i) || links.alone.has(j)
  for (const [i, j] of links.must) {
    const [left, right] = [members[home[i]!]!, members[home[j]!]!]
    if (left !== right && !left.some((a) => right.some((b) => parted(a, b)))) join(home[i]!, home[j]!)
  }
  const canJoin = (left: readonly number[], right: readonly number[]) => {
    let sum = 0
    let bar = 0
    for (const a of left) {
      for (const b of right) {
        if (parted(a, b)) return false
        const score = scores.get(a < b ? a * size + b : b * size + a)
        if (score === undefined) return false
        sum += score
        bar += threshold(features[a]!, features[b]!)
      }
    }
    return sum >= bar * MEAN_SHARE
  }
  for (const { i, j } of strong) {
    const left = home[i]!
    const right = home[j]!
    if (left !== right && canJoin(members[left]!, members[right]!)) join(left, right)
  }
  return members.filter((list) => list.length > 0).map((list) => list.sort((a, b) => a - b))
}
