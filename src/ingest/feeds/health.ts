import { instantOf } from '../../chronicle/published.ts'
import type { FeedRecord } from '../../store/feeds.ts'
import { everyOf } from './schedule.ts'

/**
 * `waiting`: not polled yet; `failing`: the last poll failed; `quiet`: it answers, but has brought nothing for unusually long; `overdue`:
 * nobody polls it; `gone`: its server says that it is no more, so it is not polled.
 */
export const FEED_STANDINGS = ['waiting', 'ok', 'quiet', 'failing', 'overdue', 'gone'] as const
export type FeedStanding = (typeof FEED_STANDINGS)[number]

/** How a feed is. Times are ISO 8601 UTC. */
export interface FeedHealth {
  readonly url: string
  readonly name: string
  readonly text: 'full' | 'feed'
  /** Minutes between two polls. */
  readonly every: number
  readonly standing: FeedStanding
  readonly lastPoll: string | null
  readonly lastSuccess: string | null
  readonly nextPoll: string | null
  /** When it last brought something new, of the last 30 days. */
  readonly lastItem: string | null
  /** Publication of the newest item that it lists, EDTF. */
  readonly newest: string | null
  /** New items a day since it was added, at most over 30 days, without those that it listed at first; null before a day is over. */
  readonly itemsADay: number | null
  /** Since when it has been quiet; null while it is not. */
  readonly quietSince: string | null
  /** Items that are still to be read. */
  readonly pending: number
  /** Failures in a row. */
  readonly errors: number
  readonly error: { readonly code: string; readonly message: string } | null
}

const HOUR = 3_600_000
const DAY = 24 * HOUR
/** Nothing is unusual before this. */
const LEAST_SILENCE = 12 * HOUR
/** What counts as unusual where too little is known of the feed's own habit. */
const UNKNOWN_SILENCE = 7 * DAY
/** Arrivals by which a habit is known. */
const HABIT = 5
/** A feed is overdue when it should have been polled so long ago. */
const OVERDUE = HOUR

export function healthOf({ feed, state, pending, arrivals }: FeedRecord, now: number): FeedHealth {
  const { lastPoll, lastSuccess, nextPoll, newest, errors, error } = state
  const lastItem = arrivals.at(-1)?.at ?? null
  const quietSince = silence(arrivals, feed.addedAt, lastSuccess)
  const health = { url: feed.url, name: nameOf(feed, state), text: feed.text, every: everyOf(feed, state) }
  const standing: FeedStanding =
    nextPoll === null
      ? 'gone'
      : now - Math.max(Date.parse(nextPoll), Date.parse(feed.addedAt)) > OVERDUE
        ? 'overdue'
        : errors > 0
          ? 'failing'
          : lastPoll === null
            ? 'waiting'
            : quietSince !== null
              ? 'quiet'
              : 'ok'
  return {
    ...health,
    ...{ standing, lastPoll, lastSuccess, nextPoll: lastPoll === null ? null : nextPoll, lastItem, newest },
    ...{ itemsADay: rateOf(arrivals, feed.addedAt, now), quietSince, pending, errors, error },
  }
}

export function nameOf(
  { name, url }: FeedRecord['feed'],
  { title }: Pick<FeedRecord['state'], 'title'>,
): string {
  return name ?? title ?? (URL.canParse(url) ? new URL(url).host : url)
}

/**
 * Since when nothing came, where that is unusual: twice the longest gap that the feed itself has had in the last 30 days, half a day at
 * least. Counted up to the last good poll: while nobody asks, nothing can come.
 */
function silence(
  arrivals: FeedRecord['arrivals'],
  addedAt: string,
  lastSuccess: string | null,
): string | null {
  if (lastSuccess === null) return null
  const times = arrivals.map(({ at }) => Date.parse(at))
  const last = times.at(-1) ?? Date.parse(addedAt)
  const gaps = times.slice(1).map((time, i) => time - times[i]!)
  const usual = times.length < HABIT ? UNKNOWN_SILENCE : Math.max(LEAST_SILENCE, 2 * Math.max(...gaps))
  return Date.parse(lastSuccess) - last > usual ? new Date(last).toISOString() : null
}

function rateOf(arrivals: FeedRecord['arrivals'], addedAt: string, now: number): number | null {
  const start = Math.max(Date.parse(addedAt), now - 30 * DAY)
  const days = (now - start) / DAY
  if (days < 1) return null
  // What the feed listed when it was added did not come in a day.
  const isFirst = arrivals.length > 0 && Date.parse(arrivals[0]!.at) - Date.parse(addedAt) < DAY
  const counted = isFirst && Date.parse(addedAt) >= now - 30 * DAY ? arrivals.slice(1) : arrivals
  const items = counted.reduce((sum, one) => sum + one.items, 0)
  return Math.round((items / days) * 10) / 10
}

/** The newest of some publications, EDTF; null when none is known. */
export function newestOf(dates: readonly (string | null)[]): string | null {
  let newest: string | null = null
  for (const date of dates)
    if (date !== null && (newest === null || instantOf(date) > instantOf(newest))) newest = date
  return newest
}
