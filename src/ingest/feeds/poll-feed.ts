import { LagebildError } from '../../base/errors.ts'
import type { ClaimedFeed, FeedState } from '../../store/feeds.ts'
import { decodeBytes } from '../decode.ts'
import { type Fetched, type FetchFailure, failed } from '../fetch-url.ts'
import type { ParsedFeed } from './feed.ts'
import { foundItems } from './found-items.ts'
import { newestOf } from './health.ts'
import { parseFeed } from './parse-feed.ts'
import { everyOf, nextPoll, nextTry } from './schedule.ts'
import type { PollDeps, PollStep } from './steps.ts'

const ACCEPT =
  'application/rss+xml, application/atom+xml, application/feed+json, application/rdf+xml, application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, */*;q=0.1'
const MAX_BYTES = 10 * 1024 * 1024
const GONE = 410

/** Asks a feed that is due and writes down what it brought; null when it was stopped before. */
export async function pollFeed(
  record: ClaimedFeed,
  { store, fetcher, clock }: PollDeps,
): Promise<PollStep | null> {
  const { feed, state } = record
  const { etag, lastModified } = state
  const fetched = await fetcher(state.address ?? feed.url, {
    accept: ACCEPT,
    maxBytes: MAX_BYTES,
    allowPrivate: feed.allowPrivate,
    ...(etag === null && lastModified === null ? {} : { known: { etag, lastModified } }),
  })
  if (fetched.kind === 'failed' && fetched.code === 'stopped') return null
  const now = clock.now()
  const at = new Date(now).toISOString()
  const jitter = clock.random()
  const parsed = fetched.kind === 'fetched' ? parsedOf(fetched) : fetched
  const step = { kind: 'feed' as const, feed: feed.url, added: 0, changed: 0, code: null, message: null }
  if (parsed.kind === 'failed') {
    const errors = state.errors + 1
    const { code, message, retryAfter, status } = parsed
    const next = status === GONE ? null : nextTry(now, everyOf(feed, state), errors, retryAfter, jitter)
    const failing = { ...state, lastPoll: at, nextPoll: next, errors, error: { code, message } }
    await store.feeds.polled(feed.url, failing, [], at)
    return { ...step, outcome: 'failed', code, message }
  }
  const good: FeedState = { ...state, lastPoll: at, lastSuccess: at, errors: 0 }
  if (parsed.kind === 'unchanged') {
    await store.feeds.polled(
      feed.url,
      { ...good, nextPoll: nextPoll(now, everyOf(feed, good), jitter) },
      [],
      at,
    )
    return { ...step, outcome: 'unchanged' }
  }
  const { title, asks, items, isTruncated } = parsed.feed
  const read: FeedState = {
    ...good,
    ...{ title, asks, newest: newestOf(items.map(({ published }) => published)), error: null },
    // What broke off has to be asked for again as a whole.
    ...(isTruncated ? { etag: null, lastModified: null, error: TRUNCATED } : parsed.validators),
    address: parsed.movedTo ?? state.address,
  }
  const next = nextPoll(now, everyOf(feed, read), jitter)
  const counts = await store.feeds.polled(feed.url, { ...read, nextPoll: next }, foundItems(feed, items), at)
  const outcome = counts.added + counts.changed > 0 ? 'new' : 'unchanged'
  return { ...step, ...counts, outcome, ...read.error }
}

const TRUNCATED = {
  code: 'feed-truncated',
  message: 'The feed breaks off; the items before were read. It is asked for as a whole the next time.',
}

type Parsed =
  | {
      readonly kind: 'parsed'
      readonly feed: ParsedFeed
      readonly movedTo: string | null
      readonly validators: Pick<FeedState, 'etag' | 'lastModified'>
    }
  | FetchFailure

function parsedOf({
  url,
  bytes,
  charset,
  movedTo,
  etag,
  lastModified,
}: Extract<Fetched, { kind: 'fetched' }>): Parsed {
  const decoded = decodeBytes(bytes, charset ?? declaredIn(bytes))
  if (decoded.kind === 'unread') return failed('feed-invalid', decoded.diagnostics[0]!.message)
  try {
    return { kind: 'parsed', feed: parseFeed(decoded.text, url), movedTo, validators: { etag, lastModified } }
  } catch (error) {
    if (error instanceof LagebildError) return failed(error.code, error.message)
    throw error
  }
}

/** The charset in an XML declaration; null where there is none. */
function declaredIn(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, 200)).toString('latin1')
  return (
    /^\s*<\?xml[^>]{0,100}encoding\s*=\s*["'](?<name>[\w.:-]{2,40})["']/u.exec(head)?.groups?.name ?? null
  )
}
