import { describe, expect, it } from 'vitest'
import { kilometresBetween, parseCoordinates } from '../base/globe.ts'
import { countriesAround, type Near, placeInCircle } from './near.ts'
import type { ChronicleEvent, PlaceRef } from './types.ts'

const BAGHDAD = [33.31, 44.36] as const
const FALLUJAH = [33.35, 43.78] as const

const at = (place: Partial<PlaceRef> | null): ChronicleEvent =>
  ({
    place:
      place === null
        ? null
        : { name: 'Ort', country: 'IRQ', codebook: null, precision: 'exact', coordinates: BAGHDAD, ...place },
  }) as ChronicleEvent
const near = (km: number): Near => ({ at: BAGHDAD, km, countries: ['IRQ'] })

describe('placeInCircle', () => {
  it.each<[string, Partial<PlaceRef> | null, number, string]>([
    ['the place itself', {}, 30, 'within'],
    ['a town inside', { coordinates: FALLUJAH }, 60, 'within'],
    ['a town outside', { coordinates: FALLUJAH }, 30, 'outside'],
    ['“near” the town, in a wide circle', { precision: 'near' }, 50, 'within'],
    ['“near” the town, in a narrow one', { precision: 'near' }, 10, 'apart'],
    ['the province', { precision: 'region' }, 50, 'apart'],
    ['the country', { precision: 'country', coordinates: null }, 50, 'apart'],
    ['the country, on the map', { precision: 'country', coordinates: FALLUJAH }, 50, 'apart'],
    ['another country', { precision: 'country', country: 'IRN', coordinates: null }, 50, 'outside'],
    [
      'another country close by',
      { precision: 'country', country: 'KWT', coordinates: [29.4, 47.9] },
      50,
      'outside',
    ],
    ['a village on no map', { coordinates: null }, 50, 'apart'],
    ['a town, in a circle smaller than towns are', {}, 2, 'apart'],
    ['nowhere', null, 50, 'outside'],
  ])('%s', (_, place, km, expected) => {
    expect(placeInCircle(at(place), near(km))).toBe(expected)
  })
})

describe('countriesAround', () => {
  it('names those in the circle and the one next to it', () => {
    const places = [
      { country: 'IRQ', latitude: 33.35, longitude: 43.78 },
      { country: 'IRN', latitude: 34.31, longitude: 47.06 },
      { country: null, latitude: 33.31, longitude: 44.36 },
    ]
    expect(countriesAround(places, BAGHDAD, 10)).toEqual(['IRQ'])
    expect(countriesAround(places, BAGHDAD, 400)).toEqual(['IRN', 'IRQ'])
  })
})

describe('the globe', () => {
  it('measures great circles, across the date line and to the poles', () => {
    expect(kilometresBetween([52.52, 13.405], [48.137, 11.575])).toBeCloseTo(504, -1)
    expect(kilometresBetween([0, 179.5], [0, -179.5])).toBeCloseTo(111.2, 0)
    expect(kilometresBetween([90, 0], [90, 120])).toBeCloseTo(0, 5)
  })

  it.each([
    ['33.31,44.36', [33.31, 44.36]],
    [' -33.9 , 151 ', [-33.9, 151]],
    ['91,0', null],
    ['0,181', null],
    ['Bagdad', null],
    ['1e1,2', null],
  ])('reads %j', (text, expected) => {
    expect(parseCoordinates(text)).toEqual(expected)
  })
})
