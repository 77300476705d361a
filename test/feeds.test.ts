import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openMemoryStore } from '../src/store/memory.ts'
import type { Store } from '../src/store/port.ts'
import { type Answer, page, rss, send, startWeb, status, tagged, type Web } from './support/bad-web.ts'
import { feedOf, type Polling, pollingOf, storedIn } from './support/polling.ts'

const MINUTE = 60_000
const XML = 'application/rss+xml; charset=utf-8'
const HTML = 'text/html; charset=utf-8'

let web: Web
let store: Store
let polling: Polling

beforeEach(async () => {
  web = await startWeb()
  store = await openMemoryStore()
  polling = pollingOf(store)
})
afterEach(async () => {
  await web.close()
  await store.close()
})

const put = (path: string, answer: Answer) => web.pages.set(path, answer)
const feed = async (path: string, more = {}) => {
  await store.feeds.put(feedOf(web.base + path, more))
}
const link = (path: string) => web.base + path
const standing = async () => (await store.feeds.list())[0]!.state

describe('a feed', () => {
  it('brings the pages behind its items, and nothing is fetched twice without need', async () => {
    put(
      '/feed',
      tagged(
        '"1"',
        send(
          XML,
          rss([
            { link: link('/a'), title: 'Fähre' },
            { link: link('/b'), title: 'Rat' },
          ]),
        ),
      ),
    )
    put('/a', send(HTML, page('Fähre')))
    put('/b', send(HTML, page('Rat')))
    await feed('/feed')
    const steps = await polling.poll()
    expect(steps.map(({ outcome }) => outcome).sort()).toEqual(['new', 'new', 'new'])
    expect((await polling.poll()).map(({ outcome }) => outcome)).toEqual(['unchanged'])
    expect(['/robots.txt', '/feed', '/a', '/b'].map(web.count)).toEqual([1, 2, 1, 1])
    const stored = await storedIn(store)
    expect(stored.map(({ url }) => url)).toEqual([link('/a'), link('/b')])
    expect(stored[0]!.text).toContain('der Betreiber der Fähre hörte ihnen zu')
  })

  it('may give its items other ids, and nothing is read again', async () => {
    await feed('/feed')
    put('/a', send(HTML, page('Fähre')))
    for (const id of ['1', '2', '3']) {
      put('/feed', send(XML, rss([{ link: `${link('/a')}?utm_source=${id}`, id, title: 'Fähre' }])))
      put(`/a?utm_source=${id}`, send(HTML, page('Fähre')))
      await polling.poll()
    }
    expect(await storedIn(store)).toHaveLength(1)
    expect(web.asked.filter((path) => path.startsWith('/a'))).toEqual(['/a?utm_source=1'])
  })

  it('may rewrite an old item: the page is read again, and its later state takes the place of the first', async () => {
    await feed('/feed')
    put('/feed', send(XML, rss([{ link: link('/a'), title: 'Drei Verletzte' }])))
    put('/a', tagged('"1"', send(HTML, page('die Fähre', 'Drei Leute wurden verletzt.'))))
    await polling.poll()
    polling.clock.skip(10 * MINUTE)
    put('/feed', send(XML, rss([{ link: link('/a'), title: 'Vier Verletzte' }])))
    put('/a', tagged('"2"', send(HTML, page('die Fähre', 'Vier Leute wurden verletzt.'))))
    await polling.poll()
    const stored = await storedIn(store)
    expect(stored.map(({ url }) => url)).toEqual([link('/a'), link('/a')])
    polling.clock.skip(10 * MINUTE)
    // The headline changes, the page does not.
    put('/feed', send(XML, rss([{ link: link('/a'), title: 'Wieder vier Verletzte' }])))
    expect((await polling.poll()).map(({ outcome }) => outcome)).toEqual(['new', 'same'])
    expect(await storedIn(store)).toHaveLength(2)
  })

  it('is read by its own text where the user wants that', async () => {
    await feed('/feed', { text: 'feed' })
    put(
      '/feed',
      send(
        XML,
        rss([
          {
            link: link('/a'),
            title: 'Fähre',
            text: '&lt;p&gt;Sie fährt.&lt;/p&gt;&lt;p&gt;&lt;a href="/"&gt;Mehr&lt;/a&gt;&lt;/p&gt;',
          },
        ]),
      ),
    )
    await polling.poll()
    expect(await storedIn(store)).toMatchObject([{ url: link('/a'), text: 'Fähre\nSie fährt.\nMehr\n' }])
    expect(web.asked).toEqual(['/robots.txt', '/feed'])
    put(
      '/feed',
      send(
        XML,
        rss([
          {
            link: link('/a'),
            title: 'Fähre',
            date: 'Tue, 03 Feb 2026 09:00:00 +0100',
            text: 'Sie fährt. Mehr',
          },
        ]),
      ),
    )
    await polling.poll()
    expect(await storedIn(store)).toHaveLength(1)
  })

  it('shares a page with another feed, and it is fetched once', async () => {
    put('/one', send(XML, rss([{ link: link('/a'), title: 'Fähre' }])))
    put('/two', send(XML, rss([{ link: link('/a'), title: 'Die Fähre', id: 'x' }])))
    put('/a', send(HTML, page('Fähre')))
    await feed('/one')
    await polling.poll()
    await feed('/two')
    expect((await polling.poll()).map(({ outcome }) => outcome).sort()).toEqual(['new', 'same', 'unchanged'])
    expect(web.count('/a')).toBe(1)
    expect((await store.feeds.list()).map(({ pending }) => pending)).toEqual([0, 0])
  })

  it('moves for good, and is asked at its new address', async () => {
    put('/old', status(301, { location: '/new' }))
    put('/new', send(XML, rss([])))
    await feed('/old')
    await polling.poll()
    await polling.poll()
    expect([web.count('/old'), web.count('/new')]).toEqual([1, 2])
    put('/new', status(410))
    await polling.poll()
    await polling.poll()
    expect([web.count('/new'), (await standing()).nextPoll]).toEqual([3, null])
  })
})

