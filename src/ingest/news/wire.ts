import { sha256Bytes } from '../../base/ids.ts'
import { readStamp } from '../../extract/clean/stamps.ts'
import { WIRE_MONTHS } from '../../language/de/wire-copy.ts'
import { joinBytes } from '../byte-lines.ts'
import { type Origin, unread } from '../items.ts'
import type { IngestItem, ReadOptions } from '../types.ts'
import { embargoIn, isEmbargoLine } from './embargo-line.ts'
import { type NewsRecord, NO_NEWS, newsItem } from './news-item.ts'
import { type NewsPart, paragraphsOf } from './news-text.ts'
import { wireText } from './wire-charset.ts'

/** Control characters of IPTC 7901: start of heading, of text, end of text, of transmission. */
const [SOH, STX, ETX, EOT] = [1, 2, 3, 4]
/** Others that the line may carry: filling, paper feed. */
const FILL: ReadonlySet<number> = new Set([0, 7, 22, 127])
/** Source, number, priority, category, word count, and what a house adds. */
const HEADER =
  /^(?<source>[a-z]{2,5})\s?(?<number>\d{3,4})\s+(?<priority>[1-9])\s+(?<category>[\p{L}\d]{1,4})\s+(?<words>\d{1,6})(?:\s+(?<more>\S.{0,120}))?$/iu
/** The same where no control character marks it: as agencies write it, nothing else. */
const BARE = /^[a-z]{2,4}\d{4} [1-9] [a-z]{2,3} {1,3}\d{1,5}(?: |$)/u
/** Bytes in which the header is looked for. */
const HEAD = 300

/** Whether bytes begin like agency copy in the text format IPTC 7901. */
export function isWire(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, HEAD)).toString('latin1')
  const start = head.indexOf(String.fromCharCode(SOH))
  if (start >= 0 && start < 80) return HEADER.test(firstLine(head.slice(start + 1)))
  return BARE.test(firstLine(head)) && /\r?\n/u.test(head)
}

/** The first line that holds anything; STX ends it too. */
function firstLine(text: string): string {
  let from = 0
  while (from < text.length && (text.charCodeAt(from) <= 32 || text.charCodeAt(from) === 127)) from++
  let to = from
  while (to < text.length && !(text.charCodeAt(to) === STX || text[to] === '\n' || text[to] === '\r')) to++
  return text.slice(from, to).trimEnd()
}

/** The messages of a file of agency copy; a file may hold many. */
export function wireItems(bytes: Uint8Array, origin: Origin, options: ReadOptions): IngestItem[] {
  const messages = messagesOf(bytes)
  if (messages.length === 0)
    return [unread(origin.id, 'empty', 'warning', 'There is no message in it. Send the file again.')]
  return messages.map((message, index) => {
    const own = messages.length === 1 ? origin : { ...origin, id: `${origin.id}:${index + 1}`, bytes: null }
    const { text, diagnostics } = wireText(message.text)
    const record = recordOf(wireText(message.header).text, text, wireText(message.trailer).text)
    if (record === null)
      return unread(
        own.id,
        'bad-wire',
        'error',
        'The heading is none of IPTC 7901 (source, number, priority, category, words). Check that the message came whole.',
      )
    const uri = record.uri ?? `iptc7901:${sha256Bytes(message.text).slice(0, 32)}`
    return newsItem({ ...record, uri }, own, diagnostics, options)
  })
}

interface Message {
  readonly header: Uint8Array
  readonly text: Uint8Array
  readonly trailer: Uint8Array
}

function messagesOf(bytes: Uint8Array): Message[] {
  const plain = bytes.filter((byte) => !FILL.has(byte))
  const messages: Message[] = []
  const marked = plain.includes(SOH)
  for (const part of marked ? split(plain, SOH).slice(1) : [plain]) {
    const message = upTo(part, EOT)
    const { before: heading, after } = cut(message, STX)
    const { before: header, after: rest } = after === null ? firstLineOf(heading) : { before: heading, after }
    const { before: text, after: trailer } = cut(rest ?? new Uint8Array(0), ETX)
    if (header.length + text.length > 0)
      messages.push({ header, text, trailer: trailer ?? new Uint8Array(0) })
  }
  return messages
}

/** Without STX the first line that holds anything is the heading. */
function firstLineOf(bytes: Uint8Array): { before: Uint8Array; after: Uint8Array } {
  let from = 0
  while (from < bytes.length && bytes[from]! <= 32) from++
  const end = bytes.indexOf(10, from)
  return end < 0
    ? { before: bytes.subarray(from), after: new Uint8Array(0) }
    : { before: bytes.subarray(from, end), after: bytes.subarray(end + 1) }
}

