import type { Reading } from './types.ts'
import { compareText } from './words.ts'

/** The newest reading of each sighting that was recorded by `bound` (ISO 8601 UTC), in canonical order: by sighting. */
export function currentReadings(readings: readonly Reading[], bound: string | null): Reading[] {
  const newest = new Map<string, Reading>()
  for (const reading of readings) {
    if (bound !== null && reading.recordedAt > bound) continue
    const known = newest.get(reading.sighting)
    if (known === undefined || isNewer(reading, known)) newest.set(reading.sighting, reading)
  }
  return [...newest.values()].sort((a, b) => compareText(a.sighting, b.sighting))
}

/** By time of recording; readings of one instant by id, so that no order of arrival can show. */
export function isNewer(a: Reading, b: Reading): boolean {
  return a.recordedAt > b.recordedAt || (a.recordedAt === b.recordedAt && a.id > b.id)
}