describe('what a site forbids', () => {
  it('is not fetched: what the feed tells is kept, and says so', async () => {
    put('/robots.txt', send('text/plain', 'User-agent: *\nDisallow: /a'))
    put('/feed', send(XML, rss([{ link: link('/a'), title: 'Fähre', text: 'Sie fährt wieder.' }])))
    put('/a', send(HTML, page('Fähre')))
    await feed('/feed')
    expect(await polling.poll()).toContainEqual(
      expect.objectContaining({ kind: 'item', code: 'robots-forbidden' }),
    )
    expect(web.count('/a')).toBe(0)
    expect(await storedIn(store)).toMatchObject([
      { text: 'Fähre\nSie fährt wieder.\n', codes: ['full-text-missing'] },
    ])
  })
  it('counts for the feed as well', async () => {
    put('/robots.txt', send('text/plain', 'User-agent: lagebild\nDisallow: /'))
    await feed('/feed')
    expect(await polling.poll()).toMatchObject([{ outcome: 'failed', code: 'robots-forbidden' }])
    expect(web.count('/feed')).toBe(0)
  })
  it('is not known while robots.txt cannot be had, so nothing is fetched', async () => {
    put('/robots.txt', status(500))
    put('/feed', send(XML, rss([])))
    await feed('/feed')
    expect(await polling.poll()).toMatchObject([{ outcome: 'failed', code: 'robots-unreachable' }])
    put('/robots.txt', status(404))
    expect(await polling.poll()).toMatchObject([{ outcome: 'failed' }])
    polling.clock.skip(11 * MINUTE)
    expect(await polling.poll()).toMatchObject([{ outcome: 'unchanged' }])
    expect([web.count('/robots.txt'), web.count('/feed')]).toEqual([2, 1])
  })
  it('is asked in its own time: Retry-After holds for the whole host', async () => {
    put('/feed', status(429, { 'retry-after': '600' }))
    put('/other', send(XML, rss([])))
    await feed('/feed')
    expect(await polling.poll()).toMatchObject([{ outcome: 'failed', code: 'too-many-requests' }])
    const wait = Date.parse((await standing()).nextPoll!) - polling.clock.now()
    expect(wait).toBeGreaterThan(9 * MINUTE)
    await feed('/other')
    const later = pollingOf(store)
    // Another process knows it too, and even whoever asks for all leaves the host alone.
    for (const one of [polling, later]) await one.poll()
    expect([web.count('/feed'), web.count('/other')]).toEqual([1, 0])
  })
})

