import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Hono } from 'hono'
import { describe, expect, test } from 'vitest'
import { CHRONICLE, EVENTS, fixtureDeps, readings, SHELLING_EVENT } from '../../test/web.fixture.ts'
import { LagebildError } from '../base/errors.ts'
import type { Decision, Party } from '../chronicle/types.ts'
import type { Codebook } from '../codebook/types.ts'
import { type FeedRecord, type FeedState, NEW_FEED } from '../store/feeds.ts'
import type {
  ActorsAnswer,
  ErrorAnswer,
  EventSummary,
  EventsAnswer,
  FeedsAnswer,
  JournalAnswer,
  PlacesAnswer,
  SearchAnswer,
  TimelineAnswer,
} from './api.ts'
import { createApp } from './app.ts'
import type { ServeDeps } from './deps.ts'
import { rateLimit } from './limits.ts'
import { answerProblem } from './problem.ts'
import { ROUTES } from './routes.ts'

const ACTOR_KEY = EVENTS.flatMap(({ actors }) => actors)[0]!.key
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

describe('/api/v1/feeds', () => {
  const feed = (name: string, state: Partial<FeedState>): FeedRecord => {
    const now = new Date().toISOString()
    const settings = { name, text: 'full', every: null, allowPrivate: [], addedAt: now } as const
    const polled = { lastPoll: now, lastSuccess: now, nextPoll: now }
    return {
      feed: { url: `https://${name}.example/feed`, ...settings },
      ...{ state: { ...NEW_FEED, ...polled, ...state }, pending: 0, arrivals: [] },
    }
  }
  test('says how the feeds are, those that need a look first', async () => {
    const error = { code: 'timeout', message: 'There was no answer.' }
    const feedsOf = async () => [
      feed('a', {}),
      feed('b', { nextPoll: null }),
      feed('c', { errors: 3, error }),
    ]
    const polled = createApp({ ...fixtureDeps(), feedsOf })
    const { feeds, coverage } = (await (await polled.request('/api/v1/feeds')).json()) as FeedsAnswer
    expect(feeds.map(({ name, standing }) => [name, standing])).toEqual([
      ['c', 'failing'],
      ['b', 'gone'],
      ['a', 'ok'],
    ])
    expect(feeds[0]).toMatchObject({ errors: 3, error })
    expect(coverage).toEqual(CHRONICLE.coverage)
    expect(await (await polled.request('/feeds.md?lang=en')).text()).toContain(
      '| c | https://c.example/feed | failing |',
    )
  })
  test('is empty where none are polled', async () => {
    expect((await json('/api/v1/feeds')).feeds).toEqual([])
  })
})

describe('/api/v1/events', () => {
  test('gives coverage, events, total, and what is contradicted', async () => {
    const answer = await json('/api/v1/events')
    expect(answer.total).toBe(EVENTS.length)
    expect(answer.events).toHaveLength(EVENTS.length)
    expect(answer.coverage).toEqual(CHRONICLE.coverage)
    expect(answer.events.filter((event: EventSummary) => event.contradictions > 0)).toHaveLength(1)
  })

  test.each([
    ['type=assault,coerce', 3],
    ['type=ASSAULT', 2],
    ['actor=hamas', 1],
    ['place=falludscha', 3],
    ['status=offered', 1],
    ['text=Decken', 1],
    ['from=2014-01-05&to=2014-01-05', 4],
    ['source=rheinblatt', 2],
    ['text=', EVENTS.length],
  ])('filters by %s', async (query, total) => {
    expect((await json(`/api/v1/events?${query}`)).total).toBe(total)
  })

  test('pages by cursor, each event once', async () => {
    const ids: string[] = []
    let next: string | null = null
    do {
      const answer: EventsAnswer = await json(
        `/api/v1/events?limit=2${next === null ? '' : `&cursor=${next}`}`,
      )
      expect(answer).toMatchObject({ total: EVENTS.length, offset: ids.length })
      ids.push(...answer.events.map(({ id }) => id))
      next = answer.next
    } while (next !== null)
    expect(ids).toEqual(EVENTS.map(({ id }) => id))
    expect((await json('/api/v1/events?limit=1&offset=3')).events[0].id).toBe(EVENTS[3]!.id)
  })

  test('near a point: places within the circle, and apart those told less precisely than its radius', async () => {
    const near = createApp({
      ...fixtureDeps(),
      countriesAround: (at, km) => (at[0] === 33.3 && km > 0 ? ['IRQ', 'EGY'] : []),
    })
    const ask = async (query: string) =>
      (await (await near.request(`/api/v1/events?${query}`)).json()) as EventsAnswer
    const answer = await ask('near=33.3,43.8&km=20')
    expect([answer.total, answer.events[0]?.place?.name]).toEqual([3, 'Falludscha'])
    expect(answer.apart.map(({ place }) => place?.name)).toEqual(['Kairo'])
    expect(await ask('near=-33.3,43.8')).toMatchObject({ total: 0, apart: [] })
    expect(await ask('')).toMatchObject({ total: EVENTS.length, apart: [] })
  })

  test('a cursor whose event is gone is told so', async () => {
    const response = await app.request(`/api/v1/events?cursor=${Buffer.from('gone').toString('base64url')}`)
    expect(response.status).toBe(410)
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
    const response = await app.request(`/api/v1/events?${query}`)
    expect(response.status).toBe(400)
    expect(response.headers.get('content-type')).toBe('application/problem+json')
    expect(await response.json()).toEqual({
      type: 'urn:lagebild:problem:query-invalid',
      title: 'query invalid',
      status: 400,
      code: 'query-invalid',
      detail: expect.stringContaining(query.split('=')[0]!),
      remedy: expect.any(String),
    })
  })
})

