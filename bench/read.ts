import { spawn } from 'node:child_process'
import { performance } from 'node:perf_hooks'
import { createInterface } from 'node:readline'
import { createNodeReader } from '../src/cli/reader.ts'
import type { RawDocument } from '../src/document/document.ts'
import { readInputs } from '../src/ingest/read-inputs.ts'
import { type Stage, timeStages } from './stages.ts'

/** What one run read, and in how many seconds of wall-clock time. */
export interface Run {
  readonly documents: number
  readonly sentences: number
  readonly characters: number
  readonly seconds: number
}

export interface OneCore extends Run {
  /** Seconds from nothing to a reader with tables and weights. */
  readonly loading: number
  /** Inputs that gave no document. */
  readonly unread: number
  /** Wall-clock seconds of the slowest document, and its id. */
  readonly slowest: { readonly id: string; readonly seconds: number }
  readonly stages: readonly Stage[]
}

/** Documents read before the clock starts, so that the compiler of the engine has seen the code. */
const WARM_UP = 20

/** Reads all documents in this thread. The texts are in memory before the clock starts: no disk, no JSON output. */
export async function readOnOneCore(paths: readonly string[]): Promise<OneCore> {
  const documents: RawDocument[] = []
  let unread = 0
  for await (const item of readInputs(paths)) {
    if (item.kind === 'document') documents.push(item.document)
    else unread++
  }
  const start = performance.now()
  const reader = await createNodeReader()
  const loading = since(start)
  for (const document of documents.slice(0, WARM_UP)) reader.read(document)

  let [sentences, characters] = [0, 0]
  let slowest = { id: '', seconds: 0 }
  const from = performance.now()
  for (const document of documents) {
    const begin = performance.now()
    sentences += reader.read(document).sentences.length
    characters += document.text.length
    const seconds = since(begin)
    if (seconds > slowest.seconds) slowest = { id: document.id, seconds }
  }
  const seconds = since(from)
  return {
    documents: documents.length,
    sentences,
    characters,
    seconds,
    stages: timeStages(documents),
    loading,
    unread,
    slowest,
  }
}

/** Runs the built program over the paths, from its start to its last line: loading, reading of files and JSON included. */
export async function readWithJobs(program: string, paths: readonly string[], jobs: number): Promise<Run> {
  const from = performance.now()
  const child = spawn(process.execPath, [program, 'read', ...paths, '--json', '--jobs', String(jobs)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let errors = ''
  child.stderr.on('data', (chunk) => {
    errors += String(chunk)
  })
  const ended = new Promise<number | null>((resolve, reject) =>
    child.once('error', reject).once('close', resolve),
  )
  // Lines are kept as they come and looked into after the clock has stopped: parsing would take from the cores that are measured.
  const lines: string[] = []
  for await (const line of createInterface({ input: child.stdout })) lines.push(line)
  const status = await ended
  const seconds = since(from)
  if (status !== 0 && status !== 2) throw new Error(`lagebild read ended with ${status}: ${errors.trim()}`)
  let [sentences, characters] = [0, 0]
  for (const line of lines) {
    const report = JSON.parse(line) as { sentences: unknown[]; text: string | null }
    sentences += report.sentences.length
    characters += report.text?.length ?? 0
  }
  return { documents: lines.length, sentences, characters, seconds }
}

const since = (start: number): number => (performance.now() - start) / 1000
