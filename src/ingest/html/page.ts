import { type Diagnostic, diagnostic } from '../../base/diagnostics.ts'
import type { Span } from '../../base/spans.ts'
import type { RawDocument } from '../../document/document.ts'
import type { Block } from '../../document/report.ts'
import { articleLines } from './article.ts'
import { isDeeperThan } from './depth.ts'
import { parseDocument } from './dom.ts'
import { renderFlat } from './flat.ts'
import { marksOf } from './kinds.ts'
import { renderLines } from './lines.ts'
import { metadataOf, type PageMetadata } from './metadata.ts'
import { titleLine } from './title.ts'

/** A whole page as text; every line is a block, so the blocks cover all that is no white space. */
export interface RenderedPage {
  readonly text: string
  readonly blocks: readonly Block[]
  readonly title: Span | null
  /** The headline by the page's metadata. */
  readonly headline: string | null
  readonly published: RawDocument['published']
  readonly outlet: string | null
  readonly url: string | null
  readonly language: string | null
  readonly diagnostics: readonly Diagnostic[]
}

/** Elements may nest this deep; pages of the press stay below 100. */
const MAX_DEPTH = 400
/** Larger sources are rendered without a tree, in UTF-16 units. */
const MAX_TREE = 8 * 1024 * 1024

/** Renders a page to text, the same for the same source. Nothing in it is run or loaded. */
export function renderPage(html: string): RenderedPage {
  if (html.length > MAX_TREE)
    return flatPage(html, 'html-too-large', 'The page is too large for its structure to be read')
  if (isDeeperThan(html, MAX_DEPTH))
    return flatPage(html, 'html-too-deep', `Elements nest deeper than ${MAX_DEPTH}`)
  const document = parseDocument(
    /<(?:html|body)[\s>]/iu.test(html) ? html : `<html><body>${html}</body></html>`,
  )
  const metadata = metadataOf(document)
  const { text, lines } = renderLines(document)
  const marks = new Map(lines.map((line) => [line, marksOf(line)]))
  const title = titleLine(lines, marks, metadata)
  const article = articleLines(document, lines)
  const first = article ? lines.findIndex((line) => article.has(line)) : 0
  const blocks = lines.map((line, i): Block => {
    const mark = marks.get(line)!
    const at = { from: line.from, to: line.to }
    if (line === title) return { ...at, kind: 'title', published: null }
    const isNear = article !== null && title !== null && line.from > title.from && i < first
    const isArticle = article ? article.has(line) : true
    if (mark.isPage || (!isArticle && !isNear)) return { ...at, kind: 'furniture', published: null }
    if (mark.kind !== null && (isArticle || mark.kind !== 'caption'))
      return { ...at, kind: mark.kind, published: mark.published }
    return { ...at, kind: isArticle ? 'body' : 'furniture', published: null }
  })
  return {
    text,
    blocks,
    title: title ? { from: title.from, to: title.to } : null,
    ...factsOf(metadata),
    diagnostics: [],
  }
}

function factsOf(metadata: PageMetadata) {
  return {
    headline: metadata.headline ?? metadata.title,
    published: metadata.published ? ({ edtf: metadata.published, basis: 'metadata' } as const) : null,
    outlet: metadata.outlet,
    url: metadata.url,
    language: metadata.language,
  }
}

function flatPage(html: string, code: string, cause: string): RenderedPage {
  const note = diagnostic(
    code,
    'warning',
    `${cause}; it was read as plain text, page furniture included. Save the article as text if it matters.`,
  )
  return {
    ...renderFlat(html),
    title: null,
    headline: null,
    published: null,
    outlet: null,
    url: null,
    language: null,
    diagnostics: [note],
  }
}