describe('/api/v1/events/:id', () => {
  test('gives the whole event with its contradictions', async () => {
    const answer = await json(`/api/v1/events/${SHELLING_EVENT.id}`)
    expect(answer.event).toEqual(JSON.parse(JSON.stringify(SHELLING_EVENT)))
    expect(answer.contradictions).toHaveLength(2)
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

test('/api/v1/timeline counts what /events lists, in its order', async () => {
  const { days, total }: TimelineAnswer = await json('/api/v1/timeline')
  const sum = ({ types }: (typeof days)[number]) => Object.values(types).reduce((a, b) => a + b, 0)
  expect(days.reduce((all, day) => all + sum(day), 0)).toBe(total)
  expect(days.at(-1)!.edtf).toBeNull()
  expect(days.map(({ edtf }) => edtf)).toContain('2014-01-05')
})

test('/api/v1/search finds inflected forms and compounds', async () => {
  const { total, hits, terms }: SearchAnswer = await json('/api/v1/search?q=Krankenhausarzt')
  expect(total).toBe(1)
  expect(terms[0]!.words).toEqual(['krankenhausarztes'])
  const [from, to] = hits[0]!.marks[0]!
  expect(hits[0]!.sentence.quote.slice(from, to)).toBe('Krankenhausarztes')
  expect((await json('/api/v1/search?q=Vertrag')).total).toBe(0)
  expect((await json('/api/v1/search?q=Leitung')).terms[0].words).toContain('klinikleitung')
})

describe('/api/v1/actors', () => {
  const person = (codebook: string | null): Party => ({
    ...{ key: `person-${codebook}`, name: 'Ada Beispiel', country: 'DEU', sector: null, codebook },
    kind: 'person',
  })
  const withPersons = createApp(
    fixtureDeps({
      ...CHRONICLE,
      events: [{ ...EVENTS[0]!, actors: [person(null)], recipients: [person('deu-beispiel-ada')] }],
    }),
  )
  const ask = (path: string) => withPersons.request(`/api/v1/actors${path}`)

  test('lists public persons, and no private one', async () => {
    const answer = (await (await ask('')).json()) as ActorsAnswer
    expect(answer.actors.map(({ key }) => key)).toEqual(['person-deu-beispiel-ada'])
    expect([answer.others, answer.dyads]).toEqual([1, []])
  })

  test.each([
    ['person-deu-beispiel-ada', 200],
    ['person-null', 404],
    ['nobody', 404],
  ])('%s: %i', async (key, status) => {
    expect((await ask(`/${key}`)).status).toBe(status)
  })

  test('an event says of each side whether it has a page', async () => {
    const answer = (await (await withPersons.request('/api/v1/events')).json()) as EventsAnswer
    expect([...answer.events[0]!.actors, ...answer.events[0]!.recipients].map(({ page }) => page)).toEqual([
      false,
      true,
    ])
  })
})

test('/api/v1/places draws no area as a point', async () => {
  const anbar = { ...EVENTS[0]!.place!, codebook: 'irq-anbar' }
  const app = createApp({
    ...fixtureDeps({ ...CHRONICLE, events: [{ ...EVENTS[0]!, place: anbar }] }),
    codebook: () => ({ places: [{ id: 'irq-anbar', type: 'province' }] }) as unknown as Codebook,
  })
  const answer = (await (await app.request('/api/v1/places')).json()) as PlacesAnswer
  expect(answer.places.map(({ precision }) => precision)).toEqual(['region'])
})

describe('/api/v1/openapi.json', () => {
  test('describes every address, and the answers are what it says', async () => {
    const { openapi, paths } = await json('/api/v1/openapi.json')
    expect(openapi).toBe('3.1.0')
    expect(paths['/api/v1/events'].get.parameters.map(({ name }: { name: string }) => name)).toContain(
      'minConfidence',
    )
    expect(paths['/api/v1/decisions'].post.requestBody.required).toBe(true)
    for (const { path } of ROUTES) expect(paths).toHaveProperty([`/api/v1${path}`])
  })

  test.each(ROUTES.filter(({ path }) => path !== '/changes').map((route) => [route.path, route] as const))(
    '%s answers by its schema',
    async (path, { answer }) => {
      const address = path
        .replace('/actors/{key}', `/actors/${encodeURIComponent(ACTOR_KEY)}`)
        .replace('/stories/{key}', `/stories/${SHELLING_EVENT.id}`)
        .replace('/search', '/search?q=Stadt')
      const response = await app.request(`/api/v1${address}`)
      expect(response.status).toBe(200)
      const body = await response.json()
      expect(answer.parse(body)).toEqual(body)
    },
  )
})

describe('twins', () => {
  test.each([
    ['/chronicle.json?type=ASSAULT', '/api/v1/events?type=ASSAULT'],
    [`/event/${SHELLING_EVENT.id}.json`, `/api/v1/events/${SHELLING_EVENT.id}`],
    [`/actor/${encodeURIComponent(ACTOR_KEY)}.json`, `/api/v1/actors/${encodeURIComponent(ACTOR_KEY)}`],
    ['/coverage.json', '/api/v1/coverage'],
    ['/positions.json', '/api/v1/positions'],
    [`/story/${SHELLING_EVENT.id}.json`, `/api/v1/stories/${SHELLING_EVENT.id}`],
  ])('%s is the twin of %s', async (twin, route) => {
    expect(await json(twin)).toEqual(await json(route))
  })

  test('.csv has a line an event, and no cell that a spreadsheet would run', async () => {
    const evil = { ...EVENTS[0]!, mentions: EVENTS[0]!.mentions.map((mention) => ({ ...mention })) }
    evil.mentions[0] = { ...evil.mentions[0]!, evidence: { from: 0, to: 5, quote: '=HYPERLINK("http://x")' } }
    const hostile = createApp(fixtureDeps({ ...CHRONICLE, events: [evil] }))
    const response = await hostile.request('/chronicle.csv')
    expect(response.headers.get('content-type')).toContain('text/csv')
    const lines = (await response.text()).trim().split('\n')
    expect(lines).toHaveLength(2)
    expect(lines[0]).toContain('id,date,type')
    expect(lines[1]).toContain(`"'=HYPERLINK`)
  })

  test.each([
    '/chronicle.md',
    '/figures.md',
    '/disputed.md',
    '/actors.md?lang=en',
    '/map.md',
    '/review.md',
    '/stories.md',
    '/series.md',
    '/stances.md',
    '/balance.md',
  ])('%s reads as a text, with what it stands on', async (path) => {
    const text = await (await app.request(path)).text()
    expect(text).toMatch(/^# /)
    expect(text).toContain('archiv/kaputt.warc')
  })
})

describe('/api/v1/decisions', () => {
  const accept = { kind: 'accept', event: SHELLING_EVENT.id, by: 'ada' }
  const post = (body: unknown, headers: Record<string, string> = {}, to = app) =>
    to.request('/api/v1/decisions', {
      method: 'POST',
      headers: { 'content-type': 'application/json', host: 'localhost', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    })
  const writing = () => {
    const decisions: Decision[] = []
    const deps = fixtureDeps()
    const store: ServeDeps['store'] = {
      ...deps.store,
      decisions: async () => decisions,
      decide: async (by, action, why = null) => {
        const id = `decision-${decisions.length}`
        const made = { id, by, why, action, recordedAt: `2026-11-21T08:00:0${decisions.length}.000Z` }
        decisions.push(made)
        return made
      },
    }
    return { decisions, app: createApp({ ...deps, store }) }
  }

  test('writes down, shows it in the journal, and takes it back', async () => {
    const { app, decisions } = writing()
    const response = await post(accept, {}, app)
    expect(response.status).toBe(201)
    expect(await response.json()).toMatchObject({ kind: 'accept', by: 'ada', events: [SHELLING_EVENT.id] })
    await post({ kind: 'undo', decision: null, by: 'ada' }, {}, app)
    expect(decisions.map(({ action }) => action.kind)).toEqual(['accept', 'undo'])
    const journal = (await (await app.request('/api/v1/journal')).json()) as JournalAnswer
    expect(journal.entries.map(({ kind }) => kind)).toEqual(['undo', 'accept'])
    expect(journal.entries[1]!.undoneBy).toBe('decision-1')
  })

  test.each<[string, unknown, Record<string, string>, number]>([
    ['a form of another site', accept, { 'content-type': 'text/plain' }, 415],
    ['another origin', accept, { origin: 'https://evil.example' }, 403],
    ['an origin that is none', accept, { origin: 'null' }, 403],
    ['a page of another site', accept, { 'sec-fetch-site': 'cross-site' }, 403],
    ['another host', accept, { host: 'evil.example' }, 403],
    ['a body that is too large', { ...accept, why: 'x'.repeat(70_000) }, { 'content-length': '70100' }, 413],
    ['a body that is no JSON', '{', {}, 400],
    ['a field that is none', { ...accept, colour: 'red' }, {}, 400],
    ['a kind that pages may not ask for', { kind: 'forget', text: 'x', by: 'ada' }, {}, 400],
    ['an event that is none', { ...accept, event: 'nobody-knows' }, {}, 404],
  ])('refuses %s', async (_, body, headers, status) => {
    const { app, decisions } = writing()
    expect((await post(body, headers, app)).status).toBe(status)
    expect(decisions).toEqual([])
  })

  test('is not there on a server that only reads', async () => {
    expect((await post(accept)).status).toBe(405)
  })
})

describe('a token', () => {
  const guarded = createApp({ ...fixtureDeps(), webRoot: fakeBuild(), token: 'open-sesame' })
  test.each([
    ['/', {}, 401],
    ['/api/v1/coverage', {}, 401],
    ['/api/v1/coverage', { authorization: 'Bearer open-sesame' }, 200],
    ['/api/v1/coverage', { authorization: 'Bearer open' }, 401],
    ['/api/v1/coverage', { cookie: 'lagebild-token=open-sesame' }, 200],
    ['/?token=wrong', {}, 401],
  ])('%s %j: %i', async (path, headers, status) => {
    expect((await guarded.request(path, { headers: headers as Record<string, string> })).status).toBe(status)
  })

  test('in the address becomes a cookie that no script reads', async () => {
    const response = await guarded.request('/map?type=AID&token=open-sesame')
    expect(response.status).toBe(303)
    expect(response.headers.get('location')).toBe('/map?type=AID')
    expect(response.headers.get('set-cookie')).toMatch(/HttpOnly.*SameSite=Strict/i)
  })
})

test('too many requests at once are refused, and let in again later', async () => {
  let time = 0
  const limited = new Hono()
  limited.onError((error, c) => answerProblem(c, error))
  limited.use(rateLimit({ burst: 3, perSecond: 1 }, () => time))
  limited.get('/', (c) => c.text('ok'))
  const ask = async () => (await limited.request('/')).status
  expect([await ask(), await ask(), await ask(), await ask()]).toEqual([200, 200, 200, 429])
  time += 1500
  expect([await ask(), await ask()]).toEqual([200, 429])
})

test('an ETag spares what has not changed', async () => {
  const first = await app.request('/api/v1/events')
  const etag = first.headers.get('etag')!
  const second = await app.request('/api/v1/events', { headers: { 'if-none-match': etag } })
  expect(second.status).toBe(304)
})

describe('pages', () => {
  test.each([
    '/',
    `/event/${SHELLING_EVENT.id}`,
    '/map',
    '/actors',
    '/actor/x',
    '/figures',
    '/disputed',
    '/review',
    '/search',
  ])('%s is the application', async (path) => {
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
  test.each(['/', '/api/v1/coverage', '/nothing', '/api/v1/events?colour=red'])(
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
    expect((await app.request('/api/v1/events', { method: 'POST' })).status).toBe(404)
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
    expect(await response.json()).toMatchObject({
      code: 'store-locked',
      detail: 'The store is locked',
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
