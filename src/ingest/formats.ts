import { parseEdtf } from '../base/calendar.ts'
import type { RawDocument } from '../document/document.ts'
import { frontMatterField, frontMatterLength } from '../extract/clean/front-matter.ts'
import { decodeBytes, metaCharset } from './decode.ts'
import { renderPage } from './html/page.ts'
import { documentItem, NO_FACTS, type Origin, pageItem, unread } from './items.ts'
import { jsonItems, opensJsonl } from './records.ts'
import type { IngestItem, ReadOptions } from './types.ts'

export type Format = 'text' | 'html' | 'json' | 'jsonl'

const BY_EXTENSION: Readonly<Record<string, Format>> = {
  txt: 'text',
  text: 'text',
  md: 'text',
  markdown: 'text',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  json: 'json',
  jsonl: 'jsonl',
  ndjson: 'jsonl',
}

/** By the file's ending; null when it is none of ours. */
export function formatOfName(name: string): Format | null {
  const extension = /\.(?<extension>[^./\\]+)$/u.exec(name)?.groups?.extension?.toLowerCase()
  return extension === undefined ? null : (BY_EXTENSION[extension] ?? null)
}

/** By a MIME type; null when it says nothing. */
export function formatOfMime(type: string | null): Format | null {
  const mime = type?.split(';')[0]?.trim().toLowerCase() ?? ''
  if (mime === 'text/html' || mime === 'application/xhtml+xml') return 'html'
  if (/^application\/(?:x-)?(?:ndjson|jsonl|jsonlines)$/.test(mime)) return 'jsonl'
  if (mime === 'application/json') return 'json'
  return mime.startsWith('text/') && mime !== 'text/xml' ? 'text' : null
}

/** By how the text begins. */
export function sniff(text: string): Format {
  const head = text.slice(0, 2000).trimStart()
  if (
    /^(?:<!doctype html|<html|<\?xml[^>]*>\s*(?:<!doctype html|<html)|<!--[\s\S]{0,1500}?-->\s*<(?:!doctype|html)|<head|<body)/iu.test(
      head,
    )
  )
    return 'html'
  if (head.startsWith('{')) return opensJsonl(text.trimStart().split('\n', 1)[0] ?? '') ? 'jsonl' : 'text'
  return 'text'
}

/**
 * The items in the bytes of one whole source.
 * @param format null: told from the text itself
 * @param charset as the transport declares it
 */
export function itemsOf(
  bytes: Uint8Array,
  format: Format | null,
  charset: string | null,
  origin: Origin,
  options: ReadOptions,
): IngestItem[] {
  const decoded = decodeBytes(
    bytes,
    charset ?? (format === 'html' || format === null ? metaCharset(bytes) : null),
  )
  if (decoded.kind === 'unread') return [{ kind: 'unread', id: origin.id, diagnostics: decoded.diagnostics }]
  const { text, diagnostics } = decoded
  if (text.trim() === '') return [documentItem(text, origin, NO_FACTS, diagnostics, options)]
  const kind = format ?? sniff(text)
  switch (kind) {
    case 'text':
      return [
        documentItem(text, origin, { ...NO_FACTS, published: frontMatterDate(text) }, diagnostics, options),
      ]
    case 'html':
      return [pageItem(renderPage(text, origin.url), origin, diagnostics, options)]
    case 'json':
    case 'jsonl':
      return jsonItems(text, origin.path, origin.id, options) ?? linesAsJson(text, origin, options)
    default:
      throw kind satisfies never
  }
}

/** The date that a text's front matter states; null when there is none that can be read. */
function frontMatterDate(text: string): RawDocument['published'] {
  const length = frontMatterLength(text)
  if (length === 0) return null
  const edtf =
    frontMatterField(text.slice(0, length), ['date', 'published', 'datum', 'veröffentlicht'])?.replace(
      ' ',
      'T',
    ) ?? null
  return edtf !== null && parseEdtf(edtf) !== null ? { edtf, basis: 'metadata' } : null
}

function linesAsJson(text: string, origin: Origin, options: ReadOptions): IngestItem[] {
  const lines = text.split('\n')
  if (!opensJsonl(lines.find((line) => line.trim() !== '') ?? '')) {
    return [
      unread(origin.id, 'bad-json', 'error', 'It is no JSON. Check that the file was saved completely.'),
    ]
  }
  return lines.flatMap((line, i) => {
    if (line.trim() === '') return []
    const place = `${origin.id}:${i + 1}`
    return (
      jsonItems(line, origin.path, place, options) ?? [
        unread(place, 'bad-json', 'error', 'This line is no JSON. The lines after it were read.'),
      ]
    )
  })
}
