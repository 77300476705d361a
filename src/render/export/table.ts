/** What a cell can hold. Null is an empty cell in CSV and `null` in JSON. */
export type Cell = string | number | boolean | null

export interface Column<Row> {
  readonly name: string
  readonly cell: (row: Row) => Cell
}

/** A table of an export: its columns in order, and its rows. */
export interface Table {
  readonly name: string
  readonly columns: readonly string[]
  readonly rows: Iterable<readonly Cell[]>
}

export function tableOf<Row>(name: string, columns: readonly Column<Row>[], rows: Iterable<Row>): Table {
  return {
    name,
    columns: columns.map((column) => column.name),
    rows: {
      *[Symbol.iterator]() {
        for (const row of rows) yield columns.map(({ cell }) => cell(row))
      },
    },
  }
}

/** Several values in one cell. */
export function listed(values: readonly (string | null)[]): string | null {
  const known = [...new Set(values.filter((value) => value !== null && value !== ''))]
  return known.length === 0 ? null : known.join('; ')
}
