import { systemClock } from '../ingest/feeds/clock.ts'
import { PoliteFetcher } from '../ingest/feeds/polite.ts'
import { type PollerOptions, runPoller } from '../ingest/feeds/poller.ts'
import type { Store } from '../store/port.ts'
import { backgroundReader } from './background-reader.ts'
import { packageVersion } from './resources.ts'

/** Polls the store's feeds until the signal comes. Who we are stands in every request; $LAGEBILD_CONTACT says how to reach whoever runs us. */
export async function pollFeeds(store: Store, options: PollerOptions): Promise<void> {
  const reader = backgroundReader()
  const polite = new PoliteFetcher({
    clock: systemClock,
    userAgent: userAgent(process.env.LAGEBILD_CONTACT),
    hosts: store.feeds,
    signal: options.signal,
  })
  try {
    await runPoller({ store, fetcher: polite.fetch, read: reader.read, clock: systemClock }, options)
  } finally {
    await reader.close()
  }
}

function userAgent(contact: string | undefined): string {
  // A line break would end the header.
  const words = contact?.replace(/[^\x20-\x7e]+/gu, ' ').trim() ?? ''
  return `lagebild/${packageVersion()}${words === '' ? '' : ` (+${words.slice(0, 200)})`}`
}
