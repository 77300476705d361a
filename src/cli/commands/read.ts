import { availableParallelism } from 'node:os'
import { type Command, InvalidArgumentError } from 'commander'
import type { Report } from '../../document/report.ts'
import { openStore } from '../../store/sqlite.ts'
import { EXIT } from '../exit-codes.ts'
import { dataFolder } from '../options.ts'
import { readAll } from '../reading.ts'
import { createTally, summary, type Tally } from '../tally.ts'
import { note, printLine, progress } from '../terminal.ts'

interface ReadCommandOptions {
  readonly json?: true
  readonly published?: string
  readonly outlet?: string
  readonly jobs: number
  readonly allowPrivate?: true
  readonly analysisFrom?: string
}

/** Reports in one transaction: few enough that a break costs little, enough that the disk is not the bound. */
const BATCH = 25

export function addReadCommand(program: Command): void {
  program
    .command('read')
    .description('read reports into the store, or with --json to stdout')
    .argument('<paths...>', 'files, folders, globs, http(s) URLs, or - for standard input')
    .option('--json', 'one lagebild/report@1 object a line on stdout; no store is touched')
    .option('--published <date>', 'publication date of all inputs, EDTF (2014-01-05)')
    .option('--outlet <name>', 'outlet of all inputs')
    .option('--jobs <n>', 'threads', positive, 1)
    .option('--analysis-from <folder>', 'CoNLL-U files, one a report, in place of our own analysis')
    .option('--allow-private', 'fetch URLs of private networks too')
    .addHelpText(
      'after',
      `
Examples:
  $ lagebild read reports/                          a folder, recursively
  $ lagebild read "wire/**/*.html" --outlet Nordblick
  $ lagebild read reports/ --analysis-from stanza/   reports/a.txt is analysed in stanza/a.conllu
  $ cat dump.jsonl | lagebild read - --json --jobs ${availableParallelism()} > reports.jsonl`,
    )
    .action(async (paths: string[], options: ReadCommandOptions, command: Command) => {
      const tally = createTally()
      if (options.json) await toStdout(paths, options, tally)
      else await toStore(paths, options, tally, dataFolder(command))
      note(summary(tally))
      process.exitCode =
        tally.read === 0 && tally.unread > 0 ? EXIT.failed : tally.unread > 0 ? EXIT.partly : EXIT.ok
    })
}

async function toStdout(paths: string[], options: ReadCommandOptions, tally: Tally): Promise<void> {
  const bar = progress('read')
  for await (const result of readAll(paths, options, options.jobs)) {
    tally.add(result)
    bar.step(result.kind === 'report' ? result.report.id : result.id)
    if (result.kind === 'report') await printLine(JSON.stringify(result.report))
  }
  bar.end()
}

async function toStore(
  paths: string[],
  options: ReadCommandOptions,
  tally: Tally,
  folder: string,
): Promise<void> {
  const store = await openStore(folder)
  const bar = progress('read')
  let batch: Report[] = []
  const flush = async () => {
    for (const appended of await store.append(batch)) tally.stored(appended.outcome)
    batch = []
  }
  try {
    for await (const result of readAll(paths, options, options.jobs)) {
      tally.add(result)
      bar.step(result.kind === 'report' ? result.report.id : result.id)
      if (result.kind === 'report') batch.push(result.report)
      else if (result.diagnostics.some((d) => d.severity !== 'info'))
        await store.appendUnread(
          result.diagnostics.slice(0, 1).map((d) => ({ id: result.id, code: d.code, message: d.message })),
        )
      if (batch.length >= BATCH) await flush()
    }
    await flush()
  } finally {
    bar.end()
    await store.close()
  }
}

function positive(value: string): number {
  const number = Number(value)
  if (!Number.isInteger(number) || number < 1 || number > 64)
    throw new InvalidArgumentError('Give a whole number from 1 to 64.')
  return number
}
