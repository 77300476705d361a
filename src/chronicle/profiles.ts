/** A sparse vector: token numbers, ascending, and their weights. */
export interface Profile {
  readonly tokens: readonly number[]
  readonly weights: readonly number[]
  /** Euclidean length. */
  readonly length: number
}

/** Profiles of items: each token's weight times its inverse document frequency over all items. */
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
    const tokens = [...own.keys()].sort((a, b) => a - b)
    const weights = tokens.map((token) => own.get(token)! * Math.log(1 + items.length / counts[token]!))
    return { tokens, weights, length: Math.hypot(...weights) }
  })
}

/** 0 (nothing in common) to 1. */
export function cosine(a: Profile, b: Profile): number {
  if (a.length === 0 || b.length === 0) return 0
  let sum = 0
  for (let i = 0, j = 0; i < a.tokens.length && j < b.tokens.length; ) {
    const difference = a.tokens[i]! - b.tokens[j]!
    if (difference === 0) sum += a.weights[i++]! * b.weights[j++]!
    else if (difference < 0) i++
    else j++
  }
  return sum / (a.length * b.length)
}

export function add(a: Profile, b: Profile): Profile {
  const tokens: number[] = []
  const weights: number[] = []
  let squares = 0
  const push = (token: number, weight: number) => {
    tokens.push(token)
    weights.push(weight)
    squares += weight * weight
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
  return { tokens, weights, length: Math.sqrt(squares) }
}
