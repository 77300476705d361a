import { hashOf } from '../../base/ids.ts'
import type { Feed, FoundItem } from '../../store/feeds.ts'
import type { FeedItem } from './feed.ts'
import { wordsOf } from './feed-text.ts'

/** Parameters that say where a reader came from and not what is read. */
const TRACKING = /^(?:utm_\w+|wt_mc|at_medium|at_campaign|fbclid|gclid|xtor|cmpid|ns_mchannel)$/iu

/**
 * The items of a poll as the store keeps them. An item is known again by its address, whatever id the feed gives it; one without by its
 * id, else by its words. Where many share one address, as entries of a running blog do, the address tells nothing: then the id does.
 */
export function foundItems(feed: Pick<Feed, 'text'>, items: readonly FeedItem[]): FoundItem[] {
  const shared = sharedUrls(items)
  const found = new Map<string, FoundItem>()
  for (const item of items) {
    const { url, title, content } = item
    const isFull = feed.text === 'full' && url !== null
    if (!isFull && (title ?? '') === '' && content.trim() === '') continue
    const isShared = !isFull && url !== null && shared.has(plain(url))
    const words = hashOf('words', title, wordsOf(content))
    const own = item.id ?? words
    const key =
      url === null
        ? hashOf('item', own)
        : isShared
          ? hashOf('item', plain(url), own)
          : hashOf('item', isFull ? 'page' : 'entry', plain(url))
    // The first of those that are one and the same: feeds have the newest on top.
    if (found.has(key)) continue
    found.set(key, {
      key,
      // A page may change though its feed's words do not; what the feed itself says changes with its words alone.
      fingerprint: isFull ? hashOf(words, item.modified) : words,
      host: isFull ? new URL(url).host : '',
      body: {
        id: isShared ? `${plain(url)}#${own.slice(0, 60)}` : (url ?? item.id ?? key.slice(0, 16)),
        // Reports at one address are taken for states of one report.
        url: isShared ? null : url,
        ...{ title, content, published: item.published, outlet: item.outlet, language: item.language },
      },
    })
  }
  return [...found.values()]
}

function sharedUrls(items: readonly FeedItem[]): ReadonlySet<string> {
  const ids = new Map<string, Set<string>>()
  for (const { url, id, title } of items) {
    if (url === null) continue
    const known = ids.get(plain(url)) ?? new Set()
    ids.set(plain(url), known.add(id ?? title ?? ''))
  }
  return new Set([...ids].filter(([, own]) => own.size > 1).map(([url]) => url))
}

function plain(address: string): string {
  const url = new URL(address)
  url.hash = ''
  for (const name of [...url.searchParams.keys()]) if (TRACKING.test(name)) url.searchParams.delete(name)
  return url.href.replace(/\/$/u, '')
}
