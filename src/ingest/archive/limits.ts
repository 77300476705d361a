/** Archives within archives are opened so deep: a page in a gzip in a zip in a mail. */
export const MAX_DEPTH = 4
/** What an archive may unpack to: so many bytes whatever its size, and so many times its own size beyond. */
const FREE_BYTES = 16 * 1024 * 1024
const MOST_RATIO = 250

/** Thrown where an archive unpacks to far more than text ever does. */
export class BombError extends Error {
  readonly code = 'archive-bomb'
}

/**
 * Keeps account of what one source unpacks to. Deflate packs at most 1,032 to 1; text of the press about 10 to 1. An archive that gives
 * 250 times its size is made to fill the machine.
 */
export class Budget {
  private packed = 0
  private unpacked = 0

  /** Bytes that came out of the source itself. */
  took(bytes: number): void {
    this.packed += bytes
  }

  /** @throws BombError */
  gave(bytes: number): void {
    this.unpacked += bytes
    if (this.unpacked > FREE_BYTES + MOST_RATIO * this.packed) throw new BombError('archive-bomb')
  }
}

/** Counts what runs through. */
export async function* counted(
  chunks: AsyncIterable<Uint8Array>,
  count: (bytes: number) => void,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    count(chunk.length)
    yield chunk
  }
}
