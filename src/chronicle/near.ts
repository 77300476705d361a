import { type Coordinates, kilometresBetween } from '../base/globe.ts'
import type { ChronicleEvent, PlaceRef } from './types.ts'

/** A circle on the map. */
export interface Near {
  readonly at: Coordinates
  /** Radius, above 0. */
  readonly km: number
  /** ISO3 codes of the countries it lies in: by them a place that is on no map, or that is a whole country, is told. */
  readonly countries: readonly string[]
}

/** How far what happened may lie from the coordinates of a place, in km: the size of a city, of a province, of a country. */
const EXTENT: Readonly<Record<NonNullable<PlaceRef['precision']> | 'unknown', number>> = {
  exact: 5,
  near: 30,
  unknown: 30,
  region: 200,
  country: 1500,
}

/**
 * `within`: the place is told precisely enough and lies in the circle; `apart`: it may lie in it, but is told less precisely than the
 * radius, or is on no map; `outside`: neither, or nothing is said about the place.
 */
export function placeInCircle({ place }: ChronicleEvent, near: Near): 'within' | 'apart' | 'outside' {
  if (place === null) return 'outside'
  if (place.coordinates === null)
    return place.country !== null && near.countries.includes(place.country) ? 'apart' : 'outside'
  const distance = kilometresBetween(place.coordinates, near.at)
  const extent = EXTENT[place.precision ?? 'unknown']
  if (extent <= near.km) return distance <= near.km ? 'within' : 'outside'
  const foreign =
    place.precision === 'country' && place.country !== null && !near.countries.includes(place.country)
  return distance <= near.km + extent && !foreign ? 'apart' : 'outside'
}

/** A place of a gazetteer. */
interface GazetteerPlace {
  readonly country: string | null
  readonly latitude: number
  readonly longitude: number
}

/** The countries of the places in a circle, and that of the place next to its centre. */
export function countriesAround(places: readonly GazetteerPlace[], at: Coordinates, km: number): string[] {
  const countries = new Set<string>()
  let next: { country: string; distance: number } | null = null
  for (const { country, latitude, longitude } of places) {
    if (country === null) continue
    const distance = kilometresBetween([latitude, longitude], at)
    if (distance <= km) countries.add(country)
    if (next === null || distance < next.distance) next = { country, distance }
  }
  if (next !== null) countries.add(next.country)
  return [...countries].sort()
}
