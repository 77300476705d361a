import { type PageElement, walk } from './dom.ts'
import { DROPPED, isBlockName } from './names.ts'

/** One line of the rendered page: the text between two block boundaries. */
export interface PageLine {
  readonly from: number
  readonly to: number
  readonly text: string
  /** The elements whose text it is, innermost of each text node. */
  readonly owners: readonly PageElement[]
  /** The innermost block element around it. */
  readonly block: PageElement
  /** Share of its characters that stand in links, 0 to 1. */
  readonly linked: number
  /** Level of the heading around it, 1 to 6; null in running text. */
  readonly heading: number | null
}

const HEADING = /^h[1-6]$/u
/** Parts of a heading that stand on lines of their own though their elements are inline. */
const HEADING_PART =
  /kicker|topline|overline|dachzeile|roof-?line|spitzmarke|headline|title|subline|pre-?line|eyebrow|uber-?zeile|oberzeile|hidden|sr-only/iu
const SPACE = /[\s\u200b\u00ad]+/gu

/** The whole page as text, a line per block, white space collapsed; iterative, linear in the size of the tree. */
export function renderLines(root: PageElement): { readonly text: string; readonly lines: PageLine[] } {
  const lines: PageLine[] = []
  const parts: string[] = []
  let length = 0
  let words = ''
  let linked = 0
  let owners: PageElement[] = []
  let [links, heading] = [0, 0]
  let block = root
  const flush = (next: PageElement) => {
    if (words !== '') {
      const line = words.replace(SPACE, (run) => (/[^\u200b\u00ad]/u.test(run) ? ' ' : '')).trim()
      if (line !== '') {
        lines.push({
          from: length,
          to: length + line.length,
          text: line,
          owners,
          block,
          linked: Math.min(1, linked / words.length),
          heading: heading || null,
        })
        parts.push(line, '\n')
        length += line.length + 1
      }
      words = ''
      linked = 0
      owners = []
    }
    block = next
  }
  walk(
    root,
    (node, parent) => {
      if (typeof node === 'string') {
        words += node
        if (links > 0) linked += node.length
        if (owners.at(-1) !== parent && /\S/u.test(node)) owners.push(parent)
        return true
      }
      if (DROPPED.has(node.name)) return false
      // A line break ends a line and not the block that it stands in.
      if (node.name === 'br') flush(block)
      else if (isBlockName(node.name)) flush(node)
      else if (heading > 0 && isHeadingPart(node)) flush(block)
      if (node.name === 'a') links++
      else if (HEADING.test(node.name)) heading = Number(node.name[1])
      return true
    },
    (element) => {
      if (element.name === 'a') links--
      if (isBlockName(element.name) && element.name !== 'br') flush(blockAround(element.parent) ?? root)
      else if (heading > 0 && isHeadingPart(element)) flush(block)
      if (HEADING.test(element.name)) heading = 0
    },
  )
  flush(root)
  return { text: parts.join(''), lines }
}

function isHeadingPart(element: PageElement): boolean {
  return element.name !== 'a' && HEADING_PART.test(element.get('class') ?? '')
}

function blockAround(element: PageElement | null): PageElement | null {
  let at = element
  while (at && !isBlockName(at.name)) at = at.parent
  return at
}
