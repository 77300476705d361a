import type { Evaluation, Miss } from './evaluation.ts'
import type { Reliability } from './reliability.ts'
import type { Estimate } from './scores.ts'
import type { Widths } from './widths.ts'

/** An evaluation as text: columns are aligned, shares in percent, intervals of 95 %. */
export function renderEvaluation({
  documents,
  withoutReport,
  scores,
  shares,
  widths,
  reliability,
}: Evaluation): string {
  const parts = [[`${documents} documents, ${withoutReport.length} without a report`]]
  if (scores.length > 0)
    parts.push(
      aligned([
        ['', 'gold', 'reported', 'precision', 'recall', 'F1', '95 %'],
        ...scores.map(({ name, gold, reported, precision, recall, f1 }) => [
          name,
          gold === null ? '' : String(gold),
          reported === null ? '' : String(reported),
          precision ? percent(precision.value) : '',
          recall ? percent(recall.value) : '',
          percent(f1.value),
          interval(f1),
        ]),
      ]),
    )
  if (shares.length > 0)
    parts.push(
      aligned([
        ['', 'right', 'of', 'share', '95 %'],
        ...shares.map(({ name, right, of, share }) => [
          name,
          String(right),
          String(of),
          of === 0 ? '' : percent(share.value),
          of === 0 ? '' : interval(share),
        ]),
      ]),
    )
  if (widths) parts.push(widthLines(widths))
  if (reliability) parts.push(reliabilityLines(reliability))
  return parts.map((lines) => lines.join('\n')).join('\n\n')
}

/** One a line: id, `missed` or `extra`, kind, words; between tabs. */
export function renderErrors(errors: readonly Miss[]): string {
  return errors
    .map(({ id, what, kind, words }) =>
      [id, what, kind, words].map((cell) => cell.replace(/\s+/gu, ' ').trim()).join('\t'),
    )
    .join('\n')
}

function widthLines({ median, quartiles, histogram }: Widths): string[] {
  const days = (width: number | null) => (width === null ? 'open or undated' : `${width} d`)
  return [
    `width: median ${days(median)}, quartiles ${days(quartiles[0])} and ${days(quartiles[1])}`,
    histogram.map(({ label, documents }) => `${label} ${documents}`).join(' | '),
  ]
}

function reliabilityLines({ brier, bins }: Reliability): string[] {
  const [low, high] = brier.interval.map((value) => value.toFixed(3))
  return [
    ...aligned([
      ['confidence', 'events', 'mean', 'type right'],
      ...bins.map(({ from, to, events, confidence, right }) => [
        `${from.toFixed(1)} to ${to.toFixed(1)}`,
        String(events),
        confidence === null ? '' : percent(confidence),
        right === null ? '' : percent(right),
      ]),
    ]),
    `Brier score ${brier.value.toFixed(3)} (${low} to ${high})`,
  ]
}

/** Names to the left, figures to the right. */
function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)))
  return rows.map((row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]!)))
      .join('  ')
      .trimEnd(),
  )
}

const percent = (fraction: number): string => (100 * fraction).toFixed(1)
const interval = ({ interval: [low, high] }: Estimate): string => `${percent(low)} to ${percent(high)}`
