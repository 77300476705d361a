import { type Command, InvalidArgumentError } from 'commander'
import type { Coordinates } from '../../base/globe.ts'
import { eventsApart, filterEvents } from '../../chronicle/apply-filter.ts'
import { changesBetween } from '../../chronicle/changes.ts'
import type { EventFilter } from '../../chronicle/filter.ts'
import { findEvent } from '../../chronicle/find-event.ts'
import { countriesAround } from '../../chronicle/near.ts'
import { sinceBounds } from '../../chronicle/published.ts'
import { relationsByEvent, relationsOf } from '../../chronicle/relations.ts'
import { findStory, storiesOf } from '../../chronicle/stories.ts'
import type { Chronicle, ChronicleEvent } from '../../chronicle/types.ts'
import { EVENT_TYPES, type EventType } from '../../document/report.ts'
import { renderChangesMarkdown } from '../../render/changes.ts'
import { renderCoverage } from '../../render/coverage.ts'
import { changeJson, eventJson, lineContexts } from '../../render/event-json.ts'
import { renderExplain } from '../../render/explain.ts'
import { renderChronicleMarkdown } from '../../render/markdown.ts'
import { renderStories } from '../../render/stories.ts'
import type { Store } from '../../store/port.ts'
import { viewOf } from '../../store/view.ts'
import { confidence, coordinates, kilometres, language, withStore } from '../options.ts'
import { readCodebook } from '../resources.ts'
import { note, print, printJson, printLine } from '../terminal.ts'
import { chronicleOf } from '../view.ts'

interface ChronicleOptions extends Omit<EventFilter, 'type' | 'near' | 'since'> {
  readonly type?: EventType[]
  readonly json?: true
  readonly md?: true
  readonly lang: 'de' | 'en'
  readonly asOf?: string
  readonly since?: string
  readonly story?: string
  readonly near?: Coordinates
  readonly km: number
}

interface ViewOptions {
  readonly asOf?: string
  readonly json?: true
  readonly lang: 'de' | 'en'
}

interface StoriesOptions extends ViewOptions {
  readonly minEvents: number
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
    .option('--story <story>', 'events of this story (`lagebild stories`), or of the story of this event')
    .option('--since <time>', 'what is new, changed and retracted since then, with its cause')
    .option('--as-of <time>', 'as the store knew it then')
    .option(
      '--near <lat,lon>',
      'places within --km of a point; those told less precisely are listed apart',
      coordinates,
    )
    .option('--km <n>', 'radius of --near', kilometres, 50)
    .option('--min-confidence <n>', 'from 0 to 1', confidence)
    .option('--json', 'one event a line; the coverage goes to standard error')
    .option('--md', 'as Markdown (the default)')
    .option('--lang <code>', 'de or en', language, 'de')
    .addHelpText(
      'after',
      `
Examples:
  $ lagebild chronicle --from 2023-11-01 --to 2023-11-30
  $ lagebild chronicle --actor USA --type REJECT,AGREE --json > events.jsonl
  $ lagebild chronicle --near 33.31,44.36 --km 30
  $ lagebild chronicle --since 2026-03-01T18:00Z
  $ lagebild chronicle --as-of 2026-03-01 --story 3f2a9c01`,
    )
    .action((options: ChronicleOptions, command: Command) =>
      withStore(command, (store) =>
        options.since === undefined
          ? printEvents(store, options)
          : printChanges(store, options, options.since),
      ),
    )

  program
    .command('stories')
    .description('the stories that the events tell, largest first')
    .option('--as-of <time>', 'as the store knew it then')
    .option('--min-events <n>', 'leave out smaller ones', count, 2)
    .option('--json', 'one story a line')
    .option('--lang <code>', 'de or en', language, 'de')
    .addHelpText(
      'after',
      `
Examples:
  $ lagebild stories
  $ lagebild chronicle --story 3f2a9c01        the dossier of one`,
    )
    .action((options: StoriesOptions, command: Command) =>
      withStore(command, async (store) => {
        const chronicle = await chronicleOf(store, options.asOf ?? null)
        const stories = storiesOf(chronicle.events).filter(({ events }) => events.length >= options.minEvents)
        if (options.json) {
          for (const story of stories) await printLine(JSON.stringify(story))
          noteCoverage(chronicle, stories.length)
        } else print(renderStories(stories, chronicle, { language: options.lang }))
      }),
    )

