import { existsSync } from 'node:fs'
import { LagebildError } from '../base/errors.ts'
import { mapInWorkers } from '../ingest/pool.ts'
import { readInputs } from '../ingest/read-inputs.ts'
import type { ReadOptions } from '../ingest/types.ts'
import { type ReadResult, readItem } from './read-item.ts'
import type { NodeReader, ReaderOptions } from './reader.ts'

/** Reads inputs with one reader; results come in input order. */
export async function* readAll(
  paths: readonly string[],
  options: ReadOptions,
  reader: NodeReader,
): AsyncGenerator<ReadResult> {
  for await (const item of readInputs(paths, options)) yield readItem(reader, item)
}

/** The same with several threads, each with a reader of its own. */
export function readInThreads(
  paths: readonly string[],
  options: ReadOptions,
  jobs: number,
  setup: ReaderOptions,
): AsyncGenerator<ReadResult> {
  return mapInWorkers<unknown, ReadResult>(readInputs(paths, options), workerUrl(), jobs, { setup })
}

/** Threads run the built program; from the sources there is none. */
function workerUrl(): URL {
  const built = new URL('./worker.js', import.meta.url)
  if (existsSync(built)) return built
  const fromSource = new URL('../../dist/cli/worker.js', import.meta.url)
  if (existsSync(fromSource)) return fromSource
  throw new LagebildError(
    'not-built',
    'Reading with several threads needs the built program',
    'Run `npm run build`, or leave --jobs out.',
  )
}
