import { byteLines, collect } from './byte-lines.ts'
import { itemsOf } from './formats.ts'
import { unread } from './items.ts'
import { jsonlItems, opensJsonl } from './records.ts'
import { DEFAULT_MAX_BYTES, type IngestItem, type ReadOptions } from './types.ts'

const ID = '-'

/** Standard input: JSONL as it comes when the first line is a record, else one text. */
export async function* stdinItems(options: ReadOptions): AsyncGenerator<IngestItem> {
  const maxBytes = options.maxBytes ?? DEFAULT_MAX_BYTES
  const chunks = (options.stdin ?? (process.stdin as AsyncIterable<Uint8Array>))[Symbol.asyncIterator]()
  const head: Uint8Array[] = []
  let size = 0
  for (let next = await chunks.next(); !next.done; next = await chunks.next()) {
    head.push(next.value)
    size += next.value.length
    if (next.value.includes(10) || size > maxBytes) break
  }
  const rest = chained(head, chunks)
  const first = Buffer.concat(head)
  const lineEnd = first.indexOf(10)
  if (
    opensJsonl(
      first
        .subarray(0, lineEnd < 0 ? first.length : lineEnd)
        .toString('utf8')
        .replace(/^\ufeff/, ''),
    )
  ) {
    yield* jsonlItems(byteLines(rest, maxBytes), null, ID, options)
    return
  }
  const bytes = await collect(rest, maxBytes)
  if (bytes === null)
    yield unread(
      ID,
      'too-large',
      'error',
      'Standard input is longer than the limit. Split it, or raise the limit.',
    )
  else if (bytes.length === 0) yield unread(ID, 'empty', 'warning', 'Standard input was empty.')
  else yield* itemsOf(bytes, null, null, { id: ID, path: null, url: null, bytes }, options)
}

async function* chained(
  head: readonly Uint8Array[],
  rest: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  yield* head
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value
}
