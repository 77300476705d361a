import { EARLIEST, LATEST } from '../../src/extract/dating/axis.ts'
import { chancesOf, type MonthInterval, shortest } from '../../src/extract/dating/posterior.ts'
import { type Curves, curvesOf, fitWeights, logsOf, wordTimes } from './fit.ts'
import { priorOfReports } from './prior.ts'
import type { DatedReport } from './reports.ts'

const FOLDS = 5
/** A report's chances by month, from weights that it had no part in. */
export interface HeldOut {
  readonly month: number
  readonly chances: Float64Array
}

/** Each fifth of the reports by the other four. @param prior what reading will reckon with */
export function crossValidate(reports: readonly DatedReport[], prior: Float64Array): HeldOut[] {
  return Array.from({ length: FOLDS }, (_, fold) => {
    const out = reports.filter((_, i) => i % FOLDS === fold)
    const rest = reports.filter((_, i) => i % FOLDS !== fold)
    const fitted = fitWeights(rest, heldOutCurves(rest), priorOfReports(rest))
    const curves = curvesOf(out, wordTimes(rest))
    return out.map((report, i): HeldOut => {
      const logs = logsOf(report, curves[i]!, fitted).map((x, m) => x + prior[m]!)
      return { month: report.month, chances: chancesOf(logs, { first: EARLIEST, last: LATEST }) }
    })
  }).flat()
}

/** What the words of each report say by the reports of the other fifths; its own would say too much. */
export function heldOutCurves(reports: readonly DatedReport[]): Curves[] {
  const out = new Array<Curves>(reports.length)
  for (let fold = 0; fold < FOLDS; fold++) {
    const times = wordTimes(reports.filter((_, i) => i % FOLDS !== fold))
    const own = [...reports.keys()].filter((i) => i % FOLDS === fold)
    curvesOf(
      own.map((i) => reports[i]!),
      times,
    ).forEach((curves, j) => {
      out[own[j]!] = curves
    })
  }
  return out
}

/** The smallest share of the chances, in hundredths, with which the intervals hold at least this share of the reports. */
export function massFor(reports: readonly HeldOut[], inside: number): number {
  for (let hundredths = 80; hundredths < 99; hundredths++) {
    const held = reports.filter((report) => holds(shortest(report.chances, hundredths / 100), report.month))
    if (held.length >= inside * reports.length) return hundredths / 100
  }
  return 0.99
}

/** Lines for people: how many are inside, how wide the intervals are, and both by width. */
export function calibration(reports: readonly HeldOut[], mass: number): string[] {
  const found = reports.map(({ chances, month }) => {
    const interval = shortest(chances, mass)
    return { width: widthOf(interval), inside: holds(interval, month) }
  })
  const widths = found.map((f) => f.width).sort((a, b) => a - b)
  const at = (share: number) => widths[Math.floor(share * widths.length)]!
  const share = (list: readonly { inside: boolean }[]) =>
    `${((100 * list.filter((f) => f.inside).length) / list.length).toFixed(1)} % of ${list.length}`
  const classes = [0, 6, 12, 24, 48, 96, 192, Infinity]
  return [
    `held out in turn: inside ${share(found)}, median width ${at(0.5)} months, quartiles ${at(0.25)} and ${at(0.75)}`,
    ...classes.slice(1).flatMap((to, i) => {
      const list = found.filter((f) => f.width > classes[i]! && f.width <= to)
      return list.length === 0 ? [] : [`  ${classes[i]! + 1} to ${to} months: inside ${share(list)}`]
    }),
  ]
}

const widthOf = ({ first, last }: MonthInterval) => last - first + 1
const holds = ({ first, last }: MonthInterval, month: number) => first <= month && month <= last
