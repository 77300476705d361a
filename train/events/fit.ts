import type { Weights } from '../../src/extract/events/choices/weights.ts'

/** One question about one event: the features of each option, and which of them are right. At least one is, and not all. */
export interface Instance {
  readonly options: readonly (readonly string[])[]
  readonly right: readonly boolean[]
  /** How much it counts; 1 where it is not said. */
  readonly weight?: number
}

const STEPS = 150
const RATE = 0.08
/** Features rarer than this say nothing that would hold elsewhere. */
const LEAST_SEEN = 3

/**
 * Weights that make the right options likely: the logarithm of their summed chance, less a ridge, climbed by Adam. No chance is involved.
 * @param ridge pull of each weight towards nothing
 */
export function fitChoices(instances: readonly Instance[], ridge: number): Weights {
  const ids = numbered(instances)
  const rows = instances.map(({ options, right, weight = 1 }) => ({
    options: options.map((features) => features.flatMap((f) => ids.get(f) ?? [])),
    right,
    weight,
  }))
  const weights = new Float64Array(ids.size)
  const mean = new Float64Array(ids.size)
  const spread = new Float64Array(ids.size)
  for (let step = 1; step <= STEPS; step++) {
    const gradient = weights.map((w) => -ridge * w)
    for (const row of rows) addGradient(row, weights, gradient)
    for (let i = 0; i < weights.length; i++) {
      mean[i] = 0.9 * mean[i]! + 0.1 * gradient[i]!
      spread[i] = 0.99 * spread[i]! + 0.01 * gradient[i]! ** 2
      weights[i]! +=
        (RATE * (mean[i]! / (1 - 0.9 ** step))) / (Math.sqrt(spread[i]! / (1 - 0.99 ** step)) + 1e-8)
    }
  }
  return new Map([...ids].map(([feature, i]) => [feature, weights[i]!]))
}

function numbered(instances: readonly Instance[]): Map<string, number> {
  const seen = new Map<string, number>()
  for (const { options } of instances)
    for (const features of options) for (const f of features) seen.set(f, (seen.get(f) ?? 0) + 1)
  const often = [...seen].filter(([, count]) => count >= LEAST_SEEN).map(([feature]) => feature)
  return new Map(often.sort().map((feature, i) => [feature, i]))
}

interface Row {
  readonly options: readonly (readonly number[])[]
  readonly right: readonly boolean[]
  readonly weight: number
}

function addGradient({ options, right, weight }: Row, weights: Float64Array, gradient: Float64Array): void {
  const scores = options.map((ids) => ids.reduce((sum, id) => sum + weights[id]!, 0))
  const most = Math.max(...scores)
  const powers = scores.map((score) => Math.exp(score - most))
  const all = powers.reduce((a, b) => a + b, 0)
  const good = powers.reduce((sum, power, i) => sum + (right[i] ? power : 0), 0)
  options.forEach((ids, i) => {
    const push = weight * ((right[i] ? powers[i]! / good : 0) - powers[i]! / all)
    for (const id of ids) gradient[id]! += push
  })
}
