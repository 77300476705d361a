import assert from 'node:assert/strict'
import { textId } from '../base/ids.ts'
import { type Feed, type FeedState, type FoundItem, NEW_FEED, type ReadState } from './feeds.ts'
import type { Store } from './port.ts'

const NOW = '2014-01-05T10:00:00.000Z'
const LATER = '2014-01-05T11:00:00.000Z'
/** The store's own clock stamps what is settled. */
const AFTER_REREAD = () => new Date(Date.now() + 3_600_000).toISOString()

function feed(url: string, more: Partial<Feed> = {}): Feed {
  return { url, name: null, text: 'full', every: null, allowPrivate: [], addedAt: NOW, ...more }
}

function state(more: Partial<FeedState> = {}): FeedState {
  return { ...NEW_FEED, lastPoll: NOW, lastSuccess: NOW, nextPoll: LATER, ...more }
}

function found(key: string, fingerprint = 'f1', host = 'a.example'): FoundItem {
  const body = { id: key, url: `https://${host}/${key}`, title: key, content: fingerprint }
  return { key, fingerprint, host, body: { ...body, published: null, outlet: null, language: null } }
}

async function claimed(feeds: Store['feeds']): Promise<string[]> {
  const order: string[] = []
  for (let item = await feeds.claimItem(NOW, []); item; item = await feeds.claimItem(NOW, []))
    order.push(`${item.key} ${item.fingerprint}`)
  return order
}

const READ: ReadState = { text: textId('a'), etag: '"1"', lastModified: null }
const [A, B] = ['https://a.example/feed', 'https://b.example/feed']

export interface FeedCase {
  readonly name: string
  readonly run: (store: Store) => Promise<void>
}

