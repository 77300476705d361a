import { boxLines, cardLines } from './boxes.ts'
import { isWithin, type PageElement, type PageTree } from './dom.ts'
import { type PageLine, renderLines } from './lines.ts'
import { type ElementMarks, marksOf } from './marks.ts'
import { type Measures, measuresOf } from './measures.ts'
import type { PageMetadata } from './metadata.ts'
import { articleElement, lengthsIn, proseIn } from './region.ts'
import { scoresOf } from './scores.ts'
import { titleLine } from './title.ts'

/** A page's lines, and what each is to its article. */
export interface JudgedPage {
  readonly text: string
  readonly elements: readonly PageElement[]
  readonly lines: readonly PageLine[]
  readonly measures: ReadonlyMap<PageLine, Measures>
  readonly isProse: (line: PageLine) => boolean
  /** By index of the element. */
  readonly marks: readonly ElementMarks[]
  /** Characters of text in each element, by index. */
  readonly lengths: Float64Array
  readonly title: PageLine | null
  /** Lines of teasers, and those of boxes. */
  readonly cards: ReadonlySet<PageLine>
  readonly boxes: ReadonlySet<PageLine>
  /** By the line's place; above 0 it is the article's. */
  readonly scores: readonly number[]
  readonly article: readonly PageLine[]
}

export function judgePage(tree: PageTree, metadata: PageMetadata): JudgedPage {
  const { elements } = tree
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
  return { text, elements, lines, measures, isProse, marks, lengths, title, cards, boxes, scores, article }
}
