import type { DayInterval } from '../../base/calendar.ts'
import type { Span } from '../../base/spans.ts'

/** One piece of evidence for a document's date: the days it leaves open, and how much it counts where pieces disagree. */
export interface DateEvidence extends Span {
  /** An English sentence for people. */
  readonly why: string
  /** Sorted, apart from each other. */
  readonly days: readonly DayInterval[]
  readonly weight: number
  /** Bounds that a report can't cross, against habits of the press that it can. Soft ones only narrow what the hard ones leave. */
  readonly hard: boolean
}

/** No document is looked for outside of these years. */
export const EARLIEST = Date.UTC(1945, 0, 1) / 86_400_000
export const LATEST = Date.UTC(2100, 11, 31) / 86_400_000

/** Sorted stretches without overlaps. */
export function union(parts: readonly DayInterval[]): DayInterval[] {
  const out: DayInterval[] = []
  for (const part of [...parts].sort((a, b) => a.first - b.first)) {
    const last = out.at(-1)
    if (last && part.first <= last.last + 1)
      out[out.length - 1] = { first: last.first, last: Math.max(last.last, part.last) }
    else out.push(part)
  }
  return out
}

export interface Verdict {
  /** From the first day to the last that most of the evidence agrees on. */
  readonly days: DayInterval
  /** The pieces that hold somewhere in it, in the order given. */
  readonly used: readonly DateEvidence[]
}

/**
 * The days on which the greatest weight of evidence holds; the hard pieces vote first, the soft ones among the days that these leave.
 * A piece that contradicts the majority (a minister of former days) is left out. Null without evidence.
 */
export function weigh(evidence: readonly DateEvidence[]): Verdict | null {
  if (evidence.length === 0) return null
  const hard = vote(
    evidence.filter((e) => e.hard),
    [{ first: EARLIEST, last: LATEST }],
  )
  const left = vote(
    evidence.filter((e) => !e.hard),
    hard,
  )
  const days = { first: left[0]!.first, last: left.at(-1)!.last }
  return {
    days,
    used: evidence.filter((e) =>
      e.days.some((d) => left.some((l) => d.first <= l.last && d.last >= l.first)),
    ),
  }
}

function vote(evidence: readonly DateEvidence[], within: readonly DayInterval[]): DayInterval[] {
  if (evidence.length === 0) return [...within]
  const cuts = new Set<number>()
  for (const { first, last } of [...within, ...evidence.flatMap((e) => e.days)]) {
    cuts.add(Math.max(first, EARLIEST))
    cuts.add(Math.min(last, LATEST) + 1)
  }
  const sorted = [...cuts].sort((a, b) => a - b)
  let best = -1
  let out: DayInterval[] = []
  for (let i = 0; i + 1 < sorted.length; i++) {
    const part = { first: sorted[i]!, last: sorted[i + 1]! - 1 }
    if (!within.some((w) => w.first <= part.first && part.last <= w.last)) continue
    let score = 0
    for (const e of evidence)
      if (e.days.some((d) => d.first <= part.first && part.last <= d.last)) score += e.weight
    if (score > best + 1e-9) {
      best = score
      out = [part]
    } else if (score > best - 1e-9) out.push(part)
  }
  return union(out)
}
