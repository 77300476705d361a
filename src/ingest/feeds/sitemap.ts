import { Parser } from 'htmlparser2'
import { LagebildError } from '../../base/errors.ts'
import { edtfOf } from '../html/date-values.ts'
import { type FeedItem, MAX_ITEMS, type ParsedFeed } from './feed.ts'
import { resolved } from './links.ts'

const HEAD = 2000

export function isSitemap(text: string): boolean {
  return /<(?:[\w-]+:)?(?:urlset|sitemapindex)[\s>]/u.test(text.slice(0, HEAD))
}

/** Fields of a `<url>` that are kept, by the names of the elements without their prefix. */
const FIELDS = new Set(['loc', 'lastmod', 'title', 'publication_date', 'name', 'language'])
const LONGEST = 4000
/** Elements within elements; a sitemap has five. The parser's time grows with the square of the depth. */
const DEPTH = 50

/**
 * A news sitemap (sitemaps.org 0.9 with Google's news extension): headlines and addresses of the last two days. Entries without news are
 * left out: an archive is no feed. Entities that a document defines itself are never expanded.
 *
 * @throws LagebildError `feed-is-index`, `feed-invalid`
 */
export function parseSitemap(text: string, address: string): ParsedFeed {
  const items: FeedItem[] = []
  const maps: string[] = []
  let fields: Record<string, string> = {}
  let [isNews, isImage, isClosed] = [false, false, false]
  let open: string | null = null
  let depth = 0
  const parser = new Parser(
    {
      onopentagname(tag) {
        depth++
        if (depth > DEPTH)
          throw new LagebildError(
            'feed-invalid',
            `Elements of the sitemap nest deeper than ${DEPTH}`,
            'It is broken: tell the site.',
          )
        const name = tag.slice(tag.indexOf(':') + 1)
        if (name === 'url' || name === 'sitemap') {
          fields = {}
          isNews = false
        } else if (name === 'news') isNews = true
        else if (name === 'image' || name === 'video') isImage = true
        open = FIELDS.has(name) && !isImage && fields[name] === undefined ? name : null
      },
      ontext(data) {
        if (open !== null) fields[open] = ((fields[open] ?? '') + data).slice(0, LONGEST)
      },
      onclosetag(tag, isImplied) {
        const name = tag.slice(tag.indexOf(':') + 1)
        depth--
        open = null
        if (isImplied) return
        if (name === 'image' || name === 'video') isImage = false
        else if (name === 'sitemap' && maps.length < 5) maps.push(fields.loc?.trim() ?? '')
        else if (name === 'url' && isNews && items.length < MAX_ITEMS) items.push(itemOf(fields, address))
        else if (name === 'urlset' || name === 'sitemapindex') isClosed = true
      },
    },
    { xmlMode: true, decodeEntities: true },
  )
  parser.end(text)
  if (maps.length > 0)
    throw new LagebildError(
      'feed-is-index',
      `It is an index of sitemaps: ${maps.join(' ')}`,
      'Add the one with the news.',
    )
  if (items.length === 0 && isClosed && text.includes('<url'))
    throw new LagebildError(
      'feed-invalid',
      'The sitemap has no news in it',
      'Look in the site’s robots.txt for a news sitemap.',
    )
  return { title: null, asks: null, items: items.filter(({ url }) => url !== null), isTruncated: !isClosed }
}

function itemOf(fields: Readonly<Record<string, string>>, address: string): FeedItem {
  const of = (name: string) => fields[name]?.replace(/\s+/gu, ' ').trim() || null
  return {
    id: null,
    url: resolved(of('loc') ?? undefined, address),
    title: of('title'),
    content: '',
    published: edtfOf(of('publication_date')),
    modified: of('lastmod'),
    outlet: of('name'),
    language: of('language'),
  }
}
