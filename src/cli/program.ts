import { Command, CommanderError } from 'commander'
import { LagebildError } from '../base/errors.ts'
import { addAnalyseCommand } from './commands/analyse.ts'
import { addBulletinCommand } from './commands/bulletin.ts'
import { addChannelCommand } from './commands/channel.ts'
import { addChronicleCommands } from './commands/chronicle.ts'
import { addCoverageCommand } from './commands/coverage.ts'
import { addDecideCommands } from './commands/decide.ts'
import { addDispatchCommand } from './commands/dispatch.ts'
import { addEvalCommand } from './commands/eval.ts'
import { addExportCommand } from './commands/export.ts'
import { addFeedsCommand } from './commands/feeds.ts'
import { addForgetCommand } from './commands/forget.ts'
import { addLiveCommand } from './commands/live.ts'
import { addLoadCommand } from './commands/load.ts'
import { addPublishCommand } from './commands/publish.ts'
import { addReadCommand } from './commands/read.ts'
import { addSeriesCommands } from './commands/series.ts'
import { addServeCommand } from './commands/serve.ts'
import { addStoreCommands } from './commands/store.ts'
import { addWatchCommand } from './commands/watch.ts'
import { addWhyNotCommand } from './commands/why-not.ts'
import { EXIT } from './exit-codes.ts'
import { packageVersion } from './resources.ts'
import { note } from './terminal.ts'

/** Codes of errors that lie in the call's words. */
const WRONG_USE = new Set([
  ...['bad-date', 'offset-invalid', 'filter-invalid', 'as-of-invalid'],
  ...[
    'event-unknown',
    'event-ambiguous',
    'mention-unknown',
    'story-unknown',
    'report-unknown',
    'table-unknown',
  ],
  ...['decision-invalid', 'decision-unknown', 'language-unknown'],
  ...[
    'watch-folder',
    'watch-invalid',
    'watch-unknown',
    'channel-invalid',
    'channel-unknown',
    'file-unreadable',
  ],
  ...['feed-bad-url', 'feed-option-clash', 'feed-unknown', 'opml-invalid'],
])

/** The program with all its commands. Parsing throws where commander would leave the process. */
function createProgram(): Command {
  const program = new Command('lagebild')
    .exitOverride()
    .description('Reads news reports and keeps a sourced, live chronicle of a crisis.')
    .version(packageVersion())
    .option('--data <folder>', 'where the store lies (default: $LAGEBILD_DATA, else ./lagebild-data)')
    .addHelpText(
      'after',
      `
Exit codes: 0 all done, 1 wrong usage, 2 some documents unread, 3 nothing read or the store failed, 130 interrupted`,
    )

  addReadCommand(program)
  addLoadCommand(program)
  addChronicleCommands(program)
  addSeriesCommands(program)
  addBulletinCommand(program)
  addDecideCommands(program)
  addExportCommand(program)
  addFeedsCommand(program)
  addWatchCommand(program)
  addChannelCommand(program)
  addDispatchCommand(program)
  addLiveCommand(program)
  addPublishCommand(program)
  addServeCommand(program)
  addForgetCommand(program)
  addStoreCommands(program)
  addAnalyseCommand(program)
  addWhyNotCommand(program)
  addEvalCommand(program)
  addCoverageCommand(program)
  return program
}

/**
 * Runs one call and gives back its exit status.
 *
 * @param args without the names of node and of the script
 */
export async function run(args: readonly string[]): Promise<number> {
  process.exitCode = EXIT.ok
  try {
    await createProgram().parseAsync([...args], { from: 'user' })
    return Number(process.exitCode)
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode
    if (error instanceof LagebildError) {
      note(`lagebild: ${error.message}`)
      return WRONG_USE.has(error.code) ? EXIT.usage : EXIT.failed
    }
    note(`lagebild: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
    return EXIT.failed
  }
}
