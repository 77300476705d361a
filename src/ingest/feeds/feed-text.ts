import type { Block } from '../../document/report.ts'
import { renderLines } from '../html/lines.ts'
import { parsePage } from '../html/parse.ts'

/** HTML as lines of plain text, a line a block. */
export function linesOf(html: string): readonly { readonly text: string; readonly isLink: boolean }[] {
  return renderLines(parsePage(html).root).lines.map(({ text, linked }) => ({ text, isLink: linked > 0.95 }))
}

export function plainText(html: string): string {
  return linesOf(html)
    .map(({ text }) => text)
    .join(' ')
}

/** Plain text as HTML; lines stay lines. */
export function asHtml(text: string | undefined): string | undefined {
  return text
    ?.replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll(/\r?\n/gu, '<br>')
}

/** What a feed itself tells of an item as a document's text: the headline, then a line a block. */
export function feedText(
  title: string | null,
  content: string,
): { readonly text: string; readonly blocks: readonly Block[] } {
  const blocks: Block[] = []
  let text = ''
  const add = (line: string, kind: Block['kind']) => {
    blocks.push({ from: text.length, to: text.length + line.length, kind, published: null })
    text += `${line}\n`
  }
  if (title !== null && title !== '') add(title, 'title')
  for (const { text: line, isLink } of linesOf(content)) {
    if (line === title) continue
    // "Read on" and the names of the sections.
    add(line, isLink ? 'furniture' : 'body')
  }
  return { text, blocks }
}

/** The words of HTML without its elements, in time linear in its length: what a change is told by, not what is read. */
export function wordsOf(html: string): string {
  const [first = '', ...parts] = html.split('<')
  const words = parts.map((part) => {
    const end = part.indexOf('>')
    return end < 0 ? '' : part.slice(end + 1)
  })
  return [first, ...words].join(' ').replace(/\s+/gu, ' ').trim()
}
