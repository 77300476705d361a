import { parseEdtf } from '../../src/base/calendar.ts'
import { overlaps, type Span } from '../../src/base/spans.ts'
import type { Report, ReportedEvent } from '../../src/document/report.ts'

/** What a careful reader found in one report; examples/README.md says what each field means. */
export interface Expectation {
  readonly report: string
  readonly published: { readonly edtf: string; readonly basis: string }
  readonly outlet: string | null
  readonly agency: readonly string[]
  readonly furniture: readonly string[]
  readonly events: readonly { readonly type: string; readonly evidence: string; readonly status: string }[]
  readonly figures: readonly {
    readonly mention: string
    readonly value: number | null
    readonly min: number | null
    readonly max: number | null
    readonly unit: string
  }[]
  readonly quotes: readonly { readonly speaker: string; readonly quote: string }[]
}

/** The questions, in the order of the table. */
export const QUESTIONS = [
  'published',
  'outlet',
  'agency',
  'furniture',
  'events',
  'status',
  'figures',
  'quotes',
] as const
export type Question = (typeof QUESTIONS)[number]

export interface Count {
  readonly right: number
  readonly asked: number
}

export interface Score {
  readonly report: string
  readonly counts: Readonly<Record<Question, Count>>
  /** Events that we gave, whether a reader listed them or not. */
  readonly given: number
  /** What the reader found and we did not, as `question: words`. */
  readonly missed: readonly string[]
  /** Words of the expectation that stand nowhere in the report's text: a fault of the text or of the list. */
  readonly unlocated: readonly string[]
}

/** Least overlap of two evidence spans that are one event: 2 x shared / (one + other), in characters. */
export const SAME_EVIDENCE = 0.3

export function score(expected: Expectation, report: Report): Score {
  const find = createFinder(report.text ?? '')
  const missed: string[] = []
  const unlocated: string[] = []
  const locate = (words: string): Span[] => {
    const spans = find(words)
    if (spans.length === 0) unlocated.push(words)
    return spans
  }
  const count = <T>(
    question: Question,
    items: readonly T[],
    words: (item: T) => string,
    isRight: (item: T) => boolean,
  ): Count => {
    const wrong = items.filter((item) => !isRight(item))
    missed.push(...wrong.map((item) => `${question}: ${words(item)}`))
    return { right: items.length - wrong.length, asked: items.length }
  }

  const body = report.body.map(([from, to]) => ({ from, to }))
  const pairs = matchEvents(
    expected.events.map(({ type, evidence }) => ({ type, spans: locate(evidence) })),
    report.events,
  )
  const numbers = expected.events.map((_, index) => index)
  const evidence = (index: number): string =>
    `${expected.events[index]!.type} "${expected.events[index]!.evidence}"`
  const agencies = new Set(report.source.agency)
  return {
    report: expected.report,
    given: report.events.length,
    missed,
    unlocated,
    counts: {
      published: count('published', [expected.published.edtf], String, (edtf) => isDatedInside(edtf, report)),
      outlet: count('outlet', [expected.outlet], String, (outlet) => report.source.outlet === outlet),
      agency: count(
        'agency',
        [expected.agency],
        (list) => list.join(', ') || 'none',
        (list) => list.length === agencies.size && list.every((name) => agencies.has(name)),
      ),
      // Words that were never rendered (a script's, say) are outside of the body too.
      furniture: count(
        'furniture',
        expected.furniture,
        String,
        (words) => !find(words).some((at) => body.some((b) => overlaps(at, b))),
      ),
      events: count('events', numbers, evidence, (index) => pairs.has(index)),
      status: count(
        'status',
        numbers,
        (index) =>
          `${evidence(index)}: ${expected.events[index]!.status}, ours ${pairs.get(index)?.factuality.status ?? 'missing'}`,
        (index) => pairs.get(index)?.factuality.status === expected.events[index]!.status,
      ),
      figures: count(
        'figures',
        expected.figures,
        ({ mention }) => mention,
        (figure) => {
          const spans = locate(figure.mention)
          return report.figures.some(
            (ours) =>
              ours.value === figure.value &&
              ours.min === figure.min &&
              ours.max === figure.max &&
              ours.unit === figure.unit &&
              spans.some((at) => overlaps(at, ours)),
          )
        },
      ),
      quotes: count(
        'quotes',
        expected.quotes,
        ({ quote }) => quote,
        ({ quote, speaker }) => {
          const spans = locate(quote)
          const names = locate(speaker)
          return report.quotes.some((ours) => touch(ours.quote, spans) && speaks(report, ours, names))
        },
      ),
    },
  }
}

