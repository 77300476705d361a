import type { Block } from '../../document/report.ts'
import { endOfRaw } from './depth.ts'
import { parseDocument } from './dom.ts'
import { DROPPED, isBlockName } from './names.ts'

/** A page too hostile for a tree: tags stripped in one pass, a line per block element, everything as running text. */
export function renderFlat(html: string): { readonly text: string; readonly blocks: readonly Block[] } {
  const lines = decodeEntities(stripTags(html))
    .split('\n')
    .map((line) => line.replace(/\s+/gu, ' ').trim())
  const blocks: Block[] = []
  let text = ''
  for (const line of lines) {
    if (line === '') continue
    blocks.push({ from: text.length, to: text.length + line.length, kind: 'body', published: null })
    text += `${line}\n`
  }
  return { text, blocks }
}

function stripTags(html: string): string {
  const parts: string[] = []
  let at = 0
  while (at < html.length) {
    const open = html.indexOf('<', at)
    if (open < 0) {
      parts.push(html.slice(at))
      break
    }
    parts.push(html.slice(at, open).replace(/[\n\r]/g, ' '))
    const name = /^\/?([a-z][^\s/>]*)/iu.exec(html.slice(open + 1, open + 40))?.[1]?.toLowerCase()
    if (html.startsWith('<!--', open)) at = endAfter(html, '-->', open + 4)
    else if (name === undefined && !/[!?/]/.test(html[open + 1] ?? '')) {
      parts.push('\u2039')
      at = open + 1
    } else {
      at = endAfter(html, '>', open + 1)
      if (name !== undefined && isBlockName(name)) parts.push('\n')
      if (name !== undefined && DROPPED.has(name) && html[open + 1] !== '/') {
        const end = endOfRaw(html, name, at)
        if (end >= 0) at = end
      }
    }
  }
  return parts.join('')
}

function endAfter(html: string, mark: string, from: number): number {
  const end = html.indexOf(mark, from)
  return end < 0 ? html.length : end + mark.length
}

/** There is no `<` left, so the parser sees one text. */
function decodeEntities(text: string): string {
  const holder = parseDocument('<html><body></body></html>').createElement('p')
  holder.innerHTML = text.replaceAll('<', '\u2039')
  return holder.textContent ?? ''
}
