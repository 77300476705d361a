import { fork } from 'node:child_process'
import { connect, type Socket } from 'node:net'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import type { Change } from '../src/chronicle/changes.ts'
import type { ChronicleEvent } from '../src/chronicle/types.ts'
import { StreamHub } from '../src/live/stream/hub.ts'
import { startServer } from '../src/serve/server.ts'
import { openMemoryStore } from '../src/store/memory.ts'
import { sampleEvent } from '../test/support/language-table.ts'

/**
 * Readers of the event stream, in a process of their own, at one event a second: `npx tsx bench/stream.ts [--readers 10000] [--stalled 200]
 * [--seconds 30]`. Says how late events arrive, how many were lost, and what readers cost in memory. Needs as many open files as readers
 * in both processes (`ulimit -n`).
 */
const { values } = parseArgs({
  options: {
    readers: { type: 'string', default: '10000' },
    stalled: { type: 'string', default: '200' },
    seconds: { type: 'string', default: '30' },
    client: { type: 'string' },
  },
})
const readers = Number(values.readers)
const stalled = Number(values.stalled)
const seconds = Number(values.seconds)

interface Result {
  readonly late: number[]
  readonly lost: number
}

if (values.client !== undefined) await read(Number(values.client))
else await serve()

async function serve(): Promise<void> {
  const store = await openMemoryStore()
  const hub = new StreamHub(store, { maxSubscribers: readers + stalled })
  await hub.start()
  const server = await startServer(
    { store, stream: hub, chronicleOf: async () => Promise.reject(new Error('unused')) },
    { port: 0 },
  )
  const child = fork(fileURLToPath(import.meta.url), [
    ...process.argv.slice(2),
    '--client',
    String(server.port),
  ])
  const answer = <Value>() =>
    new Promise<Value>((resolve) => child.once('message', (value) => resolve(value as Value)))
  const told = async (what: string) => {
    const reply = answer<string>()
    child.send(what)
    return reply
  }
  await answer()
  const idle = memory()
  await told('connect readers')
  const connected = memory()
  await told('connect stalled')
  const withStalled = memory()
  let most = 0
  const cpu = process.cpuUsage()
  for (let n = 0; n < seconds; n++) {
    const from = Date.now()
    hub.send({ at: new Date().toISOString(), changes: [change(n)] })
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, 1000 - (Date.now() - from))))
    // Collecting garbage while frames are on their way would be measured with them.
    most = Math.max(most, memory())
  }
  const { user, system } = process.cpuUsage(cpu)
  const result = answer<Result>()
  child.send('report')
  const { late, lost } = await result
  late.sort((a, b) => a - b)
  const at = (share: number) => late[Math.min(late.length - 1, Math.floor(late.length * share))]
  console.log(
    JSON.stringify({
      ...{
        readers,
        stalled,
        events: seconds,
        received: late.length,
        lost,
        p50: at(0.5),
        p99: at(0.99),
        max: at(1),
      },
      kBPerReader: Number(((connected - idle) / readers / 1024).toFixed(1)),
      stalledMB: Number(((most - withStalled) / 1024 / 1024).toFixed(1)),
      cpuShare: Number(((user + system) / 1e6 / seconds).toFixed(2)),
    }),
  )
  child.kill()
  hub.close()
  process.exit(0)
}

function memory(): number {
  globalThis.gc?.()
  return process.memoryUsage.rss()
}

function change(n: number): Change {
  // About as long as one of the dossier, with three mentions.
  const event = sampleEvent({ status: 'claimed', by: 'Centcom' })
  const mention = {
    ...event.mentions[0]!,
    evidence: { from: 0, to: 120, quote: 'Laut Centcom griffen Flugzeuge an. '.repeat(4) },
  }
  const own = { ...event, id: `e${n}`, mentions: [mention, mention, mention] } as unknown as ChronicleEvent
  return { kind: 'new', event: own, before: null, fields: [], causes: [], mergedFrom: [], splitFrom: null }
}

async function read(port: number): Promise<void> {
  const late: number[] = []
  const received: number[] = []
  const sockets: Socket[] = []
  let opened = 0
  const open = (index: number | null) =>
    new Promise<void>((resolve, reject) => {
      // The server lets one address ask for so much at once: readers come from many, as in the world (all of 127/8 is local on Linux).
      const localAddress = `127.0.${1 + Math.floor(opened++ / 200)}.1`
      const socket = connect({ port, host: '127.0.0.1', localAddress }, () =>
        socket.write(
          `GET /api/v1/stream?lang=en HTTP/1.1\r\nHost: localhost:${port}\r\nAccept: text/event-stream\r\n\r\n`,
        ),
      )
      sockets.push(socket)
      socket.on('error', reject)
      let rest = ''
      socket.on('data', (chunk) => {
        const text = rest + chunk.toString('latin1')
        if (/^HTTP\/1\.1 (?!200)/.test(text)) reject(new Error(text.slice(0, 200)))
        if (text.includes('retry: 3000\n\n')) {
          resolve()
          if (index === null) socket.pause()
        }
        if (index === null) return
        let from = 0
        for (;;) {
          const end = text.indexOf('\n\n', from)
          if (end < 0) break
          const id = text.indexOf('id: ', from)
          if (id >= 0 && id < end) {
            late.push(Date.now() - Date.parse(text.slice(id + 4, id + 28)))
            received[index] = (received[index] ?? 0) + 1
          }
          from = end + 2
        }
        rest = text.slice(from)
      })
    })
  const openAll = async (count: number, isStalled: boolean) => {
    for (let n = 0; n < count; n += 200)
      await Promise.all(
        Array.from({ length: Math.min(200, count - n) }, (_, k) => open(isStalled ? null : n + k)),
      )
  }
  process.on('message', async (what) => {
    if (what === 'connect readers') await openAll(readers, false)
    if (what === 'connect stalled') await openAll(stalled, true)
    if (what === 'report') {
      const lost = Array.from({ length: readers }, (_, n) => seconds - (received[n] ?? 0)).reduce(
        (a, b) => a + b,
        0,
      )
      process.send!({ late, lost } satisfies Result)
    } else process.send!('done')
  })
  process.send!('ready')
}
