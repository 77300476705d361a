import { germanPages } from '../../language/de/pages.ts'
import { type PageElement, textOf } from './dom.ts'
import type { PageMetadata } from './metadata.ts'

/**
 * Marks of a page's number in an address; what is left without them names the article. `/page/2` is not among them: systems give it
 * to lists of articles.
 */
const MARKS: readonly RegExp[] = [
  /(?<=[?&])(?:page|p|seite|pg|s|pageno|pagenumber|paged|nr)=(?<n>\d{1,2})(?=&|$)/iu,
  /\/(?:seite[-/]?|page-|p-)(?<n>\d{1,2})\/?(?=$|\?)/iu,
  /[,_.-](?:page|seite|p)[-_]?(?<n>\d{1,2})(?=[./?]|$)/iu,
  /\/(?<n>[2-9]|[1-4]\d)\/?(?=$|\?)/u,
  /[-_,](?<n>[2-9]|1\d)(?=\.html?(?:$|\?))/u,
]
const MAX_LINKS = 3000

/**
 * The address of the article's next page, absolute where the page's own address is known; null when there is none.
 * A link to the next *article* is none: but for the number of the page, both addresses must be the same.
 */
export function nextPageOf(
  elements: readonly PageElement[],
  metadata: PageMetadata,
  address: string | null,
): string | null {
  const base = address ?? metadata.url
  if (base === null || !URL.canParse(base) || metadata.metas.get('og:type')?.toLowerCase() === 'website')
    return null
  if (/^\/?(?:\?|$)/u.test(new URL(base).pathname + new URL(base).search)) return null
  const links = elements
    .filter((element) => element.name === 'a' && element.attributes.has('href'))
    .slice(0, MAX_LINKS)
  const said = links
    .filter((link) => link.get('rel')?.toLowerCase().split(/\s+/u).includes('next') || isLabelled(link))
    .map((link) => link.get('href')!)
  for (const href of [...(metadata.next ? [metadata.next] : []), ...said]) {
    const url = URL.canParse(href, base) ? new URL(href, base) : null
    if (url && isNext(new URL(base), url)) return url.href
  }
  return null
}

function isLabelled(link: PageElement): boolean {
  const words = `${link.get('aria-label') ?? ''} ${textOf(link)}`.replace(/\s+/gu, ' ').trim()
  return words.length <= 40 && germanPages.nextPage.test(words)
}

function isNext(base: URL, next: URL): boolean {
  if (!/^https?:$/u.test(next.protocol) || base.host !== next.host) return false
  const [here, there] = [numbered(base), numbered(next)]
  return here.article === there.article && there.page === here.page + 1
}

/** An address without the number of its page, and the number; 1 where there is none. */
function numbered(url: URL): { readonly article: string; readonly page: number } {
  const address = url.pathname.slice(0, 1000) + url.search.slice(0, 1000)
  for (const mark of MARKS) {
    const match = mark.exec(address)
    if (match) return { article: plain(address.replace(mark, '')), page: Number(match.groups!.n) }
  }
  return { article: plain(address), page: 1 }
}

/** A slash, `?` or `.html` at the end makes no other article. */
function plain(address: string): string {
  return address
    .replace(/[?&]+$/u, '')
    .replace(/\?&/u, '?')
    .replace(/(?:\/|\.html?|\/index\.html?)$/iu, '')
}
