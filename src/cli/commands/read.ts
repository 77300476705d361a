import { statSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { type Command, InvalidArgumentError } from 'commander'
import { LagebildError } from '../../base/errors.ts'
import { hashOf } from '../../base/ids.ts'
import type { Report } from '../../document/report.ts'
import { LEAST_CONFIDENCE } from '../../extract/events/choices/decide.ts'
import type { ReadOptions } from '../../ingest/types.ts'
import { openStore } from '../../store/sqlite.ts'
import { EXIT } from '../exit-codes.ts'
import { Intake, resumeFrom } from '../intake.ts'
import { confidence, dataFolder } from '../options.ts'
import type { ReadResult } from '../read-item.ts'
import { createNodeReader, type ReaderOptions, readerIdentity } from '../reader.ts'
import { readAll, readInThreads } from '../reading.ts'
import { createTally, summary, type Tally } from '../tally.ts'
import { note, printLine, progress } from '../terminal.ts'
import { readWatched } from '../watching.ts'

interface ReadCommandOptions {
  readonly json?: true
  readonly published?: string
  readonly outlet?: string
  readonly jobs: number
  readonly allowPrivate?: true
  readonly analysisFrom?: string
  readonly minConfidence?: number
  readonly watch?: true
  readonly poll?: true
}

export function addReadCommand(program: Command): void {
  program
    .command('read')
    .description('read reports into the store, or with --json to stdout')
    .argument('<paths...>', 'files, archives, folders, globs, http(s) URLs, or - for standard input')
    .option('--json', 'one lagebild/report@1 object a line on stdout; no store is touched')
    .option('--published <date>', 'publication date of all inputs, EDTF (2014-01-05)')
    .option('--outlet <name>', 'outlet of all inputs')
    .option('--jobs <n>', 'threads; with --watch always one', positive, 1)
    .option('--analysis-from <folder>', 'CoNLL-U files, one a report, in place of our own analysis')
    .option(
      '--min-confidence <n>',
      `leave out events that are less sure, from 0 to 1 (default ${LEAST_CONFIDENCE})`,
      confidence,
    )
    .option('--allow-private', 'fetch URLs of private networks too')
    .option('--watch', 'stay, and read new and changed files of the folders as they come, until stopped')
    .option('--poll', 'with --watch: look again and again instead of being told, for network drives')
    .addHelpText(
      'after',
      `
Examples:
  $ lagebild read reports/                          a folder, recursively
  $ lagebild read crawl.warc.gz                     an archive; a run that broke goes on where it stopped
  $ lagebild read --watch /srv/wire                 an agency's folder, as it fills
  $ lagebild read "wire/**/*.html" --outlet Nordblick
  $ lagebild read reports/ --analysis-from stanza/   reports/a.txt is analysed in stanza/a.conllu
  $ cat dump.jsonl | lagebild read - --json --jobs ${availableParallelism()} > reports.jsonl`,
    )
    .action(async (paths: string[], options: ReadCommandOptions, command: Command) => {
      if (options.watch) checkFolders(paths)
      const tally = createTally()
      const stopped = new AbortController()
      if (options.watch) stopOnSignals(stopped)
      const reading = readingOf(paths, options, stopped.signal)
      if (options.json) await toStdout(reading.results({}), tally)
      else await toStore(reading, options, tally, dataFolder(command), stopped.signal)
      note(summary(tally))
      process.exitCode =
        tally.read === 0 && tally.unread > 0 ? EXIT.failed : tally.unread > 0 ? EXIT.partly : EXIT.ok
    })
}

async function toStdout(read: AsyncIterable<ReadResult | 'end'>, tally: Tally): Promise<void> {
  const bar = progress('read')
  for await (const result of read) {
    if (result === 'end') continue
    tally.add(result)
    bar.step(labelOf(result))
    if (result.kind === 'report') await printLine(JSON.stringify(result.report))
  }
  bar.end()
}

async function toStore(
  reading: Reading,
  options: ReadCommandOptions,
  tally: Tally,
  folder: string,
  signal: AbortSignal,
): Promise<void> {
  const store = await openStore(folder)
  const bar = progress('read')
  const intake = new Intake(store, tally)
  const resume = resumeFrom(store, saltOf(reading.identity, options), options.watch ?? false)
  try {
    for await (const result of reading.results({ resume })) {
      if (result === 'end') {
        intake.end()
        await intake.flush()
      } else {
        bar.step(labelOf(result))
        await intake.take(result)
      }
    }
    // Stopped in the middle of a file: what is read is kept, and the file is not done.
    if (!signal.aborted) intake.end()
    await intake.flush()
  } finally {
    bar.end()
    await store.close()
  }
}

interface Reading {
  /** Who reads. */
  readonly identity: Report['reader']
  /** What is read, one after the other; `end` where a watched file has come to its end and should be seen at once. */
  results(more: Pick<ReadOptions, 'resume'>): AsyncIterable<ReadResult | 'end'>
}

function readingOf(paths: string[], options: ReadCommandOptions, signal: AbortSignal): Reading {
  const { jobs, watch, poll = false, analysisFrom, minConfidence } = options
  const setup: ReaderOptions = {
    ...(analysisFrom === undefined ? {} : { analysisFrom }),
    ...(minConfidence === undefined ? {} : { minConfidence }),
  }
  if (jobs > 1 && !watch)
    return {
      identity: readerIdentity(),
      results: (more) => readInThreads(paths, { ...options, ...more }, jobs, setup),
    }
  const reader = createNodeReader(setup)
  return {
    identity: reader.reader,
    results: (more) =>
      watch
        ? readWatched(paths, { ...options, ...more }, reader, { poll, signal })
        : readAll(paths, { ...options, ...more }, reader),
  }
}

/** What positions in files depend on besides the files: who reads, and how. */
function saltOf(
  { program, model, codebook }: Report['reader'],
  { published, outlet, analysisFrom, minConfidence }: ReadCommandOptions,
): string {
  return hashOf(
    program,
    model,
    codebook,
    published ?? null,
    outlet ?? null,
    analysisFrom ?? null,
    minConfidence ?? null,
  )
}

function checkFolders(paths: readonly string[]): void {
  for (const path of paths) {
    if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) continue
    throw new LagebildError('watch-folder', `"${path}" is no folder`, 'Name folders to watch.')
  }
}

function stopOnSignals(stopped: AbortController): void {
  process.removeAllListeners('SIGINT')
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopped.abort())
  note('Stop with Ctrl-C.')
}

function labelOf(result: ReadResult): string {
  return result.kind === 'report' ? result.report.id : result.id
}

function positive(value: string): number {
  const number = Number(value)
  if (!Number.isInteger(number) || number < 1 || number > 64)
    throw new InvalidArgumentError('Give a whole number from 1 to 64.')
  return number
}
