/** A line of a stream of bytes, without its line end. */
export interface ByteLine {
  /** From 1. */
  readonly number: number
  readonly bytes: Uint8Array
  /** Longer than the limit; then `bytes` is empty. */
  readonly isTooLong: boolean
}

const LINE_FEED = 10

/** Lines as they come; never holds more than one line, and of a line never more than `maxBytes`. Blank ones may be left out, but count. */
export async function* byteLines(
  chunks: AsyncIterable<Uint8Array>,
  maxBytes: number,
  { skipsBlank = false }: { readonly skipsBlank?: boolean } = {},
): AsyncGenerator<ByteLine> {
  let number = 1
  let parts: Uint8Array[] = []
  let size = 0
  const take = (): ByteLine => {
    const line = {
      number: number++,
      bytes: size > maxBytes ? new Uint8Array(0) : joinBytes(parts),
      isTooLong: size > maxBytes,
    }
    parts = []
    size = 0
    return line
  }
  for await (const chunk of chunks) {
    let from = 0
    for (let end = chunk.indexOf(LINE_FEED); end >= 0; end = chunk.indexOf(LINE_FEED, from)) {
      add(chunk.subarray(from, end))
      if (skipsBlank && size === 0) number++
      else yield take()
      from = end + 1
      while (skipsBlank && chunk[from] === LINE_FEED) {
        number++
        from++
      }
    }
    add(chunk.subarray(from))
  }
  if (size > 0) yield take()

  function add(part: Uint8Array): void {
    size += part.length
    if (size > maxBytes) parts = []
    else if (part.length > 0) parts.push(part)
  }
}

export function joinBytes(parts: readonly Uint8Array[]): Uint8Array {
  return parts.length === 1 ? parts[0]! : Buffer.concat(parts)
}

/** Bytes put together piece by piece, however small the pieces are. */
export class ByteBuilder {
  private buffer = Buffer.allocUnsafe(4096)
  size = 0

  add(bytes: Uint8Array): void {
    if (this.size + bytes.length > this.buffer.length) {
      const larger = Buffer.allocUnsafe(Math.max(2 * this.buffer.length, this.size + bytes.length))
      this.buffer.copy(larger, 0, 0, this.size)
      this.buffer = larger
    }
    this.buffer.set(bytes, this.size)
    this.size += bytes.length
  }

  take(): Uint8Array {
    const bytes = Uint8Array.from(this.buffer.subarray(0, this.size))
    this.clear()
    return bytes
  }

  clear(): void {
    if (this.buffer.length > 1_000_000) this.buffer = Buffer.allocUnsafe(4096)
    this.size = 0
  }
}

/** All bytes of a stream; null as soon as there are more than `maxBytes`. */
export async function collect(
  chunks: AsyncIterable<Uint8Array>,
  maxBytes: number,
): Promise<Uint8Array | null> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const chunk of chunks) {
    size += chunk.length
    if (size > maxBytes) return null
    parts.push(chunk)
  }
  return joinBytes(parts)
}