/** The day that a reader gives lies inside the interval that we give; no interval is no answer. */
function isDatedInside(edtf: string, report: Report): boolean {
  const ours = report.published.edtf === null ? null : parseEdtf(report.published.edtf)
  const theirs = parseEdtf(edtf)!
  return ours !== null && ours.first <= theirs.first && theirs.last <= ours.last
}

const touch = (pairs: readonly (readonly [number, number])[], spans: readonly Span[]): boolean =>
  pairs.some(([from, to]) => spans.some((at) => overlaps(at, { from, to })))

/** The marked speaker is the named one: at the name itself, or as another mention of the same entity. */
function speaks(report: Report, quote: Report['quotes'][number], names: readonly Span[]): boolean {
  if (touch(quote.speaker, names)) return true
  const entity = report.entities.find(({ id }) => id === quote.speakerEntity)
  return entity !== undefined && names.some((at) => entity.mentions.some((mention) => overlaps(at, mention)))
}

/** Expected event to ours, one to one, the largest overlap first. */
function matchEvents(
  expected: readonly { readonly type: string; readonly spans: readonly Span[] }[],
  ours: readonly ReportedEvent[],
): Map<number, ReportedEvent> {
  const candidates = expected.flatMap(({ type, spans }, index) =>
    ours
      .filter((event) => event.type === type)
      .map((event) => ({
        index,
        event,
        overlap: Math.max(0, ...spans.map((at) => dice(at, event.evidence))),
      }))
      .filter(({ overlap }) => overlap >= SAME_EVIDENCE),
  )
  const pairs = new Map<number, ReportedEvent>()
  const taken = new Set<ReportedEvent>()
  for (const { index, event } of candidates.sort((a, b) => b.overlap - a.overlap)) {
    if (pairs.has(index) || taken.has(event)) continue
    pairs.set(index, event)
    taken.add(event)
  }
  return pairs
}

export function dice(a: Span, b: Span): number {
  const shared = Math.max(0, Math.min(a.to, b.to) - Math.max(a.from, b.from))
  const sum = a.to - a.from + (b.to - b.from)
  return sum === 0 ? 0 : (2 * shared) / sum
}

/** Finds all places of some words, taking any run of white space for one blank, as a reader of a page does. */
export function createFinder(text: string): (words: string) => Span[] {
  const offsets: number[] = []
  let plain = ''
  for (let at = 0; at < text.length; at++) {
    const isSpace = /\s/u.test(text[at]!)
    if (isSpace && plain.endsWith(' ')) continue
    plain += isSpace ? ' ' : text[at]!
    offsets.push(at)
  }
  return (words) => {
    const needle = words.replace(/\s+/gu, ' ').trim()
    const found: Span[] = []
    if (needle === '') return found
    for (let at = plain.indexOf(needle); at >= 0; at = plain.indexOf(needle, at + 1)) {
      found.push({ from: offsets[at]!, to: offsets[at + needle.length - 1]! + 1 })
    }
    return found
  }
}

/** All reports together, as one row. */
export function total(scores: readonly Score[]): Score {
  const counts = Object.fromEntries(
    QUESTIONS.map((question) => [
      question,
      {
        right: scores.reduce((sum, { counts }) => sum + counts[question].right, 0),
        asked: scores.reduce((sum, { counts }) => sum + counts[question].asked, 0),
      },
    ]),
  ) as Record<Question, Count>
  return {
    report: 'all',
    counts,
    given: scores.reduce((sum, { given }) => sum + given, 0),
    missed: scores.flatMap(({ missed }) => missed),
    unlocated: scores.flatMap(({ unlocated }) => unlocated),
  }
}

/** A row a report and one for all: right/asked, and how many events we gave. */
export function table(scores: readonly Score[]): string {
  const rows = [...scores, total(scores)].map(({ report, counts, given }) => [
    report,
    ...QUESTIONS.map((question) => `${counts[question].right}/${counts[question].asked}`),
    String(given),
  ])
  const head = ['report', ...QUESTIONS, 'events given']
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]!.length)),
  )
  return [head, ...rows]
    .map((row) =>
      row.map((text, i) => (i === 0 ? text.padEnd(widths[i]!) : text.padStart(widths[i]!))).join('  '),
    )
    .join('\n')
}
