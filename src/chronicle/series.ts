import { parseEdtf, width } from '../base/calendar.ts'
import type { Span } from '../base/spans.ts'
import type { Report, ReportedEvent } from '../document/report.ts'
import { SERIES } from '../language/de/series.ts'
import { boundsOf, figuresOf } from './figures.ts'
import { wordsOf } from './words.ts'

/** Words between a noun of many acts and the act: "eine Serie von blutigen Überfällen". */
const BETWEEN = 3

/** How a report tells several acts as one event: it counts the attacks; it calls them a series or counts victims since a day. */
export type Several = 'counted' | 'called'

/** Null for a single act, as far as the report says. Words are read of reports in German only. */
export function severalOf(report: Report, event: ReportedEvent): Several | null {
  const figures = figuresOf(report, event)
  // A clause may be read twice, by its noun and its verb: what the one counts, the other tells.
  const told = report.events.filter(
    (other) => other.type === event.type && areSame(other.evidence, event.evidence),
  )
  const counts = told.flatMap((other) => figuresOf(report, other)).filter(({ unit }) => unit === 'attacks')
  if (counts.some((figure) => boundsOf(figure).low >= 2)) return 'counted'
  if (report.text === null || report.language !== 'de') return null
  const words = wordsOf(report.text.slice(event.evidence.from, event.evidence.to))
  const isCalled =
    namesSeries(words) ||
    (isOfDays(event) && tellsOften(words)) ||
    (figures.length > 0 && countsSince(report.text, event))
  return isCalled ? 'called' : null
}

function areSame(a: Span, b: Span): boolean {
  return a.from === b.from && a.to === b.to
}

function namesSeries(words: readonly string[]): boolean {
  return words.some((word, at) => {
    const noun = SERIES.nouns.find((one) => word.endsWith(one))
    if (noun === undefined) return false
    if (word !== noun) return startsAct(word)
    if (!SERIES.links.some((link) => link === words[at + 1])) return false
    return words.slice(at + 2, at + 2 + BETWEEN).some(startsAct)
  })
}

function startsAct(word: string): boolean {
  return SERIES.acts.some((act) => word.startsWith(act))
}

/** Within a day, who shot several times attacked once. */
function isOfDays({ date }: ReportedEvent): boolean {
  const days = date?.marked ? parseEdtf(date.edtf) : null
  return days !== null && width(days) > 1
}

function tellsOften(words: readonly string[]): boolean {
  return SERIES.often.some((adverb) =>
    words.some((_, at) => adverb.every((part, offset) => words[at + offset] === part)),
  )
}

/** "Seit Montag sind 63 Menschen umgebracht worden". The date may be given with or without its preposition. */
function countsSince(text: string, { date, evidence }: ReportedEvent): boolean {
  if (date === null || !date.marked || date.from < evidence.from || date.to > evidence.to) return false
  const before = wordsOf(text.slice(evidence.from, date.from)).at(-1)
  const first = wordsOf(text.slice(date.from, date.to))[0]
  return SERIES.since.some((word) => word === before || word === first)
}
