/** Polls the feeds of a store, reads, watches and delivers, all in one process, until it is killed. */

import { watchTables } from '../../src/cli/commands/watch.ts'
import { createNodeReader } from '../../src/cli/reader.ts'
import { systemClock } from '../../src/ingest/feeds/clock.ts'
import { PoliteFetcher } from '../../src/ingest/feeds/polite.ts'
import { runPoller } from '../../src/ingest/feeds/poller.ts'
import { runLive } from '../../src/live/live.ts'
import { LiveState } from '../../src/live/state/live-state.ts'
import { openStore } from '../../src/store/sqlite.ts'

const folder = process.argv[2]!
const store = await openStore(folder)
const state = new LiveState(folder)
const reader = await createNodeReader()
// The pace for one host is not what is looked at here.
const clock = { ...systemClock, sleep: (ms: number) => systemClock.sleep(Math.min(ms, 50)) }
const { fetch } = new PoliteFetcher({ clock, hosts: store.feeds })
const { signal } = new AbortController()
process.send?.('ready')
await Promise.all([
  runPoller({ store, clock, fetcher: fetch, read: async (raw) => reader.read(raw) }, { signal }),
  runLive(store, state, watchTables(), { poll: 10, signal }),
])
