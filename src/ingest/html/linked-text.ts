import type { Block } from '../../document/report.ts'
import { edtfOf } from './date-values.ts'
import type { PageLine } from './lines.ts'
import type { LinkedData } from './linked-data.ts'

/** Shorter texts of the JSON-LD are teasers, in UTF-16 units. */
const MIN_BODY = 300
const MAX_BODY = 400_000
/** Share of it that the page itself shows, from which on it is not needed. */
const SHOWN = 0.4
const OPENING = 40

export interface LinkedText {
  readonly text: string
  /** Offsets into `text`. */
  readonly blocks: readonly Block[]
}

/**
 * The article as the JSON-LD has it, for pages whose own text a script would write; empty where the page shows it itself, or where
 * the publisher says that it is not free.
 */
export function linkedText(linked: LinkedData, shown: string, article: readonly PageLine[]): LinkedText {
  if (linked.isFree === false) return { text: '', blocks: [] }
  const parts: { readonly words: string; readonly published: string | null }[] = []
  if (linked.body !== null)
    parts.push(...paragraphs(linked.body).map((words) => ({ words, published: null })))
  for (const { headline, body, published } of linked.updates)
    for (const words of [headline, ...paragraphs(body ?? '')])
      if (words) parts.push({ words, published: edtfOf(published) })
  const length = parts.reduce((sum, { words }) => sum + words.length, 0)
  if (length < MIN_BODY || length > MAX_BODY) return { text: '', blocks: [] }
  const read = article.reduce((sum, line) => sum + line.text.length, 0)
  const openings = new Set(shown.split('\n').map(openingOf))
  const missing = parts.filter(({ words }) => !openings.has(openingOf(words)))
  const missed = missing.reduce((sum, { words }) => sum + words.length, 0)
  if (read > SHOWN * length || missed < (1 - SHOWN) * length) return { text: '', blocks: [] }
  let text = ''
  const blocks: Block[] = []
  for (const { words, published } of missing) {
    blocks.push({ from: text.length, to: text.length + words.length, kind: 'body', published })
    text += `${words}\n`
  }
  return { text, blocks }
}

/** Some systems keep markup in it, some lose the line breaks. */
function paragraphs(body: string): string[] {
  return body
    .slice(0, MAX_BODY)
    .replace(/<(?:br|\/p|\/h\d|\/li)\b[^<>]{0,200}>/giu, '\n')
    .replace(/<[^<>]{1,1000}>/gu, '')
    .split(/\n+/u)
    .map((line) => line.replace(/\s+/gu, ' ').trim())
    .filter((line) => line !== '')
}

function openingOf(line: string): string {
  return line
    .slice(0, 4 * OPENING)
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .slice(0, OPENING)
}
