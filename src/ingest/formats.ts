import { parseEdtf } from '../base/calendar.ts'
import type { RawDocument } from '../document/document.ts'
import { frontMatterField, frontMatterLength } from '../extract/clean/front-matter.ts'
import { decodeBytes, metaCharset } from './decode.ts'
import { renderPage } from './html/page.ts'
import { documentItem, NO_FACTS, type Origin, pageItem, unread } from './items.ts'
import { isWire, wireItems } from './news/wire.ts'
import { xmlCharset } from './news/xml.ts'
import { newsRoot, xmlItems } from './news/xml-items.ts'
import { isRecords, jsonItems, opensJsonl } from './records.ts'
import type { IngestItem, ReadOptions } from './types.ts'

/** `xml`: NewsML-G2 or NITF; agency copy (IPTC 7901) and ninjs are told by their content. */
export type Format = 'text' | 'html' | 'json' | 'jsonl' | 'xml'

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
  ninjs: 'json',
  xml: 'xml',
  nitf: 'xml',
  newsml: 'xml',
  anpa: 'text',
  iptc: 'text',
}

/** By the file's ending; null when it is none of ours. */
export function formatOfName(name: string): Format | null {
  const extension = /\.(?<extension>[^./\\]+)$/u.exec(name)?.groups?.extension?.toLowerCase()
  return extension === undefined ? null : (BY_EXTENSION[extension] ?? null)
}

/** Whether a name is that of a file that is still being fetched or written. */
export function isPartial(name: string): boolean {
  return /(?:\.(?:part|tmp|filepart|partial|crdownload)|~)$/iu.test(name)
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
  if (newsRoot(head) !== null) return 'xml'
  if (head.startsWith('{') && opensJsonl(text.trimStart().split('\n', 1)[0] ?? '')) return 'jsonl'
  if (/^[{[]/u.test(head) && isRecords(text)) return 'json'
  return 'text'
}

/** Whether bytes begin with a line that is a whole record of JSON. */
export function tellsJsonl(head: Uint8Array): boolean {
  const end = head.indexOf(10)
  if (head.find((byte) => byte > 32 && byte !== 0xef && byte !== 0xbb && byte !== 0xbf) !== 0x7b) return false
  const line = Buffer.from(head.subarray(0, end < 0 ? head.length : end)).toString('utf8')
  return opensJsonl(line.replace(/^\ufeff/u, ''))
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
  // Agency copy is of no character set that it names, and its control characters are none of text.
  if ((format === null || format === 'text') && isWire(bytes)) return wireItems(bytes, origin, options)
  const isMarked = format === 'html' || format === 'xml' || format === null
  const decoded = decodeBytes(bytes, charset ?? (isMarked ? (metaCharset(bytes) ?? xmlCharset(bytes)) : null))
  if (decoded.kind === 'unread') return [{ kind: 'unread', id: origin.id, diagnostics: decoded.diagnostics }]
  const { text, diagnostics } = decoded
  if (text.trim() === '') return [documentItem(text, origin, NO_FACTS, diagnostics, options)]
  const kind = kindOf(text, format)
  switch (kind) {
    case 'text':
      return [
        documentItem(text, origin, { ...NO_FACTS, published: frontMatterDate(text) }, diagnostics, options),
      ]
    case 'html':
      return [pageItem(renderPage(text, origin.url), origin, diagnostics, options)]
    case 'xml':
      return xmlItems(text, origin, diagnostics, options)
    case 'json':
    case 'jsonl':
      return jsonItems(text, origin.path, origin.id, options) ?? linesAsJson(text, origin, options)
    default:
      throw kind satisfies never
  }
}

/** A newsroom's XML is told by its root whatever the ending is, and `.xml` may also be a page. */
function kindOf(text: string, format: Format | null): Format {
  const news = format === 'json' || format === 'jsonl' ? null : newsRoot(text.slice(0, 8000))
  if (news === 'news') return 'xml'
  if (format === 'xml') return sniff(text) === 'html' ? 'html' : 'xml'
  return format ?? sniff(text)
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
