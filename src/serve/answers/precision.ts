import type { PlaceRef } from '../../chronicle/types.ts'
import type { Codebook } from '../../codebook/types.ts'

/** Places of the codebook that are areas: "in Anbar" is told exactly, and yet is no point. */
const AREAS: ReadonlySet<string> = new Set(['region', 'province', 'country-part', 'sea', 'river', 'mountain'])

/** The precision with which a place can be drawn: as it is told, but never finer than the place is. */
export function drawnPrecision(codebook: Codebook | null): (place: PlaceRef) => PlaceRef['precision'] {
  const areas = new Set(codebook?.places.filter(({ type }) => AREAS.has(type)).map(({ id }) => id))
  return ({ precision, codebook: id }) =>
    id !== null && areas.has(id) && precision !== 'country' ? 'region' : precision
}
