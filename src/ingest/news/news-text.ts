import type { Block, BlockKind } from '../../document/report.ts'
import { type PageElement, type PageNode, walk } from '../html/dom.ts'

/** One line of the text that is made of a news item: a headline, a paragraph, a caption. */
export interface NewsPart {
  readonly kind: BlockKind
  readonly text: string
}

/** The parts as one text, a line each, with the blocks that they are. */
export function newsText(parts: readonly NewsPart[]): {
  readonly text: string
  readonly blocks: readonly Block[]
} {
  const blocks: Block[] = []
  const lines: string[] = []
  let from = 0
  for (const { kind, text } of parts) {
    const line = text.replace(/\s+/gu, ' ').trim()
    if (line === '') continue
    blocks.push({ from, to: from + line.length, kind, published: null })
    lines.push(line)
    from += line.length + 1
  }
  return { text: lines.join('\n'), blocks }
}

/** Elements that stand on a line of their own, of XHTML and NITF. */
const LINES = new Set([
  ...['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'hl1', 'hl2', 'li', 'dt', 'dd', 'blockquote', 'bq', 'block'],
  ...[
    'div',
    'section',
    'article',
    'pre',
    'tr',
    'td',
    'th',
    'caption',
    'figcaption',
    'media-caption',
    'br',
    'hr',
  ],
  ...['ul', 'ol', 'dl', 'table', 'figure', 'body', 'footer', 'header', 'aside', 'tagline', 'note', 'credit'],
])
const CAPTIONS = new Set(['caption', 'figcaption', 'media-caption'])
const SKIPPED = new Set([
  ...['script', 'style', 'head', 'title', 'iframe', 'object', 'template', 'noscript'],
  ...['media-metadata', 'media-reference', 'media-producer', 'media-object'],
])

/** The lines of a body in XHTML or NITF. */
export function partsOf(body: PageElement): NewsPart[] {
  const parts: NewsPart[] = []
  let words = ''
  let captions = 0
  const flush = () => {
    if (words.trim() !== '') parts.push({ kind: captions > 0 ? 'caption' : 'body', text: words })
    words = ''
  }
  walk(
    body,
    (node: PageNode) => {
      if (typeof node === 'string') {
        words += node
        return true
      }
      if (SKIPPED.has(node.name)) return false
      if (LINES.has(node.name)) flush()
      if (CAPTIONS.has(node.name)) captions++
      return true
    },
    (element: PageElement) => {
      if (LINES.has(element.name)) flush()
      if (CAPTIONS.has(element.name)) captions--
    },
  )
  flush()
  return parts
}

/** A line that goes on in the next one is at least so long; in characters. */
const WRAPPED = 50

/** Paragraphs of plain text whose lines were broken at a fixed width: parted by blank lines, indented lines and short ones. */
export function paragraphsOf(text: string): string[] {
  const paragraphs: string[] = []
  let open = ''
  let last = 0
  const flush = () => {
    if (open !== '') paragraphs.push(open)
    open = ''
  }
  for (const line of text.split(/\r?\n/u)) {
    const words = line.trim()
    const begins = /^(?:\s{2,}|\t)/u.test(line) || last < WRAPPED || /^[-*•–]\s/u.test(words)
    if (words === '' || begins) flush()
    if (words !== '') open += open === '' ? words : ` ${words}`
    last = words.length
  }
  flush()
  return paragraphs
}