/** What every store must do for feeds; part of the store contract. */
export const FEED_CONTRACT: readonly FeedCase[] = [
  {
    name: 'keeps feeds by their addresses, with new settings and the old state',
    async run({ feeds }) {
      await feeds.put(feed(B))
      await feeds.put(feed(A))
      await feeds.polled(A, state({ title: 'A', errors: 2 }), [], NOW)
      await feeds.put(feed(A, { name: 'Ah', addedAt: LATER }))
      const [first, second, ...more] = await feeds.list()
      assert.deepEqual(more, [])
      assert.deepEqual(first?.feed, feed(A, { name: 'Ah' }))
      assert.deepEqual([first?.state.title, first?.state.errors], ['A', 2])
      assert.deepEqual(second, { feed: feed(B), state: NEW_FEED, pending: 0, arrivals: [] })
      assert.deepEqual([await feeds.remove(A), await feeds.remove(A)], [true, false])
      assert.equal((await feeds.list()).length, 1)
    },
  },
  {
    name: 'gives a feed that is due to one only, until it is settled',
    async run({ feeds }) {
      await feeds.put(feed(A))
      assert.deepEqual(
        (await feeds.claimFeeds(NOW)).map(({ feed: { url } }) => url),
        [A],
      )
      assert.deepEqual(await feeds.claimFeeds(NOW), [])
      assert.deepEqual(await feeds.claimFeeds(NOW, true), [])
      await feeds.polled(A, state(), [], NOW)
      assert.deepEqual(await feeds.claimFeeds(NOW), [])
      assert.equal(await feeds.nextDue(), LATER)
      assert.equal((await feeds.claimFeeds(LATER)).length, 1)
      await feeds.polled(A, state(), [], NOW)
      assert.equal((await feeds.claimFeeds(NOW, true)).length, 1)
      await feeds.release(true)
      assert.equal((await feeds.claimFeeds(AFTER_REREAD())).length, 1)
    },
  },
  {
    name: 'polls a feed no more that is gone',
    async run({ feeds }) {
      await feeds.put(feed(A))
      await feeds.polled(A, state({ nextPoll: null }), [], NOW)
      assert.deepEqual([await feeds.claimFeeds(LATER), await feeds.claimFeeds(LATER, true)], [[], []])
      assert.equal(await feeds.nextDue(), null)
    },
  },
  {
    name: 'gives the items in the order of the feed',
    async run({ feeds }) {
      await feeds.put(feed(A))
      await feeds.polled(A, state(), [found('z'), found('x'), found('y')], NOW)
      assert.deepEqual(await claimed(feeds), ['z f1', 'x f1', 'y f1'])
    },
  },
  {
    name: 'tells new items, rewritten ones and known ones apart',
    async run({ feeds }) {
      await feeds.put(feed(A))
      assert.deepEqual(await feeds.polled(A, state(), [found('z'), found('y'), found('x')], NOW), {
        ...{ added: 3, changed: 0 },
      })
      assert.deepEqual(await feeds.polled(A, state(), [found('x', 'f2'), found('y'), found('w')], NOW), {
        ...{ added: 1, changed: 1 },
      })
      const [record] = await feeds.list()
      assert.equal(record?.pending, 4)
      assert.deepEqual((await claimed(feeds)).sort(), ['w f1', 'x f2', 'y f1', 'z f1'])
    },
  },
  {
    name: 'gives no item of a host that is busy',
    async run({ feeds }) {
      await feeds.put(feed(A))
      await feeds.polled(A, state(), [found('x'), found('y', 'f1', 'b.example')], NOW)
      const item = await feeds.claimItem(NOW, ['a.example'])
      assert.equal(item?.key, 'y')
      assert.equal(await feeds.claimItem(NOW, ['a.example']), null)
    },
  },
  {
    name: 'counts an item as read with its report, and as unread with the reason',
    async run(store) {
      const { feeds } = store
      await feeds.put(feed(A))
      await feeds.polled(A, state(), [found('x'), found('y')], NOW)
      const x = (await feeds.claimItem(NOW, []))!
      const y = (await feeds.claimItem(NOW, []))!
      await store.append([], { settled: [{ item: x, outcome: { kind: 'read', read: READ } }] })
      const reason = { id: 'y', code: 'paywall', message: 'm' }
      await store.append([], { unread: [reason], settled: [{ item: y, outcome: { kind: 'unread' } }] })
      assert.equal((await feeds.list())[0]?.pending, 0)
      assert.equal((await store.unread()).length, 1)
      await feeds.polled(A, state(), [found('x', 'f2')], NOW)
      assert.deepEqual((await feeds.claimItem(AFTER_REREAD(), []))?.read, READ)
    },
  },
  {
    name: 'leaves to be read what was rewritten while it was read',
    async run({ feeds }) {
      await feeds.put(feed(A))
      await feeds.polled(A, state(), [found('x')], NOW)
      const item = (await feeds.claimItem(NOW, []))!
      await feeds.polled(A, state(), [found('x', 'f2')], NOW)
      assert.equal(await feeds.claimItem(NOW, []), null)
      await feeds.settle([{ item, outcome: { kind: 'read', read: READ } }])
      assert.equal((await feeds.claimItem(AFTER_REREAD(), []))?.fingerprint, 'f2')
    },
  },
  {
    name: 'tries an item again when told to, and knows how often it was tried',
    async run({ feeds }) {
      await feeds.put(feed(A))
      await feeds.polled(A, state(), [found('x')], NOW)
      const item = (await feeds.claimItem(NOW, []))!
      await feeds.settle([{ item, outcome: { kind: 'retry', at: LATER } }])
      assert.equal(await feeds.claimItem(NOW, []), null)
      assert.equal((await feeds.claimItem(LATER, []))?.tries, 1)
    },
  },
  {
    name: 'knows how a page was read for another feed',
    async run({ feeds }) {
      for (const url of [A, B]) {
        await feeds.put(feed(url))
        await feeds.polled(url, state(), [found('x')], NOW)
      }
      const item = (await feeds.claimItem(NOW, []))!
      const other = item.feed.url === A ? B : A
      assert.equal(await feeds.readElsewhere('x', other, NOW), null)
      await feeds.settle([{ item, outcome: { kind: 'read', read: READ } }])
      assert.deepEqual(await feeds.readElsewhere('x', other, NOW), READ)
      assert.equal(await feeds.readElsewhere('x', item.feed.url, NOW), null)
      assert.equal(await feeds.readElsewhere('x', other, AFTER_REREAD()), null)
    },
  },
  {
    name: 'keeps no word of a text that is forgotten',
    async run(store) {
      const { feeds } = store
      await feeds.put(feed(A))
      await feeds.polled(A, state(), [found('x')], NOW)
      const item = (await feeds.claimItem(NOW, []))!
      await feeds.settle([{ item, outcome: { kind: 'read', read: READ } }])
      await feeds.polled(A, state(), [found('x', 'f2')], NOW)
      await store.forget('ada', { kind: 'forget', text: textId('a'), ids: [] })
      assert.equal(await feeds.claimItem(AFTER_REREAD(), []), null)
      assert.equal((await feeds.list())[0]?.pending, 0)
    },
  },
  {
    name: 'tells when items came',
    async run({ feeds }) {
      const now = new Date().toISOString()
      await feeds.put(feed(A))
      await feeds.polled(A, state(), [found('x'), found('y')], now)
      assert.deepEqual((await feeds.list())[0]?.arrivals, [{ at: now, items: 2 }])
    },
  },
  {
    name: 'remembers what hosts said',
    async run({ feeds }) {
      assert.equal(await feeds.host('https://a.example'), null)
      const memory = { robots: { text: 'User-agent: *', at: NOW }, holdUntil: LATER }
      await feeds.putHost('https://a.example', { robots: null, holdUntil: null })
      await feeds.putHost('https://a.example', memory)
      assert.deepEqual(await feeds.host('https://a.example'), memory)
    },
  },
]
