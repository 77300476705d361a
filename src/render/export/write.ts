import { stringify } from 'csv-stringify/sync'
import type { Cell, Table } from './table.ts'
import type { ExportFormat } from './tables.ts'

/** Rows turned into text at a time. */
const CHUNK = 500

/** A table as text, piece by piece: RFC 4180 with a header (`plover`: tabs between cells), or a JSON object a line. */
export function* writeTable(table: Table, format: ExportFormat): Iterable<string> {
  if (format === 'jsonl') yield* jsonLines(table)
  else yield* separated(table, format === 'plover' ? '\t' : ',')
}

export function fileNameOf(table: Pick<Table, 'name'>, format: ExportFormat): string {
  return `${table.name}.${format === 'plover' ? 'tsv' : format}`
}

function* jsonLines({ columns, rows }: Table): Iterable<string> {
  for (const row of rows)
    yield `${JSON.stringify(Object.fromEntries(columns.map((column, index) => [column, row[index] ?? null])))}\n`
}

function* separated({ columns, rows }: Table, delimiter: string): Iterable<string> {
  let chunk: (readonly Cell[])[] = [columns]
  const flush = () =>
    stringify(chunk as Cell[][], {
      delimiter,
      record_delimiter: '\r\n',
      // Texts of reports end up in spreadsheets: none of them may run there.
      escape_formulas: true,
      cast: { boolean: (value) => String(value), string: withoutHiddenFormula },
    })
  for (const row of rows) {
    chunk.push(row)
    if (chunk.length < CHUNK) continue
    yield flush()
    chunk = []
  }
  if (chunk.length > 0) yield flush()
}

/** A formula behind white space is one for some spreadsheets; one at the very start is the library's part. */
function withoutHiddenFormula(text: string): string {
  return /^\s+[=+\-@＝＋－＠]/u.test(text) ? `'${text}` : text
}
