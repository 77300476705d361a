import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { backgroundReader } from '../src/cli/background-reader.ts'
import { systemClock } from '../src/ingest/feeds/clock.ts'
import { PoliteFetcher } from '../src/ingest/feeds/polite.ts'
import { runPoller } from '../src/ingest/feeds/poller.ts'
import { channelSchema } from '../src/live/deliver/channel.ts'
import { runLive } from '../src/live/live.ts'
import { LiveState } from '../src/live/state/live-state.ts'
import { openStore } from '../src/store/sqlite.ts'
import { rss } from '../test/support/bad-web.ts'
import { rule, TABLES } from '../test/support/live.ts'
import { feedOf } from '../test/support/polling.ts'
import { makeReport, type Told } from '../test/support/reports.ts'

/**
 * From a report in the store to its alert at a webhook receiver, in ms, over a chronicle of so many reports; with `--through feed`, from a
 * feed's answer that lists the report: its page is fetched from a local server, read and stored on the way.
 * `npx tsx bench/alert-latency.ts [--known 100] [--alerts 20] [--poll 50] [--through store|feed]`.
 */
const { values } = parseArgs({
  options: {
    known: { type: 'string', default: '100' },
    alerts: { type: 'string', default: '20' },
    poll: { type: 'string', default: '50' },
    through: { type: 'string', default: 'store' },
  },
})
const [known, alerts, poll] = [Number(values.known), Number(values.alerts), Number(values.poll)]

const STATES = ['USA', 'IRQ', 'TUR', 'FRA', 'RUS', 'CHN', 'GBR', 'DEU', 'ITA', 'ESP', 'POL', 'UKR', 'IND']
const report = (n: number) => {
  const day = new Date(Date.UTC(2000, 0, 1 + 3 * n)).toISOString().slice(0, 10)
  const told: Told = {
    ...{
      sentence: `Am Tag ${n} griff eine Gruppe den Posten ${n * 7} an.`,
      trigger: 'griff',
      type: 'ASSAULT',
    },
    ...{ actors: [STATES[n % 13]!], recipients: [STATES[(n + 5) % 13]!], date: day },
  }
  return makeReport({ id: `r${n}`, outlet: `Blatt ${n}`, published: day, told: [told] })
}

const folder = mkdtempSync(join(tmpdir(), 'lagebild-latency-'))
const arrived = new Map<string, number>()
const serve = async (listener: RequestListener): Promise<{ server: Server; url: string }> => {
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
}
const receiver = await serve((request, response) => {
  let body = ''
  request.on('data', (chunk: Buffer) => {
    body += chunk.toString()
  })
  request.on('end', () => {
    const { data } = JSON.parse(body) as { data: { alerts: { alert: { sentence: { report: string } } }[] } }
    for (const { alert } of data.alerts) arrived.set(alert.sentence.report, performance.now())
    response.writeHead(204).end()
  })
})
const store = await openStore(folder)
await store.append(Array.from({ length: known }, (_, n) => report(n)))
const state = new LiveState(folder)
const secret = `whsec_${Buffer.alloc(32, 1).toString('base64')}`
state.putChannel(channelSchema.parse({ name: 'out', kind: 'webhook', url: `${receiver.url}/`, secret }))
state.putRule(rule({ id: 'all', name: 'All', channels: ['out'] }))
const stop = new AbortController()
const live = runLive(store, state, TABLES, { poll, signal: stop.signal })
const alertAbout = async (id: string): Promise<number> => {
  while (!arrived.has(id)) await new Promise((resolve) => setTimeout(resolve, 1))
  return arrived.get(id)!
}

async function throughStore(): Promise<number[]> {
  const times: number[] = []
  for (let n = known; n < known + alerts; n++) {
    const start = performance.now()
    await store.append([report(n)])
    times.push((await alertAbout(`r${n}`)) - start)
  }
  return times
}

const TOWNS = [
  'Falludscha',
  'Mossul',
  'Tikrit',
  'Kirkuk',
  'Ramadi',
  'Samarra',
  'Aleppo',
  'Homs',
  'Afrin',
  'Idlib',
]

/** Polled every three seconds, so that the host has always rested: its pace is not what is measured. */
async function throughFeed(): Promise<number[]> {
  const listed: { link: string; title: string }[] = []
  /** When the feed's answer went out that listed the report first. */
  const told = new Map<string, number>()
  const pages = new Map<string, string>()
  const web = await serve((request, response) => {
    const path = request.url ?? ''
    if (path === '/feed') {
      for (const { link } of listed) if (!told.has(link)) told.set(link, performance.now())
      response.writeHead(200, { 'content-type': 'application/rss+xml' }).end(rss(listed))
    } else
      response.writeHead(pages.has(path) ? 200 : 404, { 'content-type': 'text/html' }).end(pages.get(path))
  })
  const reader = backgroundReader()
  const { fetch } = new PoliteFetcher({ hosts: store.feeds })
  await store.feeds.put(feedOf(`${web.url}/feed`, { every: 0.05 }))
  const deps = { store, fetcher: fetch, read: reader.read, clock: systemClock }
  const poller = runPoller(deps, { signal: stop.signal, onError: console.error })
  const times: number[] = []
  // The first loads the reader and is not counted.
  for (let n = 0; n <= alerts; n++) {
    const [town, day] = [TOWNS[n % 10]!, 1 + (n % 27)]
    const head = `Angriff auf ${town}`
    const text = `Die Rebellen griffen am ${day}. Januar 2026 die Stadt ${town} an. Die Regierung in Bagdad verurteilte die Tat am Abend.`
    pages.set(
      `/${n}`,
      `<!doctype html><html lang="de"><body><article><h1>${head}</h1><p>${text}</p></article></body></html>`,
    )
    const link = `${web.url}/${n}`
    listed.unshift({ link, title: head })
    const at = await alertAbout(link)
    if (n > 0) times.push(at - told.get(link)!)
  }
  stop.abort()
  await poller
  await reader.close()
  web.server.close()
  return times
}

const times = values.through === 'feed' ? await throughFeed() : await throughStore()
stop.abort()
await live
times.sort((a, b) => a - b)
console.log(
  JSON.stringify({
    known,
    alerts,
    poll,
    through: values.through,
    median: Math.round(times[Math.floor(alerts / 2)]!),
    max: Math.round(times.at(-1)!),
  }),
)
state.close()
await store.close()
receiver.server.close()
rmSync(folder, { recursive: true, force: true })
