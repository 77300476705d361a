import { pipeline, Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'

/** What a gzip file holds, all its members one after the other (RFC 1952; WARC packs each record by itself). */
export async function* gunzipped(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const gunzip = createGunzip()
  // A failure reaches whoever iterates; the callback is asked for by the function.
  pipeline(Readable.from(chunks, { objectMode: true, highWaterMark: 2 }), gunzip, () => undefined)
  yield* gunzip as AsyncIterable<Uint8Array>
}

/** Whether an error is one of a packed stream that is cut off or damaged. */
export function isDamage(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = 'code' in error ? String(error.code) : ''
  return (
    /^(?:Z_|ERR_STREAM_PREMATURE|ERR_INVALID)/u.test(code) || (code === '' && ZIP_DAMAGE.test(error.message))
  )
}

/** Errors of the zip reader have no codes. */
const ZIP_DAMAGE =
  /central directory|signature|end of (?:central|file)|invalid|too (?:many|few) bytes|strong encryption|unsupported|multi-disk|zip64|expected|overflow|out of/iu
