import type { FigureUnit } from '../document/report.ts'
import { speakerOf } from './figure-contradictions.ts'
import { type Bounds, boundsOf, canBothHold, compareFigures, relationOfSets, setOf } from './figures.ts'
import type { FigureReading } from './types.ts'

/**
 * How a figure stands to those before it in its series: the first; the same as the last one of its speaker; within what that one left
 * open (`at least 12`, then 19); above or below it; or another speaker's word.
 */
export type FigureStep = 'first' | 'same' | 'narrowed' | 'raised' | 'lowered' | 'other-speaker'

export interface SeriesEntry {
  readonly reading: FigureReading
  readonly bounds: Bounds
  /** Source and, where the report names one, whom it attributes the figure to. */
  readonly speaker: string
  readonly step: FigureStep
}

/** Figures that answer one question (how many soldiers, where), in the order in which they became known. None is left out. */
export interface FigureSeries {
  readonly unit: FigureUnit
  /** What is counted, in the words of the first report. */
  readonly counted: string | null
  readonly placeKey: string | null
  readonly entries: readonly SeriesEntry[]
  /** The last standing word of each speaker. Several are several; nothing picks one. */
  readonly latest: readonly SeriesEntry[]
  /** What all of `latest` leave possible; null where they cannot all hold. */
  readonly agreed: Bounds | null
}

export interface FigureQuestion {
  readonly unit?: FigureUnit
  /** Words of what is counted; a figure of a smaller set (more words) does not answer. */
  readonly counted?: string
  readonly placeKey?: string
}

/** Series of the figures that answer a question, or of all: one for each unit, set, place and period. */
export function figureSeries(
  figures: readonly FigureReading[],
  question: FigureQuestion = {},
): FigureSeries[] {
  const groups = new Map<string, FigureReading[]>()
  for (const reading of [...figures].sort(compareFigures)) {
    const { figure, placeKey } = reading
    if (!answers(reading, question)) continue
    const set = setOf(figure)
    // Of what is neither counted by a unit nor named, nobody can say that it is the same.
    const own = figure.unit === 'other' && set.length === 0 ? [reading.reading, figure.id] : []
    const key = JSON.stringify([figure.unit, set, placeKey, figure.period, ...own])
    const known = groups.get(key)
    if (known === undefined) groups.set(key, [reading])
    else known.push(reading)
  }
  return [...groups.values()].map(seriesOf)
}

function answers({ figure, placeKey }: FigureReading, question: FigureQuestion): boolean {
  if (question.unit !== undefined && figure.unit !== question.unit) return false
  if (question.placeKey !== undefined && placeKey !== question.placeKey) return false
  if (question.counted === undefined) return true
  const asked = setOf({ ...figure, counted: question.counted })
  return (
    relationOfSets({ unit: figure.unit, set: setOf(figure) }, { unit: figure.unit, set: asked }) === 'same'
  )
}

function seriesOf(readings: readonly FigureReading[]): FigureSeries {
  const last = new Map<string, SeriesEntry>()
  const entries = readings.map((reading): SeriesEntry => {
    const speaker = speakerOf(reading)
    const bounds = boundsOf(reading.figure)
    const before = last.get(speaker)
    const step =
      before === undefined ? (last.size === 0 ? 'first' : 'other-speaker') : stepOf(before.bounds, bounds)
    const entry = { reading, bounds, speaker, step }
    if (reading.superseded === null) last.set(speaker, entry)
    return entry
  })
  const { figure, placeKey } = readings[0]!
  const latest = [...last.values()]
  const low = Math.max(...latest.map(({ bounds }) => bounds.low))
  const high = Math.min(...latest.map(({ bounds }) => bounds.high))
  const agreed = latest.length > 0 && low <= high ? { low, high } : null
  return { unit: figure.unit, counted: figure.counted, placeKey, entries, latest, agreed }
}

function stepOf(before: Bounds, now: Bounds): FigureStep {
  if (before.low === now.low && before.high === now.high) return 'same'
  if (canBothHold(before, now)) return 'narrowed'
  return now.low > before.high ? 'raised' : 'lowered'
}

/** A whole whose parts, told in the same report, sum up to more than it. */
export interface SumFault {
  readonly whole: FigureReading
  readonly parts: readonly FigureReading[]
  readonly sum: Bounds
}

/** Checks every whole against the figures that its report calls parts of it. */
export function sumFaults(figures: readonly FigureReading[]): SumFault[] {
  const faults: SumFault[] = []
  for (const whole of figures) {
    const parts = figures.filter(
      ({ reading, figure }) =>
        reading === whole.reading &&
        figure.relation?.kind === 'part-of' &&
        figure.relation.figure === whole.figure.id &&
        figure.unit === whole.figure.unit,
    )
    if (parts.length === 0) continue
    const bounds = parts.map(({ figure }) => boundsOf(figure))
    const sum = {
      low: bounds.reduce((total, { low }) => total + low, 0),
      high: bounds.reduce((total, { high }) => total + high, 0),
    }
    if (sum.low > boundsOf(whole.figure).high) faults.push({ whole, parts, sum })
  }
  return faults
}
