import { type Command, InvalidArgumentError } from 'commander'
import { filterEvents } from '../../chronicle/apply-filter.ts'
import { findStory, storiesOf } from '../../chronicle/stories.ts'
import { bulletinOf } from '../../render/bulletin.ts'
import { renderBulletinMarkdown } from '../../render/bulletin-markdown.ts'
import { isReaderLanguage, READER_LANGUAGES } from '../../render/messages/index.ts'
import { withStore } from '../options.ts'
import { print, printJson } from '../terminal.ts'
import { chronicleOf } from '../view.ts'

interface BulletinCommandOptions {
  readonly story?: string
  readonly from?: string
  readonly to?: string
  readonly asOf?: string
  readonly lang: string
  readonly max: number
  readonly json?: true
}

export function addBulletinCommand(program: Command): void {
  program
    .command('bulletin')
    .description('a short situation bulletin of a story or a period, in the reader’s language')
    .option('--story <story>', 'of this story (`lagebild stories`), or of the story of this event')
    .option('--from <date>', 'events on or after this day (EDTF)')
    .option('--to <date>', 'events on or before this day')
    .option('--as-of <time>', 'as the store knew it then')
    .option('--lang <code>', READER_LANGUAGES.join(', '), readerLanguage, 'de')
    .option('--max <n>', 'events told at most, those with most sources first', wholeNumber, 20)
    .option('--md', 'as Markdown (the default)')
    .option('--json', 'as JSON')
    .addHelpText(
      'after',
      `
Examples:
  $ lagebild bulletin --from 2014-01-01 --to 2014-01-31 --lang fr
  $ lagebild bulletin --story 3f2a9c01 --lang ar --json`,
    )
    .action((options: BulletinCommandOptions, command: Command) =>
      withStore(command, async (store) => {
        const { story, from, to, asOf, lang, max, json } = options
        const chronicle = await chronicleOf(store, asOf ?? null)
        const all = filterEvents(chronicle.events, { from, to })
        const own =
          story === undefined ? null : findStory(storiesOf(chronicle.events), chronicle.events, story)
        const events = own === null ? all : all.filter(({ id }) => own.events.includes(id))
        const bulletin = bulletinOf(chronicle, events, { language: lang, max })
        if (json) printJson(bulletin)
        else print(renderBulletinMarkdown(bulletin, lang))
      }),
    )
}

export function readerLanguage(value: string): string {
  if (!isReaderLanguage(value)) throw new InvalidArgumentError(`Choose among ${READER_LANGUAGES.join(', ')}.`)
  return value
}

function wholeNumber(value: string): number {
  const number = Number(value)
  if (!Number.isInteger(number) || number < 1) throw new InvalidArgumentError('Give a whole number above 0.')
  return number
}
