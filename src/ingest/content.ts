import { Cursor } from './archive/cursor.ts'
import { gunzipped, isDamage } from './archive/gzip.ts'
import { unpackedBody } from './archive/http-body.ts'
import { containerOf, isRecognised } from './archive/kind.ts'
import { BombError, type Budget, counted, MAX_DEPTH } from './archive/limits.ts'
import { peek } from './archive/peek.ts'
import { warcRecords } from './archive/warc.ts'
import { type ZipMember, zipMembers } from './archive/zip.ts'
import { byteLines, collect } from './byte-lines.ts'
import { formatOfMime, formatOfName, isPartial, itemsOf, tellsJsonl } from './formats.ts'
import { unread } from './items.ts'
import { mboxMessages } from './mail/mbox.ts'
import { mailItem } from './mail/message.ts'
import { jsonlItems } from './records.ts'
import { DEFAULT_MAX_BYTES, type IngestItem, type ReadOptions } from './types.ts'

/** A stream of bytes that is a document, or holds some. */
export interface Content {
  /** Label of what is read from it. */
  readonly id: string
  /** Path of the file on the disk that it is, or lies in; null for standard input. */
  readonly path: string | null
  /** True where it is that file itself. */
  readonly isFile: boolean
  /** Its ending tells the format where the bytes do not. */
  readonly name: string
  /** Asked for by name: read whatever it is. */
  readonly isNamed: boolean
  readonly chunks: AsyncIterable<Uint8Array>
}

/** What goes along through archives within archives. */
export interface Walk {
  readonly options: ReadOptions
  readonly budget: Budget
  readonly cursor: Cursor
  readonly depth: number
}

/**
 * The items of a stream: archives are opened, mailboxes and dumps parted, each record by itself and never more than one in memory. What
 * fails in one record, or one member, stops no other.
 *
 * @throws BombError where a source unpacks to more than any text does
 */
export async function* contentItems(content: Content, walk: Walk): AsyncGenerator<IngestItem> {
  const { id, path, name } = content
  const { cursor, options } = walk
  const maxBytes = options.maxBytes ?? DEFAULT_MAX_BYTES
  const { head, chunks } = await peek(content.chunks)
  if (head.length === 0) {
    if (cursor.begin())
      yield unread(id, 'empty', 'warning', 'It is empty. Check that it was saved completely.')
    return
  }
  const container = containerOf(head, name)
  if (container !== null && container !== 'mail' && walk.depth >= MAX_DEPTH) {
    yield unread(
      id,
      'archive-depth',
      'error',
      `Archives lie in one another more than ${MAX_DEPTH} deep. Unpack it first.`,
    )
    return
  }
  switch (container) {
    case 'gzip':
      yield* gzipItems({ ...content, chunks }, walk)
      return
    case 'zip':
      yield* zipItems({ ...content, chunks }, walk, maxBytes)
      return
    case 'warc':
      yield* warcItems({ ...content, chunks }, walk, maxBytes)
      return
    case 'mbox':
      for await (const mail of mboxMessages(byteLines(chunks, maxBytes), maxBytes)) {
        if (!cursor.begin()) continue
        const own = { ...content, id: `${id}:${mail.number}`, isFile: false }
        if (mail.isTooLong) yield tooLarge(own.id, maxBytes)
        else yield* mailItems(mail.bytes, own, walk)
      }
      return
    case 'mail':
    case null:
      break
    default:
      throw container satisfies never
  }
  const format = formatOfName(name)
  if (format === 'jsonl' || (format === null && tellsJsonl(head))) {
    yield* jsonlItems(begun(byteLines(chunks, maxBytes, { skipsBlank: true }), cursor), path, id, options)
    return
  }
  if (!cursor.begin()) {
    await chunks.return(undefined)
    return
  }
  if (!content.isNamed && (isPartial(name) || (format === null && !isRecognised(head, name)))) {
    await chunks.return(undefined)
    yield unread(
      id,
      'unknown-format',
      'info',
      'Its ending is none that is read and it does not begin like an archive, a mail or an agency format, so it was left out. Name the file itself to read it all the same.',
    )
    return
  }
  const bytes = await collect(chunks, maxBytes)
  if (bytes === null) yield tooLarge(id, maxBytes)
  else if (container === 'mail') yield* mailItems(bytes, content, walk)
  else yield* itemsOf(bytes, format, null, { id, path, url: null, bytes }, options)
}

/** Records that were not taken before. */
async function* begun<Record>(records: AsyncIterable<Record>, cursor: Cursor): AsyncGenerator<Record> {
  for await (const record of records) if (cursor.begin()) yield record
}

async function* gzipItems(content: Content, walk: Walk): AsyncGenerator<IngestItem> {
  const { budget, depth } = walk
  try {
    const chunks = counted(gunzipped(content.chunks), (bytes) => budget.gave(bytes))
    const name = content.name.replace(/\.gz$/iu, '')
    // What lies in a packed file that was asked for was asked for too.
    yield* contentItems({ ...content, name, isFile: false, chunks }, { ...walk, depth: depth + 1 })
  } catch (error) {
    if (!isDamage(error)) throw error
    yield damaged(content.id)
  }
}

