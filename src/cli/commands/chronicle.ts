import { type Command, InvalidArgumentError } from 'commander'
import { LagebildError } from '../../base/errors.ts'
import { filterEvents } from '../../chronicle/apply-filter.ts'
import type { EventFilter } from '../../chronicle/filter.ts'
import { EVENT_TYPES, type EventType } from '../../document/report.ts'
import { renderCoverage } from '../../render/coverage.ts'
import { renderExplain } from '../../render/explain.ts'
import { renderChronicleMarkdown } from '../../render/markdown.ts'
import { openStore } from '../../store/sqlite.ts'
import { dataFolder } from '../options.ts'
import { print, printJson } from '../terminal.ts'
import { chronicleOf } from '../view.ts'

interface ChronicleOptions extends Omit<EventFilter, 'type'> {
  readonly type?: EventType[]
  readonly json?: true
  readonly md?: true
  readonly lang: 'de' | 'en'
  readonly asOf?: string
}

export function addChronicleCommands(program: Command): void {
  program
    .command('chronicle')
    .description('the events of all reports, one each, by day')
    .option('--from <date>', 'events on or after this day (EDTF)')
    .option('--to <date>', 'events on or before this day')
    .option('--actor <name>', 'name, ISO3 country or codebook id, on either side')
    .option('--type <types>', 'PLOVER types, comma-separated', types)
    .option('--place <name>', 'place or ISO3 country')
    .option('--status <status>', 'claimed, announced, denied …')
    .option('--text <words>', 'words in the evidence')
    .option('--since <time>', 'recorded since this time')
    .option('--as-of <time>', 'as the store knew it then')
    .option('--min-confidence <n>', 'from 0 to 1', Number)
    .option('--json', 'as JSON')
    .option('--md', 'as Markdown (the default)')
    .option('--lang <code>', 'de or en', language, 'de')
    .addHelpText(
      'after',
      `
Examples:
  $ lagebild chronicle --from 2023-11-01 --to 2023-11-30
  $ lagebild chronicle --actor USA --type REJECT,AGREE --json`,
    )
    .action(async ({ json, md: _md, lang, asOf, ...filter }: ChronicleOptions, command: Command) => {
      const store = await openStore(dataFolder(command))
      try {
        const chronicle = await chronicleOf(store, asOf ?? null)
        const events = filterEvents(chronicle.events, filter)
        if (json)
          printJson({
            coverage: chronicle.coverage,
            total: events.length,
            events,
            contradictions: chronicle.contradictions.filter((c) => events.some((e) => e.id === c.event)),
          })
        else print(renderChronicleMarkdown(chronicle, events, { language: lang }))
      } finally {
        await store.close()
      }
    })

  program
    .command('explain')
    .description('every field of an event with its sentence, rule and source chain')
    .argument('<event>', 'an event’s id, or the beginning of one')
    .option('--json', 'as JSON')
    .option('--lang <code>', 'de or en', language, 'de')
    .action(async (id: string, options: { json?: true; lang: 'de' | 'en' }, command: Command) => {
      const store = await openStore(dataFolder(command))
      try {
        const chronicle = await chronicleOf(store)
        const event =
          chronicle.events.find((e) => e.id === id || e.aliases.some((a) => a === id)) ??
          chronicle.events.find((e) => e.id.startsWith(id))
        if (!event)
          throw new LagebildError(
            'event-unknown',
            `No event has the id ${id}`,
            'Take an id from `lagebild chronicle`.',
          )
        const contradictions = chronicle.contradictions.filter((c) => c.event === event.id)
        if (options.json) printJson({ event, contradictions, coverage: chronicle.coverage })
        else print(renderExplain(event, { language: options.lang, contradictions }))
      } finally {
        await store.close()
      }
    })

  program
    .command('sources')
    .description('what the chronicle stands on: outlets, period, unread, failed')
    .option('--json', 'as JSON')
    .option('--lang <code>', 'de or en', language, 'de')
    .action(async (options: { json?: true; lang: 'de' | 'en' }, command: Command) => {
      const store = await openStore(dataFolder(command))
      try {
        const { coverage } = await chronicleOf(store)
        if (options.json) printJson(coverage)
        else print(renderCoverage(coverage, options.lang))
      } finally {
        await store.close()
      }
    })
}

function types(value: string): EventType[] {
  return value.split(',').map((word) => {
    const type = word.trim().toUpperCase()
    if (!(EVENT_TYPES as readonly string[]).includes(type))
      throw new InvalidArgumentError(`Choose among ${EVENT_TYPES.join(', ')}.`)
    return type as EventType
  })
}

function language(value: string): 'de' | 'en' {
  if (value !== 'de' && value !== 'en') throw new InvalidArgumentError('Choose de or en.')
  return value
}
