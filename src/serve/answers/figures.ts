import type { z } from 'zod'
import { hashOf } from '../../base/ids.ts'
import { type FigureSeries, figureSeries } from '../../chronicle/figure-series.ts'
import { setOf } from '../../chronicle/figures.ts'
import type { Chronicle, ChronicleEvent } from '../../chronicle/types.ts'
import { stemsOf } from '../../chronicle/words.ts'
import type { Codebook } from '../../codebook/types.ts'
import type { FigureUnit } from '../../document/report.ts'
import type { FiguresAnswer, SeriesAnswer } from '../api-figures.ts'
import { pageOf } from '../page.ts'
import { type filterPageQuerySchema, MAX_LIMIT, type seriesQuerySchema } from '../query.ts'
import { select } from '../select.ts'
import {
  type EventLine,
  eventLineSummary,
  type FigureLine,
  isOpen,
  lineSummary,
  linesOfEvent,
  type PlaceNames,
  placeNames,
} from './figure-lines.ts'
import { standingOf } from './standing.ts'
import { summaryOf } from './summary.ts'

/** The figures of each event: those that disagree first, then the longest. */
export function figuresAnswer(
  chronicle: Chronicle,
  { limit, cursor, ...filter }: z.output<typeof filterPageQuerySchema>,
  codebook: Codebook | null,
): FiguresAnswer {
  const found = linesOf(select(chronicle, filter), chronicle)
  const page = pageOf(found, ({ id }) => id, { limit, cursor })
  const nameOf = placeNames(codebook)
  return {
    ...standingOf(chronicle),
    total: found.length,
    next: page.next,
    series: page.items.map((line) => ({
      ...eventLineSummary(line, nameOf),
      event: summaryOf(line.event, chronicle),
    })),
  }
}

/** Made once for a selection: of a great chronicle that takes a second. */
const lines = new WeakMap<readonly ChronicleEvent[], readonly EventLine[]>()

function linesOf(events: readonly ChronicleEvent[], chronicle: Chronicle): readonly EventLine[] {
  const length = ({ questions }: FigureLine) =>
    questions.reduce((sum, { entries }) => sum + entries.length, 0)
  const weight = ({ contradictions, faults }: EventLine) => contradictions + faults.length
  const known =
    lines.get(events) ??
    events
      .flatMap((event) => linesOfEvent(event, chronicle))
      .sort((a, b) => weight(b) - weight(a) || length(b) - length(a))
  lines.set(events, known)
  return known
}

/** Questions that more than one reading answers, or that the words of `q` name; the most often answered first. */
export function seriesAnswer(
  chronicle: Chronicle,
  { q, unit, limit, cursor }: z.output<typeof seriesQuerySchema>,
  codebook: Codebook | null,
): SeriesAnswer {
  const nameOf = placeNames(codebook)
  const wanted = [...stemsOf(q ?? '')]
  const found = questionsIn(chronicle).filter(({ questions: [series] }) => {
    if (unit !== undefined && series.unit !== unit) return false
    if (q === undefined) return series.entries.length > 1 && !isOfEvents(series)
    const own = [...stemsOf(wordsOfQuestion(series, nameOf))]
    return (
      wanted.length > 0 &&
      wanted.every((stem) => own.some((one) => one.startsWith(stem) || stem.startsWith(one)))
    )
  })
  const page = pageOf(found, ({ id }) => id, { limit, cursor })
  return {
    ...standingOf(chronicle),
    total: found.length,
    next: page.next,
    // A file has them all.
    series: page.items.map((line) => lineSummary(line, nameOf, limit > MAX_LIMIT ? Infinity : NEWEST)),
  }
}

/** Readings of a question in one answer. */
const NEWEST = 200

/** The dead of all events together answer no question, unless someone asks it. */
const OF_EVENTS: ReadonlySet<FigureUnit> = new Set([
  ...(['killed', 'injured', 'abducted', 'arrested', 'displaced', 'days'] as const),
])
const isOfEvents = ({ unit, placeKey }: FigureSeries) => OF_EVENTS.has(unit) && placeKey === null

/** What a question may be called by: what is counted, and where. */
function wordsOfQuestion({ entries, placeKey }: FigureSeries, nameOf: PlaceNames): string {
  const counted = new Set(entries.map(({ reading }) => reading.figure.counted))
  return [...counted, placeKey === null ? null : nameOf(placeKey)].join(' ')
}

/** One question over all that was read. */
interface Question extends FigureLine {
  readonly questions: readonly [FigureSeries]
}

const all = new WeakMap<Chronicle, readonly Question[]>()

function questionsIn(chronicle: Chronicle): readonly Question[] {
  const known =
    all.get(chronicle) ??
    figureSeries(chronicle.figures.filter((reading) => !isOpen(reading)))
      .map((series): Question => ({ id: idOf(series), unit: series.unit, questions: [series] }))
      .sort((a, b) => b.questions[0].entries.length - a.questions[0].entries.length || (a.id < b.id ? -1 : 1))
  all.set(chronicle, known)
  return known
}

function idOf({ unit, placeKey, entries }: FigureSeries): string {
  const { figure } = entries[0]!.reading
  return hashOf('series', unit, setOf(figure).join(' '), placeKey, figure.period).slice(0, 16)
}
