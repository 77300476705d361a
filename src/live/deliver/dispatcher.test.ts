import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SMTPServer } from 'smtp-server'
import { Webhook } from 'standardwebhooks'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sampleEvent } from '../../../test/support/language-table.ts'
import { LiveState } from '../state/live-state.ts'
import type { Alert } from '../watch/alerts.ts'
import { type Channel, channelSchema } from './channel.ts'
import { deliverDue } from './dispatcher.ts'

const SECRET = `whsec_${Buffer.alloc(32, 7).toString('base64')}`
let folder: string
let state: LiveState
let servers: { close(): unknown }[]
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lagebild-deliver-'))
  state = new LiveState(folder)
  servers = []
})
afterEach(() => {
  state.close()
  for (const server of servers) server.close()
  rmSync(folder, { recursive: true, force: true })
})

const alertOf = (id: string, more: Partial<Alert> = {}): Alert => ({
  ...{
    schema: 'lagebild/alert@1',
    id,
    rule: { id: 'mossul', name: 'Mossul <b>' },
    at: '2026-01-01T00:00:00.000Z',
  },
  ...{ kind: 'new', corrects: null, event: sampleEvent({ status: 'claimed', by: 'Centcom' }), before: null },
  ...{ fact: 'event', was: null, is: '', position: null, causes: [] },
  sentence: { quote: 'Die Armee & <b>andere</b> griffen an.', report: 'r', from: 0, to: 9 },
  source: { outlet: 'Nordblick', agency: ['dpa'], url: 'https://example.org/a', published: '2026-01-01' },
  ...more,
})
const channel = (given: unknown): Channel => channelSchema.parse(given)
const queue = (id: string, alert: Alert, to: { channel: string; recipient?: string; lang?: string }) => {
  state.addAlert(alert)
  state.deliveries.add(id, alert.id, { recipient: '', lang: 'de', ...to }, 0)
}

