import { joinBytes } from '../byte-lines.ts'
import { ByteReader } from './byte-reader.ts'
import { counted } from './limits.ts'

/** A record of a WARC file (ISO 28500) that may hold a text. */
export interface WarcRecord {
  readonly url: string | null
  /** `WARC-Date`: when it was fetched. */
  readonly date: string | null
  readonly id: string | null
  /** MIME type of what was fetched, charset and all. */
  readonly contentType: string | null
  /** How the body is packed: names of HTTP's transfer and content encodings, the outermost first. */
  readonly encodings: readonly string[]
  readonly body: Uint8Array
  readonly isTooLarge: boolean
}

/** What the file itself is like; told once, at its end. */
export interface WarcEnd {
  /** `truncated`: it ends within a record; `damaged`: what stands where a record should begin is none. */
  readonly end: 'whole' | 'truncated' | 'damaged'
}

/** Header lines of a record, their length in bytes, and blank lines between records. */
const MAX_HEADERS = 200
const MAX_LINE = 16 * 1024
const MAX_BLANK = 1000
const TYPES: ReadonlySet<string> = new Set(['response', 'resource', 'conversion'])

/**
 * The records of an unpacked WARC file one by one. Of a record at most `maxBytes` are held; what can be no text is run over.
 *
 * @param wants asked for every record that may hold a text before its body is read; false: run over it
 */
export async function* warcRecords(
  chunks: AsyncIterable<Uint8Array>,
  maxBytes: number,
  wants: () => boolean,
): AsyncGenerator<WarcRecord | WarcEnd> {
  const reader = new ByteReader(chunks)
  try {
    for (;;) {
      const start = await begin(reader)
      if (start !== 'record') {
        yield { end: start }
        return
      }
      const headers = await headersOf(reader, MAX_HEADERS)
      const length = Number(headers?.get('content-length') ?? Number.NaN)
      if (headers === null || !Number.isSafeInteger(length) || length < 0) {
        yield { end: headers === null ? 'truncated' : 'damaged' }
        return
      }
      if (TYPES.has(headers.get('warc-type') ?? '') && wants()) {
        const taken = await record(reader, headers, length, maxBytes)
        if (taken === 'truncated') {
          yield { end: 'truncated' }
          return
        }
        if (taken !== null) yield taken
      } else if ((await reader.skip(length)) > 0) {
        yield { end: 'truncated' }
        return
      }
    }
  } finally {
    await reader.close()
  }
}

async function begin(reader: ByteReader): Promise<'record' | WarcEnd['end']> {
  for (let blank = 0; blank < MAX_BLANK; blank++) {
    const line = await reader.line(MAX_LINE)
    if (line === null) return 'whole'
    const text = Buffer.from(line.bytes).toString('latin1')
    if (/^WARC\/\d\.\d$/u.test(text)) return 'record'
    if (text !== '') return 'damaged'
  }
  return 'damaged'
}

/** Lines `Name: value` up to a blank one, names in lower case, the first of a name; null where the stream ends before. */
async function headersOf(reader: ByteReader, most: number): Promise<Map<string, string> | null> {
  const headers = new Map<string, string>()
  for (let count = 0; ; count++) {
    const line = await reader.line(MAX_LINE)
    if (line === null) return null
    const text = Buffer.from(line.bytes).toString('utf8')
    if (text === '') return headers
    const colon = text.indexOf(':')
    const name = text.slice(0, colon).trim().toLowerCase()
    if (count < most && colon > 0 && !headers.has(name)) headers.set(name, text.slice(colon + 1).trim())
  }
}

/** Null for what is no text, or no answer to keep. */
async function record(
  outer: ByteReader,
  headers: ReadonlyMap<string, string>,
  length: number,
  maxBytes: number,
): Promise<WarcRecord | 'truncated' | null> {
  let left = length
  const block = new ByteReader(counted(outer.bytes(length), (bytes) => (left -= bytes)))
  const isHttp = /^application\/http/iu.test(headers.get('content-type') ?? '')
  const http = isHttp ? await httpHead(block) : null
  const contentType = isHttp
    ? (http?.headers.get('content-type') ?? null)
    : (headers.get('content-type') ?? null)
  const isWanted = (!isHttp || http?.status === 200) && mayBeText(contentType)
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of block.bytes(Number.MAX_SAFE_INTEGER)) {
    size += part.length
    if (isWanted && size <= maxBytes) parts.push(part)
  }
  if (left > 0) return 'truncated'
  if (!isWanted) return null
  const list = (name: string) =>
    (http?.headers.get(name) ?? '')
      .toLowerCase()
      .split(',')
      .map((one) => one.trim())
  return {
    url: headers.get('warc-target-uri')?.replace(/^<|>$/gu, '') ?? null,
    date: headers.get('warc-date') ?? null,
    id: headers.get('warc-record-id')?.replace(/^<|>$/gu, '') ?? null,
    contentType,
    encodings: [...list('transfer-encoding'), ...list('content-encoding').reverse()].filter(
      (one) => one !== '' && one !== 'identity',
    ),
    body: size > maxBytes ? new Uint8Array(0) : joinBytes(parts),
    isTooLarge: size > maxBytes,
  }
}

async function httpHead(
  block: ByteReader,
): Promise<{ readonly status: number; readonly headers: ReadonlyMap<string, string> } | null> {
  const line = await block.line(MAX_LINE)
  const status = /^HTTP\/\d(?:\.\d)? (?<code>\d{3})/u.exec(
    Buffer.from(line?.bytes ?? []).toString('latin1'),
  )?.groups
  const headers = status === undefined ? null : await headersOf(block, MAX_HEADERS)
  return headers === null ? null : { status: Number(status!.code), headers }
}

function mayBeText(type: string | null): boolean {
  return (
    type === null ||
    /^\s*(?:text\/(?!css|javascript|calendar)|message\/rfc822|application\/(?:[\w.-]+\+)?(?:json|xml|xhtml|x-?ndjson|jsonl))/iu.test(
      type,
    )
  )
}
