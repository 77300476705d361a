import type { Span } from '../base/spans.ts'
import type { Report } from '../document/report.ts'
import type { Reliability } from './reliability.ts'
import type { Score, Share } from './scores.ts'
import type { Widths } from './widths.ts'

/** Something of the gold that was not found, or something found that is not in the gold. */
export interface Miss {
  readonly id: string
  readonly what: 'missed' | 'extra'
  readonly kind: string
  readonly words: string
}

/** What one run of `lagebild eval` says; `--json` prints it as it stands. */
export interface Evaluation {
  /** Gold documents. */
  readonly documents: number
  /** Ids of gold documents without a report: all that they hold counts as missed. */
  readonly withoutReport: readonly string[]
  /** Ids of reports whose text is not the gold's: their offsets mean something else. */
  readonly otherText: readonly string[]
  readonly scores: readonly Score[]
  readonly shares: readonly Share[]
  readonly widths?: Widths
  readonly reliability?: Reliability
  readonly errors: readonly Miss[]
}

/** Reports by {@link documentKey}. */
export type Reports = ReadonlyMap<string, Report>

const ENDINGS = ['.txt', '.json', '.tml', '.xml']

/** What a report and its gold have in common: the last part of a path, without endings. */
export function documentKey(id: string): string {
  let key = id.slice(id.lastIndexOf('/') + 1)
  for (;;) {
    const ending = ENDINGS.find((one) => key.endsWith(one))
    if (ending === undefined) return key
    key = key.slice(0, -ending.length)
  }
}

export interface Pairing<Gold> {
  readonly pairs: readonly { readonly gold: Gold; readonly report: Report | undefined }[]
  readonly documents: number
  readonly withoutReport: readonly string[]
  readonly otherText: readonly string[]
}

/** Each gold document with its report. `text` null: the gold has none to compare. */
export function pairUp<Gold extends { readonly id: string; readonly text: string | null }>(
  golds: readonly Gold[],
  reports: Reports,
): Pairing<Gold> {
  const pairs = golds.map((gold) => ({ gold, report: reports.get(documentKey(gold.id)) }))
  const ids = (test: (pair: (typeof pairs)[number]) => boolean) =>
    pairs.filter(test).map(({ gold }) => gold.id)
  return {
    pairs,
    documents: golds.length,
    withoutReport: ids(({ report }) => report === undefined),
    otherText: ids(
      ({ gold, report }) => gold.text !== null && report?.text != null && report.text !== gold.text,
    ),
  }
}

/** Twice the shared part of two spans over their sizes (Dice 1945); 0 where they only touch. */
export function dice(a: Span, b: Span): number {
  const shared = Math.min(a.to, b.to) - Math.max(a.from, b.from)
  return shared > 0 ? (2 * shared) / (a.to - a.from + b.to - b.from) : 0
}
