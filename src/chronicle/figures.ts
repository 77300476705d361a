import type { Entity, Figure, FigureUnit, Report, ReportedEvent } from '../document/report.ts'
import { byPublication } from './published.ts'
import type { FigureReading, OwnFigure, Reading } from './types.ts'
import { compareText, excerpt, fold, stemsOf, wordsOf } from './words.ts'

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

export function figureReading(
  reading: Reading,
  figure: Figure,
  entities: ReadonlyMap<string, Entity>,
): OwnFigure {
  const { report } = reading
  const [from, to] = report.sentences.find((span) => span[0] <= figure.from && figure.to <= span[1]) ?? [
    figure.from,
    figure.to,
  ]
  const place = figure.place === null ? undefined : entities.get(figure.place)
  return {
    reading: reading.id,
    text: reading.text,
    report: report.id,
    outlet: report.source.outlet,
    published: report.published.edtf,
    figure,
    quote: excerpt(report.text, figure.from, figure.to),
    sentence: { from, to, quote: excerpt(report.text, from, to) },
    placeKey: place === undefined ? null : (place.codebook ?? fold(place.name)),
  }
}

type Ordered = Pick<FigureReading, 'published' | 'report' | 'figure' | 'reading'>

export function compareFigures(a: Ordered, b: Ordered): number {
  return (
    byPublication(a.published, b.published) ||
    compareText(a.report, b.report) ||
    a.figure.from - b.figure.from ||
    compareText(a.figure.id, b.figure.id) ||
    compareText(a.reading, b.reading)
  )
}

/** Words that count people or things as such: a set that holds every narrower one of its unit. */
const WHOLE: ReadonlySet<string> = new Set(
  'mensch menschen person personen leute tote todesopfer opfer verletzte verwundete getotete people persons dead victims injured wounded casualties'.split(
    ' ',
  ),
)

/** A figure of an event as identity compares it. */
export interface Counted extends Bounds {
  readonly unit: FigureUnit
  /** What is counted: the stems of its words, sorted; empty: all that the unit counts. */
  readonly set: readonly string[]
}

export function setOf(figure: Figure): readonly string[] {
  if (figure.counted === null || WHOLE.has(wordsOf(figure.counted).at(-1) ?? '')) return []
  return [...stemsOf(figure.counted)].sort()
}

export type SetRelation = 'same' | 'left-in-right' | 'right-in-left' | 'apart'

/** More words name a smaller set: "malische Soldaten" are among "Soldaten". */
export function relationOfSets(
  a: Pick<Counted, 'unit' | 'set'>,
  b: Pick<Counted, 'unit' | 'set'>,
): SetRelation {
  if (a.unit !== b.unit || a.unit === 'other') return 'apart'
  const leftIn = b.set.every((word) => a.set.includes(word))
  const rightIn = a.set.every((word) => b.set.includes(word))
  if (leftIn && rightIn) return 'same'
  return leftIn ? 'left-in-right' : rightIn ? 'right-in-left' : 'apart'
}

/** How the things that two figures count relate, as far as their words tell. */
export function countedSets(a: Figure, b: Figure): SetRelation {
  if (a.period !== b.period) return 'apart'
  return relationOfSets({ unit: a.unit, set: setOf(a) }, { unit: b.unit, set: setOf(b) })
}
