import { type ChildProcess, fork } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { watchTables } from '../src/cli/commands/watch.ts'
import { createNodeReader } from '../src/cli/reader.ts'
import { channelSchema } from '../src/live/deliver/channel.ts'
import { deliverDue } from '../src/live/deliver/dispatcher.ts'
import { LiveState } from '../src/live/state/live-state.ts'
import type { Alert } from '../src/live/watch/alerts.ts'
import { catchUp } from '../src/live/watcher.ts'
import type { Store } from '../src/store/port.ts'
import { openStore } from '../src/store/sqlite.ts'
import { type Row, RULES, TABLE } from './support/dossier-alerts.ts'
import { DOSSIER, type DossierFeed, type DossierReport, startDossierFeed } from './support/dossier-feed.ts'
import { nextInstant } from './support/live.ts'
import { feedOf, pollingOf, storedIn } from './support/polling.ts'
import { seeded } from './support/reports.ts'

/** From a feed to a receiver: the reports of the sample dossier one by one, against a table that was written by hand. */
const PROCESS = fileURLToPath(new URL('./support/feed-to-alerts.ts', import.meta.url))
const SECRET = `whsec_${Buffer.alloc(32, 7).toString('base64')}`
const EXPECTED = DOSSIER.flatMap((report) => TABLE[report].map((row) => [report, ...row] as const))

let folder: string
let store: Store
let state: LiveState
let feed: DossierFeed
let receiver: Server
/** Alerts that arrived, by the id of their delivery; how often each was accepted. */
let arrived: Map<string, { readonly alert: Alert; times: number }>
let failsEach: number

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lagebild-dossier-'))
  store = await openStore(folder)
  state = new LiveState(folder)
  feed = await startDossierFeed()
  arrived = new Map()
  failsEach = Infinity
  let requests = 0
  receiver = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk: Buffer) => {
      body += chunk.toString()
    })
    request.on('end', () => {
      if (++requests % failsEach === 0) return void response.writeHead(500).end()
      const id = String(request.headers['webhook-id'])
      const { data } = JSON.parse(body) as { data: { alerts: { alert: Alert }[] } }
      for (const { alert } of data.alerts)
        arrived.set(id, { alert, times: (arrived.get(id)?.times ?? 0) + 1 })
      response.writeHead(204).end()
    })
  })
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`
  const retries = Array<number>(20).fill(0.05)
  state.putChannel(channelSchema.parse({ name: 'desk', kind: 'webhook', url, secret: SECRET, retries }))
  for (const rule of RULES) state.putRule(rule)
  await store.feeds.put(feedOf(feed.url, { every: 0.01 }))
  await nextInstant()
})
afterEach(async () => {
  state.close()
  await store.close()
  await feed.web.close()
  receiver.close()
  rmSync(folder, { recursive: true, force: true })
})

/** By time of recording, the report that came in then. */
async function recorded(): Promise<Map<string, DossierReport>> {
  const reports = new Map<string, DossierReport>()
  for await (const { recordedAt, report } of store.readings())
    reports.set(
      recordedAt,
      DOSSIER.find((one) => report.id.endsWith(`/${one}`) || `${report.id}.json` === one)!,
    )
  return reports
}

/** An alert as the table has it: words of the table stand for a sentence that holds them. */
function rowOf(alert: Alert, report: DossierReport, expected: Row | undefined): unknown[] {
  const words = expected?.[2]
  const quote = alert.sentence.quote.replace(/\s+/g, ' ')
  const isTold = words !== undefined && quote.includes(words)
  const change = expected?.length === 4 ? [`${alert.was} > ${alert.is}`] : []
  return [report, alert.rule.id, alert.kind, isTold ? words : quote, ...change]
}

/** The alerts of a report beside its rows, so that one that is missing does not put all that follow out of step. */
async function rowsOf(alerts: readonly Alert[]): Promise<unknown[]> {
  const reports = await recorded()
  const counts = new Map<DossierReport, number>()
  return alerts.map((alert) => {
    const report = reports.get(alert.at)!
    const at = counts.get(report) ?? 0
    counts.set(report, at + 1)
    return rowOf(alert, report, TABLE[report][at])
  })
}
const ids = (alerts: readonly Alert[]) => alerts.map(({ id }) => id).sort()

async function expectWhatTheTableSays(): Promise<void> {
  const told = state.alerts(null, 1000)
  expect(await rowsOf(told)).toEqual(EXPECTED)
  expect(ids([...arrived.values()].map(({ alert }) => alert))).toEqual(ids(told))
  expect(state.deliveries.counts()).toEqual({ pending: 0, sent: EXPECTED.length, dead: 0 })
}

test('the dossier, fed report by report, raises the alerts of the table, in order, once each', async () => {
  const reader = await createNodeReader()
  const { poll } = pollingOf(store, { timeoutMs: 10_000 }, async (raw) => reader.read(raw))
  const order: string[] = []
  for (const report of DOSSIER) {
    feed.publish(report)
    const steps = await poll()
    expect(steps.filter(({ kind }) => kind === 'item')).toHaveLength(1)
    await nextInstant()
    for (const { id } of await catchUp(store, state, watchTables())) order.push(id)
    await deliverDue(state)
    // What a report raises has arrived before the next one is there.
    expect(arrived.size).toBe(order.length)
  }
  expect(state.alerts(null, 1000).map(({ id }) => id)).toEqual(order)
  await expectWhatTheTableSays()
  expect([...arrived.values()].every(({ times }) => times === 1)).toBe(true)
}, 120_000)

test('it does so when the process is killed at random moments and the receiver fails', async () => {
  const seed = Number(process.env.SEED ?? 20)
  const random = seeded(seed)
  failsEach = 4
  let child: ChildProcess
  const start = async () => {
    child = fork(PROCESS, [folder], { execArgv: ['--import', 'tsx'], stdio: 'ignore' })
    await new Promise((resolve) => child.once('message', resolve))
  }
  const kill = async () => {
    const gone = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGKILL')
    await gone
  }
  const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
  const until = async (what: string, isSo: () => boolean | Promise<boolean>) => {
    const end = Date.now() + 60_000
    while (!(await isSo())) {
      if (Date.now() > end) throw new Error(`seed ${seed}: waited for ${what} in vain`)
      await wait(5)
    }
  }
  const kills: string[] = []
  await start()
  try {
    for (const [at, report] of DOSSIER.entries()) {
      feed.publish(report)
      // While the feed is told, while the page is read, while it is stored and while alerts are raised and sent.
      if (random() < 0.6) {
        const page = feed.web.count(`/${report}`)
        const polls = feed.web.count('/feed')
        const first = random() < 0.25 ? 'feed' : 'page'
        const delay = Math.floor(random() * 700)
        await until(`the ${first}`, () =>
          first === 'feed' ? feed.web.count('/feed') > polls : feed.web.count(`/${report}`) > page,
        )
        await wait(delay)
        await kill()
        kills.push(`${report}: ${delay} ms after the ${first}`)
        await start()
      }
      await until(`${report} in the store`, async () => (await storedIn(store)).length > at)
    }
    await until('the last alert', () => state.alerts(null, 1000).length >= EXPECTED.length)
    await until('the last delivery', () => state.deliveries.counts().pending === 0)
    await wait(500)
  } finally {
    await kill()
    console.info(`seed ${seed}, killed ${kills.length} times: ${kills.join('; ')}`)
  }
  expect(kills.length).toBeGreaterThan(5)
  await expectWhatTheTableSays()
}, 300_000)
