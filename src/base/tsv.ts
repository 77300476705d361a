import { LagebildError } from './errors.ts'

/** One row of a table, by column name, with its place for messages. */
export interface Row {
  readonly file: string
  readonly line: number
  readonly cells: Readonly<Record<string, string>>
}

/**
 * Tab-separated table: lines that start with `#` are comments, the first other line names the columns.
 * @throws LagebildError `codebook-table` with file and line when a row has another number of cells.
 */
export function parseTsv(file: string, text: string, columns: readonly string[]): Row[] {
  const rows: Row[] = []
  let header: string[] | null = null
  text.split('\n').forEach((raw, index) => {
    const line = raw.endsWith('\r') ? raw.slice(0, -1) : raw
    if (line.trim() === '' || line.startsWith('#')) return
    const cells = line.split('\t')
    if (!header) {
      header = cells
      const missing = columns.filter((column) => !cells.includes(column))
      if (missing.length > 0) throw fault(file, index + 1, `the column ${missing.join(', ')} is missing`)
      return
    }
    if (cells.length !== header.length)
      throw fault(file, index + 1, `${cells.length} cells, the header has ${header.length}`)
    const record: Record<string, string> = {}
    header.forEach((column, i) => {
      record[column] = cells[i]!.trim()
    })
    rows.push({ file, line: index + 1, cells: record })
  })
  return rows
}

export function fault(file: string, line: number, what: string): LagebildError {
  return new LagebildError(
    'codebook-table',
    `${file}:${line}: ${what}`,
    'Mend the row; docs/codebook.md describes the columns.',
  )
}

export function cell(row: Row, column: string): string {
  return row.cells[column] ?? ''
}

export function required(row: Row, column: string): string {
  const value = cell(row, column)
  if (value === '') throw fault(row.file, row.line, `"${column}" is empty`)
  return value
}

export function optional(row: Row, column: string): string | null {
  return cell(row, column) || null
}

/** The values of a cell, separated by `|`. */
export function list(row: Row, column: string): string[] {
  return cell(row, column)
    .split('|')
    .map((value) => value.trim())
    .filter((value) => value !== '')
}

export function oneOf<T extends string>(row: Row, column: string, allowed: readonly T[]): T {
  const value = cell(row, column)
  if (!(allowed as readonly string[]).includes(value)) {
    throw fault(row.file, row.line, `"${column}" is "${value}", not one of ${allowed.join(', ')}`)
  }
  return value as T
}
