import { systemClock } from '../ingest/feeds/clock.ts'
import type { Store } from '../store/port.ts'
import { deliverDue } from './deliver/dispatcher.ts'
import type { LiveState } from './state/live-state.ts'
import type { StepMemory } from './steps.ts'
import type { Alert } from './watch/alerts.ts'
import type { WatchTables } from './watch/match.ts'
import { catchUp } from './watcher.ts'

export interface LiveOptions {
  /** Milliseconds between two looks at the store's version. */
  readonly poll: number
  readonly signal: AbortSignal
  readonly onAlert?: (alert: Alert) => void
  readonly onError?: (error: unknown) => void
}

/**
 * Watches the store and delivers until the signal comes. Raising and delivering run side by side: a receiver that is slow or down keeps
 * nobody from being told of the next thing.
 */
export async function runLive(
  store: Store,
  state: LiveState,
  tables: WatchTables,
  { poll, signal, onAlert, onError }: LiveOptions,
): Promise<void> {
  let seen = -1
  const memory: StepMemory = { last: null }
  const watchOnce = async () => {
    // The newest time of recording may not be over yet; the next look takes it.
    const version = await store.version()
    if (version === seen) return
    const newest = (await store.instants(state.cursor())).at(-1)
    for (const alert of await catchUp(store, state, tables, memory)) onAlert?.(alert)
    if (newest === undefined || newest < new Date().toISOString()) seen = version
  }
  const deliverOnce = async () => {
    await deliverDue(state)
  }
  await Promise.all([loop(watchOnce), loop(deliverOnce)])

  async function loop(once: () => Promise<void>): Promise<void> {
    while (!signal.aborted) {
      try {
        await once()
      } catch (error) {
        // A store that is busy or a disk that is full now may be well in a moment; nothing was half done.
        onError?.(error)
      }
      await systemClock.sleep(poll, signal)
    }
  }
}
