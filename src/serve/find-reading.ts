import type { ReadingId } from '../base/ids.ts'
import type { Reading } from '../chronicle/types.ts'
import type { Store } from '../store/port.ts'
import type { FoundReading, ReadingFinder } from './deps.ts'

/** How many texts' readings are kept: a reader goes back and forth between few. */
const KEPT = 64

/** Searches the store's readings, and remembers the last finds until the store grows. */
export function searchReadings(store: Pick<Store, 'readings' | 'version'>): ReadingFinder {
  const found = new Map<string, readonly Reading[]>()
  let version = -1

  return async (text, wanted) => {
    const now = await store.version()
    if (now !== version) found.clear()
    version = now

    let readings = found.get(text)
    if (!readings) {
      const all: Reading[] = []
      for await (const reading of store.readings()) if (reading.text === text) all.push(reading)
      readings = all.sort(byRecording)
      if (found.size >= KEPT) found.delete(found.keys().next().value!)
      found.set(text, readings)
    }
    return pick(readings, wanted)
  }
}

function pick(readings: readonly Reading[], wanted: ReadingId | null): FoundReading | null {
  const reading = wanted === null ? readings.at(-1) : readings.find((candidate) => candidate.id === wanted)
  return reading ? { reading, all: readings.map(({ id }) => id) } : null
}

function byRecording(a: Reading, b: Reading): number {
  return a.recordedAt < b.recordedAt ? -1 : a.recordedAt > b.recordedAt ? 1 : a.id < b.id ? -1 : 1
}
