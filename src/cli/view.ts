import { buildChronicle } from '../chronicle/build.ts'
import type { Chronicle, Reading, View } from '../chronicle/types.ts'
import type { Store } from '../store/port.ts'

/** The chronicle as the store has it now, or had it at a time. What was forgotten since is missing then too. */
export async function chronicleOf(store: Store, asOf: string | null = null): Promise<Chronicle> {
  return (await viewOf(store, asOf)).chronicle
}

/** The chronicle with what it was made from. */
export async function viewOf(store: Store, asOf: string | null = null): Promise<View> {
  const readings: Reading[] = []
  for await (const reading of store.readings(asOf === null ? {} : { asOf })) readings.push(reading)
  const decisions = await store.decisions()
  return { readings, decisions, chronicle: buildChronicle(readings, decisions, await store.unread(), asOf) }
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
