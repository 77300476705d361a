import { fileItems } from '../ingest/read-inputs.ts'
import type { ReadOptions } from '../ingest/types.ts'
import { settledFiles } from '../ingest/watch-folder.ts'
import { type ReadResult, readItem } from './read-item.ts'
import type { NodeReader } from './reader.ts'
import { note } from './terminal.ts'

/** Milliseconds for which a file must stay as it is before it is read. */
const SETTLE = 1000

/** Reads the files of folders as they come, each followed by `end`, until the signal comes; then a file that is being read is left where it is. */
export async function* readWatched(
  folders: readonly string[],
  options: ReadOptions,
  reader: NodeReader,
  { poll, signal }: { readonly poll: boolean; readonly signal: AbortSignal },
): AsyncGenerator<ReadResult | 'end'> {
  for await (const path of settledFiles(folders, { settle: SETTLE, poll, signal })) {
    let read = 0
    for await (const item of fileItems(path, false, options)) {
      if (signal.aborted) return
      if (item.kind === 'document') read++
      yield readItem(reader, item)
    }
    if (read > 0) note(`${path}: ${read} read`)
    yield 'end'
  }
}
