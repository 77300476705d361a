import { describe, expect, it } from 'vitest'
import { type Feed, type FeedRecord, type FeedState, NEW_FEED } from '../../store/feeds.ts'
import { healthOf } from './health.ts'

const HOUR = 3_600_000
const NOW = Date.UTC(2026, 1, 20, 12)
const ago = (hours: number) => new Date(NOW - hours * HOUR).toISOString()
const FEED: Feed = {
  ...{ url: 'https://a.example/feed', name: null, text: 'full', every: null, allowPrivate: [] },
  addedAt: ago(240),
}

function record(state: Partial<FeedState>, arrivals: readonly number[] = [], items = 2): FeedRecord {
  const polled = { lastPoll: ago(0.1), lastSuccess: ago(0.1), nextPoll: ago(-0.1) }
  return {
    ...{ feed: FEED, state: { ...NEW_FEED, ...polled, ...state }, pending: 0 },
    arrivals: arrivals.map((hours) => ({ at: ago(hours), items })),
  }
}

describe('the health of a feed', () => {
  const day = [240, 96, 90, 84, 78, 72, 48, 40, 24, 20, 4]
  it.each<readonly [string, FeedRecord, string]>([
    [
      'waiting before its first poll',
      { ...record(NEW_FEED), feed: { ...FEED, addedAt: ago(0.1) } },
      'waiting',
    ],
    ['well', record({}, day), 'ok'],
    ['failing', record({ errors: 2 }, day), 'failing'],
    ['gone', record({ nextPoll: null, errors: 1 }, day), 'gone'],
    ['overdue when nobody polls it', record({ nextPoll: ago(5) }, day), 'overdue'],
    ['overdue when it never was polled', record(NEW_FEED), 'overdue'],
    [
      'quiet when it brings nothing for far longer than it ever did',
      record({}, [100, 98, 97, 96, 95, 94]),
      'quiet',
    ],
    ['not quiet after a gap like its others', record({}, [100, 70, 69, 50, 49, 20]), 'ok'],
    ['not quiet after a night', record({}, [40, 39, 38, 37, 36, 11]), 'ok'],
    ['not quiet while its habit is not known', record({}, [100, 99]), 'ok'],
    ['quiet after a week without a word', record({}, []), 'quiet'],
  ])('is %s', (_, given, standing) => expect(healthOf(given, NOW).standing).toBe(standing))

  it('says since when it has been quiet, and does not count a time in which nobody asked', () => {
    const arrivals = [100, 98, 97, 96, 95, 94]
    expect(healthOf(record({}, arrivals), NOW).quietSince).toBe(ago(94))
    expect(healthOf(record({ lastSuccess: ago(90) }, arrivals), NOW).quietSince).toBeNull()
  })
  it('counts items a day without those that the feed listed at first', () => {
    expect(healthOf(record({}, [239, 50, 20]), NOW).itemsADay).toBe(0.4)
    expect(healthOf({ ...record({}), feed: { ...FEED, addedAt: ago(3) } }, NOW).itemsADay).toBeNull()
  })
  it('is named by the user, else by itself, else by its host', () => {
    const name = (own: string | null, title: string | null) =>
      healthOf({ ...record({ title }), feed: { ...FEED, name: own } }, NOW).name
    expect([name('Mein', 'T'), name(null, 'T'), name(null, null)]).toEqual(['Mein', 'T', 'a.example'])
  })
})
