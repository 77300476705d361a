import type { FigureUnit } from '../document/report.ts'
import { type Bounds, boundsOf, canBothHold, countedSets } from './figures.ts'
import { instantOf } from './published.ts'
import type { Add, Statement } from './statements.ts'
import type { FigureReading } from './types.ts'
import { fold } from './words.ts'

/** Distinct figures that are compared with each other. */
const DISTINCT = 48

/** Counts of victims rise as they are found; a higher one that comes later than this is news, not dissent. */
const RISING: ReadonlySet<FigureUnit> = new Set([
  'killed',
  'injured',
  'abducted',
  'arrested',
  'displaced',
  'attacks',
])
const LATER = 3 * 3_600_000

/** Figures of one event that cannot both hold, in their order. */
export function figureContradictions(figures: readonly FigureReading[], add: Add): void {
  const distinct = distinctOf(figures)
  for (let x = 0; x < distinct.length; x++) {
    for (let y = x + 1; y < distinct.length; y++) {
      const left = distinct[x]!
      const right = distinct[y]!
      if (speakerOf(left) === speakerOf(right) || isRelated(left, right) || !disagree(left, right)) continue
      const about = [left.figure.unit, shown(left), shown(right)].sort().join()
      const message = `${left.figure.unit}: ${shown(left)} / ${shown(right)}`
      add(
        'figures',
        [statementOf(left), statementOf(right)],
        message,
        about,
        resolutionOf(left, right, distinct),
      )
    }
  }
}

/** The first of each speaker and value. */
function distinctOf(figures: readonly FigureReading[]): FigureReading[] {
  const found = new Map<string, FigureReading>()
  for (const one of figures) {
    if (one.figure.unit === 'other') continue
    const { unit, counted, period } = one.figure
    const { low, high } = boundsOf(one.figure)
    const value = [
      unit,
      counted,
      period,
      one.placeKey,
      low,
      high === Infinity ? null : high,
      one.superseded?.kind,
    ]
    const key = JSON.stringify([speakerOf(one), ...value])
    if (!found.has(key)) found.set(key, one)
    if (found.size >= DISTINCT) break
  }
  return [...found.values()]
}

/** A rising count, a speaker who came round, a report that was replaced. */
function resolutionOf(
  earlier: FigureReading,
  later: FigureReading,
  all: readonly FigureReading[],
): 'revised' | 'superseded' | null {
  if (earlier.superseded !== null || later.superseded !== null) return 'superseded'
  const gap = instantOf(later.published) - instantOf(earlier.published)
  const rises = boundsOf(later.figure).low > boundsOf(earlier.figure).high
  if (rises && RISING.has(later.figure.unit) && gap >= LATER) return 'revised'
  const cameRound = all.some(
    (one) =>
      speakerOf(one) === speakerOf(earlier) &&
      instantOf(one.published) > instantOf(earlier.published) &&
      countedSets(one.figure, later.figure) === 'same' &&
      canBothHold(boundsOf(one.figure), boundsOf(later.figure)),
  )
  return cameRound ? 'revised' : null
}

function statementOf({ report, quote, figure, text }: FigureReading): Statement {
  return { report, quote, from: figure.from, to: figure.to, text }
}

/** Who stands behind a figure: the source it is attributed to, within the source of the report. */
export function speakerOf({ sourceKey, figure }: FigureReading): string {
  return `${sourceKey} ${figure.attribution === null ? '' : fold(figure.attribution.name)}`
}

/** A part of the other, an addition to it, or its own correction. */
function isRelated(a: FigureReading, b: FigureReading): boolean {
  if (a.reading !== b.reading)
    return a.figure.relation?.kind === 'adds-to' || b.figure.relation?.kind === 'adds-to'
  return a.figure.relation !== null || b.figure.relation !== null
}

function disagree(left: FigureReading, right: FigureReading): boolean {
  if (left.placeKey !== null && right.placeKey !== null && left.placeKey !== right.placeKey) return false
  const [a, b] = [boundsOf(left.figure), boundsOf(right.figure)]
  switch (countedSets(left.figure, right.figure)) {
    case 'same':
      return !canBothHold(a, b)
    case 'left-in-right':
      return exceeds(a, b)
    case 'right-in-left':
      return exceeds(b, a)
    case 'apart':
      return false
  }
}

/** A part cannot be larger than its whole. */
function exceeds(part: Bounds, whole: Bounds): boolean {
  return part.low > whole.high
}

export function shown({ quote, figure }: FigureReading): string {
  return quote === '' ? String(figure.value ?? figure.min ?? figure.max ?? '?') : quote
}
