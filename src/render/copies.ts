import type { CopyChanges } from '../chronicle/syndication.ts'
import { oneLine } from './text.ts'
import { wordingFor } from './wording/index.ts'

/** What a copy made of the earliest text of its source. */
export interface CopyComparison {
  readonly source: string
  readonly earliest: { readonly report: string; readonly outlet: string | null; readonly text: string }
  readonly copy: { readonly report: string; readonly outlet: string | null; readonly text: string }
  readonly changes: CopyChanges
}

/**
 * Sentence by sentence, as plain text, what outlets left out of a report, added to it and worded otherwise.
 *
 * @throws LagebildError `language-unknown`
 */
export function renderCopies(
  comparisons: readonly CopyComparison[],
  { language }: { readonly language: string },
): string {
  const { series } = wordingFor(language)
  if (comparisons.length === 0) return `${series.noCopies}\n`
  const lines = [series.copies]
  for (const { source, earliest, copy, changes } of comparisons) {
    const name = ({ report, outlet }: CopyComparison['copy']) =>
      outlet === null ? report : `${outlet} [${report}]`
    const quoted = (text: string, { from, to }: { from: number; to: number }) =>
      `„${oneLine(text.slice(from, to))}“`
    lines.push(`  ${name(earliest)} → ${name(copy)} (${source})`)
    for (const span of changes.leftOut) lines.push(`    − ${series.leftOut}: ${quoted(earliest.text, span)}`)
    for (const span of changes.added) lines.push(`    + ${series.added}: ${quoted(copy.text, span)}`)
    for (const { left, right } of changes.changed)
      lines.push(`    ~ ${series.reworded}: ${quoted(earliest.text, left)} → ${quoted(copy.text, right)}`)
    if (changes.leftOut.length + changes.added.length + changes.changed.length === 0)
      lines.push(`    = ${series.alike}`)
  }
  return `${lines.join('\n')}\n`
}
