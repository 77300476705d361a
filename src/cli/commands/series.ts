import { type Command, InvalidArgumentError } from 'commander'
import { figureSeries, sumFaults } from '../../chronicle/figure-series.ts'
import { findEvent } from '../../chronicle/find-event.ts'
import { comparePositions, stanceHistories } from '../../chronicle/positions.ts'
import { sentencesChanged, sourcesOfEvent } from '../../chronicle/syndication.ts'
import type { ChronicleEvent, Party } from '../../chronicle/types.ts'
import { fold } from '../../chronicle/words.ts'
import { FIGURE_UNITS, type FigureUnit, type Report } from '../../document/report.ts'
import { type CopyComparison, renderCopies } from '../../render/copies.ts'
import { figuresJson } from '../../render/event-json.ts'
import { type EventFigures, renderPositions, renderSeries } from '../../render/series.ts'
import type { Store } from '../../store/port.ts'
import { language, withStore } from '../options.ts'
import { print, printLine } from '../terminal.ts'
import { chronicleOf } from '../view.ts'

interface Options {
  readonly asOf?: string
  readonly json?: true
  readonly lang: 'de' | 'en'
}

interface FigureOptions extends Options {
  readonly unit?: FigureUnit
  readonly counted?: string
  readonly place?: string
}

interface PositionOptions extends Options {
  readonly holder?: string
  readonly topic?: string
  readonly changed?: true
}

/** What was said over time: figures, positions, and what outlets made of one text. */
export function addSeriesCommands(program: Command): void {
  program
    .command('figures')
    .description('figures over time: every word on one count, bounds, revisions, and sums that do not add up')
    .argument('[event]', 'an event’s id, or the beginning of one; without it, all events')
    .option('--unit <unit>', FIGURE_UNITS.join(', '), unit)
    .option('--counted <words>', 'what is counted, such as "Soldaten"')
    .option('--place <name>', 'where they were counted: a name, or a codebook id')
    .option('--as-of <time>', 'as the store knew it then')
    .option('--json', 'one event a line')
    .option('--lang <code>', 'de or en', language, 'de')
    .addHelpText(
      'after',
      `
Examples:
  $ lagebild figures 3f2a9c01
  $ lagebild figures --unit killed --place Mossul`,
    )
    .action((id: string | undefined, options: FigureOptions, command: Command) =>
      withStore(command, (store) => printFigures(store, id, options)),
    )

  program
    .command('positions')
    .description('who stands for what over time: first said, changed, last said, each with its sentence')
    .option('--holder <name>', 'name, ISO3 country or codebook id')
    .option('--topic <words>', 'words of the topic')
    .option('--changed', 'only those that changed')
    .option('--as-of <time>', 'as the store knew it then')
    .option('--json', 'one holder and topic a line')
    .option('--lang <code>', 'de or en', language, 'de')
    .action((options: PositionOptions, command: Command) =>
      withStore(command, (store) => printPositions(store, options)),
    )

  program
    .command('copies')
    .description('what outlets left out of a report that tells an event, added to it or worded otherwise')
    .argument('<event>', 'an event’s id, or the beginning of one')
    .option('--as-of <time>', 'as the store knew it then')
    .option('--json', 'one pair of texts a line')
    .option('--lang <code>', 'de or en', language, 'de')
    .action((id: string, options: Options, command: Command) =>
      withStore(command, async (store) => {
        const chronicle = await chronicleOf(store, options.asOf ?? null)
        const found = await comparisonsOf(store, findEvent(chronicle.events, id))
        if (options.json) for (const one of found) await printLine(JSON.stringify(one))
        else print(renderCopies(found, { language: options.lang }))
      }),
    )
}

async function printFigures(store: Store, id: string | undefined, options: FigureOptions): Promise<void> {
  const { unit: wanted, counted, place, asOf, json, lang } = options
  const { events } = await chronicleOf(store, asOf ?? null)
  const own = id === undefined ? events : [findEvent(events, id)]
  const found = own.flatMap((event): EventFigures[] => {
    const isKey = event.figures.some(({ placeKey }) => placeKey === place)
    const series = figureSeries(event.figures, {
      ...(wanted && { unit: wanted }),
      ...(counted && { counted }),
      ...(place && { placeKey: isKey ? place : fold(place) }),
    })
    if (series.length === 0) return []
    const shown = new Set(series.flatMap(({ entries }) => entries.map(({ reading }) => reading)))
    return [{ event, series, faults: sumFaults(event.figures).filter(({ whole }) => shown.has(whole)) }]
  })
  if (!json) return print(renderSeries(found, { language: lang }))
  for (const { event, series, faults } of found)
    await printLine(JSON.stringify({ event: event.id, ...figuresJson(series, faults) }))
}

async function printPositions(store: Store, options: PositionOptions): Promise<void> {
  const { holder, topic, changed, asOf, json, lang } = options
  const { positions } = await chronicleOf(store, asOf ?? null)
  const words = fold(topic ?? '').split(' ')
  const histories = stanceHistories([...positions].sort(comparePositions)).filter(
    (history) =>
      (holder === undefined || isNamed(history.holder, holder)) &&
      words.every((word) => fold(history.topic).includes(word)) &&
      (!changed || history.changes.length > 0),
  )
  if (!json) return print(renderPositions(histories, { language: lang }))
  for (const history of histories) await printLine(JSON.stringify(history))
}

function isNamed({ name, country, codebook }: Party, wanted: string): boolean {
  return country === wanted.toUpperCase() || codebook === wanted || fold(name).includes(fold(wanted))
}

/** Each further text of a source against its earliest one. The sentences stand in the log alone. */
async function comparisonsOf(store: Store, { mentions }: ChronicleEvent): Promise<CopyComparison[]> {
  const texts = new Map(mentions.map(({ report, text }) => [report, text]))
  const pairs = sourcesOfEvent({ mentions }).flatMap(({ key, reports }) => {
    const [earliest, ...others] = reports
    const copies = others.filter((report) => texts.get(report) !== texts.get(earliest!))
    return copies.map((copy) => ({ source: key, earliest: earliest!, copy }))
  })
  const wanted = new Set(pairs.flatMap(({ earliest, copy }) => [texts.get(earliest)!, texts.get(copy)!]))
  const reports = new Map<string, Report>()
  if (wanted.size > 0)
    for await (const { text, report } of store.readings()) if (wanted.has(text)) reports.set(text, report)
  return pairs.flatMap(({ source, earliest, copy }) => {
    const [left, right] = [reports.get(texts.get(earliest)!), reports.get(texts.get(copy)!)]
    if (left?.text == null || right?.text == null) return []
    const side = ({ source: { outlet } }: Report, report: string, text: string) => ({ report, outlet, text })
    return {
      source,
      earliest: side(left, earliest, left.text),
      copy: side(right, copy, right.text),
      changes: sentencesChanged(
        { text: left.text, sentences: left.sentences },
        { text: right.text, sentences: right.sentences },
      ),
    }
  })
}

function unit(value: string): FigureUnit {
  if (!(FIGURE_UNITS as readonly string[]).includes(value))
    throw new InvalidArgumentError(`Choose among ${FIGURE_UNITS.join(', ')}.`)
  return value as FigureUnit
}
