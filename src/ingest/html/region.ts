import type { PageElement } from './dom.ts'
import type { PageLine } from './lines.ts'
import { type ElementMarks, namesOf } from './marks.ts'
import type { Measures } from './measures.ts'

/** As much of one line as counts towards its element, in characters. */
const MOST = 800
const BODY_NAMES =
  /(?:^|[\s-])(?:articles?-?body|article-text|article-content|artikeltext|entry-content|post-content|post-body|story-body|storytext|news-text|body-?text|fliesstext)(?=$|[\s-])/u

/** Characters of running text in each element, by index. */
export function proseIn(
  elements: readonly PageElement[],
  lines: readonly PageLine[],
  measures: ReadonlyMap<PageLine, Measures>,
): Float64Array {
  const prose = new Float64Array(elements.length)
  for (const line of lines) if (measures.get(line)!.isProse) prose[line.block.index]! += line.text.length
  return summed(prose, elements)
}

/** Characters of text in each element, by index. */
export function lengthsIn(elements: readonly PageElement[], lines: readonly PageLine[]): Float64Array {
  const lengths = new Float64Array(elements.length)
  for (const line of lines) lengths[line.block.index]! += line.text.length
  return summed(lengths, elements)
}

const PICTURES = new Set(['img', 'picture', 'video', 'svg', 'iframe', 'audio', 'canvas', 'object', 'amp-img'])

/** Pictures in each element, by index. */
export function picturesIn(elements: readonly PageElement[]): Float64Array {
  const pictures = new Float64Array(elements.length)
  for (const element of elements) if (PICTURES.has(element.name)) pictures[element.index]! += 1
  return summed(pictures, elements)
}

/**
 * The element that holds the article: the one whose running text, less what speaks against it, is the most
 * (a maximum subtree instead of Pasternack and Roth's maximum subsequence, WWW 2009).
 */
export function articleElement(
  elements: readonly PageElement[],
  lines: readonly PageLine[],
  measures: ReadonlyMap<PageLine, Measures>,
  marks: readonly ElementMarks[],
): PageElement {
  const worth = new Float64Array(elements.length)
  for (const line of lines)
    worth[line.block.index]! += worthOf(line, measures.get(line)!, marks[line.block.index]!)
  summed(worth, elements)
  let best = elements[0]!
  let most = 0
  for (const element of elements) {
    const value = worth[element.index]! * hintOf(element)
    // Of elements of the same worth the innermost: children come later.
    if (value > 0 && value >= most) [best, most] = [element, value]
  }
  return best
}

function worthOf(line: PageLine, { isProse, words }: Measures, mark: ElementMarks): number {
  if (mark.isHidden) return 0
  if (mark.isComment || mark.isPage) return -2
  if (isProse) return Math.min(line.text.length, MOST) * (1 - line.linked)
  if (line.linked > 0.5) return -3 - Math.min(20, words)
  return line.heading === null ? -1 : 0
}

function hintOf(element: PageElement): number {
  const names = namesOf(element)
  if (/\barticle-?body\b/u.test(names)) return 1.4
  if (BODY_NAMES.test(names)) return 1.2
  if (element.name === 'article') return 1.15
  return element.name === 'main' || element.get('role') === 'main' ? 1.1 : 1
}

/** Adds up from the leaves: parents stand before their children. */
function summed(values: Float64Array, elements: readonly PageElement[]): Float64Array {
  for (let i = elements.length - 1; i > 0; i--) {
    const parent = elements[i]!.parent
    if (parent) values[parent.index]! += values[i]!
  }
  return values
}
