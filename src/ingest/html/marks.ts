import type { PageElement } from './dom.ts'

/** What an element says of its content, by its name, role and class; German and English names as newsrooms use them. */
export interface ElementMarks {
  /** Not the article: navigation, footer, boxes, recommendations. */
  readonly isPage: boolean
  readonly isComment: boolean
  readonly isHidden: boolean
  /** Says that it holds the article. */
  readonly isArticle: boolean
}

const PAGE_ELEMENTS = new Set(['nav', 'footer', 'aside', 'button', 'dialog', 'menu', 'label', 'legend'])
const PAGE_ROLES = new Set([
  'navigation',
  'banner',
  'contentinfo',
  'complementary',
  'search',
  'dialog',
  'alert',
  'alertdialog',
  'menu',
  'menubar',
  'toolbar',
])
const word = (names: string) => new RegExp(String.raw`(?:^|[\s-])(?:${names})(?=$|[\s-])`, 'u')

const PAGE_NAMES = word(
  String.raw`nav|navi|navigation|navbar|subnav|menu|submenu|menue|breadcrumbs?|brotkrumen?|crumbs?|footer|fuss|fusszeile|share|shares|sharing|sharedaddy|shariff|social|socialmedia|socials|recommend\w*|related|relatedposts|related-\w+|teaser|teasers|teaserlist|teaserblock|teaser-(?:list|box|block|item|container|wrapper|headline|image|link)s?|newsletter\w*|cookies?|cookie\w*|consent|gdpr|advert\w*|ads?|adslot|ad-\w+|werbung|anzeigen?|sponsor\w*|promo\w*|pagination|pager|paging|page-links|tagcloud|tag-list|tags|taglist|tag-links|post-tags|keywords|skip-?link|sr-only|screen-reader-text|visually-hidden|jp-relatedposts|author-?box|author-?info|autorenbox|about-author|author-bio|print-only|paywall|toolbar|tools|login|signup|subscribe|subscription|abo|sidebar|side-bar|sidenav|widget|widgets|most-read|mostread|meistgelesen|popular|trending|more-articles|read-more|readmore|weiterlesen|also-interesting|rating|ratings|vote|voting|feedback|modal|popup|overlay|banner|disclaimer|legal|imprint|impressum|search|searchform|suche|post-meta|entry-meta|postmeta|postmetadata|entry-footer|post-footer|article-footer|entry-utility|post-navigation|nav-links|comment-link|comments-link|meta-nav|slider|carousel|gallery-nav|toc|inhaltsverzeichnis|warenkorb|cart|basket|wishlist|product-list|crosssell\w*|upsell\w*`,
)
const COMMENT_NAMES = word(
  String.raw`comments?|commentlist|comment-list|commentarea|comments-area|kommentare?|kommentarliste|leserkommentare|respond|disqus\w*|leserbriefe|trackbacks?|pings|pinglist|user-comments|reviews|product-reviews|newreview|bewertungen|kundenbewertungen|guestbook`,
)
/** Running text in it is about who wrote. */
const AUTHOR_NAMES = word(
  String.raw`authors?|autor(?:en|in)?|author-\w+|autoren?-\w+|vita|bio|biography|about-author`,
)
const ARTICLE_NAMES = word(
  'article|articles?-?body|article-text|article-content|articlecontent|artikel|artikeltext|artikel-text|entry-content|post-content|post-body|post-entry|postcontent|story|story-body|storytext|story-content|news-text|news-content|body-text|bodytext|main-?content|content-main|content-?body|page-content|textbody|fliesstext|rich-?text|post',
)

/** Share of the page's running text, and its length in characters, from which on a name of furniture is no longer believed. */
const FRAME_SHARE = 0.5
const FRAME_LENGTH = 600
const COMMENT_FRAME_SHARE = 0.9
/** A form around this much running text is the page's, not the reader's. */
const FORM_LENGTH = 250
/** WordPress lists an article's categories among its classes: they are its subject, not its function. */
const SUBJECTS = /(?:^|\s)(?:category|tag|author|post-tag)-[^\s]+/gu

/** Class, id and itemprop of an element, in lower case, parted by hyphens and spaces. */
export function namesOf(element: PageElement): string {
  element.names ??= readNames(element)
  return element.names
}

function readNames(element: PageElement): string {
  const names = `${element.get('class') ?? ''} ${element.get('id') ?? ''} ${element.get('itemprop') ?? ''}`
  if (names.length < 3) return ''
  const tidy = names
    .slice(0, 600)
    .replace(/(?<=[a-z])(?=[A-Z])/gu, '-')
    .toLowerCase()
    .replace(/_+/gu, '-')
  return /hentry|status-publish|type-post/u.test(tidy) ? tidy.replace(SUBJECTS, '') : tidy
}

/**
 * Marks of every element, those of its ancestors included, by index.
 * @param prose characters of running text in each element, by index
 */
export function marksOf(elements: readonly PageElement[], prose: Float64Array): ElementMarks[] {
  const NONE: ElementMarks = { isPage: false, isComment: false, isHidden: false, isArticle: false }
  const total = Math.max(1, prose[0] ?? 0)
  const shareOf = (length: number) => ({ share: length / total, length })
  const marks: ElementMarks[] = [NONE]
  for (const element of elements.slice(1)) {
    const above = marks[element.parent!.index]!
    marks.push(
      element.name === 'body' || element.name === 'html'
        ? above
        : joined(above, element, shareOf(prose[element.index]!)),
    )
  }
  return marks
}

function joined(
  above: ElementMarks,
  element: PageElement,
  { share, length }: { readonly share: number; readonly length: number },
): ElementMarks {
  const names = namesOf(element)
  const isHidden = above.isHidden || isHiddenElement(element)
  const isArticle = names !== '' && ARTICLE_NAMES.test(names)
  const isFrame = share >= FRAME_SHARE && length >= FRAME_LENGTH
  const isComment =
    above.isComment ||
    (!(isFrame && share >= COMMENT_FRAME_SHARE) && names !== '' && COMMENT_NAMES.test(names))
  const isPage =
    above.isPage ||
    (!isFrame &&
      ((element.name === 'form' && length < FORM_LENGTH) ||
        PAGE_ELEMENTS.has(element.name) ||
        PAGE_ROLES.has(element.get('role') ?? '') ||
        (names !== '' && !isArticle && (PAGE_NAMES.test(names) || (length > 0 && AUTHOR_NAMES.test(names))))))
  if (
    isHidden === above.isHidden &&
    isComment === above.isComment &&
    isPage === above.isPage &&
    (isArticle || element.name === 'article') === above.isArticle
  )
    return above
  return {
    isPage,
    isComment,
    isHidden,
    isArticle: above.isArticle || isArticle || element.name === 'article',
  }
}

function isHiddenElement(element: PageElement): boolean {
  const style = element.get('style')
  return (
    element.attributes.has('hidden') ||
    element.get('aria-hidden') === 'true' ||
    (style !== null && /display\s*:\s*none/iu.test(style))
  )
}
