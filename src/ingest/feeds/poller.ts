import type { ClaimedFeed, ClaimedItem } from '../../store/feeds.ts'
import type { Clock } from './clock.ts'
import { pollFeed } from './poll-feed.ts'
import { readItem } from './read-item.ts'
import type { PollDeps, PollStep } from './steps.ts'

export interface PollerOptions {
  readonly signal: AbortSignal
  /** Ends when nothing is due any more. */
  readonly once?: boolean
  /** Polls also the feeds that are not due yet, one time. */
  readonly all?: boolean
  readonly onStep?: (step: PollStep) => void
  /** Told of failures of the store or the reader; the work is taken up again later. */
  readonly onError?: (error: unknown) => void
}

/** Requests that are under way at a time. */
const PARALLEL = 8
/** Of these for one host: what waits for its turn there must not keep others waiting. */
const PER_HOST = 2
/** Milliseconds between two looks at what is due: another process may have added something. */
const LOOK_EVERY = 500
/** After a failure of the store, in ms. */
const AFTER_ERROR = 5000

/** Polls feeds as they fall due and reads what they bring, until the signal comes. */
export async function runPoller(deps: PollDeps, options: PollerOptions): Promise<void> {
  const { signal, once = false, onStep, onError } = options
  const { clock } = deps
  const { feeds } = deps.store
  const running = new Set<Promise<void>>()
  const hosts = new Map<string, number>()
  const claimed: ClaimedFeed[] = []
  let { all = false } = options
  let pauseUntil = 0

  const start = (host: string, work: () => Promise<PollStep | null>): void => {
    hosts.set(host, (hosts.get(host) ?? 0) + 1)
    const task = work()
      .then((step) => {
        if (step !== null) onStep?.(step)
      })
      .catch((error: unknown) => {
        // The claim runs out, or ends with the process: nothing was half done.
        pauseUntil = clock.now() + AFTER_ERROR
        onError?.(error)
      })
      .finally(() => {
        running.delete(task)
        hosts.set(host, hosts.get(host)! - 1)
      })
    running.add(task)
  }

  const startDue = async (): Promise<void> => {
    const now = new Date(clock.now()).toISOString()
    const due = await feeds.nextDue()
    if (all || (due !== null && due <= now)) {
      claimed.push(...(await feeds.claimFeeds(now, all)))
      all = false
    }
    while (claimed.length > 0 && running.size < PARALLEL) {
      const record = claimed.shift()!
      start('', () => pollFeed(record, deps))
    }
    while (due !== null && running.size < PARALLEL && !signal.aborted) {
      const busy = [...hosts].flatMap(([host, n]) => (host !== '' && n >= PER_HOST ? [host] : []))
      const item: ClaimedItem | null = await feeds.claimItem(now, busy)
      if (item === null) return
      start(item.body.url === null ? '' : hostOf(item), () => readItem(item, deps))
    }
  }

  await feeds.release(false)
  while (!signal.aborted) {
    if (clock.now() >= pauseUntil) {
      try {
        await startDue()
      } catch (error) {
        if (once && running.size === 0) throw error
        pauseUntil = clock.now() + AFTER_ERROR
        onError?.(error)
      }
    }
    if (once && running.size === 0 && clock.now() >= pauseUntil) break
    await oneOf(running, clock, signal)
  }
  await Promise.all(running)
  await feeds.release(true)
}

function hostOf({ feed, body }: ClaimedItem): string {
  return feed.text === 'full' && body.url !== null ? new URL(body.url).host : ''
}

/** Waits until a task has ended, or for a while. */
async function oneOf(running: ReadonlySet<Promise<void>>, clock: Clock, signal: AbortSignal): Promise<void> {
  const done = new AbortController()
  const either = AbortSignal.any([done.signal, signal])
  await Promise.race([...running, clock.sleep(LOOK_EVERY, either)])
  done.abort()
}
