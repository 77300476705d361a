import { type Diagnostic, diagnostic } from '../../base/diagnostics.ts'
import type { Span } from '../../base/spans.ts'
import type { RawDocument } from '../../document/document.ts'
import type { Block } from '../../document/report.ts'
import { boxLines, cardLines } from './boxes.ts'
import { roleOf } from './kinds.ts'
import { renderLines } from './lines.ts'
import { marksOf } from './marks.ts'
import { measuresOf } from './measures.ts'
import { metadataOf } from './metadata.ts'
import { parsePage } from './parse.ts'
import { datesOf } from './publication.ts'
import { articleElement, lengthsIn, proseIn } from './region.ts'
import { scoresOf } from './scores.ts'
import { headlineOf, titleLine } from './title.ts'

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
  readonly diagnostics: readonly Diagnostic[]
}

/** Renders a page to text, the same for the same source. Nothing in it is run or loaded. */
export function renderPage(html: string): RenderedPage {
  const tree = parsePage(html)
  const metadata = metadataOf(tree)
  const { text, lines } = renderLines(tree.root)
  const measures = new Map(lines.map((line) => [line, measuresOf(line)]))
  const marks = marksOf(tree.elements, proseIn(tree.elements, lines, measures))
  const region = articleElement(tree.elements, lines, measures, marks)
  const lengths = lengthsIn(tree.elements, lines)
  const title = titleLine(lines, marks, region, metadata)
  const boxes = boxLines(lines, lengths)
  const cards = cardLines(tree.elements, lines, lengths)
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
  const first = scores.findIndex((score) => score > 0)
  const blocks = lines.map((line, i): Block => {
    const at = { from: line.from, to: line.to }
    if (line === title) return { ...at, kind: 'title', published: null }
    const isArticle = scores[i]! > 0
    const isNear = title !== null && line.from > title.from && i < first
    const role = roleOf(line, lengths)
    if (!isArticle && !isNear) return { ...at, kind: 'furniture', published: null }
    if (role.kind !== null && (isArticle || role.kind !== 'caption')) return { ...at, ...role, kind: role.kind }
    return { ...at, kind: isArticle ? 'body' : 'furniture', published: null }
  })
  const dates = datesOf({
    elements: tree.elements,
    lines,
    measures,
    marks,
    metadata,
    title,
    others: new Set([...boxes, ...cards]),
    article: new Set(lines.filter((_, i) => scores[i]! > 0)),
  })
  return {
    text,
    blocks,
    title: title ? { from: title.from, to: title.to } : null,
    headline: headlineOf(metadata),
    published: dates.published ? { edtf: dates.published, basis: 'metadata' } : null,
    updated: dates.updated,
    outlet: metadata.outlet,
    url: metadata.url,
    language: metadata.language,
    diagnostics: tree.cut === null ? [] : [cutNote(tree.cut)],
  }
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