async function* zipItems(content: Content, walk: Walk, maxBytes: number): AsyncGenerator<IngestItem> {
  const { id, path, isFile } = content
  const { budget, depth, cursor } = walk
  let source: string | Uint8Array | null = isFile ? path : null
  if (source === null) source = await collect(content.chunks, maxBytes)
  if (source === null) {
    yield tooLarge(id, maxBytes)
    return
  }
  try {
    for await (const member of zipMembers(source)) {
      const own = { ...content, id: `${id}#${member.name}`, isFile: false, isNamed: false, name: member.name }
      if (member.kind === 'refused') {
        if (cursor.begin()) yield refused(own.id, member)
        continue
      }
      try {
        const chunks = counted(await member.open(), (bytes) => budget.gave(bytes))
        yield* contentItems({ ...own, chunks }, { ...walk, depth: depth + 1 })
      } catch (error) {
        if (!isDamage(error)) throw error
        yield damaged(own.id)
      }
    }
  } catch (error) {
    if (!isDamage(error)) throw error
    yield damaged(id)
  }
}

async function* warcItems(content: Content, walk: Walk, maxBytes: number): AsyncGenerator<IngestItem> {
  const { id, path } = content
  const { options, cursor } = walk
  for await (const record of warcRecords(content.chunks, maxBytes, () => cursor.begin())) {
    if ('end' in record) {
      if (record.end !== 'whole') yield damaged(id)
      continue
    }
    const { url, contentType, date } = record
    const own = url ?? `${id}#${record.id ?? cursor.before + 1}`
    const body = record.isTooLarge ? null : unpackedBody(record.body, record.encodings, maxBytes)
    if (body === null) {
      yield record.isTooLarge ? tooLarge(own, maxBytes) : damaged(own)
      continue
    }
    const web = url !== null && /^https?:/iu.test(url) ? url : null
    const charset = /charset\s*=\s*["']?(?<name>[\w:-]{2,40})/iu.exec(contentType ?? '')?.groups?.name ?? null
    const fetched = options.fetched ?? date
    const read = itemsOf(
      body,
      formatOfMime(contentType),
      charset,
      { id: own, path, url: web, bytes: body },
      fetched === null ? options : { ...options, fetched },
    )
    // Site maps, feeds and the like are in every harvest and no reports.
    yield* read.filter((item) => item.kind === 'document' || item.diagnostics[0]?.code !== 'unknown-xml')
  }
}

async function* mailItems(bytes: Uint8Array, content: Content, walk: Walk): AsyncGenerator<IngestItem> {
  const { id, path } = content
  const { item, attachments } = await mailItem(bytes, { id, path, url: null, bytes }, walk.options)
  yield item
  for (const [index, { name, bytes: attached }] of attachments.entries()) {
    const own = { ...content, id: `${id}#${name || index + 1}`, name, isFile: false, isNamed: false }
    // A mail is one record with all that is attached to it.
    const inner = { ...walk, cursor: new Cursor(0), depth: walk.depth + 1 }
    if (walk.depth >= MAX_DEPTH || !isRecognised(attached, name)) continue
    yield* contentItems({ ...own, chunks: only(attached) }, inner)
  }
}

async function* only(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

function refused(id: string, { why }: Extract<ZipMember, { kind: 'refused' }>): IngestItem {
  switch (why) {
    case 'path':
      return unread(
        id,
        'archive-path',
        'error',
        'Its name leads out of the archive, as in an attack, so it was not read. Ask whoever made the archive.',
      )
    case 'encrypted':
      return unread(
        id,
        'archive-encrypted',
        'error',
        'It is encrypted. Unpack the archive with its password first.',
      )
    case 'method':
      return unread(
        id,
        'archive-method',
        'error',
        'It is packed by a method that is not known. Pack the archive again as plain zip.',
      )
    default:
      throw why satisfies never
  }
}

function damaged(id: string): IngestItem {
  return unread(
    id,
    'archive-damaged',
    'error',
    'It is cut off or damaged here; what stands before was read. Fetch the archive again.',
  )
}

function tooLarge(id: string, maxBytes: number): IngestItem {
  return unread(
    id,
    'too-large',
    'error',
    `It is larger than ${Math.round(maxBytes / 1024 / 1024)} MB. Split it, or raise the limit.`,
  )
}

/** What made a whole source fail, as an item of its own; null for an error that is none of the source's. */
export function failureOf(id: string, error: unknown): IngestItem | null {
  if (error instanceof BombError)
    return unread(
      id,
      'archive-bomb',
      'error',
      'It unpacks to far more than texts ever do, as archives that are made to fill a machine. What came before was read. Unpack it by hand if you trust it.',
    )
  return isDamage(error) ? damaged(id) : null
}
