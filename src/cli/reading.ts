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

/** The program that reading threads run; null where only the sources are there. */
export function builtWorker(): URL | null {
  const built = new URL('./worker.js', import.meta.url)
  const fromSource = new URL('../../dist/cli/worker.js', import.meta.url)
  return [built, fromSource].find((url) => existsSync(url)) ?? null
}

function workerUrl(): URL {
  const built = builtWorker()
  if (built !== null) return built
  throw new LagebildError(
    'not-built',
    'Reading with several threads needs the built program',
    'Run `npm run build`, or leave --jobs out.',
  )
}
