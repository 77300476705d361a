import { countryOf } from './parties.ts'
import type { Party, PlaceRef } from './types.ts'

/** One side of an event, or both together, as identity compares it. */
export interface Side {
  /** Parties that can be recognised elsewhere: known to the codebook, or of a country. */
  readonly keys: readonly string[]
  /** Those of them that are known to the codebook and are no state. */
  readonly known: readonly string[]
  readonly countries: readonly string[]
  /** `country:sector`. */
  readonly sectors: readonly string[]
  /** Those of them that speak with one voice. */
  readonly voices: readonly string[]
  /** True when nobody is named that could be recognised elsewhere. */
  readonly open: boolean
}

/** What many reports say alike, kept once: the same parties, places and sides fill a chronicle of a hundred thousand reports. */
export class Shared {
  private readonly parties = new Map<string, Party>()
  private readonly places = new Map<string, PlaceRef>()
  private readonly sides = new Map<string, Side>()
  private readonly lists = new Map<string, readonly Party[]>()

  list(parties: readonly Party[]): readonly Party[] {
    const own = parties.map((party) => {
      const { key, name, country, sector, codebook } = party
      return kept(this.parties, JSON.stringify([key, name, country, sector, codebook]), party)
    })
    return kept(this.lists, own.map(({ key, name }) => `${key} ${name}`).join('\n'), own)
  }

  place(place: PlaceRef | null): PlaceRef | null {
    return place === null ? null : kept(this.places, JSON.stringify(Object.values(place)), place)
  }

  side(parties: readonly Party[]): Side {
    const key = parties.map((party) => `${party.key} ${party.country} ${party.sector}`).join('\n')
    return this.sides.get(key) ?? kept(this.sides, key, sideOf(parties))
  }
}

function kept<Value>(map: Map<string, Value>, key: string, value: Value): Value {
  const known = map.get(key)
  if (known !== undefined) return known
  map.set(key, value)
  return value
}

/** Organs of a state that speak with one voice each: whoever is quoted, minister or spokesman. Of members of parliament, each has their own. */
const ORGANS: ReadonlySet<Party['sector']> = new Set<Party['sector']>(['GOV', 'MIL', 'COP', 'SPY', 'JUD'])

/** A state and its government are one; whose sector nobody knows has none. */
function sectorOf({ country, sector, codebook }: Party): Party['sector'] {
  if (sector !== null) return sector
  return codebook !== null && codebook === country ? 'GOV' : null
}

function sideOf(parties: readonly Party[]): Side {
  const known = parties.filter((party) => party.codebook !== null || countryOf(party) !== null)
  const countries = new Set<string>()
  const sectors = new Set<string>()
  const voices = new Set<string>()
  for (const party of known) {
    const country = countryOf(party)
    if (country === null) continue
    countries.add(country)
    const sector = sectorOf(party)
    if (sector === null) continue
    sectors.add(`${country}:${sector}`)
    if (ORGANS.has(sector)) voices.add(`${country}:${sector}`)
  }
  return {
    keys: known.map((party) => party.key),
    known: known
      .filter((party) => party.codebook !== null && party.codebook !== party.country)
      .map(({ key }) => key),
    countries: [...countries],
    sectors: [...sectors],
    voices: [...voices],
    open: known.length === 0,
  }
}
