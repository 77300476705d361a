import type { Feed, FeedState } from '../../store/feeds.ts'

/** Minutes between two polls where neither the user nor the feed says anything. */
const DEFAULT_EVERY = 10
/** A feed that asks for less is still asked so often, minutes. */
const MOST_ASKED = 240
const MINUTE = 60_000
/** Longest time between two polls of a feed that fails, in ms. */
const MAX_BACKOFF = 12 * 60 * MINUTE
/** Waits before an item's page is tried again, in ms; after the last the item is given up. */
const ITEM_RETRIES = [1, 5, 30, 120, 720].map((minutes) => minutes * MINUTE)

/** Minutes between two polls. */
export function everyOf(feed: Pick<Feed, 'every'>, { asks }: Pick<FeedState, 'asks'>): number {
  return feed.every ?? Math.min(Math.max(DEFAULT_EVERY, asks ?? 0), MOST_ASKED)
}

/** When a feed that answered is polled next: up to a tenth later than asked, so that not all feeds come at one moment. */
export function nextPoll(now: number, every: number, random: number): string {
  return timeOf(now + every * MINUTE * (1 + 0.1 * random))
}

/**
 * When a feed that failed is polled next: twice as late after every failure in a row, half of it by chance, and never before the server
 * wants to be asked.
 */
export function nextTry(
  now: number,
  every: number,
  errors: number,
  retryAfter: number | null,
  random: number,
): string {
  const most = Math.max(MAX_BACKOFF, every * MINUTE)
  const wait = Math.min(most, every * MINUTE * 2 ** Math.min(errors - 1, 20))
  return timeOf(now + Math.max(wait * (0.75 + 0.5 * random), (retryAfter ?? 0) * (1 + 0.05 * random)))
}

/** When an item is tried next; null when it is to be given up. @param tries that failed before this one */
export function nextItemTry(
  now: number,
  tries: number,
  retryAfter: number | null,
  random: number,
): string | null {
  const wait = ITEM_RETRIES[tries]
  if (wait === undefined) return null
  return timeOf(now + Math.max(wait * (0.75 + 0.5 * random), (retryAfter ?? 0) * (1 + 0.05 * random)))
}

function timeOf(ms: number): string {
  return new Date(Math.round(ms)).toISOString()
}
