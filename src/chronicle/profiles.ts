/** A sparse vector: token numbers, ascending, and their weights. */
export interface Profile {
  readonly tokens: readonly number[]
  readonly weights: readonly number[]
  /** How many items it sums up; each of them has the length 1. */
  readonly items: number
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
    // What only one item has can tie it to none, and would only make it look unlike all others.
    const tokens = [...own.keys()].filter((token) => counts[token]! > 1).sort((a, b) => a - b)
    const weights = tokens.map(
      (token) => own.get(token)! * Math.min(MOST, Math.log(1 + items.length / counts[token]!)),
    )
    const length = Math.sqrt(weights.reduce((sum, weight) => sum + weight * weight, 0))
    return { tokens, weights: weights.map((weight) => weight / length), items: 1 }
  })
}

/** The mean cosine of all pairs of items, one of each: 0 (nothing in common) to 1. */
export function meanCosine(a: Profile, b: Profile): number {
  let sum = 0
  for (let i = 0, j = 0; i < a.tokens.length && j < b.tokens.length; ) {
    const difference = a.tokens[i]! - b.tokens[j]!
    if (difference === 0) sum += a.weights[i++]! * b.weights[j++]!
    else if (difference < 0) i++
    else j++
  }
  return sum / (a.items * b.items)
}

export function add(a: Profile, b: Profile): Profile {
  const tokens: number[] = []
  const weights: number[] = []
  const push = (token: number, weight: number) => {
    tokens.push(token)
    weights.push(weight)
  }
  let i = 0
  let j = 0
  while (i < a.tokens.length || j < b.tokens.length) {
    const left = a.tokens[i] ?? Infinity
    const right = b.tokens[j] ?? Infinity
    if (left === right) push(left, a.weights[i++]! + b.weights[j++]!)
    else if (left < right) push(left, a.weights[i++]!)
    else push(right, b.weights[j++]!)
  }
  return { tokens, weights, items: a.items + b.items }
}
