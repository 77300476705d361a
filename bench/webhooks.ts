import { fork } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { channelSchema } from '../src/live/deliver/channel.ts'
import { deliverDue } from '../src/live/deliver/dispatcher.ts'
import { LiveState } from '../src/live/state/live-state.ts'
import type { Alert } from '../src/live/watch/alerts.ts'
import { sampleEvent } from '../test/support/language-table.ts'

/**
 * Webhook deliveries to a receiver, in a process of its own, that fails one request in ten and is down for a while:
 * `npx tsx bench/webhooks.ts [--deliveries 100000] [--down 60]`. Says how many arrived, how many twice under one id, and how fast.
 */
const { values } = parseArgs({
  options: {
    deliveries: { type: 'string', default: '100000' },
    down: { type: 'string', default: '60' },
    receiver: { type: 'boolean' },
  },
})
const count = Number(values.deliveries)
const downSeconds = Number(values.down)

if (values.receiver) receive()
else await measure()

/** Fails each tenth request, hangs up on everybody from a third of the way on until the time is over, and counts what it accepted. */
function receive(): void {
  const accepted = new Map<string, number>()
  let requests = 0
  let downUntil: number | null = null
  const server = createServer((request, response) => {
    request.resume()
    request.on('end', () => {
      requests++
      if (downUntil === null && accepted.size >= count / 3) downUntil = Date.now() + downSeconds * 1000
      if (downUntil !== null && Date.now() < downUntil) return void request.socket.destroy()
      if (requests % 10 === 0) return void response.writeHead(503).end()
      const id = String(request.headers['webhook-id'])
      accepted.set(id, (accepted.get(id) ?? 0) + 1)
      response.writeHead(204).end()
    })
  })
  server.listen(0, '127.0.0.1', () => process.send!({ port: (server.address() as AddressInfo).port }))
  process.on('message', () => {
    const twice = [...accepted.values()].filter((times) => times > 1).length
    process.send!({ requests, arrived: accepted.size, twice })
  })
}

async function measure(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'lagebild-bench-'))
  const child = fork(fileURLToPath(import.meta.url), [...process.argv.slice(2), '--receiver'])
  const answer = <Value>() =>
    new Promise<Value>((resolve) => child.once('message', (value) => resolve(value as Value)))
  const { port } = await answer<{ port: number }>()
  const state = new LiveState(folder)
  const secret = `whsec_${Buffer.alloc(32, 1).toString('base64')}`
  const url = `http://127.0.0.1:${port}/`
  state.putChannel(
    channelSchema.parse({ name: 'out', kind: 'webhook', url, secret, retries: Array(60).fill(5) }),
  )
  state.transaction(() => {
    for (let n = 0; n < count; n++) {
      const alert = alertOf(`a${n}`)
      state.addAlert(alert)
      state.deliveries.add(`d${n}`, alert.id, { channel: 'out', recipient: '', lang: 'en' }, 0)
    }
  })
  const start = Date.now()
  let tries = 0
  let busy = 0
  while (state.deliveries.counts().pending > 0) {
    const from = Date.now()
    const made = await deliverDue(state)
    tries += made
    if (made > 0) busy += Date.now() - from
    else await new Promise((resolve) => setTimeout(resolve, 100))
  }
  const seconds = (Date.now() - start) / 1000
  child.send('done')
  const result = await answer<object>()
  console.log(
    JSON.stringify({
      deliveries: count,
      ...result,
      ...state.deliveries.counts(),
      tries,
      seconds,
      triesPerBusySecond: Math.round((tries / busy) * 1000),
    }),
  )
  state.close()
  child.kill()
  rmSync(folder, { recursive: true, force: true })
}

function alertOf(id: string): Alert {
  return {
    ...{
      schema: 'lagebild/alert@1',
      id,
      rule: { id: 'r', name: 'Bench' },
      at: '2026-01-01T00:00:00.000Z',
      kind: 'new',
    },
    ...{
      corrects: null,
      event: sampleEvent({ status: 'claimed', by: 'Centcom' }),
      before: null,
      fact: 'event',
    },
    ...{ was: null, is: '', position: null, causes: [] },
    sentence: { quote: 'Laut Centcom griffen Flugzeuge eine Stellung an.', report: 'r', from: 0, to: 48 },
    source: { outlet: 'Nordblick', agency: [], url: null, published: null },
  }
}
