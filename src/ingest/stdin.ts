import { Cursor } from './archive/cursor.ts'
import { Budget, counted } from './archive/limits.ts'
import { contentItems, failureOf } from './content.ts'
import type { IngestItem, ReadOptions } from './types.ts'

const ID = '-'

/** Standard input, whatever comes: an archive or JSONL record by record as they come, else one document. */
export async function* stdinItems(options: ReadOptions): AsyncGenerator<IngestItem> {
  const input = options.stdin ?? (process.stdin as AsyncIterable<Uint8Array>)
  const budget = new Budget()
  const chunks = counted(input, (bytes) => budget.took(bytes))
  const content = { id: ID, path: null, isFile: false, name: '', isNamed: true, chunks }
  try {
    yield* contentItems(content, { options, budget, cursor: new Cursor(0), depth: 0 })
  } catch (error) {
    const failure = failureOf(ID, error)
    if (failure === null) throw error
    yield failure
  }
}
