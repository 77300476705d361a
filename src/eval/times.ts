import { overlaps, textOf } from '../base/spans.ts'
import { type Evaluation, type Miss, pairUp, type Reports } from './evaluation.ts'
import type { GoldTime, TimeDocument } from './gold-timeml.ts'
import { counts, score } from './scores.ts'

const MEASURES = ['strict', 'relaxed', 'relaxed + type', 'relaxed + value'] as const
type Measure = (typeof MEASURES)[number]

/**
 * Time expressions as TempEval-3 measures them (UzZaman et al. 2013): strict for equal spans, relaxed for overlapping ones, and relaxed
 * with the type or the value right.
 */
export function evaluateTimes(gold: readonly TimeDocument[], reports: Reports): Evaluation {
  const { pairs, ...rest } = pairUp(gold, reports)
  const errors: Miss[] = []
  const documents = pairs.map(({ gold: document, report }) => {
    const reported = report?.times ?? []
    const matched = matchTimes(document.times, reported)
    const hasValue = ([time, other]: readonly [GoldTime, GoldTime]) => time.value === other.value
    const right: Readonly<Record<Measure, number>> = {
      strict: matched.filter(([time, other]) => isSameSpan(time, other)).length,
      relaxed: matched.length,
      'relaxed + type': matched.filter(([time, other]) => time.type === other.type).length,
      'relaxed + value': matched.filter(hasValue).length,
    }
    const done = new Set(matched.filter(hasValue).flat())
    const list = (what: Miss['what'], times: readonly GoldTime[]) => {
      for (const time of times)
        if (!done.has(time))
          errors.push({
            id: document.id,
            what,
            kind: `${time.type} ${time.value}`,
            words: textOf(document.text, time),
          })
    }
    list('missed', document.times)
    list('extra', reported)
    return { right, reported: reported.length, gold: document.times.length }
  })
  return {
    ...rest,
    scores: MEASURES.map((measure) =>
      score(
        measure,
        documents.map(({ right, reported, gold: all }) => counts(right[measure], reported, all)),
      ),
    ),
    shares: [],
    errors,
  }
}

/** Each gold expression takes the reported one that overlaps it and agrees most: in span, then in value, then in type. */
function matchTimes(gold: readonly GoldTime[], reported: readonly GoldTime[]): [GoldTime, GoldTime][] {
  const free = new Set(reported)
  return gold.flatMap((time) => {
    let best: GoldTime | null = null
    let most = -1
    for (const other of free) {
      if (!overlaps(time, other)) continue
      const agreement =
        4 * Number(isSameSpan(time, other)) +
        2 * Number(time.value === other.value) +
        Number(time.type === other.type)
      if (agreement > most) [best, most] = [other, agreement]
    }
    if (best === null) return []
    free.delete(best)
    return [[time, best]]
  })
}

function isSameSpan(a: GoldTime, b: GoldTime): boolean {
  return a.from === b.from && a.to === b.to
}