  program
    .command('explain')
    .description('every field of an event with its sentence, rule and source chain')
    .argument('<event>', 'an event’s id, or the beginning of one')
    .option('--as-of <time>', 'as the store knew it then')
    .option('--json', 'as JSON')
    .option('--lang <code>', 'de or en', language, 'de')
    .action((id: string, options: ViewOptions, command: Command) =>
      withStore(command, async (store) => {
        const chronicle = await chronicleOf(store, options.asOf ?? null)
        const event = findEvent(chronicle.events, id)
        const contradictions = chronicle.contradictions.filter((c) => c.event === event.id)
        const relations = relationsByEvent(relationsOf(chronicle.events)).get(event.id) ?? []
        if (options.json) printJson({ event, contradictions, relations, coverage: chronicle.coverage })
        else {
          const byId = new Map(chronicle.events.map((known) => [known.id, known]))
          const told = relations.map((relation) => ({
            kind: relation.kind,
            event: byId.get(relation.event)!,
          }))
          print(renderExplain(event, { language: options.lang, contradictions, relations: told }))
        }
      }),
    )

  program
    .command('sources')
    .description('what the chronicle stands on: outlets, period, unread, failed')
    .option('--as-of <time>', 'as the store knew it then')
    .option('--json', 'as JSON')
    .option('--lang <code>', 'de or en', language, 'de')
    .action((options: ViewOptions, command: Command) =>
      withStore(command, async (store) => {
        const { coverage } = await chronicleOf(store, options.asOf ?? null)
        if (options.json) printJson(coverage)
        else print(renderCoverage(coverage, options.lang))
      }),
    )
}

async function printEvents(store: Store, options: ChronicleOptions): Promise<void> {
  const { json, lang, asOf, story, km } = options
  const chronicle = await chronicleOf(store, asOf ?? null)
  const { events, apart } = selected(chronicle, chronicle.events, options)
  const relations = relationsOf(chronicle.events)
  if (json) {
    const contextOf = lineContexts(chronicle, relations)
    const line = (event: ChronicleEvent, more = {}) =>
      printLine(JSON.stringify({ ...eventJson(event, contextOf(event)), ...more }))
    for (const event of events) await line(event, options.near && { near: 'within' })
    for (const event of apart) await line(event, { near: 'apart' })
    noteCoverage(chronicle, events.length + apart.length)
    return
  }
  print(
    renderChronicleMarkdown(chronicle, events, {
      language: lang,
      ...(options.near && { apart: { events: apart, km } }),
      // In a dossier the reader wants to see how one thing led to another.
      ...(story !== undefined && { relations: relationsByEvent(relations) }),
    }),
  )
}

async function printChanges(store: Store, options: ChronicleOptions, since: string): Promise<void> {
  const { json, lang, asOf } = options
  const bounds = sinceBounds(since, asOf ?? null)
  const before = await viewOf(store, bounds.before)
  const after = await viewOf(store, asOf ?? null)
  const all = changesBetween(before, after, bounds)
  const told = selected(
    after.chronicle,
    all.map(({ event }) => event),
    options,
  )
  const wanted = new Set([...told.events, ...told.apart])
  const changes = all.filter(({ event }) => wanted.has(event))
  if (json) {
    const now = lineContexts(after.chronicle, relationsOf(after.chronicle.events))
    const then = lineContexts(before.chronicle, relationsOf(before.chronicle.events))
    for (const change of changes) {
      const contextOf = change.kind === 'retracted' ? then : now
      await printLine(JSON.stringify(changeJson(change, contextOf(change.event))))
    }
    noteCoverage(after.chronicle, changes.length)
  } else print(renderChangesMarkdown(after.chronicle, changes, { language: lang, since }))
}

function selected(
  chronicle: Chronicle,
  events: readonly ChronicleEvent[],
  options: ChronicleOptions,
): { events: ChronicleEvent[]; apart: ChronicleEvent[] } {
  const { from, to, actor, type, place, status, text, minConfidence, story, near, km } = options
  const circle = near && { at: near, km, countries: countriesAround(readCodebook().places, near, km) }
  const filter: EventFilter = { from, to, actor, type, place, status, text, minConfidence, near: circle }
  const own = story === undefined ? null : findStory(storiesOf(chronicle.events), chronicle.events, story)
  const ofStory = own === null ? events : events.filter(({ id }) => own.events.includes(id))
  return { events: filterEvents(ofStory, filter), apart: eventsApart(ofStory, filter) }
}

/** One line, so that a program can read it as well: an answer without events says what it stands on, too. */
function noteCoverage({ asOf, coverage }: Chronicle, total: number): void {
  note(JSON.stringify({ kind: 'coverage', asOf, total, coverage }))
}

function types(value: string): EventType[] {
  return value.split(',').map((word) => {
    const type = word.trim().toUpperCase()
    if (!(EVENT_TYPES as readonly string[]).includes(type))
      throw new InvalidArgumentError(`Choose among ${EVENT_TYPES.join(', ')}.`)
    return type as EventType
  })
}

function count(value: string): number {
  const number = Number(value)
  if (!Number.isInteger(number) || number < 1) throw new InvalidArgumentError('Give a whole number above 0.')
  return number
}
