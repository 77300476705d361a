import { type Command, InvalidArgumentError } from 'commander'
import { filterEvents } from '../../chronicle/apply-filter.ts'
import { findStory, storiesOf } from '../../chronicle/stories.ts'
import {
  type BulletinContent,
  correctBulletin,
  killBulletin,
  type SendOptions,
  sendBulletin,
} from '../../live/dispatch/bulletin.ts'
import type { SentBulletin } from '../../live/dispatch/sent-bulletin.ts'
import { isTimeZone, localTime } from '../../live/watch/fields.ts'
import { instantOf } from '../../live/watch/schedule.ts'
import type { Store } from '../../store/port.ts'
import { withStore } from '../options.ts'
import { print, printLine } from '../terminal.ts'
import { chronicleOf } from '../view.ts'
import { readerLanguage } from './bulletin.ts'
import { whole, withLive } from './watch.ts'

interface ContentOptions {
  readonly story?: string
  readonly from?: string
  readonly until?: string
  readonly lang: readonly string[]
  readonly max: number
  readonly channel: readonly string[]
  readonly notBefore?: string
  readonly timeZone: string
  readonly note?: string
}

export function addDispatchCommand(program: Command): void {
  const dispatch = program
    .command('dispatch')
    .description('send bulletins through channels, correct them, call them back')
    .addHelpText(
      'after',
      `
Examples:
  $ lagebild dispatch send --channel desk,wire --from 2014-01-01 --until 2014-01-31 --lang de,en
  $ lagebild dispatch send --channel wire --story 3f2a9c01 --not-before 2026-03-01T06:00 --time-zone Europe/Berlin
  $ lagebild dispatch correct ID --story 3f2a9c01 --note "figures of the second day"
  $ lagebild dispatch kill ID --note "the report was withdrawn"
  $ lagebild live                                   delivers what is due`,
    )

  contentOptions(dispatch.command('send').description('hand a bulletin to channels; prints its id')).action(
    (options: ContentOptions, command: Command) =>
      withLive(command, (state) =>
        withStore(command, async (store) => {
          const lang = options.lang.length > 0 ? options.lang : ['de']
          const content = await contentOf(store, { ...options, lang })
          print(sendBulletin(state, content, sendOptionsOf(options)).id)
        }),
      ),
  )

  contentOptions(
    dispatch
      .command('correct')
      .description('a new version, at once to all who got an earlier one')
      .argument('<id>'),
  ).action((id: string, options: ContentOptions, command: Command) =>
    withLive(command, (state) =>
      withStore(command, async (store) => {
        const content = await contentOf(store, options)
        print(lineOf(correctBulletin(state, id, content, sendOptionsOf(options))))
      }),
    ),
  )

  dispatch
    .command('kill')
    .description('call a bulletin back, at once from all who got it; nobody else will')
    .argument('<id>')
    .option('--note <words>', 'why')
    .action((id: string, options: { note?: string }, command: Command) =>
      withLive(command, (state) => print(lineOf(killBulletin(state, id, options.note ?? null)))),
    )

  dispatch
    .command('list')
    .description('what was sent, newest first')
    .option('--limit <n>', 'so many', whole, 50)
    .option('--json', 'the newest version of each, one a line')
    .action((options: { limit: number; json?: true }, command: Command) =>
      withLive(command, async (state) => {
        for (const sent of state.bulletins.list(options.limit)) {
          if (options.json) await printLine(JSON.stringify(sent))
          else print(lineOf(sent))
        }
      }),
    )
}

function contentOptions(command: Command): Command {
  return command
    .option('--channel <names>', 'channels, with commas between them', listOf, [])
    .option('--story <story>', 'of this story (`lagebild stories`), or of the story of this event')
    .option('--from <date>', 'events on or after this day (EDTF)')
    .option('--until <date>', 'events on or before this day')
    .option(
      '--lang <codes>',
      'languages, with commas between them (default: de; of a correction those it had)',
      languages,
      [],
    )
    .option('--max <n>', 'events told at most, those with most sources first', whole, 20)
    .option('--not-before <time>', 'nobody gets it before, such as 2026-03-01T06:00', local)
    .option('--time-zone <zone>', 'in which that is meant', zone, 'UTC')
    .option('--note <words>', 'why, for those who get it')
}

async function contentOf(
  store: Store,
  { story, from, until, lang, max }: ContentOptions,
): Promise<BulletinContent> {
  const chronicle = await chronicleOf(store)
  const all = filterEvents(chronicle.events, { from, to: until })
  const own = story === undefined ? null : findStory(storiesOf(chronicle.events), chronicle.events, story)
  const events = own === null ? all : all.filter(({ id }) => own.events.includes(id))
  return { chronicle, events, languages: lang, max }
}

function sendOptionsOf({ channel, notBefore, timeZone, note }: ContentOptions): SendOptions {
  return {
    channels: channel,
    notBefore: notBefore === undefined ? null : instantOf(notBefore, timeZone),
    note: note ?? null,
  }
}

function lineOf({ id, version, pubstatus, changed, notBefore, channels, texts }: SentBulletin): string {
  const wait = notBefore === null ? '' : `, not before ${notBefore}`
  return `${changed}  ${id}  version ${version}, ${pubstatus}${wait}  ${channels.join(',')}  ${Object.keys(texts).join(',')}`
}

function listOf(value: string): string[] {
  return value.split(',').map((one) => one.trim())
}

function languages(value: string): string[] {
  return listOf(value).map(readerLanguage)
}

function local(value: string): string {
  if (!localTime.safeParse(value).success)
    throw new InvalidArgumentError('Give a time like 2026-03-01T06:00.')
  return value
}

function zone(value: string): string {
  if (!isTimeZone(value)) throw new InvalidArgumentError('Give an IANA time zone like Europe/Berlin.')
  return value
}
