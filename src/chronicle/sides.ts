import { countryOf } from './parties.ts'
import type { Party } from './types.ts'

/** How well two sides of events are the same: 2: a party or a country's sector in common, 1: a country, 0: nothing. */
export function likenessOfSides(a: readonly Party[], b: readonly Party[]): 0 | 1 | 2 {
  let best: 0 | 1 | 2 = 0
  for (const left of a) {
    for (const right of b) {
      if (left.key === right.key) return 2
      const country = countryOf(left)
      if (country === null || country !== countryOf(right)) continue
      if (left.sector !== null && left.sector === right.sector) return 2
      best = 1
    }
  }
  return best
}

/** What a side can be looked up by in an index: countries, and the keys of those without one. */
export function sideTokens(parties: readonly Party[]): string[] {
  return [...new Set(parties.map((party) => countryOf(party) ?? party.key))]
}

/** Both sides within one country: there the country alone tells nothing. */
export function isDomestic(actors: readonly Party[], recipients: readonly Party[]): boolean {
  const left = new Set(actors.map(countryOf))
  return recipients.some((party) => countryOf(party) !== null && left.has(countryOf(party)))
}
