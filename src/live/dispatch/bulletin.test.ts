import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SMTPServer } from 'smtp-server'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { makeReport, readingOf } from '../../../test/support/reports.ts'
import { buildChronicle } from '../../chronicle/build.ts'
import { channelSchema } from '../deliver/channel.ts'
import { deliverDue } from '../deliver/dispatcher.ts'
import type { NinjsItem } from '../deliver/ninjs.ts'
import { LiveState } from '../state/live-state.ts'
import { type BulletinContent, correctBulletin, killBulletin, sendBulletin } from './bulletin.ts'
import { withoutText } from './sent-bulletin.ts'

const chronicle = buildChronicle(
  [
    readingOf(
      makeReport({
        ...{ id: 'a', outlet: 'Nordblick', published: '2014-01-07' },
        told: [
          {
            ...{ sentence: 'Die Armee der USA griff eine Stellung an.', trigger: 'griff', type: 'ASSAULT' },
            ...{ actors: ['USA'], recipients: ['IRQ'], date: '2014-01-06' },
          },
        ],
      }),
    ),
  ],
  [],
  [],
)
const content = (...languages: string[]): BulletinContent => ({
  ...{ chronicle, events: chronicle.events, languages },
})
const HOUR = 3_600_000
const NOON = Date.parse('2026-02-28T12:00:00Z')

