import { z } from 'zod'
import type { ByteLine } from './byte-lines.ts'
import { decodeBytes } from './decode.ts'
import { documentItem, unread } from './items.ts'
import { jsonLine } from './json-line.ts'
import { isNinjs, ninjsItem } from './news/ninjs.ts'
import type { IngestItem, ReadOptions } from './types.ts'

const text = z.string().nullish()
/** A record of JSON or JSONL. Unknown fields are ignored. */
const recordSchema = z.object({
  id: z.union([z.string(), z.number()]).nullish(),
  text: z.string(),
  title: text,
  published: text,
  url: text,
  outlet: text,
  language: text,
})

/** One parsed value as an item; `place` is `path:line` and names a record without id. */
export function recordItem(
  value: unknown,
  path: string | null,
  place: string,
  options: ReadOptions,
): IngestItem {
  if (isNinjs(value)) return ninjsItem(value, path, options)
  const parsed = recordSchema.safeParse(value)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    const field = issue?.path.join('.') || 'record'
    return unread(
      place,
      'bad-json',
      'error',
      `This record can’t be read: ${field}: ${issue?.message ?? 'invalid'}. A record is an object with at least a string "text".`,
    )
  }
  const record = parsed.data
  const origin = {
    id: record.id == null || record.id === '' ? place : String(record.id),
    path,
    url: record.url || null,
    bytes: null,
  }
  const facts = {
    title: record.title || null,
    published: record.published ? ({ edtf: record.published, basis: 'given' } as const) : null,
    outlet: record.outlet || null,
    language: record.language || null,
    updated: null,
    blocks: null,
  }
  return documentItem(record.text, origin, facts, [], options)
}

/** A whole JSON text: one record or a list of records; null when it is no JSON. */
export function jsonItems(
  json: string,
  path: string | null,
  id: string,
  options: ReadOptions,
): IngestItem[] | null {
  const parsed = jsonLine(json)
  if (!parsed.ok) return null
  if (!Array.isArray(parsed.value)) return [recordItem(parsed.value, path, id, options)]
  return parsed.value.map((value, i) => recordItem(value, path, `${id}:${i + 1}`, options))
}

/** So many bad lines in a row are no dump of records; an archive could hold millions of them. */
const MOST_FAULTS = 10_000

/** JSONL, line by line as it comes; a bad line is one unread item. */
export async function* jsonlItems(
  lines: AsyncIterable<ByteLine>,
  path: string | null,
  id: string,
  options: ReadOptions,
): AsyncGenerator<IngestItem> {
  let faults = 0
  for await (const item of lineItems(lines, path, id, options)) {
    faults = item.kind === 'unread' ? faults + 1 : 0
    yield item
    if (faults < MOST_FAULTS) continue
    yield unread(
      id,
      'too-many-faults',
      'error',
      `${MOST_FAULTS} lines one after the other are no records, so the rest was left. Check that it is JSONL.`,
    )
    return
  }
}

async function* lineItems(
  lines: AsyncIterable<ByteLine>,
  path: string | null,
  id: string,
  options: ReadOptions,
): AsyncGenerator<IngestItem> {
  for await (const line of lines) {
    const place = `${id}:${line.number}`
    if (line.isTooLong) {
      yield unread(
        place,
        'too-large',
        'error',
        'The line is longer than the limit. Split the record, or raise the limit.',
      )
      continue
    }
    const decoded = decodeBytes(line.bytes)
    if (decoded.kind === 'unread') {
      yield { kind: 'unread', id: place, diagnostics: decoded.diagnostics }
      continue
    }
    if (decoded.text.trim() === '') continue
    const parsed = jsonLine(decoded.text)
    if (!parsed.ok) {
      yield unread(
        place,
        'bad-json',
        'error',
        `This line is no JSON: ${parsed.cause}. The lines after it were read.`,
      )
      continue
    }
    const item = recordItem(parsed.value, path, place, options)
    yield item.kind === 'document' && decoded.diagnostics.length > 0
      ? {
          kind: 'document',
          document: { ...item.document, diagnostics: [...item.document.diagnostics, ...decoded.diagnostics] },
        }
      : item
  }
}

/** Whether a line is a JSON object with a string `text`, or a ninjs item: then the stream it opens is JSONL. */
export function opensJsonl(line: string): boolean {
  const parsed = jsonLine(line)
  return parsed.ok && isRecord(parsed.value)
}

/** Whether a text is JSON and a record, or a list of records. */
export function isRecords(json: string): boolean {
  const parsed = jsonLine(json)
  if (!parsed.ok) return false
  return Array.isArray(parsed.value)
    ? parsed.value.length > 0 && isRecord(parsed.value[0])
    : isRecord(parsed.value)
}

function isRecord(value: unknown): boolean {
  return isNinjs(value) || recordSchema.safeParse(value).success
}
