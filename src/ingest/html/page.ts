import { type Diagnostic, diagnostic } from '../../base/diagnostics.ts'
import { type Span, trimmed } from '../../base/spans.ts'
import type { RawDocument } from '../../document/document.ts'
import type { Block } from '../../document/report.ts'
import { boxLines, cardLines } from './boxes.ts'
import { isWithin } from './dom.ts'
import { type LineRole, roleOf } from './kinds.ts'
import { type PageLine, renderLines } from './lines.ts'
import { linkedText } from './linked-text.ts'
import { type LiveEntry, liveEntries } from './live-entries.ts'
import { marksOf } from './marks.ts'
import { measuresOf } from './measures.ts'
import { metadataOf } from './metadata.ts'
import { nextPageOf } from './next-page.ts'
import { parsePage } from './parse.ts'
import { datesOf } from './publication.ts'
import { articleElement, lengthsIn, picturesIn, proseIn } from './region.ts'
import { scoresOf } from './scores.ts'
import { headlineOf, headlinePart, titleLine } from './title.ts'
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
  const { elements } = tree
  const metadata = metadataOf(tree)
  const { text, lines } = renderLines(tree.root)
  const measures = new Map(lines.map((line) => [line, measuresOf(line)]))
  const isProse = (line: PageLine) => measures.get(line)!.isProse
  const marks = marksOf(elements, proseIn(elements, lines, measures))
  const region = articleElement(elements, lines, measures, marks)
  const lengths = lengthsIn(elements, lines)
  const firstText =
    lines.find((line) => isProse(line) && isWithin(line.block, region) && !marks[line.block.index]!.isPage) ??
    null
  const title = titleLine(lines, marks, region, metadata, firstText)
  const boxes = boxLines(lines, lengths)
  const cards = cardLines(elements, lines, lengths)
  const scores = scoresOf({
    lines,
    measures,
    marks,
    region,
    title,
    boxes,
    cards,
    articleBody: metadata.linked.body,
    description: metadata.description,
  })
  const article = lines.filter((_, i) => scores[i]! > 0)
  const others = new Set([...boxes, ...cards])
  const dates = datesOf({
    elements,
    lines,
    measures,
    marks,
    metadata,
    title,
    others,
    article: new Set(article),
  })
  const entries = liveEntries({
    lines,
    open: new Set(
      lines.filter((line) => {
        const { isComment, isPage, isHidden } = marks[line.block.index]!
        return !isComment && !isPage && !isHidden && !cards.has(line)
      }),
    ),
    isProse,
    updates: metadata.linked.updates,
    day: (dates.updated ?? dates.published)?.slice(0, 10) ?? null,
  })
  const counts = { lengths, pictures: picturesIn(elements) }
  const roles = new Map(lines.map((line) => [line, roleOf(line, counts)]))
  const part = title ? headlinePart(title.text, metadata) : null
  const headline = title && part ? { from: title.from + part.from, to: title.from + part.to } : null
  const blocks = blocksOf({ lines, scores, title, roles, entries, isProse }).flatMap((block) =>
    block.kind === 'title' && headline ? parted(text, block, headline) : [block],
  )
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

/** Lines below the headline among which byline and date stand. */
const HEAD = 12

interface Judged {
  readonly isProse: (line: PageLine) => boolean
  readonly lines: readonly PageLine[]
  readonly scores: readonly number[]
  readonly title: PageLine | null
  readonly roles: ReadonlyMap<PageLine, LineRole>
  readonly entries: readonly LiveEntry[]
}

function blocksOf({ lines, scores, title, roles, entries, isProse }: Judged): Block[] {
  const top = title === null ? -1 : lines.indexOf(title)
  const first = lines.findIndex((line, i) => i > top && scores[i]! > 0 && isProse(line))
  const times = new Map(entries.flatMap((entry) => entry.lines.map((line) => [line, entry.published])))
  return lines.map((line, i): Block => {
    const at = { from: line.from, to: line.to }
    const published = times.get(line) ?? null
    if (line === title) return { ...at, kind: 'title', published: null }
    const isArticle = scores[i]! > 0
    const isNear = top >= 0 && i > top && i <= top + HEAD && i < first
    const role = roles.get(line)!
    // What stands between headline and text may be the byline or the date, whatever its own score is.
    if (!isArticle && !isNear && !(published !== null && role.kind === 'stamp'))
      return { ...at, kind: 'furniture', published: null }
    if (role.kind !== null && (isArticle || role.kind !== 'caption'))
      return { ...at, kind: role.kind, published: published ?? role.published }
    return { ...at, kind: isArticle ? 'body' : 'furniture', published: isArticle ? published : null }
  })
}

/** The headline, and what stands on its line before or after it: a kicker, a subtitle. */
function parted(text: string, block: Block, headline: Span): Block[] {
  const rest = (from: number, to: number): Block[] => {
    const at = trimmed(text, { from, to })
    return at.from < at.to ? [{ ...at, kind: 'lead', published: null }] : []
  }
  return [...rest(block.from, headline.from), { ...block, ...headline }, ...rest(headline.to, block.to)]
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