let folder: string
let state: LiveState
let server: Server
let smtp: SMTPServer | null
let url: string
let items: (NinjsItem & { readonly authorization?: string })[]
let answer: () => number
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lagebild-dispatch-'))
  state = new LiveState(folder)
  items = []
  smtp = null
  answer = () => 202
  server = createServer((request, response) => {
    let body = ''
    request.setEncoding('utf8')
    request.on('data', (chunk: string) => {
      body += chunk
    })
    request.on('end', () => {
      const status = answer()
      const { authorization } = request.headers
      if (status < 300)
        items.push({ ...(JSON.parse(body) as NinjsItem), ...(authorization && { authorization }) })
      response.writeHead(status).end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/items`
})
afterEach(async () => {
  state.close()
  server.close()
  if (smtp !== null) await new Promise<void>((resolve) => smtp!.close(resolve))
  rmSync(folder, { recursive: true, force: true })
})

const wire = (name: string, more: object = {}) =>
  state.putChannel(channelSchema.parse({ name, kind: 'ninjs', url, retries: [1, 1, 1], ...more }))
const deliverAt = (ms: number) => deliverDue(state, () => ms)
const shown = () =>
  items.map(({ version, pubstatus, language }) => `${version} ${pubstatus} ${language}`).sort()

describe('bulletins as ninjs', () => {
  it('are items with a version and a status, under one uri a language', async () => {
    wire('wire')
    const { id } = sendBulletin(state, content('de', 'fr'), { channels: ['wire'], notBefore: null }, NOON)
    await deliverAt(NOON)
    expect(shown()).toEqual(['1 usable de', '1 usable fr'])
    const [german] = items.filter(({ language }) => language === 'de')
    expect(german).toMatchObject({
      standard: { name: 'ninjs', version: '2.1' },
      ...{ uri: `urn:lagebild:bulletin:${id}:de`, type: 'text', profile: 'bulletin' },
      ...{ firstcreated: '2026-02-28T12:00:00.000Z', versioncreated: '2026-02-28T12:00:00.000Z' },
      bodies: [{ contenttype: 'text/markdown', value: expect.stringContaining('Nordblick') }],
    })
    expect(german).not.toHaveProperty('embargoed')
    correctBulletin(state, id, content('de'), { channels: [], notBefore: null, note: 'Zahl' }, NOON + HOUR)
    await deliverAt(NOON + HOUR)
    killBulletin(state, id, 'withdrawn', NOON + 2 * HOUR)
    await deliverAt(NOON + 2 * HOUR)
    expect(shown()).toEqual(
      ['1 usable', '2 usable', '3 canceled'].flatMap((one) => [`${one} de`, `${one} fr`]),
    )
    const last = items.filter(({ uri }) => uri === german!.uri)
    expect(last.map(({ ednote }) => ednote)).toEqual([undefined, 'Zahl', 'withdrawn'])
    expect(last[2]).not.toHaveProperty('bodies')
    expect(() => killBulletin(state, id, null)).toThrow(/bulletin-killed/)
    expect(() => killBulletin(state, 'none', null)).toThrow(/bulletin-unknown/)
  })

  it('are tried again like webhooks, with a token from the environment; a version that was overtaken is not', async () => {
    wire('wire', { tokenEnv: 'LAGE_WIRE_TOKEN' })
    const { id } = sendBulletin(state, content('de'), { channels: ['wire'], notBefore: null }, NOON)
    await deliverAt(NOON)
    expect(state.deliveries.reports({ limit: 9 })).toMatchObject([
      { state: 'pending', tries: 1, error: 'the environment has no LAGE_WIRE_TOKEN' },
    ])
    process.env.LAGE_WIRE_TOKEN = 'geheim'
    try {
      answer = () => 503
      await deliverAt(NOON + 2000)
      correctBulletin(state, id, content('de'), { channels: [], notBefore: null }, NOON + 3000)
      answer = () => 202
      await deliverAt(NOON + 9000)
      expect(shown()).toEqual(['2 usable de'])
      expect(items[0]!.authorization).toBe('Bearer geheim')
      expect(state.deliveries.counts()).toEqual({ pending: 0, sent: 1, dead: 1 })
      state.deliveries.redeliver(null)
      await deliverDue(state)
      expect(shown()).toEqual(['2 usable de'])
    } finally {
      delete process.env.LAGE_WIRE_TOKEN
    }
  })
})

describe('embargoes', () => {
  it('hold a bulletin back, and its channel can hold it longer', async () => {
    wire('now')
    wire('later', { embargo: { until: '2026-03-01T06:00', timeZone: 'Europe/Berlin' } })
    const notBefore = NOON + HOUR
    sendBulletin(state, content('de'), { channels: ['now', 'later'], notBefore }, NOON)
    expect(await deliverAt(NOON + HOUR - 1)).toBe(0)
    expect(await deliverAt(NOON + HOUR)).toBe(1)
    expect(items[0]!.embargoed).toBe('2026-02-28T13:00:00.000Z')
    expect(await deliverAt(Date.parse('2026-03-01T04:59:59Z'))).toBe(0)
    expect(await deliverAt(Date.parse('2026-03-01T05:00:00Z'))).toBe(1)
  })

  it('let nobody hear of a bulletin that was killed before; who got it is told at once', async () => {
    wire('now')
    wire('later', { sendAt: { at: ['18:00'], timeZone: 'UTC' } })
    const { id } = sendBulletin(state, content('de'), { channels: ['now', 'later'], notBefore: null }, NOON)
    await deliverAt(NOON)
    killBulletin(state, id, null, NOON + 1)
    await deliverAt(NOON + 10 * HOUR)
    expect(shown()).toEqual(['1 usable de', '2 canceled de'])
    expect(state.deliveries.counts()).toEqual({ pending: 0, sent: 2, dead: 0 })
  })

  it('give a correction to those who wait as their first', async () => {
    wire('wire')
    const options = { channels: ['wire'], notBefore: NOON + HOUR }
    const { id } = sendBulletin(state, content('de'), options, NOON)
    correctBulletin(state, id, content('de'), { channels: [], notBefore: null }, NOON + 1)
    expect(await deliverAt(NOON + HOUR - 1)).toBe(0)
    await deliverAt(NOON + HOUR)
    expect(shown()).toEqual(['2 usable de'])
  })
})

describe('recipients', () => {
  it('get what is for them; a correction and a kill reach all who got the first, whatever is for them now', async () => {
    const mails: { to: string; source: string }[] = []
    smtp = new SMTPServer({
      ...{ disabledCommands: ['AUTH', 'STARTTLS'], logger: false },
      onData(stream, session, callback) {
        let source = ''
        stream.on('data', (chunk: Buffer) => {
          source += chunk.toString()
        })
        stream.on('end', () => {
          mails.push({ to: session.envelope.rcptTo[0]!.address, source })
          callback()
        })
      },
    })
    await new Promise<void>((resolve) => smtp!.listen(0, '127.0.0.1', resolve))
    const { port } = smtp.server.address() as AddressInfo
    const desk = (to: unknown[], more: object = {}) =>
      state.putChannel(
        channelSchema.parse({
          ...{ name: 'desk', kind: 'mail', host: '127.0.0.1', port, from: 'lage@example.org', to, ...more },
        }),
      )
    const bo = { address: 'bo@example.org', for: { lang: ['en'], countries: ['IRQ'] } }
    desk(['ada@example.org', bo, { address: 'cy@example.org', for: { countries: ['CHN'] } }])
    const { id } = sendBulletin(state, content('de', 'en'), { channels: ['desk'], notBefore: null }, NOON)
    await deliverAt(NOON)
    const tos = () =>
      mails
        .splice(0)
        .map(({ to }) => to.slice(0, 3))
        .sort()
    const [first] = mails.filter(({ to }) => to.startsWith('bo'))
    expect(tos()).toEqual(['ada', 'ada', 'bo@'])
    desk(['dan@example.org'], { for: { lang: ['de'] } })
    correctBulletin(
      state,
      id,
      content('de'),
      { channels: [], notBefore: null, note: 'New figures' },
      NOON + 1,
    )
    await deliverAt(NOON + 1)
    const [second] = mails.filter(({ to }) => to.startsWith('bo'))
    expect(second!.source).toContain(`In-Reply-To: ${/^Message-ID: (.*)$/im.exec(first!.source)![1]!.trim()}`)
    expect(second!.source).toContain('New figures')
    expect(tos()).toEqual(['ada', 'ada', 'bo@', 'dan'])
    killBulletin(state, id, null, NOON + 2)
    await deliverAt(NOON + 2)
    expect(mails.find(({ to }) => to.startsWith('bo'))!.source).toMatch(/^Subject: Retracted/m)
    expect(tos()).toEqual(['ada', 'ada', 'bo@', 'dan'])
  })

  it('are not asked where the channel is none for bulletins', () => {
    const feed = { name: 'feed', kind: 'feed', path: folder, url }
    state.putChannel(channelSchema.parse(feed))
    const send = (name: string) => () =>
      sendBulletin(state, content('de'), { channels: [name], notBefore: null })
    expect(send('feed')).toThrow(/channel-no-bulletins/)
    expect(send('none')).toThrow(/channel-unknown/)
    expect(state.bulletins.list(9)).toEqual([])
  })
})

it('a text that is erased leaves no sentence in what was kept of a bulletin', () => {
  wire('wire')
  const sent = sendBulletin(state, content('de'), { channels: ['wire'], notBefore: null })
  const { text } = chronicle.events[0]!.mentions[0]!
  expect(JSON.stringify(sent)).toContain('Die Armee der USA')
  expect(state.bulletins.quoting(text)).toHaveLength(1)
  expect(JSON.stringify(withoutText(sent, text).texts)).not.toContain('Die Armee der USA')
})
