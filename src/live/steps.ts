import type { View } from '../chronicle/types.ts'
import type { Store } from '../store/port.ts'
import { viewOf } from '../store/view.ts'

export interface Step {
  /** Time of recording, ISO 8601 UTC. */
  readonly at: string
  readonly before: View
  readonly after: View
}

/**
 * Walks through the log one time of recording at a time, so that what changed does not hang on when, or how often, somebody looked.
 * A time that is not over yet is left for the next walk: more may still be recorded at it.
 *
 * @param after ISO 8601 as in `recordedAt`; null from the beginning
 * @param until the last time to walk to; null: now
 */
export async function* stepsSince(
  store: Pick<Store, 'readings' | 'decisions' | 'unread' | 'instants'>,
  after: string | null,
  until: string | null = null,
): AsyncGenerator<Step> {
  const now = new Date().toISOString()
  const instants = (await store.instants(after)).filter((at) => at < now && (until === null || at <= until))
  let before: View | null = null
  for (const at of instants) {
    before ??= await viewOf(store, new Date(Date.parse(at) - 1).toISOString())
    const own: View = await viewOf(store, at)
    yield { at, before, after: own }
    before = own
  }
}
