import { type Diagnostic, diagnostic } from '../../base/diagnostics.ts'
import type { Span } from '../../base/spans.ts'
import type { RawDocument } from '../../document/document.ts'
import type { Block } from '../../document/report.ts'
import { blocksOf } from './blocks.ts'
import { type JudgedPage, judgePage } from './judge.ts'
import type { PageLine } from './lines.ts'
import { linkedText } from './linked-text.ts'
import { type LiveEntry, liveEntries } from './live-entries.ts'
import { metadataOf } from './metadata.ts'
import { nextPageOf } from './next-page.ts'
import { parsePage } from './parse.ts'
import { datesOf } from './publication.ts'
import { headlineOf, headlinePart } from './title.ts'
import { unreadReason } from './unread.ts'

/** A whole page as text; every line is a block, so the blocks cover all that is no white space. */
export interface RenderedPage {
  readonly text: string
  readonly blocks: readonly Block[]
  readonly title: Span | null
  /** The headline by the page's metadata. */
  readonly headline: string | null
  readonly published: RawDocument['published']
  /** When the page says that it was last changed, EDTF. */
  readonly updated: string | null
  readonly outlet: string | null
  readonly url: string | null
  readonly language: string | null
  /** The address of the article's next page; null when it has none. */
  readonly next: string | null
  /** Why the page is no article and must not be read as one; null when it may. */
  readonly unread: Diagnostic | null
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * Renders a page to text, the same for the same source. Nothing in it is run or loaded.
 * @param address where it was fetched; null when only the page itself can tell
 */
export function renderPage(html: string, address: string | null = null): RenderedPage {
  const tree = parsePage(html)
  const metadata = metadataOf(tree)
  const page = judgePage(tree, metadata)
  const { text, elements, lines, title, article } = page
  const dates = datesOf({
    ...page,
    metadata,
    others: new Set([...page.boxes, ...page.cards]),
    article: new Set(article),
  })
  const entries = liveEntries({
    lines,
    open: openLines(page),
    isProse: page.isProse,
    updates: metadata.linked.updates,
    day: (dates.updated ?? dates.published)?.slice(0, 10) ?? null,
  })
  const part = title ? headlinePart(title.text, metadata) : null
  const headline = title && part ? { from: title.from + part.from, to: title.from + part.to } : null
  const blocks = blocksOf(page, headline, entries)
  const more = linkedText(metadata.linked, text, article)
  return {
    text: text + more.text,
    blocks: [
      ...blocks,
      ...more.blocks.map((block) => ({
        ...block,
        from: block.from + text.length,
        to: block.to + text.length,
      })),
    ],
    title: headline,
    headline: headlineOf(metadata),
    published: dates.published ? { edtf: dates.published, basis: 'metadata' } : null,
    updated: dates.updated,
    outlet: metadata.outlet,
    url: metadata.url,
    language: metadata.language,
    next: nextPageOf(elements, metadata, address),
    unread:
      more.blocks.length > 0
        ? null
        : unreadReason({ elements, lines, article, headline: title?.text ?? headlineOf(metadata), metadata }),
    diagnostics: [...(tree.cut === null ? [] : [cutNote(tree.cut)]), ...liveNote(entries)],
  }
}

/** Lines that may be an entry's of a live blog. */
function openLines({ lines, marks, cards }: JudgedPage): Set<PageLine> {
  return new Set(
    lines.filter((line) => {
      const { isComment, isPage, isHidden } = marks[line.block.index]!
      return !isComment && !isPage && !isHidden && !cards.has(line)
    }),
  )
}

function cutNote(cut: 'deep' | 'large'): Diagnostic {
  const [code, cause] =
    cut === 'deep'
      ? ['html-too-deep', 'Elements nest deeper than 400']
      : ['html-too-large', 'The page has more than 400,000 elements']
  return diagnostic(
    code,
    'warning',
    `${cause}; what lies beyond was read without its structure. Save the article as text if it matters.`,
  )
}

function liveNote(entries: readonly LiveEntry[]): Diagnostic[] {
  return entries.length === 0
    ? []
    : [
        diagnostic(
          'live-blog',
          'info',
          `The page is a live blog of ${entries.length} entries; each of their blocks carries the time of its entry.`,
        ),
      ]
}
