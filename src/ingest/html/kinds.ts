import type { BlockKind } from '../../document/report.ts'
import { type DomElement, type DomNode, isElement } from './dom.ts'
import type { PageLine } from './lines.ts'
import { edtfOf } from './metadata.ts'

/** What the elements around a line say of it. Names of classes and ids as German and English newsrooms use them. */
export interface LineMarks {
  readonly kind: BlockKind | null
  /** Whether navigation, footer, comments or the like hold it: no article, whatever its words are. */
  readonly isPage: boolean
  readonly isHeading: boolean
  readonly published: string | null
}

const PAGE_ELEMENTS = new Set(['nav', 'footer', 'aside', 'form', 'button', 'dialog', 'menu'])
const PAGE_ROLES = new Set([
  'navigation',
  'banner',
  'contentinfo',
  'complementary',
  'search',
  'dialog',
  'alert',
  'menu',
  'menubar',
  'toolbar',
])
const PAGE_NAMES =
  /(?:^|[\s_-])(?:nav|navi|navigation|navbar|menu|breadcrumbs?|footer|share|sharing|shariff|social|socialmedia|recommend\w*|teaserlist|newsletter|cookie\w*|consent|advert\w*|werbung|anzeige|pagination|pager|paging|tagcloud|tag-list|skip-?link|sr-only|screen-reader-text|visually-hidden|jp-relatedposts|author-?box|autorenbox|print-only|paywall|toolbar|login)(?=$|[\s_-])/iu
const COMMENT_NAMES =
  /(?:^|[\s_-])(?:comments?|commentlist|comment-list|kommentare?|leserkommentare|respond|disqus\w*)(?=$|[\s_-])/iu
const CAPTION_NAMES =
  /(?:^|[\s_-])(?:caption|wp-caption-text|bildunterschrift|bildtext|image-caption|figcaption|copyright|image-credit|bildnachweis)(?=$|[\s_-])/iu
const BYLINE_NAMES = /(?:^|[\s_-])(?:byline|author|autor|authors|autoren|vcard)(?=$|[\s_-])/iu
const STAMP_NAMES =
  /(?:^|[\s_-])(?:date|datum|datetime|timestamp|published|publish-date|entry-date|post-date|dateline|zeit|posted-on)(?=$|[\s_-])/iu
const LEAD_NAMES =
  /(?:^|[\s_-])(?:lead|intro|vorspann|standfirst|kicker-text|article-intro|subline|abstract)(?=$|[\s_-])/iu

const ARTICLE_NAMES = /(?:^|[\s_-])(?:article|main|content|entry-content|post|open)(?=$|[\s_-])/iu

/** Elements further up than this decide nothing: the page's frame may have any name. */
const REACH = 12

export function marksOf(line: PageLine): LineMarks {
  let kind: BlockKind | null = null
  let isPage = false
  let isHeading = false
  let published: string | null = null
  const isShort = line.text.length <= 160
  let node: DomNode | null = line.owners[0] ?? null
  for (
    let level = 0;
    node && isElement(node) && level < REACH && node.localName !== 'body';
    level++, node = node.parentNode
  ) {
    const names = `${node.getAttribute('class') ?? ''} ${node.getAttribute('id') ?? ''} ${node.getAttribute('itemprop') ?? ''}`
    if (/^h[1-6]$/.test(node.localName)) isHeading = true
    isPage ||= isPageElement(node, names, level)
    if (kind !== null) continue
    if (node.localName === 'figcaption' || (level <= 3 && CAPTION_NAMES.test(names))) kind = 'caption'
    else if (
      isShort &&
      (node.localName === 'time' || (level <= 3 && STAMP_NAMES.test(names))) &&
      /\d/.test(line.text) &&
      line.text.length <= 60
    ) {
      kind = 'stamp'
      published = edtfOf(node.getAttribute('datetime') ?? node.getAttribute('content'))
    } else if (isShort && level <= 3 && (node.getAttribute('rel') === 'author' || BYLINE_NAMES.test(names)))
      kind = 'byline'
    else if (level <= 2 && LEAD_NAMES.test(names) && !isHeading) kind = 'lead'
  }
  return { kind, isPage, isHeading, published }
}

function isPageElement(node: DomElement, names: string, level: number): boolean {
  if (PAGE_ELEMENTS.has(node.localName) || PAGE_ROLES.has(node.getAttribute('role') ?? '')) return true
  if (node.getAttribute('hidden') !== null || /display\s*:\s*none/iu.test(node.getAttribute('style') ?? ''))
    return true
  if (ARTICLE_NAMES.test(names)) return false
  return COMMENT_NAMES.test(names) || (level <= 3 && PAGE_NAMES.test(names))
}
