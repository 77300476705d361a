import { textOf } from '../base/spans.ts'
import { dice, type Evaluation, type Miss, pairUp, type Reports } from './evaluation.ts'
import type { Amount, EventDocument } from './gold-events.ts'
import { counts, score } from './scores.ts'

const BOUNDS = ['value', 'min', 'max'] as const

/**
 * Figures of whole documents: right where the unit is the same, a value or bound of the gold is among those reported and the spans overlap.
 * The unit `other` and figures without a number are left out on both sides.
 */
export function evaluateFigures(gold: readonly EventDocument[], reports: Reports): Evaluation {
  const { pairs, ...rest } = pairUp(gold, reports)
  const errors: Miss[] = []
  const documents = pairs.map(({ gold: document, report }) => {
    const wanted = document.figures.filter(isCounted)
    const reported = (report?.figures ?? []).filter(isCounted)
    const free = new Set(reported)
    const found = wanted.filter((figure) => {
      for (const other of free) {
        const isThere = figure.spans.length === 0 || figure.spans.some((span) => dice(span, other) > 0)
        if (isThere && isSameAmount(figure, other)) return free.delete(other)
      }
      errors.push({ id: document.id, what: 'missed', kind: figure.unit, words: figure.words })
      return false
    })
    for (const other of free)
      errors.push({ id: document.id, what: 'extra', kind: other.unit, words: textOf(document.text, other) })
    return { wanted, reported, found }
  })
  const scoreOf = (name: string, is: (figure: Amount) => boolean) =>
    score(
      name,
      documents.map(({ wanted, reported, found }) =>
        counts(found.filter(is).length, reported.filter(is).length, wanted.filter(is).length),
      ),
    )
  const units = [
    ...new Set(documents.flatMap(({ wanted, reported }) => [...wanted, ...reported].map(({ unit }) => unit))),
  ]
  return {
    ...rest,
    scores: [
      scoreOf('figures', () => true),
      ...units.sort().map((unit) => scoreOf(unit, (figure) => figure.unit === unit)),
    ],
    shares: [],
    errors,
  }
}

export function hasNumber(figure: Amount): boolean {
  return BOUNDS.some((bound) => figure[bound] != null)
}

function isCounted(figure: Amount): boolean {
  return figure.unit !== 'other' && hasNumber(figure)
}

/** One unit, and a value or bound of the gold among those reported. */
export function isSameAmount(gold: Amount, reported: Amount): boolean {
  return (
    gold.unit === reported.unit &&
    BOUNDS.some((bound) => gold[bound] != null && BOUNDS.some((other) => reported[other] === gold[bound]))
  )
}
