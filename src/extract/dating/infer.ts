import type { DayInterval } from '../../base/calendar.ts'
import type { Span } from '../../base/spans.ts'
import { MONTHS } from './axis.ts'
import type { DateBound, DateEvidence } from './evidence.ts'
import type { DatingModel } from './model.ts'
import {
  chancesOf,
  curveOf,
  daysOf,
  type MonthInterval,
  massIn,
  shortest,
  within,
  wordCurves,
} from './posterior.ts'
import { WINDOWS, type WordScore } from './words.ts'

type Told = Span & { readonly why: string }

export interface Inferred {
  readonly days: DayInterval
  /** What narrowed it, the strongest first. */
  readonly evidence: readonly Told[]
}

/** Evidence is told of when the interval would hold this much less without it. */
const TOLD = 0.01
const MOST_TOLD = 12
const MOST_WORDS = 3

/**
 * The shortest interval that the report's date lies in with the chance the model is calibrated to. Log-linear: the prior, a weight for each
 * piece by its kind and its distance from the month, and the words. Null without evidence.
 */
export function infer(
  text: string,
  evidence: readonly DateEvidence[],
  bounds: readonly DateBound[],
  words: readonly WordScore[],
  model: DatingModel,
): Inferred | null {
  if (evidence.length + bounds.length + words.length === 0) return null
  const limits = within(bounds)
  const curves = evidence.map((piece) => curveOf(piece, model))
  const spoken = weighted(wordCurves(words, WINDOWS.length), model.words)
  const logs = sum([model.prior, ...curves, spoken])
  const chances = chancesOf(logs, limits)
  const months = shortest(chances, model.mass)
  const without = (curve: Float64Array) => effect(logs, curve, limits, months, chances)
  const told = [
    ...evidence.map((piece, i) => ({ piece, share: without(curves[i]!) })),
    ...wordPiece(text, words, model, months).map((piece) => ({ piece, share: without(spoken) })),
  ]
  told.sort((a, b) => b.share - a.share)
  const some = told.filter(({ share }) => share >= TOLD)
  return {
    days: daysOf(months, limits, evidence),
    evidence: [
      ...bounds.map(({ from, to, why }) => ({ from, to, why })),
      ...(some.length > 0 ? some : told.slice(0, 1)).slice(0, MOST_TOLD).map(({ piece, share }) => ({
        from: piece.from,
        to: piece.to,
        why: `${piece.why}${weightOf(share)}`,
      })),
    ],
  }
}

const weightOf = (share: number) =>
  share >= TOLD ? ` Without this the chance of the interval were ${Math.round(share * 100)} points less.` : ''

/** By how much less of the chances lie in the interval without this curve. */
function effect(
  logs: Float64Array,
  curve: Float64Array,
  limits: DayInterval,
  months: MonthInterval,
  chances: Float64Array,
): number {
  const less = logs.map((log, month) => log - curve[month]!)
  return massIn(chances, months) - massIn(chancesOf(less, limits), months)
}

/** One piece for all words, told by those that speak most for the interval; it stands where the first of them does. */
function wordPiece(
  text: string,
  words: readonly WordScore[],
  { words: temper }: DatingModel,
  months: MonthInterval,
): Told[] {
  const score = ({ scores }: WordScore) => {
    let inside = 0
    for (let m = months.first; m <= months.last; m++)
      scores.forEach((curve, k) => {
        inside += temper[k]! * curve[Math.floor(m / 3)]!
      })
    return inside
  }
  const best = words
    .map((word) => ({ word, score: score(word) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST_WORDS)
  const first = best[0]?.word
  if (!first) return []
  const names = [...new Set(best.map(({ word: { from, to } }) => `“${text.slice(from, to)}”`))].join(', ')
  return [
    { from: first.from, to: first.to, why: `Words such as ${names} stand mostly in reports of those years.` },
  ]
}

function weighted(curves: readonly Float64Array[], weights: readonly number[]): Float64Array {
  return sum(curves.map((curve, k) => curve.map((x) => x * weights[k]!)))
}

function sum(curves: readonly Float64Array[]): Float64Array {
  const out = new Float64Array(MONTHS)
  for (const curve of curves) for (let m = 0; m < MONTHS; m++) out[m]! += curve[m]!
  return out
}
