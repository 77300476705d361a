import { type Command, InvalidArgumentError } from 'commander'
import { filterEvents } from '../../chronicle/apply-filter.ts'
import { findStory, storiesOf } from '../../chronicle/stories.ts'
import { publish } from '../../live/publish.ts'
import { READER_LANGUAGES } from '../../render/messages/index.ts'
import type { Store } from '../../store/port.ts'
import { withStore } from '../options.ts'
import { note } from '../terminal.ts'
import { chronicleOf } from '../view.ts'
import { readerLanguage } from './bulletin.ts'
import { whole } from './watch.ts'

interface PublishCommandOptions {
  readonly lang: string[]
  readonly url: string
  readonly from?: string
  readonly to?: string
  readonly story?: string
  readonly watch?: true
  readonly every: number
}

export function addPublishCommand(program: Command): void {
  program
    .command('publish')
    .description('write the chronicle as pages, feeds and JSON for any web server')
    .argument('<folder>')
    .option('--lang <codes>', `comma-separated; of ${READER_LANGUAGES.join(', ')}`, languages, ['de', 'en'])
    .option(
      '--url <address>',
      'where the folder will be found; feeds name it',
      webAddress,
      'http://localhost/',
    )
    .option('--from <date>', 'events on or after this day (EDTF)')
    .option('--to <date>', 'events on or before this day')
    .option('--story <story>', 'of this story, or of the story of this event')
    .option(
      '--watch',
      'write anew whenever the chronicle changes, until stopped; open pages load themselves again',
    )
    .option('--every <s>', 'with --watch: seconds between two looks', whole, 10)
    .addHelpText(
      'after',
      `
Example:
  $ lagebild publish /var/www/lage --lang de,en,ar --url https://example.org/lage --watch`,
    )
    .action((folder: string, options: PublishCommandOptions, command: Command) =>
      withStore(command, async (store) => {
        const count = await write(store, folder, options)
        note(`${count} events in ${options.lang.length} languages: ${folder}`)
        if (options.watch) await keepUp(store, folder, options)
      }),
    )
}

async function write(store: Store, folder: string, options: PublishCommandOptions): Promise<number> {
  const { lang, url, from, to, story, watch, every } = options
  const chronicle = await chronicleOf(store)
  const all = filterEvents(chronicle.events, { from, to })
  const own = story === undefined ? null : findStory(storiesOf(chronicle.events), chronicle.events, story)
  const events = own === null ? all : all.filter(({ id }) => own.events.includes(id))
  publish(folder, chronicle, events, { languages: lang, url, refresh: watch ? Math.max(every, 10) : null })
  return events.length
}

async function keepUp(store: Store, folder: string, options: PublishCommandOptions): Promise<void> {
  let seen = await store.version()
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, options.every * 1000))
    const version = await store.version()
    if (version === seen) continue
    note(`${await write(store, folder, options)} events`)
    seen = version
  }
}

function languages(value: string): string[] {
  return [...new Set(value.split(',').map((code) => readerLanguage(code.trim())))]
}

function webAddress(value: string): string {
  if (!/^https?:\/\/\S+$/.test(value)) throw new InvalidArgumentError('Give an http or https address.')
  return value
}
