import {
  type AnyFeed,
  type AtomFeed,
  type JsonFeed,
  MalformedError,
  parseFeed as parse,
  type RssFeed,
} from 'feedsmith'
import { LagebildError } from '../../base/errors.ts'
import { edtfOf } from '../html/date-values.ts'
import { type FeedItem, MAX_ITEMS, type ParsedFeed } from './feed.ts'
import { asHtml, plainText } from './feed-text.ts'
import { absolute, resolved } from './links.ts'
import { isSitemap, parseSitemap } from './sitemap.ts'

/**
 * RSS, Atom, RDF, JSON Feed or a news sitemap. What breaks off is read as far as its items are whole.
 *
 * @param address where it was found: relative addresses hang on it
 * @throws LagebildError `feed-invalid`, `feed-is-index`
 */
export function parseFeed(text: string, address: string): ParsedFeed {
  if (isSitemap(text)) return parseSitemap(text, address)
  try {
    return normalised(parse(text, { maxItems: MAX_ITEMS }), address, false)
  } catch (error) {
    const whole = error instanceof MalformedError ? wholeItems(text) : null
    if (whole !== null) {
      try {
        return normalised(parse(whole, { maxItems: MAX_ITEMS }), address, true)
      } catch (again) {
        throw invalid(again)
      }
    }
    throw invalid(error)
  }
}

function invalid(error: unknown): LagebildError {
  const { cause } = error as { cause?: unknown }
  const why = cause instanceof Error ? ` (${cause.message.slice(0, 120)})` : ''
  return new LagebildError(
    'feed-invalid',
    `What stands there is no RSS, Atom, RDF, JSON Feed or news sitemap${why}`,
    'Look for the feed’s address on the site; a page of the site is none.',
    { cause: error },
  )
}

const ENDS = [
  ['</item>', '<rdf:RDF', '</rdf:RDF>'],
  ['</item>', '<rss', '</channel></rss>'],
  ['</entry>', '<feed', '</feed>'],
] as const

/** A feed that broke off, closed behind its last whole item; null when none is whole. */
function wholeItems(text: string): string | null {
  for (const [item, start, end] of ENDS) {
    const last = text.lastIndexOf(item)
    if (last >= 0 && text.slice(0, 5000).includes(start)) return text.slice(0, last + item.length) + end
  }
  return null
}

function normalised(found: AnyFeed, address: string, isTruncated: boolean): ParsedFeed {
  const { feed, format } = found
  const sy = 'sy' in feed ? feed.sy : undefined
  const own = {
    title: titleOf(found),
    asks: (format === 'rss' ? feed.ttl : undefined) ?? periodOf(sy?.updatePeriod, sy?.updateFrequency),
    isTruncated,
  }
  switch (found.format) {
    case 'rss':
      return {
        ...own,
        items: (found.feed.items ?? []).map((item) => rssItem(item, address, found.feed.language)),
      }
    case 'rdf':
      return { ...own, items: (found.feed.items ?? []).map((item) => rssItem(item, address, undefined)) }
    case 'atom': {
      const base = resolved(found.feed.xml?.base, address) ?? address
      return {
        ...own,
        items: (found.feed.entries ?? []).map((entry) => atomItem(entry, base, found.feed.xml?.lang)),
      }
    }
    case 'json':
      return {
        ...own,
        items: (found.feed.items ?? []).map((item) => jsonItem(item, address, found.feed.language)),
      }
    default:
      throw found satisfies never
  }
}

function titleOf({ format, feed }: AnyFeed): string | null {
  const title = format === 'atom' ? feed.title?.value : feed.title
  return title === undefined ? null : plainText(title).slice(0, 200) || null
}

type Rss = RssFeed.Item<string> & { readonly rdf?: { readonly about?: string } }

function rssItem(item: Rss, address: string, language: string | undefined): FeedItem {
  const { guid, rdf, dc, dcterms } = item
  const permalink = guid !== undefined && guid.isPermaLink !== false ? guid.value : undefined
  const date = item.pubDate ?? dc?.dates?.[0] ?? dcterms?.issued?.[0] ?? null
  return {
    id: guid?.value ?? rdf?.about ?? null,
    url: resolved(item.link, address) ?? absolute(permalink) ?? absolute(rdf?.about),
    title: titleText(item.title),
    content: item.content?.encoded ?? item.description ?? '',
    published: edtfOf(date),
    modified: dcterms?.modified?.[0] ?? null,
    outlet: null,
    language: language ?? dc?.languages?.[0] ?? null,
  }
}

function atomItem(entry: AtomFeed.Entry<string>, base: string, language: string | undefined): FeedItem {
  const { id, title, links = [], content, summary, published, updated, xml } = entry
  const own = resolved(xml?.base, base) ?? base
  const link = links.find(({ rel = 'alternate' }) => rel === 'alternate')?.href
  const body = content?.value === undefined ? summary : content
  return {
    id: id ?? null,
    url: resolved(link, own) ?? resolved(content?.src, own),
    title: titleText(
      title?.type === 'text' || title?.type === undefined ? asHtml(title?.value) : title.value,
    ),
    content: (body?.type === 'html' || body?.type === 'xhtml' ? body.value : asHtml(body?.value)) ?? '',
    published: edtfOf(published ?? updated ?? null),
    modified: updated ?? null,
    outlet: null,
    language: xml?.lang ?? language ?? null,
  }
}

function jsonItem(item: JsonFeed.Item<string>, address: string, language: string | undefined): FeedItem {
  return {
    id: item.id ?? null,
    url: resolved(item.url, address),
    title: titleText(asHtml(item.title)),
    content: item.content_html ?? asHtml(item.content_text ?? item.summary) ?? '',
    published: edtfOf(item.date_published ?? null),
    modified: item.date_modified ?? null,
    outlet: null,
    language: item.language ?? language ?? null,
  }
}

function titleText(html: string | undefined): string | null {
  return html === undefined ? null : plainText(html).slice(0, 500) || null
}

const PERIODS: Readonly<Record<string, number>> = {
  hourly: 60,
  daily: 1440,
  weekly: 10_080,
  monthly: 43_200,
  yearly: 525_600,
}

/** RSS 1.0 Syndication: so many times in a period. Minutes. */
function periodOf(period: string | undefined, frequency = 1): number | null {
  const minutes = PERIODS[period?.trim().toLowerCase() ?? '']
  return minutes === undefined || !(frequency > 0) ? null : minutes / frequency
}
