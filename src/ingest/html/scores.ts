import { germanPages } from '../../language/de/pages.ts'
import type { PageElement } from './dom.ts'
import { isWithin } from './dom.ts'
import type { PageLine } from './lines.ts'
import type { ElementMarks } from './marks.ts'
import type { Measures } from './measures.ts'
import { type Feature, WEIGHTS } from './weights.ts'

export type Features = Readonly<Partial<Record<Feature, number>>>

export interface Evidence {
  readonly lines: readonly PageLine[]
  readonly measures: ReadonlyMap<PageLine, Measures>
  readonly marks: readonly ElementMarks[]
  readonly region: PageElement
  readonly title: PageLine | null
  readonly boxes: ReadonlySet<PageLine>
  readonly cards: ReadonlySet<PageLine>
  /** `articleBody` of the JSON-LD. */
  readonly articleBody: string | null
  readonly description: string | null
}

/** Below this many characters a line may stand in any text by chance. */
const TELLING = 25
/** Longer pages and texts are not compared with each other. */
const MAX_COMPARED = 5000
const MAX_BODY = 400_000

/** How much each line is part of the article; above 0 it is. */
export function scoresOf(evidence: Evidence): number[] {
  const own = featuresOf(evidence).map(sumOf)
  return own.map((score, i) => {
    const line = evidence.lines[i]!
    const around =
      line.heading === null
        ? (clipped(own[i - 1]) + clipped(own[i + 1])) / 2
        : // A heading is what stands below it.
          Math.max(clipped(own[i + 1]), clipped(own[i + 2]) * 0.8)
    return score + WEIGHTS.neighbours * around * (line.heading === null ? 1 : 2)
  })
}

export function featuresOf(evidence: Evidence): Features[] {
  const { lines, measures, marks, region, title, articleBody } = evidence
  const counts = new Map<string, number>()
  for (const { text } of lines) counts.set(text, (counts.get(text) ?? 0) + 1)
  const body =
    articleBody === null || lines.length > MAX_COMPARED ? null : squeezed(articleBody.slice(0, MAX_BODY))
  const description = evidence.description === null ? null : squeezed(evidence.description)
  const top = title === null ? -1 : lines.indexOf(title)
  const inRegion = lines.map((line) => isWithin(line.block, region))
  const isText = (line: PageLine, i: number) => {
    const mark = marks[line.block.index]!
    return inRegion[i] && measures.get(line)!.isProse && !mark.isPage && !mark.isComment && !mark.isHidden
  }
  const first = lines.findIndex(isText)
  const last = lines.findLastIndex(isText)
  return lines.map((line, i): Features => {
    const { words, functional, endsSentence } = measures.get(line)!
    const mark = marks[line.block.index]!
    const tag = line.block.name
    const found: Partial<Record<Feature, number>> = {
      bias: 1,
      length: Math.min(6, Math.log2(1 + words)),
      functional: Math.min(0.4, functional),
      endsSentence: Number(endsSentence && words > 2),
      linked: line.linked,
      paragraph: Number(tag === 'p' || tag === 'blockquote' || tag === 'pre'),
      heading: Number(line.heading !== null),
      listItem: Number(tag === 'li' || tag === 'dd' || tag === 'dt'),
      cell: Number(tag === 'td' || tag === 'th'),
      page: Number(mark.isPage),
      comment: Number(mark.isComment),
      hidden: Number(mark.isHidden),
      inArticle: Number(mark.isArticle),
      repeated: Number((counts.get(line.text) ?? 0) > 1),
      inArticleBody: Number(
        body !== null && line.text.length >= TELLING && body.includes(squeezed(line.text)),
      ),
    }
    if (inRegion[i]) found.inRegion = 1
    else found.outsideRegion = 1
    if (top >= 0 && i > top && i < first && words >= 8 && endsSentence && line.linked < 0.3)
      found.belowHeadline = 1
    else if (i < first) found.aboveText = 1
    else if (i > last) found.belowText = 1
    else if (inRegion[i]) found.amidText = 1
    if (title && line !== title && line.text === title.text) found.sameAsTitle = 1
    if (i < top) found.aboveHeadline = 1
    const bare = squeezed(line.text)
    if (
      description !== null &&
      bare.length >= 2 * TELLING &&
      description.startsWith(bare.slice(0, 4 * TELLING))
    )
      found.inDescription = 1
    if (isNotice(line)) found.notice = 1
    if (evidence.boxes.has(line)) found.box = 1
    if (evidence.cards.has(line)) found.card = 1
    return found
  })
}

export function sumOf(features: Features): number {
  let sum = 0
  for (const name in features) sum += WEIGHTS[name as Feature] * features[name as Feature]!
  return sum
}

/** Longer lines are not asked whether the page speaks in them, in UTF-16 units. */
const MAX_NOTICE = 400

function isNotice({ text }: PageLine): boolean {
  if (text.length > MAX_NOTICE) return false
  return (
    germanPages.notice.test(text) || (text.length < 200 && (text.match(germanPages.legal)?.length ?? 0) >= 2)
  )
}

function clipped(score: number | undefined): number {
  return Math.max(-2, Math.min(2, score ?? -2))
}

function squeezed(text: string): string {
  return text.replace(/[\s\u200b\u00ad]+/gu, '')
}