function split(bytes: Uint8Array, mark: number): Uint8Array[] {
  const parts: Uint8Array[] = []
  let from = 0
  for (let at = bytes.indexOf(mark); at >= 0; at = bytes.indexOf(mark, from)) {
    parts.push(bytes.subarray(from, at))
    from = at + 1
  }
  return [...parts, bytes.subarray(from)]
}

function cut(bytes: Uint8Array, mark: number): { before: Uint8Array; after: Uint8Array | null } {
  const at = bytes.indexOf(mark)
  return at < 0
    ? { before: bytes, after: null }
    : { before: bytes.subarray(0, at), after: joinBytes([bytes.subarray(at + 1)]) }
}

function upTo(bytes: Uint8Array, mark: number): Uint8Array {
  const at = bytes.indexOf(mark)
  return at < 0 ? bytes : bytes.subarray(0, at)
}

function recordOf(header: string, text: string, trailer: string): NewsRecord | null {
  const heading = HEADER.exec(firstLine(header))?.groups
  if (heading === undefined) return null
  const { keywords, title, notes, body } = copyOf(text)
  const stamp = stampOf(`${text.slice(-200)}\n${trailer}`)
  return {
    ...NO_NEWS,
    // Numbers begin again with every day.
    uri:
      stamp === null
        ? null
        : `iptc7901:${heading.source!.toLowerCase()}:${stamp.slice(0, 10)}:${heading.number}`,
    embargoed: embargoIn(text),
    urgency: heading.priority!,
    keywords: [heading.category!, ...keywords],
    title,
    parts: [
      ...notes,
      ...paragraphsOf(body).map(
        (one): NewsPart => ({
          kind: isEmbargoLine(one) ? 'furniture' : 'body',
          text: one,
        }),
      ),
    ],
    provider: heading.source!.toLowerCase(),
    published: stamp,
  }
}

/** Keyword line, notes in brackets, headline (it ends in `=`, or a blank line follows), then the report. */
function copyOf(text: string): {
  readonly keywords: readonly string[]
  readonly title: string | null
  readonly notes: readonly NewsPart[]
  readonly body: string
} {
  const lines = text.replace(/\r/gu, '').split('\n')
  let at = 0
  const skipBlank = () => {
    while (at < lines.length && lines[at]!.trim() === '') at++
  }
  skipBlank()
  const keywordLine = lines[at]?.trim() ?? ''
  const isKeywords =
    keywordLine.length < 160 && /^[^\s/][^/]{0,60}\/\S?/u.test(keywordLine) && !/[.!?]$/u.test(keywordLine)
  const keywords = isKeywords ? keywordLine.split('/').map((word) => word.trim()) : []
  if (isKeywords) at++
  skipBlank()
  const notes: NewsPart[] = []
  while (at < lines.length && /^\s*\([^()]{1,200}\)\s*$/u.test(lines[at]!)) {
    notes.push({ kind: 'furniture', text: lines[at++]! })
    skipBlank()
  }
  const start = at
  const headline: string[] = []
  while (at < lines.length && headline.length < 4 && lines[at]!.trim() !== '') {
    const line = lines[at++]!.trim()
    headline.push(line.replace(/\s*=+$/u, ''))
    if (line.endsWith('='))
      return { keywords, title: headline.join(' '), notes, body: lines.slice(at).join('\n') }
  }
  const isTitle =
    headline.length > 0 && headline.length < 3 && at < lines.length && headline.join(' ').length < 160
  return isTitle && !/[.]$/u.test(headline.at(-1)!)
    ? { keywords, title: headline.join(' '), notes, body: lines.slice(at).join('\n') }
    : { keywords, title: null, notes, body: lines.slice(start).join('\n') }
}

/** `071830 Jan 14`, day, hour, minute, month, year, at the end of a message, by the clock of Central Europe; else a written date. */
function stampOf(end: string): string | null {
  const found = [
    ...end.matchAll(
      /(?<!\d)(?<day>[0-3]\d)(?<hour>[0-2]\d)(?<minute>[0-5]\d)\s{1,3}(?<month>\p{L}{3})\p{L}{0,6}\.?\s{1,3}(?<year>\d{4}|\d{2})(?!\d)/gu,
    ),
  ].at(-1)?.groups
  if (found === undefined) return readStamp(end.trim().split('\n').at(-1)?.trim() ?? '')?.edtf ?? null
  const month = WIRE_MONTHS[found.month!.toLowerCase()]
  if (month === undefined) return null
  const year = found.year!.length === 4 ? found.year! : `${Number(found.year) > 70 ? 19 : 20}${found.year}`
  return `${year}-${String(month).padStart(2, '0')}-${found.day}T${found.hour}:${found.minute}`
}
