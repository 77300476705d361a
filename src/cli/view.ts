import type { Chronicle } from '../chronicle/types.ts'
import type { Store } from '../store/port.ts'
import { viewOf } from '../store/view.ts'

/** The chronicle as the store has it now, or had it at a time. What was forgotten since is missing then too. */
export async function chronicleOf(store: Store, asOf: string | null = null): Promise<Chronicle> {
  return (await viewOf(store, asOf)).chronicle
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
