import type { Figure, Report, ReportedEvent } from '../document/report.ts'
import { byPublication } from './published.ts'
import type { FigureReading, Reading } from './types.ts'
import { compareText, fold } from './words.ts'

/** What a figure leaves possible. */
export interface Bounds {
  readonly low: number
  readonly high: number
}

/** A share by which a rounded figure may miss: "about 20" leaves 16 to 24 open. */
const ROUNDED = 0.2

/** "At least 12" leaves all above open, "up to 12" all below, "about 12" a fifth to both sides. */
export function boundsOf({ value, min, max, approx }: Figure): Bounds {
  const slack = approx ? ROUNDED : 0
  if (value !== null && min === null && max === null) {
    return { low: value * (1 - slack), high: value * (1 + slack) }
  }
  const low = min ?? (value !== null && max !== null ? value : 0)
  return { low: low * (1 - slack), high: max === null ? Infinity : max * (1 + slack) }
}

export function canBothHold(a: Bounds, b: Bounds): boolean {
  return a.low <= b.high && b.low <= a.high
}

/** The figures of an event; it names them by id or by index. */
export function figuresOf(report: Report, event: ReportedEvent): Figure[] {
  const found: Figure[] = []
  for (const ref of event.figures) {
    const figure =
      typeof ref === 'number' ? report.figures[ref] : report.figures.find((candidate) => candidate.id === ref)
    if (figure !== undefined && !found.includes(figure)) found.push(figure)
  }
  return found
}

export function figureReading(reading: Reading, figure: Figure, sourceKey: string): FigureReading {
  const { report } = reading
  const [from, to] = report.sentences.find((span) => span[0] <= figure.from && figure.to <= span[1]) ?? [
    figure.from,
    figure.to,
  ]
  return {
    reading: reading.id,
    report: report.id,
    outlet: report.source.outlet,
    published: report.published.edtf,
    figure,
    quote: report.text?.slice(figure.from, figure.to) ?? '',
    sentence: { from, to, quote: report.text?.slice(from, to) ?? '' },
    sourceKey,
  }
}

/** Every figure of every text once, told by its earliest sighting; by publication, then report, then offset. */
export function allFigures(
  readings: readonly Reading[],
  sources: ReadonlyMap<string, string>,
): FigureReading[] {
  return earliestOfEachText(readings)
    .flatMap((reading) =>
      reading.report.figures.map((figure) => figureReading(reading, figure, sources.get(reading.id)!)),
    )
    .sort(compareFigures)
}

export function compareFigures(a: FigureReading, b: FigureReading): number {
  return (
    byPublication(a.published, b.published) ||
    compareText(a.report, b.report) ||
    a.figure.from - b.figure.from ||
    compareText(a.figure.id, b.figure.id) ||
    compareText(a.reading, b.reading)
  )
}

export function earliestOfEachText(readings: readonly Reading[]): Reading[] {
  const earliest = new Map<string, Reading>()
  for (const reading of readings) {
    const known = earliest.get(reading.text)
    if (known === undefined || compareReadings(reading, known) < 0) earliest.set(reading.text, reading)
  }
  return [...earliest.values()].sort(compareReadings)
}

function compareReadings(a: Reading, b: Reading): number {
  return (
    byPublication(a.report.published.edtf, b.report.published.edtf) ||
    compareText(a.text, b.text) ||
    compareText(a.id, b.id)
  )
}

/** Words that count people or things as such: a set that holds every narrower one of its unit. */
const WHOLE: ReadonlySet<string> = new Set(
  'mensch menschen person personen leute tote todesopfer opfer verletzte verwundete getotete people persons dead victims injured wounded casualties'.split(
    ' ',
  ),
)

/** How the things that two figures count relate, as far as their words tell. */
export function countedSets(a: Figure, b: Figure): 'same' | 'left-in-right' | 'right-in-left' | 'apart' {
  if (a.unit !== b.unit || a.unit === 'other' || a.period !== b.period) return 'apart'
  const left = wholeOrName(a)
  const right = wholeOrName(b)
  if (left === right) return 'same'
  if (right === null) return 'left-in-right'
  return left === null ? 'right-in-left' : 'apart'
}

/** Null: the whole set of the unit. */
function wholeOrName(figure: Figure): string | null {
  if (figure.counted === null) return null
  const name = fold(figure.counted)
  return WHOLE.has(name) ? null : name
}
