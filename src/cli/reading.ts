import { existsSync } from 'node:fs'
import { LagebildError } from '../base/errors.ts'
import { mapInWorkers } from '../ingest/pool.ts'
import { readInputs } from '../ingest/read-inputs.ts'
import type { ReadOptions } from '../ingest/types.ts'
import { type ReadResult, readItem } from './read-item.ts'
import { createNodeReader, type ReaderOptions } from './reader.ts'

/** Reads inputs with one thread or many; results come in input order. */
export async function* readAll(
  paths: readonly string[],
  options: ReadOptions & ReaderOptions,
  jobs: number,
): AsyncGenerator<ReadResult> {
  const items = readInputs(paths, options)
  const { analysisFrom } = options
  const setup: ReaderOptions = analysisFrom === undefined ? {} : { analysisFrom }
  if (jobs > 1) {
    yield* mapInWorkers<unknown, ReadResult>(items, workerUrl(), jobs, { setup })
    return
  }
  const reader = createNodeReader(setup)
  for await (const item of items) yield readItem(reader, item)
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
