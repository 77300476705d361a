import { mkdtempSync, rmSync } from 'node:fs'
import { get } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { nextInstant } from '../../test/support/live.ts'
import { makeReport } from '../../test/support/reports.ts'
import { parseCursor } from '../live/stream/frames.ts'
import { type Sink, StreamHub } from '../live/stream/hub.ts'
import type { Store } from '../store/port.ts'
import { openStore } from '../store/sqlite.ts'
import { viewOf } from '../store/view.ts'
import { type RunningServer, startServer } from './server.ts'

let folder: string
let store: Store
let hub: StreamHub
let server: RunningServer
const start = async (options = {}) => {
  hub = new StreamHub(store, { poll: 5, heartbeat: 60_000, ...options })
  await hub.start()
  const chronicleOf = async () => (await viewOf(store)).chronicle
  server = await startServer({ store, stream: hub, chronicleOf }, { port: 0 })
}
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lagebild-stream-'))
  store = await openStore(folder)
})
afterEach(async () => {
  hub.close()
  await server.close()
  await store.close()
  rmSync(folder, { recursive: true, force: true })
})

const STATES = ['USA', 'IRQ', 'TUR', 'FRA', 'RUS', 'CHN', 'GBR', 'DEU', 'ITA', 'ESP', 'POL']
/** Each another matter. */
async function feed(n: number): Promise<void> {
  await nextInstant()
  const told = {
    ...{ sentence: `Im Monat ${n} griff ${STATES[n - 1]} an.`, trigger: 'griff', type: 'ASSAULT' as const },
    ...{ actors: [STATES[n - 1]!], recipients: [STATES[n]!], date: `2013-${String(n).padStart(2, '0')}-05` },
  }
  await store.append([
    makeReport({ id: `r${n}`, outlet: `Blatt ${n}`, published: '2014-01-01', told: [told] }),
  ])
  await nextInstant()
}

interface Message {
  readonly id: string
  readonly event: string
  readonly data: { line: string; event: { actors: { name: string }[] }; causes: { report: string }[] }
}

/** Listens until it has so many messages, then hangs up. */
async function listen(count: number, query = '', lastEventId?: string): Promise<Message[]> {
  const headers = lastEventId === undefined ? {} : { 'last-event-id': lastEventId }
  return new Promise((resolve, reject) => {
    const request = get(`${server.url}api/v1/stream${query}`, { headers, agent: false }, (response) => {
      if (response.statusCode !== 200) {
        response.resume()
        return reject(new Error(String(response.statusCode)))
      }
      let text = ''
      const messages: Message[] = []
      response.setEncoding('utf8')
      response.on('error', () => undefined)
      response.on('data', (chunk: string) => {
        text += chunk
        for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
          const fields = new Map(
            text
              .slice(0, end)
              .split('\n')
              .map((line) => line.split(/: (.*)/s, 2) as [string, string]),
          )
          text = text.slice(end + 2)
          if (fields.has('data'))
            messages.push({
              id: fields.get('id')!,
              event: fields.get('event')!,
              data: JSON.parse(fields.get('data')!) as never,
            })
        }
        if (messages.length >= count) {
          request.destroy()
          resolve(messages)
        }
      })
    })
    request.on('error', reject)
  })
}
const reports = (messages: readonly Message[]) =>
  messages.flatMap(({ data }) => data.causes.map(({ report }) => report))
const settled = () => new Promise((resolve) => setTimeout(resolve, 60))

describe('the event stream', () => {
  it('tells every change as it happens, in the language and for the filter asked for', async () => {
    await start()
    const all = listen(3)
    const some = listen(1, '?actor=TUR&lang=fr&type=assault')
    await settled()
    for (const n of [1, 2, 3]) await feed(n)
    const messages = await all
    expect(messages.map(({ event }) => event)).toEqual(['new', 'new', 'new'])
    expect(reports(messages)).toEqual(['r1', 'r2', 'r3'])
    expect(messages.every(({ id }) => parseCursor(id) !== null)).toBe(true)
    const [french] = await some
    expect(french!.data.line).toContain('violence')
    expect(reports([french!])).toEqual(['r2'])
  })

  it('goes on after a break where a reader was, with nothing lost and nothing twice', async () => {
    await start()
    const first = listen(2)
    await settled()
    for (const n of [1, 2, 3, 4, 5]) await feed(n)
    const read = await first
    await settled()
    const rest = listen(4, '', read.at(1)!.id)
    await settled()
    await feed(6)
    expect(reports(await rest)).toEqual(['r3', 'r4', 'r5', 'r6'])
  })

  it('catches a reader up over a restart of the server, from the log', async () => {
    await start()
    const first = listen(1)
    await settled()
    for (const n of [1, 2, 3]) await feed(n)
    const [read] = await first
    hub.close()
    await server.close()
    await start()
    expect(reports(await listen(2, `?cursor=${encodeURIComponent(read!.id)}`))).toEqual(['r2', 'r3'])
  })

  it('tells who was away for too long to start afresh', async () => {
    await start({ maxReplay: 2 })
    const first = listen(1)
    await settled()
    for (const n of [1, 2, 3, 4, 5, 6, 7]) await feed(n)
    const [read] = await first
    await settled()
    const rest = listen(2, '', read!.id)
    await settled()
    await feed(8)
    const [reset, next] = await rest
    expect(reset!.event).toBe('reset')
    expect(reports([next!])).toEqual(['r8'])
  })

  it('refuses what it does not understand', async () => {
    await start({ maxSubscribers: 1 })
    await expect(listen(1, '?lang=xx')).rejects.toThrow('400')
    await expect(listen(1, '?colour=red')).rejects.toThrow('400')
    await expect(listen(1, '', 'yesterday')).rejects.toThrow('400')
    const reader = listen(1)
    await settled()
    await expect(listen(1)).rejects.toThrow('503')
    await feed(1)
    await reader
  })

  it('cuts a reader that takes nothing, and keeps the others', async () => {
    await start({ maxBuffered: 1000 })
    const sinkOf = (takes: boolean) => {
      const seen = { bytes: 0, isCut: false }
      const sink: Sink = {
        write: (frame) => {
          seen.bytes += frame.length
        },
        buffered: () => (takes ? 0 : seen.bytes),
        cut: () => {
          seen.isCut = true
        },
      }
      return { sink, seen }
    }
    const [stalled, lively] = [sinkOf(false), sinkOf(true)]
    for (const { sink } of [stalled, lively]) await hub.subscribe(sink, { language: 'de', filter: {} }, null)
    for (const n of [1, 2, 3]) await feed(n)
    await settled()
    expect(stalled.seen.isCut).toBe(true)
    expect(lively.seen.isCut).toBe(false)
    expect(lively.seen.bytes).toBeGreaterThan(stalled.seen.bytes)
  })

  it('lets quiet readers know that it is there', async () => {
    await start({ heartbeat: 10 })
    const seen: string[] = []
    const sink: Sink = {
      write: (frame) => void seen.push(new TextDecoder().decode(frame)),
      buffered: () => 0,
      cut: () => undefined,
    }
    const leave = await hub.subscribe(sink, { language: 'de', filter: {} }, null)
    await settled()
    leave()
    const heard = seen.length
    await settled()
    expect(seen).toContain(': still here\n\n')
    expect(seen.length).toBe(heard)
  })
})
