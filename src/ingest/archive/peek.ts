import { joinBytes } from '../byte-lines.ts'

/** Bytes by which a format is told. */
const HEAD = 8192

export interface Peeked {
  readonly head: Uint8Array
  /** All of it, the head included. */
  readonly chunks: AsyncGenerator<Uint8Array>
}

/** Looks at how a stream begins: its first 8 kB, or what has come by its first line end, so that a slow pipe is not waited for. */
export async function peek(source: AsyncIterable<Uint8Array>): Promise<Peeked> {
  const iterator = source[Symbol.asyncIterator]()
  const parts: Uint8Array[] = []
  let size = 0
  for (let next = await iterator.next(); !next.done; next = await iterator.next()) {
    if (next.value.length === 0) continue
    parts.push(next.value)
    size += next.value.length
    if (size >= HEAD || next.value.includes(10)) break
  }
  const head = joinBytes(parts)
  return { head: head.subarray(0, Math.max(HEAD, head.indexOf(10) + 1)), chunks: chained(parts, iterator) }
}

async function* chained(
  head: readonly Uint8Array[],
  rest: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  try {
    yield* head
    for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value
  } finally {
    await rest.return?.()
  }
}
