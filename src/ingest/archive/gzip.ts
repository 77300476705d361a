import { pipeline, Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'

/** What a gzip file holds, all its members one after the other (RFC 1952; WARC packs each record by itself). */
export async function* gunzipped(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const gunzip = createGunzip()
  // A failure reaches whoever iterates; the callback is asked for by the function.
  pipeline(Readable.from(chunks, { objectMode: true, highWaterMark: 2 }), gunzip, () => undefined)
  yield* gunzip as AsyncIterable<Uint8Array>
}

/** Whether an error is one of a packed stream that is cut off or damaged; the zip reader throws plain errors without a code. */
export function isDamage(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if (!('code' in error)) return error.constructor === Error
  return /^(?:Z_|ERR_STREAM_PREMATURE)/u.test(String(error.code))
}
