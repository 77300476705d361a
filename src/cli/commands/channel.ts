import { randomBytes } from 'node:crypto'
import { type Command, Option } from 'commander'
import { type Channel, channelJsonSchema, parseChannels, recipientsOf } from '../../live/deliver/channel.ts'
import { note, print, printJson, printLine } from '../terminal.ts'
import { fileText, whole, withLive } from './watch.ts'

export function addChannelCommand(program: Command): void {
  const channel = program
    .command('channel')
    .description('where alerts go: webhooks, mail, feeds, files in a folder')
    .addHelpText(
      'after',
      `
Examples:
  $ lagebild channel add newsroom.yaml
  $ lagebild channel log --state dead
  $ lagebild channel redeliver          all dead letters, once more`,
    )

  channel
    .command('add')
    .description('take in channels from files; one of a known name is replaced')
    .argument('<files...>', 'YAML or JSON, a channel or a list of them')
    .action((files: string[], _options: unknown, command: Command) =>
      withLive(command, (state) => {
        const channels = files.flatMap((file) => parseChannels(fileText(file), file))
        state.transaction(() => {
          for (const one of channels) state.putChannel(one)
        })
        for (const { name } of channels) print(name)
      }),
    )

  channel
    .command('list')
    .description('the channels there are; secrets are not shown')
    .option('--json', 'one channel a line')
    .action((options: { json?: true }, command: Command) =>
      withLive(command, async (state) => {
        for (const one of state.channels()) {
          if (options.json)
            await printLine(JSON.stringify('secret' in one ? { ...one, secret: undefined } : one))
          else print(`${one.name}  ${one.kind}  ${targetOf(one)}`)
        }
      }),
    )

  channel
    .command('remove')
    .description('forget a channel; what still waits for it becomes a dead letter')
    .argument('<name>')
    .action((name: string, _options: unknown, command: Command) =>
      withLive(command, (state) => state.removeChannel(name)),
    )

  channel
    .command('log')
    .description('delivery reports, newest first: who, what, when, tries, failed')
    .addOption(new Option('--state <state>', 'only these').choices(['pending', 'sent', 'dead']))
    .option('--channel <name>', 'only of this channel')
    .option('--limit <n>', 'so many', whole, 50)
    .option('--json', 'one report a line')
    .action((options: { state?: string; channel?: string; limit: number; json?: true }, command: Command) =>
      withLive(command, async (state) => {
        const { json, ...of } = options
        for (const report of state.deliveries.reports(of)) {
          if (json) await printLine(JSON.stringify(report))
          else {
            const {
              id,
              channel: name,
              recipient,
              lang,
              state: how,
              tries,
              alerts,
              createdAt,
              doneAt,
              dueAt,
              error,
            } = report
            const when = how === 'pending' ? `next try ${dueAt}` : doneAt
            const to = recipient === '' ? name : `${name} <${recipient}>`
            print(
              `${createdAt}  ${how}  ${to} ${lang}  ${alerts.length} alerts, ${tries} tries, ${when}  ${id}${error === null ? '' : `\n  ${error}`}`,
            )
          }
        }
        note(JSON.stringify({ kind: 'deliveries', ...state.deliveries.counts() }))
      }),
    )

  channel
    .command('redeliver')
    .description('try a delivery again, or all dead letters; the receiver knows it by its old id')
    .argument('[delivery]', 'an id from `channel log`')
    .action((id: string | undefined, _options: unknown, command: Command) =>
      withLive(command, (state) => note(`${state.deliveries.redeliver(id ?? null)} due again`)),
    )

  channel
    .command('secret')
    .description('print a fresh secret for a webhook')
    .action(() => print(`whsec_${randomBytes(32).toString('base64')}`))

  channel
    .command('schema')
    .description('print the JSON Schema of a channel')
    .action(() => printJson(channelJsonSchema()))
}

function targetOf(channel: Channel): string {
  switch (channel.kind) {
    case 'webhook':
    case 'ninjs':
      return channel.url
    case 'folder':
    case 'feed':
      return channel.path
    case 'mail':
      return recipientsOf(channel)
        .map(({ recipient }) => recipient)
        .join(', ')
    default:
      return channel satisfies never
  }
}
