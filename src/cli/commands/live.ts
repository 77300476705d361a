import type { Command } from 'commander'
import { deliverDue } from '../../live/deliver/dispatcher.ts'
import { runLive } from '../../live/live.ts'
import { catchUp } from '../../live/watcher.ts'
import { withStore } from '../options.ts'
import { note } from '../terminal.ts'
import { printAlert, watchTables, whole, withLive } from './watch.ts'

interface LiveCommandOptions {
  readonly once?: true
  readonly poll: number
  readonly json?: true
}

export function addLiveCommand(program: Command): void {
  program
    .command('live')
    .description('watch the store, raise alerts and deliver them until stopped')
    .option('--once', 'do what there is to do and end')
    .option('--poll <ms>', 'milliseconds between two looks at the store', whole, 250)
    .option('--json', 'alerts as JSON, one a line')
    .addHelpText(
      'after',
      `
Example:
  $ lagebild watch add mossul.yaml && lagebild channel add newsroom.yaml && lagebild live`,
    )
    .action((options: LiveCommandOptions, command: Command) =>
      withLive(command, (state) =>
        withStore(command, async (store) => {
          const tables = watchTables()
          const languageOf = (id: string) =>
            state.rules().find(({ rule }) => rule.id === id)?.rule.lang[0] ?? 'de'
          if (options.once) {
            // What was recorded in this very millisecond has to be over first.
            await new Promise((resolve) => setTimeout(resolve, 5))
            for (const alert of await catchUp(store, state, tables))
              await printAlert(alert, languageOf(alert.rule.id), options)
            await deliverDue(state)
            note(JSON.stringify({ kind: 'deliveries', ...state.deliveries.counts() }))
            return
          }
          const stopped = new AbortController()
          process.removeAllListeners('SIGINT')
          for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopped.abort())
          note('Stop with Ctrl-C.')
          await runLive(store, state, tables, {
            poll: options.poll,
            signal: stopped.signal,
            onAlert: (alert) => void printAlert(alert, languageOf(alert.rule.id), options),
            onError: (error) => note(`lagebild: ${error instanceof Error ? error.message : String(error)}`),
          })
        }),
      ),
    )
}
