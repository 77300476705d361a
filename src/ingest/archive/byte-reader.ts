import { joinBytes } from '../byte-lines.ts'

const LINE_FEED = 10

/** Reads a stream of bytes by lines and by counts; never holds more than one chunk and what was asked for. */
export class ByteReader {
  private readonly iterator: AsyncIterator<Uint8Array>
  private chunk: Uint8Array = new Uint8Array(0)

  constructor(chunks: AsyncIterable<Uint8Array>) {
    this.iterator = chunks[Symbol.asyncIterator]()
  }

  /** A line without its end; null at the end of the stream. `isTooLong`: longer than `most`, then it is cut off. */
  async line(most: number): Promise<{ readonly bytes: Uint8Array; readonly isTooLong: boolean } | null> {
    const parts: Uint8Array[] = []
    let size = 0
    let any = false
    while (await this.fill()) {
      any = true
      const end = this.chunk.indexOf(LINE_FEED)
      const part = this.chunk.subarray(0, end < 0 ? this.chunk.length : end)
      if (size < most) parts.push(part)
      size += part.length
      this.chunk = this.chunk.subarray(end < 0 ? this.chunk.length : end + 1)
      if (end >= 0) break
    }
    if (!any) return null
    const line = joinBytes(parts)
    const bytes = line.at(-1) === 13 ? line.subarray(0, -1) : line
    return { bytes, isTooLong: size > most }
  }

  /** The next bytes as they come; ends early where the stream does. */
  async *bytes(count: number): AsyncGenerator<Uint8Array> {
    let left = count
    while (left > 0 && (await this.fill())) {
      const part = this.chunk.subarray(0, left)
      this.chunk = this.chunk.subarray(part.length)
      left -= part.length
      yield part
    }
  }

  /** Leaves bytes out; how many were missing at the end of the stream. */
  async skip(count: number): Promise<number> {
    let left = count
    for await (const part of this.bytes(count)) left -= part.length
    return left
  }

  private async fill(): Promise<boolean> {
    while (this.chunk.length === 0) {
      const next = await this.iterator.next()
      if (next.done) return false
      this.chunk = next.value
    }
    return true
  }

  async close(): Promise<void> {
    await this.iterator.return?.()
  }
}
