import { readFileSync } from 'node:fs'
import { type Command, InvalidArgumentError } from 'commander'
import { LagebildError } from '../../base/errors.ts'
import { countriesAround } from '../../chronicle/near.ts'
import { asOfBound, noTime, sinceBounds } from '../../chronicle/published.ts'
import { alertInWords, alertPlain } from '../../live/alert-text.ts'
import { LiveState, memoryStanding } from '../../live/state/live-state.ts'
import { stepsSince } from '../../live/steps.ts'
import { type Alert, alertsBetween, watched } from '../../live/watch/alerts.ts'
import type { WatchTables } from '../../live/watch/match.ts'
import { parseRules, watchRuleJsonSchema } from '../../live/watch/rule.ts'
import { dataFolder, withStore } from '../options.ts'
import { readCodebook } from '../resources.ts'
import { note, print, printJson, printLine } from '../terminal.ts'
import { readerLanguage } from './bulletin.ts'

export function addWatchCommand(program: Command): void {
  const watch = program
    .command('watch')
    .description('rules that raise an alert when the chronicle changes in substance')
    .addHelpText(
      'after',
      `
Examples:
  $ lagebild watch add mossul.yaml
  $ lagebild watch test mossul.yaml --from 2026-03-01      what it would have told
  $ lagebild watch mute mossul --until 2026-03-02T06:00Z
  $ lagebild live                                          watch and deliver until stopped`,
    )

  watch
    .command('add')
    .description('take in rules from files; a rule of a known id is replaced')
    .argument('<files...>', 'YAML or JSON, a rule or a list of them')
    .action((files: string[], _options: unknown, command: Command) =>
      withLive(command, (state) => {
        const rules = files.flatMap((file) => parseRules(fileText(file), file))
        const known = new Set(state.channels().map(({ name }) => name))
        state.transaction(() => {
          for (const rule of rules) state.putRule(rule)
        })
        for (const { id, channels } of rules) {
          print(id)
          for (const name of channels.filter((one) => !known.has(one)))
            note(`${id}: there is no channel "${name}" yet; add it with \`lagebild channel add\``)
        }
      }),
    )

  watch
    .command('list')
    .description('the rules there are')
    .option('--json', 'one rule a line')
    .action((options: { json?: true }, command: Command) =>
      withLive(command, async (state) => {
        for (const { rule, addedAt, mutedUntil } of state.rules()) {
          const { id, name, on, channels } = rule
          const triggers = on.map((one) =>
            typeof one === 'string' ? one : `${one.figure.unit}>=${one.figure.atLeast}`,
          )
          if (options.json) await printLine(JSON.stringify({ ...rule, addedAt, mutedUntil }))
          else
            print(
              `${id}  ${name}: ${triggers.join(', ')} -> ${channels.join(', ') || '(no channel)'}${mutedUntil === null ? '' : `; muted until ${mutedUntil}`}`,
            )
        }
      }),
    )

  watch
    .command('test')
    .description('replay a period and print what a rule would have told; nothing is delivered or kept')
    .argument('<rule>', 'a file, or the id of a rule')
    .option('--from <time>', 'recorded since then; left out, from the beginning')
    .option('--to <time>', 'recorded until then; left out, until now')
    .option('--lang <code>', 'left out, the first language of the rule', readerLanguage)
    .option('--json', 'one alert a line')
    .action((source: string, options: TestOptions, command: Command) =>
      withLive(command, (state) =>
        withStore(command, async (store) => {
          const kept = state.rules().find(({ rule }) => rule.id === source)
          const rules = kept === undefined ? parseRules(fileText(source), source) : [kept.rule]
          const ready = watched(rules, watchTables())
          const standing = memoryStanding()
          const from = options.from === undefined ? null : sinceBounds(options.from, null).before
          const to = options.to === undefined ? null : bound(options.to)
          let count = 0
          for await (const { at, before, after } of stepsSince(store, from, to)) {
            for (const alert of alertsBetween(before, after, at, ready, standing)) {
              count++
              await printAlert(
                alert,
                options.lang ?? rules.find(({ id }) => id === alert.rule.id)!.lang[0]!,
                options,
              )
            }
          }
          note(`${count} alerts`)
        }),
      ),
    )

  watch
    .command('mute')
    .description('keep a rule from delivering; what it raises meanwhile is kept but never sent')
    .argument('<id>')
    .option('--until <time>', 'ISO 8601; left out, until `--off`')
    .option('--off', 'let it speak again')
    .action((id: string, options: { until?: string; off?: true }, command: Command) =>
      withLive(command, (state) =>
        state.muteRule(
          id,
          options.off ? null : options.until === undefined ? 'forever' : bound(options.until),
        ),
      ),
    )

  watch
    .command('remove')
    .description('forget a rule; its alerts and their deliveries stay')
    .argument('<id>')
    .action((id: string, _options: unknown, command: Command) =>
      withLive(command, (state) => state.removeRule(id)),
    )

  watch
    .command('alerts')
    .description('what was told, oldest first')
    .option('--rule <id>', 'of this rule')
    .option('--limit <n>', 'the newest so many', whole, 50)
    .option('--lang <code>', 'language', readerLanguage, 'de')
    .option('--json', 'one alert a line')
    .action((options: { rule?: string; limit: number; lang: string; json?: true }, command: Command) =>
      withLive(command, async (state) => {
        for (const alert of state.alerts(options.rule ?? null, options.limit))
          await printAlert(alert, options.lang, options)
      }),
    )

  watch
    .command('schema')
    .description('print the JSON Schema of a rule')
    .action(() => printJson(watchRuleJsonSchema()))
}

interface TestOptions {
  readonly from?: string
  readonly to?: string
  readonly lang?: string
  readonly json?: true
}

export async function printAlert(
  alert: Alert,
  language: string,
  { json }: { readonly json?: true },
): Promise<void> {
  if (json) await printLine(JSON.stringify(alert))
  else print(`${alert.at}  ${alertPlain(alertInWords(alert, language)).replaceAll('\n', '\n  ')}\n`)
}

export function watchTables(): WatchTables {
  const { categories, places } = readCodebook()
  return { categories, countriesAround: (at, km) => countriesAround(places, at, km) }
}

export async function withLive<Result>(
  command: Command,
  work: (state: LiveState) => Promise<Result> | Result,
): Promise<Result> {
  const state = new LiveState(dataFolder(command))
  try {
    return await work(state)
  } finally {
    state.close()
  }
}

/** @throws LagebildError `file-unreadable` */
export function fileText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw new LagebildError('file-unreadable', `${file}: ${String(error)}`, 'Check the path.', {
      cause: error,
    })
  }
}

export function whole(value: string): number {
  const number = Number(value)
  if (!Number.isInteger(number) || number < 1) throw new InvalidArgumentError('Give a whole number above 0.')
  return number
}

function bound(time: string): string {
  const found = asOfBound(time)
  if (found === null) throw noTime(time)
  return found
}
