import { textId } from '../../base/ids.ts'
import type { RawDocument } from '../../document/document.ts'
import type { Report } from '../../document/report.ts'
import type { ClaimedItem, ItemOutcome, ReadState } from '../../store/feeds.ts'
import { fetchedItems } from '../url-items.ts'
import { completed, feedDocument, fullTextMissing } from './item-document.ts'
import { nextItemTry } from './schedule.ts'
import type { PollDeps, PollStep } from './steps.ts'

/** A page that was read for another feed so short a time ago is not fetched again, in ms. */
const READ_ELSEWHERE = 24 * 3_600_000

/** What there is to read of an item, or why there is nothing now. */
type Had =
  | {
      readonly kind: 'document'
      readonly document: RawDocument
      readonly read: Omit<ReadState, 'text'>
      /** Why it is not the page. */
      readonly code?: string
      readonly message?: string
    }
  | { readonly kind: 'known'; readonly read: ReadState }
  | { readonly kind: 'later'; readonly at: string; readonly code: string; readonly message: string }
  | { readonly kind: 'none'; readonly code: string; readonly message: string }
  | { readonly kind: 'stopped' }

/** Reads an item and stores its report; it counts as read only in the transaction that stores it. Null when it was stopped before. */
export async function readItem(item: ClaimedItem, deps: PollDeps): Promise<PollStep | null> {
  const { store } = deps
  const had = await itemText(item, deps)
  const step = { kind: 'item' as const, feed: item.feed.url, id: item.body.id, code: null, message: null }
  const settled = (outcome: ItemOutcome) => [{ item, outcome }]
  const settleWithout = async (why: Extract<Had, { kind: 'later' | 'none' }>): Promise<PollStep> => {
    const { code, message } = why
    if (why.kind === 'later') await store.feeds.settle(settled({ kind: 'retry', at: why.at }))
    else
      await store.append([], {
        unread: [{ id: item.body.id, code, message }],
        settled: settled({ kind: 'unread' }),
      })
    return { ...step, outcome: why.kind === 'later' ? 'later' : 'unread', code, message }
  }
  switch (had.kind) {
    case 'stopped':
      return null
    case 'known':
      await store.feeds.settle(settled({ kind: 'read', read: had.read }))
      return { ...step, outcome: 'same' }
    case 'later':
    case 'none':
      return settleWithout(had)
    case 'document': {
      const text = textId(had.document.text)
      const read = { ...had.read, text }
      // The same words at the same address are nothing new, whatever the feed thinks.
      if (item.read?.text === text) {
        await store.feeds.settle(settled({ kind: 'read', read }))
        return { ...step, outcome: 'same' }
      }
      const report = await readOrWhyNot(had.document, deps)
      if (typeof report === 'string') {
        const failure = { code: 'read-failed', message: `It could not be read: ${report}` }
        const at = nextItemTry(deps.clock.now(), item.tries, null, deps.clock.random())
        return settleWithout(at === null ? { kind: 'none', ...failure } : { kind: 'later', at, ...failure })
      }
      const [appended] = await store.append([report], { settled: settled({ kind: 'read', read }) })
      const { code = null, message = null } = had
      return { ...step, outcome: appended!.outcome, code, message }
    }
    default:
      return had satisfies never
  }
}

/** A report, or why there is none: one bad text must not stop the others, nor come again for ever. */
async function readOrWhyNot(document: RawDocument, { read }: PollDeps): Promise<Report | string> {
  try {
    return await read(document)
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

async function itemText(item: ClaimedItem, deps: PollDeps): Promise<Had> {
  const { feed, body } = item
  const fetchedAt = new Date(deps.clock.now()).toISOString()
  const none = { etag: null, lastModified: null }
  if (feed.text === 'feed' || body.url === null) {
    const document = feedDocument(item, fetchedAt)
    return document === null
      ? { kind: 'none', code: 'empty', message: 'The feed has no text for it.' }
      : { kind: 'document', document, read: none }
  }
  return (await pageText(item, body.url, fetchedAt, deps)) ?? { kind: 'stopped' }
}

async function pageText(
  item: ClaimedItem,
  url: string,
  fetchedAt: string,
  { store, fetcher, clock }: PollDeps,
): Promise<Had | null> {
  const { feed, key, tries, read } = item
  if (read === null) {
    const since = new Date(clock.now() - READ_ELSEWHERE).toISOString()
    const elsewhere = await store.feeds.readElsewhere(key, feed.url, since)
    if (elsewhere !== null) return { kind: 'known', read: elsewhere }
  }
  const hasValidators = read !== null && (read.etag !== null || read.lastModified !== null)
  const { allowPrivate } = feed
  const fetched = await fetcher(url, { allowPrivate, ...(hasValidators ? { known: read } : {}) })
  if (fetched.kind === 'unchanged') return { kind: 'known', read: read! }
  const withoutPage = (code: string, message: string): Had => {
    const document = feedDocument(item, fetchedAt, [fullTextMissing(message)])
    if (document === null) return { kind: 'none', code, message }
    return { kind: 'document', document, read: { etag: null, lastModified: null }, code, message }
  }
  if (fetched.kind === 'failed') {
    const { code, message, transient, retryAfter } = fetched
    if (code === 'stopped') return null
    const at = transient ? nextItemTry(clock.now(), tries, retryAfter, clock.random()) : null
    if (at !== null) return { kind: 'later', at, code, message }
    // What is known from before is more than the feed's few words.
    if (read !== null && read.text !== null) return { kind: 'known', read }
    return withoutPage(code, message)
  }
  for await (const found of fetchedItems(url, fetched, { fetched: fetchedAt, allowPrivate }, fetcher)) {
    if (found.kind === 'unread') {
      const { code, message } = found.diagnostics.at(-1)!
      return read?.text ? { kind: 'known', read } : withoutPage(code, message)
    }
    const { etag, lastModified } = fetched
    return { kind: 'document', document: completed(found.document, item), read: { etag, lastModified } }
  }
  return withoutPage('empty', 'There is no text at its address.')
}
