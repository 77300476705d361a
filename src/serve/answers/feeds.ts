import type { Chronicle } from '../../chronicle/types.ts'
import { FEED_STANDINGS, type FeedHealth, healthOf } from '../../ingest/feeds/health.ts'
import type { FeedsAnswer } from '../api.ts'
import type { ServeDeps } from '../deps.ts'
import { standingOf } from './standing.ts'

export async function feedsAnswer({ feedsOf }: ServeDeps, chronicle: Chronicle): Promise<FeedsAnswer> {
  const now = Date.now()
  const records = (await feedsOf?.()) ?? []
  const feeds = records.map((record) => healthOf(record, now)).sort(byNeed)
  return { ...standingOf(chronicle), feeds }
}

const CALM = new Set(['ok', 'waiting'])

function byNeed(a: FeedHealth, b: FeedHealth): number {
  const [left, right] = [a, b].map(({ standing }) => (CALM.has(standing) ? 1 : 0))
  return (
    left! - right! || FEED_STANDINGS.indexOf(a.standing) - FEED_STANDINGS.indexOf(b.standing) || compare(a, b)
  )
}

function compare(a: FeedHealth, b: FeedHealth): number {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0
}
