/**
 * The one-to-one pairs of rows and columns whose weights have the largest sum, as `[row, column]`; as many pairs as the shorter side
 * has, also where a weight is 0. Hungarian method with potentials (Kuhn 1955, in the form of Jonker and Volgenant 1987):
 * O(n² m) for the shorter side n. Of several best ways it takes the one that a scan in the given order meets first.
 */
export function bestAssignment(weights: readonly (readonly number[])[]): [row: number, column: number][] {
  const rows = weights.length
  const columns = weights[0]?.length ?? 0
  if (rows === 0 || columns === 0) return []
  if (rows <= columns) return cheapest(rows, columns, (row, column) => -weights[row]![column]!)
  return cheapest(columns, rows, (row, column) => -weights[column]![row]!).map(([row, column]) => [
    column,
    row,
  ])
}

/** Minimal cost; needs `rows <= columns`. Index 0 of all arrays is the free place that a search starts from. */
function cheapest(
  rows: number,
  columns: number,
  cost: (row: number, column: number) => number,
): [number, number][] {
  const ofRow = new Float64Array(rows + 1)
  const ofColumn = new Float64Array(columns + 1)
  const rowAt = new Int32Array(columns + 1)
  const before = new Int32Array(columns + 1)
  for (let row = 1; row <= rows; row++) {
    const least = new Float64Array(columns + 1).fill(Infinity)
    const isDone = new Uint8Array(columns + 1)
    rowAt[0] = row
    let column = 0
    do {
      isDone[column] = 1
      const current = rowAt[column]!
      let step = Infinity
      let next = 0
      for (let j = 1; j <= columns; j++) {
        if (isDone[j]) continue
        const reduced = cost(current - 1, j - 1) - ofRow[current]! - ofColumn[j]!
        if (reduced < least[j]!) {
          least[j] = reduced
          before[j] = column
        }
        if (least[j]! < step) {
          step = least[j]!
          next = j
        }
      }
      for (let j = 0; j <= columns; j++) {
        if (isDone[j]) {
          ofRow[rowAt[j]!]! += step
          ofColumn[j]! -= step
        } else least[j]! -= step
      }
      column = next
    } while (rowAt[column] !== 0)
    while (column !== 0) {
      rowAt[column] = rowAt[before[column]!]!
      column = before[column]!
    }
  }
  const pairs: [number, number][] = []
  for (let j = 1; j <= columns; j++) if (rowAt[j] !== 0) pairs.push([rowAt[j]! - 1, j - 1])
  return pairs
}
