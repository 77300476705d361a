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

/** What a figure leaves possible, in hundredths of the scale; `open`: it has no upper end. */
export function reachOf(
  { value, min, max, approx }: Amount,
  scale: number,
): { readonly from: number; readonly to: number; readonly open: boolean } {
  const at = (number: number) => Math.round((number / scale) * 1000) / 10
  const slack = approx ? ROUNDED : 0
  if (min !== null || max !== null) {
    const open = max === null
    return { from: at(min ?? 0), to: open ? 100 : at(max), open }
  }
  const known = value ?? 0
  return { from: at(known * (1 - slack)), to: at(known * (1 + slack)), open: false }
}
