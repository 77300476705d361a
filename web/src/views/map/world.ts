import { geoNaturalEarth1, geoPath } from 'd3-geo'
import type { Feature, FeatureCollection, Geometry } from 'geojson'
import { feature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
// Natural Earth 1:50 million, by the package world-atlas (public domain).
import address from 'world-atlas/countries-50m.json?url'
import { getJson } from '../../lib/api.ts'
import { ALPHA3 } from './country-codes.ts'

/** The map's own units: the whole world is as wide as this. */
export const WIDTH = 1000
export const HEIGHT = 520
/** About how many units are a kilometre, near the middle of the map. */
export const UNITS_PER_KM = WIDTH / 36_000

export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface Country {
  /** ISO 3166-1 alpha-3; null for what has no code. */
  readonly code: string | null
  readonly path: string
  readonly box: Box
}

const projection = geoNaturalEarth1().fitSize([WIDTH, HEIGHT], { type: 'Sphere' })

/** Where a place of latitude and longitude stands on the map. */
export function project([latitude, longitude]: readonly [number, number]): readonly [number, number] {
  return projection([longitude, latitude]) ?? [0, 0]
}

let world: Promise<readonly Country[]> | null = null

/** All countries as drawn; loaded once. */
export function loadWorld(): Promise<readonly Country[]> {
  world ??= getJson<Topology<{ countries: GeometryCollection<{ name: string }> }>>(address).then(countriesOf)
  world.catch(() => {
    world = null
  })
  return world
}

function countriesOf(topology: Topology<{ countries: GeometryCollection<{ name: string }> }>): Country[] {
  const { features } = feature(topology, topology.objects.countries) as FeatureCollection<
    Geometry,
    { name: string }
  >
  const path = geoPath(projection).digits(1)
  return features.map((one) => {
    const [[left, top], [right, bottom]] = path.bounds(one)
    return {
      code: codeOf(one),
      path: path(one) ?? '',
      box: { x: left, y: top, width: right - left, height: bottom - top },
    }
  })
}

function codeOf({ id, properties }: Feature<Geometry, { name: string }>): string | null {
  if (id !== undefined) return ALPHA3.get(String(id).padStart(3, '0')) ?? null
  return properties.name === 'Kosovo' ? 'XKX' : null
}

/** The smallest box around all, with some room, in the proportions of the frame. */
export function boxAround(boxes: readonly Box[], proportion: number): Box {
  if (boxes.length === 0) return { x: 0, y: 0, width: WIDTH, height: WIDTH / proportion }
  const left = Math.min(...boxes.map(({ x }) => x))
  const top = Math.min(...boxes.map(({ y }) => y))
  const right = Math.max(...boxes.map(({ x, width }) => x + width))
  const bottom = Math.max(...boxes.map(({ y, height }) => y + height))
  const width = Math.min(WIDTH, Math.max(40, (right - left) * 1.25, (bottom - top) * 1.25 * proportion))
  const height = width / proportion
  return { x: (left + right - width) / 2, y: (top + bottom - height) / 2, width, height }
}

/** Share of the events that the first look at the map takes in, where the rest lies far away. */
const BULK = 0.8

/** Without what lies farthest from the middle of all, as long as the bulk remains. */
export function bulkOf<Point extends { readonly x: number; readonly y: number }>(
  points: readonly Point[],
  weightOf: (point: Point) => number,
): readonly Point[] {
  const total = points.reduce((sum, point) => sum + weightOf(point), 0)
  let kept = [...points]
  let left = total
  while (kept.length > 1) {
    const x = kept.reduce((sum, point) => sum + point.x * weightOf(point), 0) / left
    const y = kept.reduce((sum, point) => sum + point.y * weightOf(point), 0) / left
    const far = kept.reduce((a, b) => (Math.hypot(a.x - x, a.y - y) > Math.hypot(b.x - x, b.y - y) ? a : b))
    if (left - weightOf(far) < BULK * total) break
    left -= weightOf(far)
    kept = kept.filter((point) => point !== far)
  }
  return kept
}
