import type { Amount } from './figures.ts'

/** A rounded figure may miss by this share; the chronicle compares by the same. */
const ROUNDED = 0.2

/** Room above the greatest number of a series, where one of its figures has no upper end. */
const HEADROOM = 1.3

/** The end of the scale by which all figures of a series are drawn; it begins at zero. */
export function scaleOf(amounts: readonly Amount[]): number {
  const highest = Math.max(
    1,
    ...amounts.map(({ value, min, max, approx }) => {
      const high = Math.max(value ?? 0, min ?? 0, max ?? 0)
      return approx ? high * (1 + ROUNDED) : high
    }),
  )
  return amounts.some(({ min, max }) => min !== null && max === null) ? highest * HEADROOM : highest
}
