import type { Clock } from '../../src/ingest/feeds/clock.ts'
import { PoliteFetcher, type PoliteOptions } from '../../src/ingest/feeds/polite.ts'
import { runPoller } from '../../src/ingest/feeds/poller.ts'
import type { PollDeps, PollStep } from '../../src/ingest/feeds/steps.ts'
import type { Feed } from '../../src/store/feeds.ts'
import type { Store } from '../../src/store/port.ts'
import { plainReport } from './plain-report.ts'

/** A clock that runs faster than the world and can be set ahead; chance is always the middle. */
export function fastClock(factor = 20): Clock & { skip(ms: number): void } {
  const start = Date.now()
  let skipped = 0
  return {
    now: () => start + skipped + (Date.now() - start) * factor,
    sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms / factor)),
    random: () => 0.5,
    skip(ms) {
      skipped += ms
    },
  }
}

export function feedOf(url: string, more: Partial<Feed> = {}): Feed {
  const addedAt = new Date().toISOString()
  return { url, name: null, text: 'full', every: null, allowPrivate: ['127.0.0.1'], addedAt, ...more }
}

export interface Polling {
  readonly clock: ReturnType<typeof fastClock>
  readonly deps: PollDeps
  /** Polls once; `all` also what is not due. */
  poll(all?: boolean): Promise<PollStep[]>
}

/** Polling of a store's feeds with reports that hold nothing but their text. */
export function pollingOf(
  store: Store,
  options: PoliteOptions = {},
  read: PollDeps['read'] = async (raw) => plainReport(raw),
): Polling {
  const clock = fastClock()
  const polite = new PoliteFetcher({ clock, hosts: store.feeds, timeoutMs: 1000, ...options })
  const deps: PollDeps = { store, clock, fetcher: polite.fetch, read }
  return {
    clock,
    deps,
    async poll(all = true) {
      const steps: PollStep[] = []
      const errors: unknown[] = []
      await runPoller(deps, {
        ...{ signal: new AbortController().signal, once: true, all },
        onStep: (step) => steps.push(step),
        onError: (error) => errors.push(error),
      })
      if (errors.length > 0) throw errors[0]
      return steps
    },
  }
}

/** Texts and addresses of all that is stored. */
export async function storedIn(
  store: Store,
): Promise<{ url: string | null; text: string; codes: string[] }[]> {
  const found: { url: string | null; text: string; codes: string[] }[] = []
  for await (const { report } of store.readings()) {
    const codes = report.diagnostics.map(({ code }) => code)
    found.push({ url: report.source.url, text: report.text ?? '', codes })
  }
  return found.sort((a, b) => `${a.url} ${a.text}`.localeCompare(`${b.url} ${b.text}`))
}
