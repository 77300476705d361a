import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { CHRONICLE, EVENTS, fixtureDeps, readings, SHELLING_EVENT } from '../../test/web.fixture.ts'
import { LagebildError } from '../base/errors.ts'
import type { ChronicleAnswer, ErrorAnswer } from './api.ts'
import { createApp } from './app.ts'

const app = createApp({ ...fixtureDeps(), webRoot: fakeBuild() })

function fakeBuild(): string {
  const root = mkdtempSync(join(tmpdir(), 'lagebild-web-'))
  mkdirSync(join(root, 'assets'))
  writeFileSync(join(root, 'index.html'), '<!doctype html><title>Lagebild</title>')
  writeFileSync(join(root, 'assets', 'index-abc.js'), 'export {}')
  return root
}

// biome-ignore lint/suspicious/noExplicitAny: the tests look into JSON of many shapes
async function json(path: string): Promise<any> {
  return (await app.request(path)).json()
}

describe('/api/v1/chronicle', () => {
  test('gives coverage, events, total and the contradictions of these events', async () => {
    const answer = await json('/api/v1/chronicle')
    expect(answer.total).toBe(EVENTS.length)
    expect(answer.events).toHaveLength(EVENTS.length)
    expect(answer.coverage).toEqual(CHRONICLE.coverage)
    expect(answer.contradictions).toHaveLength(1)
  })

  test.each([
    ['type=assault,coerce', 3],
    ['type=ASSAULT', 2],
    ['actor=hamas', 1],
    ['place=falludscha', 3],
    ['status=offered', 1],
    ['text=Decken', 1],
    ['from=2014-01-05&to=2014-01-05', 4],
    ['text=', EVENTS.length],
  ])('filters by %s', async (query, total) => {
    expect((await json(`/api/v1/chronicle?${query}`)).total).toBe(total)
  })

  test('pages: total counts all that pass, contradictions only those shown', async () => {
    const answer = await json('/api/v1/chronicle?limit=2&offset=1')
    expect(answer.events.map(({ id }: { id: string }) => id)).toEqual([EVENTS[1]!.id, EVENTS[2]!.id])
    expect(answer).toMatchObject({ total: EVENTS.length, limit: 2, offset: 1, contradictions: [] })
  })

  test('near a point: places within the circle, and apart those told less precisely than its radius', async () => {
    const moved = CHRONICLE.events.map((event) =>
      event.place?.name === 'Falludscha'
        ? {
            ...event,
            place: { ...event.place, precision: 'exact' as const, coordinates: [33.35, 43.78] as const },
          }
        : event,
    )
    const near = createApp({
      ...fixtureDeps(),
      chronicleOf: async () => ({ ...CHRONICLE, events: moved }),
      countriesAround: (at, km) => (at[0] === 33.3 && km > 0 ? ['IRQ', 'EGY'] : []),
    })
    const ask = async (query: string) =>
      (await (await near.request(`/api/v1/chronicle?${query}`)).json()) as ChronicleAnswer
    const answer = await ask('near=33.3,43.8&km=20')
    expect([answer.total, answer.events[0]?.place?.name]).toEqual([3, 'Falludscha'])
    expect(answer.apart.map(({ place }) => place?.name)).toEqual(['Kairo'])
    expect(await ask('near=-33.3,43.8')).toMatchObject({ total: 0, apart: [] })
    expect(await ask('')).toMatchObject({ total: EVENTS.length, apart: [] })
  })

  test.each([
    'near=Falludscha',
    'km=-1',
    'from=5.1.2014',
    'type=WAR',
    'limit=-1',
    'limit=many',
    'status=true',
    'minConfidence=2',
    'colour=red',
  ])('refuses %s with code, cause and remedy', async (query) => {
    const response = await app.request(`/api/v1/chronicle?${query}`)
    expect(response.status).toBe(400)
    expect(await response.json()).toEqual({
      code: 'query-invalid',
      cause: expect.stringContaining(query.split('=')[0]!),
      remedy: expect.any(String),
    })
  })
})

describe('/api/v1/events/:id', () => {
  test('gives the whole event with its contradictions', async () => {
    const answer = await json(`/api/v1/events/${SHELLING_EVENT.id}`)
    expect(answer.event).toEqual(JSON.parse(JSON.stringify(SHELLING_EVENT)))
    expect(answer.contradictions).toHaveLength(1)
  })

  test('finds it by an id it had before', async () => {
    expect((await json(`/api/v1/events/${SHELLING_EVENT.aliases[0]}`)).event.id).toBe(SHELLING_EVENT.id)
  })

  test('says so when there is none', async () => {
    const response = await app.request('/api/v1/events/nope')
    expect(response.status).toBe(404)
    expect(((await response.json()) as ErrorAnswer).code).toBe('event-unknown')
  })
})

