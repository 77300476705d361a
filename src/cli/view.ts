import { buildChronicle } from '../chronicle/build.ts'
import type { Chronicle, Reading } from '../chronicle/types.ts'
import type { Store } from '../store/port.ts'

/** The chronicle as the store has it now, or had it at a time. */
export async function chronicleOf(store: Store, asOf: string | null = null): Promise<Chronicle> {
  const options = asOf === null ? {} : { asOf }
  const readings: Reading[] = []
  for await (const reading of store.readings(options)) readings.push(reading)
  return buildChronicle(readings, await store.decisions(options), await store.unread(), asOf)
}

/** Keeps the chronicle until the store has changed. */
export function cachedChronicle(store: Store): () => Promise<Chronicle> {
  let cached: { version: number; chronicle: Promise<Chronicle> } | null = null
  return async () => {
    const version = await store.version()
    if (cached?.version !== version) cached = { version, chronicle: chronicleOf(store) }
    return cached.chronicle
  }
}