describe('a bad web', () => {
  const endless: Answer = (_request, response) => {
    response.writeHead(200, { 'content-type': XML })
    const chunk = 'x'.repeat(1 << 20)
    const more = () => {
      while (!response.destroyed && response.write(chunk));
    }
    response.on('drain', more)
    more()
  }
  const slow: Answer = (_request, response) => {
    response.writeHead(200, { 'content-type': XML })
    const timer = setInterval(() => response.write(' '), 50)
    response.on('close', () => clearInterval(timer))
  }
  it.each<readonly [string, Answer, string]>([
    ['a body without end', endless, 'too-large'],
    ['a body that drips', slow, 'timeout'],
    ['no answer at all', () => {}, 'timeout'],
    [
      'a bomb of zeros',
      send(XML, gzipSync(Buffer.alloc(30 << 20)), { 'content-encoding': 'gzip' }),
      'too-large',
    ],
    ['what is no gzip', send(XML, 'x', { 'content-encoding': 'gzip' }), 'not-fetched'],
    ['a circle of redirects', status(302, { location: '/feed' }), 'http-error'],
    ['a redirect out of the web', status(302, { location: 'file:///etc/hostname' }), 'bad-url'],
    ['a redirect to nowhere', status(302, { location: 'http://' }), 'bad-url'],
    ['a page', send(HTML, page('Fähre')), 'feed-invalid'],
    ['a picture', send('image/png', Buffer.from([0x89, 0x50, 0, 0, 1])), 'feed-invalid'],
    ['an error', status(500), 'http-error'],
    ['a connection that breaks', (_request, response) => response.socket?.destroy(), 'not-fetched'],
  ])('sends %s: the feed fails, comes later, and others go on', async (_, answer, code) => {
    put('/feed', answer)
    put('/well', send(XML, rss([{ link: link('/a'), title: 'Fähre', text: 'Sie fährt.' }])))
    await feed('/feed')
    await feed('/well', { text: 'feed' })
    const steps = await polling.poll()
    expect(steps).toContainEqual(expect.objectContaining({ feed: link('/feed'), outcome: 'failed', code }))
    expect(await storedIn(store)).toHaveLength(1)
    const state = await standing()
    expect([state.errors, state.error?.code, state.lastSuccess]).toEqual([1, code, null])
    expect(Date.parse(state.nextPoll!)).toBeGreaterThan(polling.clock.now())
  })

  it('breaks off in the middle: what is whole is read, and the rest is asked for again', async () => {
    const whole = rss([
      { link: link('/a'), title: 'Eins' },
      { link: link('/b'), title: 'Zwei' },
    ])
    put('/feed', tagged('"1"', send(XML, whole.slice(0, whole.indexOf('Zwei') + 2))))
    await feed('/feed', { text: 'feed' })
    expect(await polling.poll()).toContainEqual(expect.objectContaining({ added: 1, code: 'feed-truncated' }))
    expect(await standing()).toMatchObject({ etag: null, errors: 0, error: { code: 'feed-truncated' } })
    put('/feed', tagged('"1"', send(XML, whole)))
    await polling.poll()
    expect((await storedIn(store)).map(({ text }) => text)).toEqual(['Eins\n', 'Zwei\n'])
  })

  it.each<readonly [string, string, BufferEncoding, string]>([
    ['calls Latin-1 UTF-8', 'application/rss+xml; charset=utf-8', 'latin1', 'utf-8'],
    ['names Latin-1 only in the document', 'application/xml', 'latin1', 'iso-8859-1'],
    ['calls UTF-8 Latin-1', 'text/xml; charset=iso-8859-1', 'utf8', 'iso-8859-1'],
  ])('%s', async (_, type, encoding, declared) => {
    const text = rss([{ link: link('/a'), title: 'Grüße über die Brücke', text: 'Öl' }]).replace(
      'utf-8',
      declared,
    )
    put('/feed', send(type, Buffer.from(text, encoding)))
    await feed('/feed', { text: 'feed' })
    await polling.poll()
    expect(await storedIn(store)).toMatchObject([{ text: 'Grüße über die Brücke\nÖl\n' }])
  })

  it('loses a page for a while: it is tried again, though the feed does not list it any more', async () => {
    put('/feed', send(XML, rss([{ link: link('/a'), title: 'Fähre', text: 'kurz' }])))
    put('/a', status(503))
    await feed('/feed')
    expect(await polling.poll()).toContainEqual(expect.objectContaining({ kind: 'item', outcome: 'later' }))
    put('/feed', send(XML, rss([])))
    put('/a', send(HTML, page('Fähre')))
    polling.clock.skip(2 * MINUTE)
    await polling.poll(false)
    const [stored] = await storedIn(store)
    expect(stored?.text).toContain('der Betreiber der Fähre')
    expect(stored?.codes).not.toContain('full-text-missing')
  })

  it('brings a text on which the reader breaks: it is tried again, and in the end is unread', async () => {
    put('/feed', send(XML, rss([{ link: link('/a'), title: 'Fähre' }])))
    await feed('/feed', { text: 'feed' })
    const broken = pollingOf(store, {}, async () => {
      throw new Error('kaputt')
    })
    expect(await broken.poll()).toContainEqual(
      expect.objectContaining({ outcome: 'later', code: 'read-failed' }),
    )
    for (let n = 0; n < 5; n++) {
      broken.clock.skip(24 * 60 * MINUTE)
      await broken.poll(false)
    }
    expect(await store.unread()).toMatchObject([{ id: link('/a'), code: 'read-failed' }])
  })

  it('never gives a page: in the end what the feed tells is kept', async () => {
    put(
      '/feed',
      send(
        XML,
        rss([
          { link: link('/a'), title: 'Fähre', text: 'Sie fährt.' },
          { link: link('/b'), title: 'Rat', text: 'Er tagt.' },
        ]),
      ),
    )
    put('/a', status(404))
    put('/b', status(503))
    await feed('/feed')
    await polling.poll()
    for (let n = 0; n < 6; n++) {
      polling.clock.skip(24 * 60 * MINUTE)
      await polling.poll(false)
    }
    expect(await storedIn(store)).toMatchObject([
      { text: 'Fähre\nSie fährt.\n', codes: ['full-text-missing'] },
      { text: 'Rat\nEr tagt.\n', codes: ['full-text-missing'] },
    ])
    expect([web.count('/a'), web.count('/b')]).toEqual([1, 6])
  })
})

