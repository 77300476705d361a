/** Polls the feeds of a store by the clock of the world until nothing is due, or until it is killed. */
import { systemClock } from '../../src/ingest/feeds/clock.ts'
import { PoliteFetcher } from '../../src/ingest/feeds/polite.ts'
import { runPoller } from '../../src/ingest/feeds/poller.ts'
import { openStore } from '../../src/store/sqlite.ts'
import { plainReport } from './plain-report.ts'

const store = await openStore(process.argv[2]!)
// Many hundred pages of one host in no time: the pace is not what is looked at here.
const clock = { ...systemClock, sleep: (ms: number) => systemClock.sleep(Math.min(ms, 5)) }
const { fetch } = new PoliteFetcher({ clock, hosts: store.feeds })
await runPoller(
  { store, clock, fetcher: fetch, read: async (raw) => plainReport(raw) },
  { signal: new AbortController().signal, once: true },
)
await store.close()
