import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib'
import { joinBytes } from '../byte-lines.ts'

/** Encodings that are taken off at most. */
const MAX_ENCODINGS = 4

/**
 * The body of an HTTP message without its encodings; null where it is damaged, packed in an unknown way, or larger than `maxBytes`.
 * Archivers often unpack a body and leave its header: what is not packed is given back as it stands.
 */
export function unpackedBody(
  body: Uint8Array,
  encodings: readonly string[],
  maxBytes: number,
): Uint8Array | null {
  let bytes = body
  for (const encoding of encodings.slice(0, MAX_ENCODINGS)) {
    const next = decoded(bytes, encoding, maxBytes)
    if (next === null) return null
    bytes = next
  }
  return encodings.length > MAX_ENCODINGS ? null : bytes
}

function decoded(bytes: Uint8Array, encoding: string, maxBytes: number): Uint8Array | null {
  const options = { maxOutputLength: maxBytes }
  try {
    switch (encoding) {
      case 'chunked':
        return joinedChunks(bytes) ?? bytes
      case 'gzip':
      case 'x-gzip':
        return bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes, options) : bytes
      case 'deflate':
        return (bytes[0]! & 0x0f) === 8 ? inflateSync(bytes, options) : inflateRawSync(bytes, options)
      case 'br':
        return brotliDecompressSync(bytes, options)
      default:
        return null
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error) return null
    throw error
  }
}

/** Null where it is not in chunks. */
function joinedChunks(bytes: Uint8Array): Uint8Array | null {
  const parts: Uint8Array[] = []
  let at = 0
  for (;;) {
    const end = bytes.indexOf(10, at)
    if (end < 0 || end - at > 64) return null
    const size = /^(?<hex>[\da-f]{1,8})\s*(?:;.*)?\r?$/iu.exec(
      Buffer.from(bytes.subarray(at, end)).toString('latin1'),
    )?.groups?.hex
    if (size === undefined) return null
    const length = Number.parseInt(size, 16)
    if (length === 0) return joinBytes(parts)
    if (end + 1 + length > bytes.length) return null
    parts.push(bytes.subarray(end + 1, end + 1 + length))
    at = end + 1 + length
    if (bytes[at] === 13) at++
    if (bytes[at] === 10) at++
  }
}