describe('/api/v1/texts/:textId', () => {
  test('gives text, blocks and what is known of the report', async () => {
    const { text, id, report } = readings[0]!.report.text
      ? { text: readings[0]!.text, id: readings[0]!.id, report: readings[0]!.report }
      : expect.fail()
    const answer = await json(`/api/v1/texts/${text}?reading=${id}`)
    expect(answer.text).toBe(report.text)
    expect(answer.blocks).toEqual(report.blocks)
    expect(answer.report).toMatchObject({ id: report.id, language: 'de', source: report.source })
    expect(answer.readings).toEqual([id])
  })

  test.each([
    `/api/v1/texts/${'0'.repeat(64)}`,
    `/api/v1/texts/${readings[0]!.text}?reading=${'0'.repeat(64)}`,
  ])('knows no %s', async (path) => {
    const response = await app.request(path)
    expect(response.status).toBe(404)
    expect(((await response.json()) as ErrorAnswer).code).toBe('text-unknown')
  })
})

test('/api/v1/positions filters by holder, topic and stance', async () => {
  expect((await json('/api/v1/positions?holder=vereinigte&stance=rules-out')).total).toBe(1)
  expect((await json('/api/v1/positions?topic=Luftangriffe')).total).toBe(0)
})

test('/api/v1/coverage and /api/v1/schema answer', async () => {
  expect((await json('/api/v1/coverage')).coverage.documents).toBe(4)
  const schema = await json('/api/v1/schema')
  expect(schema.report.properties.events).toBeDefined()
  expect(schema.queries['/api/v1/chronicle'].properties).toHaveProperty('minConfidence')
})

test.each([
  ['/chronicle.json?type=ASSAULT', '/api/v1/chronicle?type=ASSAULT'],
  [`/event/${SHELLING_EVENT.id}.json`, `/api/v1/events/${SHELLING_EVENT.id}`],
  ['/coverage.json', '/api/v1/coverage'],
  ['/positions.json', '/api/v1/positions'],
])('%s is the twin of %s', async (twin, route) => {
  expect(await json(twin)).toEqual(await json(route))
})

describe('pages', () => {
  test.each(['/', `/event/${SHELLING_EVENT.id}`])('%s is the application', async (path) => {
    const response = await app.request(path)
    expect(response.headers.get('content-type')).toContain('text/html')
    expect(await response.text()).toContain('<title>Lagebild</title>')
  })

  test('assets with a hash in their name are kept for ever', async () => {
    const response = await app.request('/assets/index-abc.js')
    expect(response.headers.get('content-type')).toContain('text/javascript')
    expect(response.headers.get('cache-control')).toContain('immutable')
  })

  test.each([
    '/../package.json',
    '/%2e%2e/package.json',
    '/assets/..%2f..%2fpackage.json',
    '/nothing',
    '/api/v2/x',
  ])('%s is not there', async (path) => {
    const response = await app.request(path)
    expect(response.status).toBe(404)
    expect(((await response.json()) as ErrorAnswer).code).toBe('page-unknown')
  })

  test('a missing build is explained, and the API works all the same', async () => {
    const bare = createApp({ ...fixtureDeps(), webRoot: '/nonexistent' })
    const response = await bare.request('/')
    expect(response.status).toBe(503)
    expect(((await response.json()) as ErrorAnswer).remedy).toContain('npm run build:web')
    expect((await bare.request('/api/v1/coverage')).status).toBe(200)
  })
})

describe('safety', () => {
  test.each(['/', '/api/v1/coverage', '/nothing', '/api/v1/chronicle?colour=red'])(
    '%s carries the headers',
    async (path) => {
      const { headers } = await app.request(path)
      expect(headers.get('content-security-policy')).toContain("default-src 'self'")
      expect(headers.get('content-security-policy')).not.toContain('unsafe')
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('referrer-policy')).toBe('no-referrer')
      expect(headers.get('access-control-allow-origin')).toBeNull()
    },
  )

  test.each([
    ['localhost:8080', 200],
    ['127.0.0.1', 200],
    ['[::1]:8080', 200],
    ['LOCALHOST:1', 200],
    ['evil.example', 403],
    ['localhost.evil.example:8080', 403],
    ['127.0.0.1.nip.io', 403],
    ['', 403],
  ])('host %j: %i', async (host, status) => {
    expect((await app.request('/api/v1/coverage', { headers: { host } })).status).toBe(status)
  })

  test('answers to names it was given', async () => {
    const named = createApp({ ...fixtureDeps(), allowedHosts: ['lage.example'] })
    const response = await named.request('/api/v1/coverage', { headers: { host: 'lage.example:80' } })
    expect(response.status).toBe(200)
  })

  test('only reads', async () => {
    expect((await app.request('/api/v1/chronicle', { method: 'POST' })).status).toBe(404)
  })
})

describe('failures', () => {
  test('a LagebildError keeps its code, cause and remedy', async () => {
    const broken = createApp({
      ...fixtureDeps(),
      chronicleOf: async () => {
        throw new LagebildError('store-locked', 'The store is locked', 'Close the other program.')
      },
    })
    const response = await broken.request('/api/v1/coverage')
    expect(response.status).toBe(500)
    expect(await response.json()).toEqual({
      code: 'store-locked',
      cause: 'The store is locked',
      remedy: 'Close the other program.',
    })
  })

  test('anything else is told to onError and does not leak', async () => {
    const errors: unknown[] = []
    const broken = createApp({
      ...fixtureDeps(),
      chronicleOf: async () => {
        throw new Error('secret path /home/x')
      },
      onError: (error) => errors.push(error),
    })
    const response = await broken.request('/api/v1/coverage')
    expect(await response.text()).not.toContain('secret')
    expect(errors).toHaveLength(1)
  })
})
