import { type DomDocument, type DomElement, type DomNode, following, isElement, TEXT } from './dom.ts'
import { DROPPED, isBlockName } from './names.ts'

/** One line of the rendered page: the text between two block boundaries. */
export interface PageLine {
  readonly from: number
  readonly to: number
  readonly text: string
  /** The elements whose text it is, innermost of each text node. */
  readonly owners: readonly DomElement[]
}

/** The whole page as text, a line per block, white space collapsed; iterative, linear in the size of the tree. */
export function renderLines(document: DomDocument): { readonly text: string; readonly lines: PageLine[] } {
  const root = document.body ?? document.documentElement
  const lines: PageLine[] = []
  const parts: string[] = []
  let length = 0
  let words: string[] = []
  let owners: DomElement[] = []
  const flush = () => {
    const line = words
      .join('')
      .replace(/[\s\u200b\u00ad]+/gu, (run) => (/[^\u200b\u00ad]/u.test(run) ? ' ' : ''))
      .trim()
    if (line !== '') {
      lines.push({ from: length, to: length + line.length, text: line, owners })
      parts.push(line, '\n')
      length += line.length + 1
    }
    words = []
    owners = []
  }
  const leave = (node: DomNode) => {
    if (isElement(node) && isBlockName(node.localName)) flush()
  }
  for (let node: DomNode | null = root; node && root; ) {
    let into = true
    if (node.nodeType === TEXT) {
      const text = node.textContent ?? ''
      words.push(text)
      if (
        text.trim() !== '' &&
        node.parentNode &&
        isElement(node.parentNode) &&
        owners.at(-1) !== node.parentNode
      )
        owners.push(node.parentNode)
    } else if (isElement(node)) {
      into = !DROPPED.has(node.localName)
      if (isBlockName(node.localName)) flush()
    }
    node = following(node, root, into, leave)
  }
  flush()
  return { text: parts.join(''), lines }
}
