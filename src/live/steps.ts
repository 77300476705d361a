import type { View } from '../chronicle/types.ts'
import type { Store } from '../store/port.ts'
import { viewOf } from '../store/view.ts'

export interface Step {
  /** Time of recording, ISO 8601 UTC. */
  readonly at: string
  readonly before: View
  readonly after: View
}

/** The last step of a walk, kept so that the next one need not build its first view. */
export interface StepMemory {
  last: { readonly at: string; readonly view: View } | null
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
  memory: StepMemory = { last: null },
): AsyncGenerator<Step> {
  const now = new Date().toISOString()
  const instants = (await store.instants(after)).filter((at) => at < now && (until === null || at <= until))
  let known = memory.last?.at === after ? memory.last.view : null
  for (const at of instants) {
    const own: View = await viewOf(store, at)
    // A view from before an erasure holds what whoever comes later cannot see any more: all shall see the same.
    const before =
      known === null || erases(own, at)
        ? await viewOf(store, new Date(Date.parse(at) - 1).toISOString())
        : known
    yield { at, before, after: own }
    known = own
    memory.last = { at, view: own }
  }
}

function erases({ decisions }: View, at: string): boolean {
  return decisions.some(({ recordedAt, action }) => recordedAt === at && action.kind === 'forget')
}
