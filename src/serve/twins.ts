import { stringify } from 'csv-stringify/sync'
import type { Chronicle } from '../chronicle/types.ts'
import { renderCoverage } from '../render/coverage.ts'
import { renderChronicleMarkdown } from '../render/markdown.ts'
import { escaped, oneLine } from '../render/text.ts'
import type { FilterQuery } from './query.ts'
import { select } from './select.ts'
import type { Cell, Table } from './tables.ts'

/** The same as a page, for a spreadsheet or a text editor. */
export const TWINS = {
  json: 'application/json; charset=utf-8',
  csv: 'text/csv; charset=utf-8; header=present',
  md: 'text/markdown; charset=utf-8',
} as const
export type TwinFormat = keyof typeof TWINS

/** A file holds all that passes, not a page of it. */
export const WHOLE = 100_000

/** With a byte order mark, without which spreadsheets guess the encoding; cells that a spreadsheet would run are made text. */
export function csvOf({ columns, rows }: Table): string {
  return stringify([columns, ...rows] as Cell[][], {
    bom: true,
    escape_formulas: true,
    cast: { boolean: (value) => String(value) },
  })
}

/** A heading, the table, and what it stands on. */
export function markdownOf(
  title: string,
  { columns, rows }: Table,
  chronicle: Chronicle,
  language: string,
): string {
  const line = (cells: readonly Cell[]) =>
    `| ${cells.map((cell) => (cell === null ? '' : escaped(oneLine(String(cell))))).join(' | ')} |`
  return [
    `# ${title}`,
    '',
    line(columns),
    line(columns.map(() => '---')).replaceAll('\\', ''),
    ...rows.map(line),
    '',
    renderCoverage(chronicle.coverage, language),
  ].join('\n')
}

/** The chronicle itself reads as a text, not as a table. */
export function chronicleMarkdown(chronicle: Chronicle, filter: FilterQuery, language: string): string {
  return renderChronicleMarkdown(chronicle, select(chronicle, filter), { language })
}
