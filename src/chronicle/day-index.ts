import type { Relatable } from './relatable.ts'

/** Events under tokens, each list in the order of days, for looking up those of one token that lie near in time. */
export interface DayIndex {
  /** Those under `token` whose day lies in `[first, last]`, at most `most`, latest first. */
  between(token: string, first: number, last: number, most: number): Relatable[]
}

/**
 * @param all in canonical order
 * @param dayOf the day an event is looked up by: its first one unless told; those without any are left out
 */
export function dayIndex(
  all: readonly Relatable[],
  tokensOf: (one: Relatable) => readonly string[],
  dayOf: (one: Relatable) => number | undefined = ({ days }) => days?.first,
): DayIndex {
  const lists = new Map<string, { day: number; one: Relatable }[]>()
  for (const one of all) {
    const day = dayOf(one)
    if (day === undefined || !Number.isFinite(day)) continue
    for (const token of new Set(tokensOf(one))) {
      const known = lists.get(token)
      if (known === undefined) lists.set(token, [{ day, one }])
      else known.push({ day, one })
    }
  }
  // Stable, so that the canonical order stays within a day.
  for (const list of lists.values()) list.sort((a, b) => a.day - b.day)
  return {
    between(token, first, last, most) {
      const list = lists.get(token) ?? []
      const found: Relatable[] = []
      for (let at = upperBound(list, last) - 1; at >= 0 && found.length < most; at--) {
        if (list[at]!.day < first) break
        found.push(list[at]!.one)
      }
      return found
    },
  }
}

/** The number of entries whose day is no later than `day`. */
function upperBound(list: readonly { readonly day: number }[], day: number): number {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (list[middle]!.day <= day) low = middle + 1
    else high = middle
  }
  return low
}