interface Hit {
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

async function receiver(answer: (hit: Hit, count: number) => number): Promise<{ url: string; hits: Hit[] }> {
  const hits: Hit[] = []
  const server: Server = createServer((request, response) => {
    let body = ''
    request.setEncoding('utf8')
    request.on('data', (chunk: string) => {
      body += chunk
    })
    request.on('end', () => {
      const hit = { headers: request.headers, body }
      hits.push(hit)
      response.writeHead(answer(hit, hits.length)).end()
    })
  })
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`, hits }
}

describe('webhooks', () => {
  it('are signed so that the Standard Webhooks library accepts them, and no other body', async () => {
    const { url, hits } = await receiver(() => 204)
    state.putChannel(channel({ name: 'out', kind: 'webhook', url, secret: SECRET }))
    queue('d1', alertOf('a1'), { channel: 'out', lang: 'ar' })
    expect(await deliverDue(state)).toBe(1)
    const [{ headers, body }] = hits as [Hit]
    const message = new Webhook(SECRET).verify(body, headers as Record<string, string>)
    expect(message).toMatchObject({
      type: 'lagebild.alert',
      data: { id: 'd1', language: 'ar', alerts: [{ direction: 'rtl' }] },
    })
    expect(() => new Webhook(SECRET).verify(`${body} `, headers as Record<string, string>)).toThrow()
    expect(state.deliveries.reports({ limit: 9 })).toMatchObject([
      { id: 'd1', state: 'sent', tries: 1, alerts: ['a1'] },
    ])
  })

  it('come again under their id until they arrive, and are accepted once', async () => {
    const accepted: string[] = []
    const { url, hits } = await receiver(({ headers }, count) => {
      if (count % 3 === 0) return 503
      accepted.push(String(headers['webhook-id']))
      return 200
    })
    state.putChannel(
      channel({ name: 'out', kind: 'webhook', url, secret: SECRET, retries: Array(20).fill(0) }),
    )
    for (let n = 0; n < 60; n++) queue(`d${n}`, alertOf(`a${n}`), { channel: 'out' })
    await deliverDue(state)
    expect(state.deliveries.counts()).toEqual({ pending: 0, sent: 60, dead: 0 })
    expect(accepted.length).toBe(60)
    expect(new Set(accepted).size).toBe(60)
    expect(hits.length).toBeGreaterThan(60)
  })

  it('wait out their schedule, become dead letters, and can be sent again', async () => {
    let status = 500
    const { url } = await receiver(() => status)
    state.putChannel(channel({ name: 'out', kind: 'webhook', url, secret: SECRET, retries: [10, 20] }))
    queue('d1', alertOf('a1'), { channel: 'out' })
    let clock = Date.now()
    const tick = async (seconds: number) => {
      clock += seconds * 1000
      return deliverDue(state, () => clock)
    }
    expect([await tick(0), await tick(9), await tick(3), await tick(19), await tick(4)]).toEqual([
      1, 0, 1, 0, 1,
    ])
    expect(state.deliveries.reports({ limit: 9 })).toMatchObject([
      { state: 'dead', tries: 3, error: 'HTTP 500' },
    ])
    status = 200
    expect(state.deliveries.redeliver(null)).toBe(1)
    await tick(1)
    expect(state.deliveries.counts()).toEqual({ pending: 0, sent: 1, dead: 0 })
  })

  it('stop at once where the receiver says that it is gone', async () => {
    const { url } = await receiver(() => 410)
    state.putChannel(channel({ name: 'out', kind: 'webhook', url, secret: SECRET }))
    queue('d1', alertOf('a1'), { channel: 'out' })
    await deliverDue(state)
    expect(state.deliveries.counts().dead).toBe(1)
  })

  it('are taken up by the next process when one was killed on the way', async () => {
    const { url, hits } = await receiver(() => 200)
    state.putChannel(channel({ name: 'out', kind: 'webhook', url, secret: SECRET }))
    queue('d1', alertOf('a1'), { channel: 'out' })
    expect(state.deliveries.claim(1, Date.now())).toHaveLength(1)
    state.close()
    state = new LiveState(folder)
    expect(await deliverDue(state)).toBe(0)
    expect(await deliverDue(state, () => Date.now() + 180_000)).toBe(1)
    expect(hits[0]!.headers['webhook-id']).toBe('d1')
  })
})

describe('mail', () => {
  it('brings alert, sentence and source through SMTP; a correction answers what it corrects', async () => {
    const mails: string[] = []
    const server = new SMTPServer({
      ...{ authOptional: true, disabledCommands: ['STARTTLS'], logger: false },
      onData(stream, _session, done) {
        let mail = ''
        stream.on('data', (chunk: Buffer) => {
          mail += chunk.toString()
        })
        stream.on('end', () => {
          mails.push(mail)
          done()
        })
      },
      onRcptTo: ({ address }, _session, done) =>
        done(
          address.startsWith('nobody')
            ? Object.assign(new Error('no such user'), { responseCode: 550 })
            : null,
        ),
    })
    servers.push(server)
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
    const { port } = (server as unknown as { server: Server }).server.address() as AddressInfo
    const to = ['ada@example.org', 'nobody@example.org']
    state.putChannel(
      channel({
        name: 'post',
        kind: 'mail',
        host: '127.0.0.1',
        port,
        from: 'lage@example.org',
        to,
        retries: [0],
      }),
    )
    queue('d1', alertOf('a1'), { channel: 'post', recipient: to[0]!, lang: 'en' })
    await deliverDue(state)
    queue('d2', alertOf('a2', { kind: 'retracted', corrects: 'a1' }), {
      channel: 'post',
      recipient: to[0]!,
      lang: 'en',
    })
    queue('d3', alertOf('a3'), { channel: 'post', recipient: to[1]!, lang: 'en' })
    await deliverDue(state)
    expect(mails).toHaveLength(2)
    expect(mails[0]).toContain('Subject: =?UTF-8?Q?New=3A_United_States_=E2=86=92_Iraq')
    expect(mails[0]).toContain('(according to Centcom)')
    expect(mails[0]).toMatch(/^Message-ID: <d1@example.org>/m)
    expect(mails[0]).toContain('Content-Language: en')
    expect(mails[1]).toMatch(/^In-Reply-To: <d1@example.org>/m)
    const [dead] = state.deliveries.reports({ state: 'dead', limit: 9 })
    expect(dead).toMatchObject({ id: 'd3', recipient: 'nobody@example.org', tries: 1 })
    expect(dead!.error).toContain('no such user')
  })
})

describe('files', () => {
  it('hold a delivery each, a digest all its alerts', async () => {
    const path = join(folder, 'out')
    state.putChannel(channel({ name: 'out', kind: 'folder', path }))
    queue('d1', alertOf('a1'), { channel: 'out' })
    queue('d1', alertOf('a2'), { channel: 'out' })
    await deliverDue(state)
    const [file, ...more] = readdirSync(path)
    expect(more).toEqual([])
    const envelope = JSON.parse(readFileSync(join(path, file!), 'utf8')) as {
      type: string
      alerts: { id: string }[]
    }
    expect([envelope.type, envelope.alerts.map(({ id }) => id)]).toEqual(['digest', ['a1', 'a2']])
  })
})

describe('feeds', () => {
  it('are RSS, Atom and JSON per rule and language, and nothing of a report becomes markup', async () => {
    const path = join(folder, 'www')
    state.putChannel(channel({ name: 'www', kind: 'feed', path, url: 'https://example.org/feeds/' }))
    for (const lang of ['de', 'he'])
      queue(`d-${lang}`, alertOf('a1', { at: '2026-01-01T00:00:00.000Z' }), { channel: 'www', lang })
    queue(
      'd2',
      alertOf('a2', {
        at: '2026-01-02T00:00:00.000Z',
        source: { outlet: null, agency: [], url: 'javascript:alert(1)', published: null },
      }),
      { channel: 'www' },
    )
    await deliverDue(state)
    expect(readdirSync(path).sort()).toEqual(
      ['de', 'he'].flatMap((lang) => ['atom', 'json', 'rss'].map((kind) => `mossul.${lang}.${kind}`)),
    )
    const json = JSON.parse(readFileSync(join(path, 'mossul.de.json'), 'utf8')) as {
      items: { id: string; content_html: string }[]
    }
    expect(json.items.map(({ id }) => id)).toEqual(['urn:lagebild:alert:a2', 'urn:lagebild:alert:a1'])
    expect(json.items[0]!.content_html).toContain('Die Armee &amp; &lt;b&gt;andere&lt;/b&gt; griffen an.')
    const atom = readFileSync(join(path, 'mossul.he.atom'), 'utf8')
    expect(atom.match(/<entry>/g)).toHaveLength(2)
    const rss = readFileSync(join(path, 'mossul.de.rss'), 'utf8')
    expect(rss).not.toMatch(/<link>javascript|href="javascript|<b>/)
    expect(rss).toContain('<title>Mossul ‹b›</title>')
  })
})

describe('channels', () => {
  it.each([
    [{ name: 'x', kind: 'webhook', url: 'ftp://example.org', secret: SECRET }],
    [{ name: 'x', kind: 'webhook', url: 'https://example.org', secret: 'short' }],
    [{ name: 'X y', kind: 'folder', path: '.' }],
    [{ name: 'x', kind: 'mail', host: 'h', port: 25, from: 'no address', to: ['a@b.cd'] }],
    [{ name: 'x', kind: 'pigeon' }],
  ])('refuses %j', (given) => {
    expect(channelSchema.safeParse(given).success).toBe(false)
  })

  it('that are gone leave dead letters behind, not silence', async () => {
    queue('d1', alertOf('a1'), { channel: 'never' })
    await deliverDue(state)
    expect(state.deliveries.reports({ limit: 1 })[0]).toMatchObject({
      state: 'dead',
      error: expect.stringContaining('never'),
    })
  })
})