describe('private networks', () => {
  const resolve = async () => ['127.0.0.1']
  const named = (name: string, path: string) => web.base.replace('127.0.0.1', name) + path
  const poll = async (allowPrivate: string[]) => {
    await store.feeds.put(feedOf(named('uferblatt.test', '/feed'), { allowPrivate }))
    return pollingOf(store, { resolve }).poll()
  }
  it('are refused, by the address that a name stands for', async () => {
    put('/feed', send(XML, rss([])))
    expect(await poll([])).toMatchObject([{ outcome: 'failed', code: 'private-address' }])
    expect(web.asked).toEqual([])
  })
  it('are refused behind a redirect and behind an item, and read where they are allowed by name', async () => {
    put('/feed', send(XML, rss([{ link: named('innen.test', '/a'), title: 'Fähre', text: 'Sie fährt.' }])))
    expect(await poll(['uferblatt.test'])).toContainEqual(
      expect.objectContaining({ kind: 'item', code: 'private-address' }),
    )
    put('/feed', status(302, { location: named('innen.test', '/feed2') }))
    put('/feed2', send(XML, rss([])))
    expect(await poll(['uferblatt.test'])).toMatchObject([{ code: 'private-address' }])
    expect(await poll(['uferblatt.test', 'innen.test'])).toMatchObject([{ outcome: 'unchanged' }])
    expect(web.asked).not.toContain('/a')
  })
})
