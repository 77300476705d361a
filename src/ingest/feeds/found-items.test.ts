import { describe, expect, it } from 'vitest'
import type { FeedItem } from './feed.ts'
import { foundItems } from './found-items.ts'

const item = (more: Partial<FeedItem>): FeedItem => ({
  ...{ id: null, url: 'https://uferblatt.example/faehre', title: 'Fähre', content: '<p>Sie fährt.</p>' },
  ...{ published: null, modified: null, outlet: null, language: null, ...more },
})
const keys = (text: 'full' | 'feed', ...items: FeedItem[]) =>
  items.map((one) => foundItems({ text }, [one])[0]!).map(({ key, fingerprint }) => `${key} ${fingerprint}`)

describe('an item is known again', () => {
  it.each([
    ['under another id', { id: 'b' }],
    ['published later', { published: '2026-02-03' }],
    [
      'with where the reader comes from',
      { url: 'https://uferblatt.example/faehre?utm_source=rss&fbclid=x#top' },
    ],
    ['with other markup', { content: 'Sie  <b>fährt.</b><img src="https://zaehl.example/1.gif">' }],
  ])('%s', (_, more) => {
    for (const text of ['full', 'feed'] as const)
      expect(new Set(keys(text, item({}), item(more))).size).toBe(1)
  })
  it('by its id where it has no address, else by its words', () => {
    const [a, b] = keys('feed', item({ url: null, id: '1' }), item({ url: null, id: '1', title: 'Neu' }))
    expect(a!.slice(0, 64)).toBe(b!.slice(0, 64))
    expect(a).not.toBe(b)
    const [c, d] = keys('feed', item({ url: null }), item({ url: null, title: 'Neu' }))
    expect(c!.slice(0, 64)).not.toBe(d!.slice(0, 64))
  })
})

describe('an item counts as rewritten', () => {
  const same = (text: 'full' | 'feed', more: Partial<FeedItem>) =>
    new Set(keys(text, item({}), item(more))).size === 1
  it('by its words', () => {
    expect([same('full', { title: 'Die Fähre' }), same('feed', { content: 'Sie steht.' })]).toEqual([
      false,
      false,
    ])
  })
  it('by the feed’s word where its page is read, for that may have changed alone', () => {
    expect([same('full', { modified: '2026-02-03' }), same('feed', { modified: '2026-02-03' })]).toEqual([
      false,
      true,
    ])
  })
})

describe('foundItems', () => {
  it('keeps entries at one address apart where the feed’s text is read, without the address', () => {
    const items = [item({ id: '1', title: 'Eins' }), item({ id: '2', title: 'Zwei' })]
    const found = foundItems({ text: 'feed' }, items)
    expect(found.map(({ body }) => [body.id, body.url])).toEqual([
      ['https://uferblatt.example/faehre#1', null],
      ['https://uferblatt.example/faehre#2', null],
    ])
    expect(new Set(found.map(({ key }) => key)).size).toBe(2)
    expect(foundItems({ text: 'full' }, items)).toHaveLength(1)
  })
  it('leaves out what tells nothing', () => {
    expect(foundItems({ text: 'feed' }, [item({ url: null, title: null, content: ' ' })])).toEqual([])
  })
})
