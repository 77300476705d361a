/** A sparse vector: weights by token number. */
export interface Profile {
  readonly weights: Map<number, number>
  /** How many items it sums up; each of them has the length 1. */
  items: number
}

/** Bound of the inverse document frequency: in a large chronicle rare tokens must not outweigh all others. */
const MOST = 4

/** Profiles of items: each token's weight times its inverse document frequency over all items, up to a bound. */
export function profilesOf(
  items: readonly (readonly (readonly [token: string, weight: number])[])[],
): Profile[] {
  const numbers = new Map<string, number>()
  const counts: number[] = []
  const numbered = items.map((tokens) => {
    const own = new Map<number, number>()
    for (const [token, weight] of tokens) {
      let number = numbers.get(token)
      if (number === undefined) {
        number = numbers.size
        numbers.set(token, number)
        counts.push(0)
      }
      if (!own.has(number)) counts[number]!++
      own.set(number, Math.max(own.get(number) ?? 0, weight))
    }
    return own
  })
  return numbered.map((own) => {
    const weights = new Map<number, number>()
    let squares = 0
    for (const [token, weight] of own) {
      // What only one item has can tie it to none, and would only make it look unlike all others.
      if (counts[token] === 1) continue
      const scaled = weight * Math.min(MOST, Math.log(1 + items.length / counts[token]!))
      weights.set(token, scaled)
      squares += scaled * scaled
    }
    const length = Math.sqrt(squares)
    for (const [token, weight] of weights) weights.set(token, weight / length)
    return { weights, items: 1 }
  })
}

/** The mean cosine of all pairs of items, one of each: 0 (nothing in common) to 1. Costs what the smaller one costs. */
export function meanCosine(a: Profile, b: Profile): number {
  const [small, large] = a.weights.size <= b.weights.size ? [a.weights, b.weights] : [b.weights, a.weights]
  let sum = 0
  for (const [token, weight] of small) sum += weight * (large.get(token) ?? 0)
  return sum / (a.items * b.items)
}

/** Both in one. The larger of the two is used up; neither may be used afterwards. */
export function join(a: Profile, b: Profile): Profile {
  const [small, large] = a.weights.size <= b.weights.size ? [a, b] : [b, a]
  for (const [token, weight] of small.weights)
    large.weights.set(token, (large.weights.get(token) ?? 0) + weight)
  large.items += small.items
  return large
}
