import { MONTHS } from '../../src/extract/dating/axis.ts'
import { BINS, type EvidenceKind, KINDS } from '../../src/extract/dating/evidence.ts'
import { wordCurves } from '../../src/extract/dating/posterior.ts'
import { WINDOWS, WordReader, type WordTimes } from '../../src/extract/dating/words.ts'
import { expectedRow, GROUP_COUNT, groupOfKind } from './expected.ts'
import type { DatedReport } from './reports.ts'

/** Ridge and smoothness, of groups and of kinds, around the expected weights. */
const RIDGE = { group: 0.3, kind: 1 }
const SMOOTH = { group: 0.5, kind: 1 }
const STEPS = 150
const RATE = 0.05

export interface Fitted {
  readonly weights: Readonly<Record<EvidenceKind, Float64Array>>
  readonly words: readonly number[]
}
/** A report's words as curves over months, by window. */
export type Curves = readonly Float64Array[]

/** Maximises the chance of the true months: a convex problem, by gradients with Adam. @param prior logarithms by month */
export function fitWeights(
  reports: readonly DatedReport[],
  curves: readonly Curves[],
  prior: Float64Array,
): Fitted {
  const rows = [
    ...Array.from({ length: GROUP_COUNT }, () => new Parameter(BINS, RIDGE.group, SMOOTH.group)),
    ...KINDS.map(() => new Parameter(BINS, RIDGE.kind, SMOOTH.kind)),
  ]
  const groupOf = KINDS.map((kind) => rows[groupOfKind(kind)]!)
  const kindOf = KINDS.map((_, k) => rows[GROUP_COUNT + k]!)
  const words = new Parameter(WINDOWS.length, 0, 0, 0.3).fill(0.2)
  const expected = KINDS.map(expectedRow)
  const sums = () =>
    expected.map((row, k) => row.map((x, i) => x + groupOf[k]!.values[i]! + kindOf[k]!.values[i]!))
  for (let step = 1; step <= STEPS; step++) {
    const weights = sums()
    reports.forEach((report, i) => {
      const chances = chancesOf(report, curves[i]!, weights, words.values, prior)
      for (const { kind, bins } of report.evidence) {
        const gradient = new Float64Array(BINS)
        for (let m = 0; m < MONTHS; m++) gradient[bins[m]!]! -= chances[m]!
        gradient[bins[report.month]!]! += 1
        groupOf[kind]!.push(gradient)
        kindOf[kind]!.push(gradient)
      }
      words.push(
        Float64Array.from(curves[i]!, (curve) => {
          let expected = 0
          for (let m = 0; m < MONTHS; m++) expected += chances[m]! * curve[m]!
          return curve[report.month]! - expected
        }),
      )
    })
    for (const row of [...rows, words]) row.step(step)
  }
  const weights = sums()
  return {
    weights: Object.fromEntries(KINDS.map((kind, k) => [kind, weights[k]!])) as unknown as Fitted['weights'],
    words: [...words.values],
  }
}

/** Logarithms by month without the prior. */
export function logsOf(report: DatedReport, curves: Curves, { weights, words }: Fitted): Float64Array {
  return evidenceLogs(
    report,
    curves,
    KINDS.map((kind) => weights[kind]),
    words,
    new Float64Array(MONTHS),
  )
}

function evidenceLogs(
  { evidence }: DatedReport,
  curves: Curves,
  weights: readonly Float64Array[],
  words: ArrayLike<number>,
  prior: Float64Array,
): Float64Array {
  const logs = Float64Array.from(prior)
  for (const { kind, bins } of evidence) {
    const row = weights[kind]!
    for (let m = 0; m < MONTHS; m++) logs[m]! += row[bins[m]!]!
  }
  curves.forEach((curve, k) => {
    for (let m = 0; m < MONTHS; m++) logs[m]! += words[k]! * curve[m]!
  })
  return logs
}

function chancesOf(
  report: DatedReport,
  curves: Curves,
  weights: readonly Float64Array[],
  words: ArrayLike<number>,
  prior: Float64Array,
): Float64Array {
  const logs = evidenceLogs(report, curves, weights, words, prior)
  const top = logs.reduce((a, b) => Math.max(a, b))
  let total = 0
  for (let m = 0; m < MONTHS; m++) total += logs[m] = Math.exp(logs[m]! - top)
  for (let m = 0; m < MONTHS; m++) logs[m]! /= total
  return logs
}

/** A row of weights with its gradient and Adam's memory. */
class Parameter {
  readonly values: Float64Array
  readonly #ridge: number
  readonly #smooth: number
  readonly #rate: number
  readonly #gradient: Float64Array
  readonly #mean: Float64Array
  readonly #square: Float64Array

  constructor(length: number, ridge: number, smooth: number, rate = 1) {
    this.values = new Float64Array(length)
    this.#gradient = new Float64Array(length)
    this.#mean = new Float64Array(length)
    this.#square = new Float64Array(length)
    this.#ridge = ridge
    this.#smooth = smooth
    this.#rate = rate * RATE
  }

  fill(value: number): this {
    this.values.fill(value)
    return this
  }

  push(gradient: Float64Array): void {
    for (let i = 0; i < gradient.length; i++) this.#gradient[i]! += gradient[i]!
  }

  step(count: number): void {
    const { values } = this
    const pull = values.map((x, i) => {
      const left = i > 0 ? x - values[i - 1]! : 0
      const right = i + 1 < values.length ? x - values[i + 1]! : 0
      return this.#ridge * x + this.#smooth * (left + right)
    })
    for (let i = 0; i < values.length; i++) {
      const g = this.#gradient[i]! - pull[i]!
      this.#mean[i] = 0.9 * this.#mean[i]! + 0.1 * g
      this.#square[i] = 0.99 * this.#square[i]! + 0.01 * g * g
      const mean = this.#mean[i]! / (1 - 0.9 ** count)
      values[i]! += (this.#rate * mean) / (Math.sqrt(this.#square[i]! / (1 - 0.99 ** count)) + 1e-8)
    }
    this.#gradient.fill(0)
  }
}

/** Words in at least `LEAST` reports and at most this share of them. */
const LEAST = 2
const COMMON = 0.08

export function wordTimes(reports: readonly DatedReport[]): WordTimes {
  const words = new Map<string, number[]>()
  const counts = new Map<number, number>()
  for (const { month, words: seen } of reports) {
    const quarter = Math.floor(month / 3)
    counts.set(quarter, (counts.get(quarter) ?? 0) + 1)
    for (const word of seen) {
      const known = words.get(word)
      if (known) known.push(quarter)
      else words.set(word, [quarter])
    }
  }
  const kept = [...words].filter(([, { length }]) => length >= LEAST && length <= COMMON * reports.length)
  return { reports: counts, words: new Map(kept) }
}

export function curvesOf(reports: readonly DatedReport[], times: WordTimes): Curves[] {
  const reader = new WordReader(times)
  return reports.map(({ words }) =>
    wordCurves(reader.read(new Map(words.map((word) => [word, { from: 0, to: 0 }]))), WINDOWS.length),
  )
}
