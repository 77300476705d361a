import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { channelSchema } from '../src/live/deliver/channel.ts'
import { runLive } from '../src/live/live.ts'
import { LiveState } from '../src/live/state/live-state.ts'
import { openStore } from '../src/store/sqlite.ts'
import { rule, TABLES } from '../test/support/live.ts'
import { makeReport, type Told } from '../test/support/reports.ts'

/**
 * From a report in the store to its alert at a webhook receiver, in ms, over a chronicle of so many reports:
 * `npx tsx bench/alert-latency.ts [--known 100] [--alerts 20] [--poll 50]`.
 */
const { values } = parseArgs({
  options: {
    known: { type: 'string', default: '100' },
    alerts: { type: 'string', default: '20' },
    poll: { type: 'string', default: '50' },
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
const server = createServer((request, response) => {
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
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
const store = await openStore(folder)
await store.append(Array.from({ length: known }, (_, n) => report(n)))
const state = new LiveState(folder)
const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
const secret = `whsec_${Buffer.alloc(32, 1).toString('base64')}`
state.putChannel(channelSchema.parse({ name: 'out', kind: 'webhook', url, secret }))
state.putRule(rule({ id: 'all', name: 'All', channels: ['out'] }))
const stop = new AbortController()
const live = runLive(store, state, TABLES, { poll, signal: stop.signal })
const times: number[] = []
for (let n = known; n < known + alerts; n++) {
  const start = performance.now()
  await store.append([report(n)])
  while (!arrived.has(`r${n}`)) await new Promise((resolve) => setTimeout(resolve, 1))
  times.push(arrived.get(`r${n}`)! - start)
}
stop.abort()
await live
times.sort((a, b) => a - b)
console.log(
  JSON.stringify({
    known,
    alerts,
    poll,
    median: Math.round(times[Math.floor(alerts / 2)]!),
    max: Math.round(times.at(-1)!),
  }),
)
state.close()
await store.close()
server.close()
rmSync(folder, { recursive: true, force: true })
