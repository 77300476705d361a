/** What both a `WebAssembly.Memory` and a plain buffer are. */
export interface Memory {
  readonly buffer: ArrayBuffer
}

/**
 * The inner loops of the network. All arguments but the last ones are byte addresses and byte strides in one memory; strides and
 * addresses are multiples of 16, `k` of 4, `n` of 16 for {@link Kernels.product}, of 8 for {@link Kernels.cell}.
 */
export interface Kernels {
  readonly memory: Memory
  /**
   * `out[i][j] += rows[i] * scales[j] * sum(a[i][p] * weights[j][p])`: `a` is int16, `weights` int16 of int8 range, packed by
   * {@link packWeights}; the sum is exact in 32 bits for `k <= 512`. `out`, `rows`, `scales` are float32.
   */
  product(
    a: number,
    aStride: number,
    weights: number,
    scales: number,
    rows: number,
    out: number,
    outStride: number,
    m: number,
    n: number,
    k: number,
  ): void
  /** `out[i][j] = sum(a[i][p] * b[j][p])`, all float32. */
  dots(
    a: number,
    aStride: number,
    b: number,
    bStride: number,
    out: number,
    outStride: number,
    m: number,
    n: number,
    k: number,
  ): void
  /**
   * One step of an LSTM for `m` sentences: gates (float32, four times `n`: input, forget, candidate, output), cell states
   * (float32, updated), hidden states out (int16, {@link UNIT} is 1). The gates hold anything afterwards.
   */
  cell(
    gates: number,
    gatesStride: number,
    state: number,
    stateStride: number,
    out: number,
    outStride: number,
    m: number,
    n: number,
  ): void
  /** A leaky rectifier, in place: a tenth of what is below 0, in `m` rows of `n` float32, a multiple of 4. */
  rectify(at: number, stride: number, m: number, n: number): void
  /**
   * `out[j] += table[row][j] * scales[row]` for each of `count` rows, rounded after each: the table is int8, `n` wide (a multiple of 8),
   * the numbers of the rows are int32.
   */
  sumRows(out: number, table: number, scales: number, rows: number, count: number, n: number): void
  /**
   * `to[j] = from[j] / unit`, rounded, halves up: `n` float32 (a multiple of 4) as int16 of which the greatest is 32767 or its opposite. Writes the
   * float32 `unit`.
   */
  quantise(from: number, to: number, unit: number, n: number): void
  /** `n` float32 (a multiple of 4), held between -1 and 1, as int16, cut: {@link UNIT} is 1. */
  narrow(from: number, to: number, n: number): void
  /**
   * Scores of the best spans of `n` words (Eisner 1996), float64: six tables, `n` by `n`, one behind the other. Complete spans headed at
   * their left end, in row `i` and, turned round, in row `j`; those headed at their right end, both ways; spans joined by an arc from
   * the left end in row `i`, by one from the right end in row `j`. `scores[d * n + h]` is that of word `h` as the head of word `d`.
   */
  spans(scores: number, tables: number, n: number): void
}

/** What stands for 1 in int16. */
export const UNIT = 32767

/** Tables of {@link Kernels.spans}. */
export const SPAN_TABLES = 6

/** Where they begin, in float64, from their address on: `left`, `leftTurned`, `right`, `rightTurned`, `fromLeft`, `fromRight`. */
export function spanStarts(
  tables: number,
  n: number,
): readonly [number, number, number, number, number, number] {
  const start = (table: number) => (tables >> 3) + table * n * n
  return [start(0), start(1), start(2), start(3), start(4), start(5)]
}

/** Rows of weights that {@link packWeights} lays side by side. */
export const PACKED_ROWS = 16

/** Bytes of {@link Kernels.product}'s weights. */
export const packedBytes = (n: number, k: number) => 2 * n * k

/** Packs `weights[j][p]` (row by row, `n` by `k`) in the order in which `product` reads them: pairs of 16 rows at a time. */
export function packWeights(weights: ArrayLike<number>, n: number, k: number, out: Int16Array): void {
  for (let j = 0; j < n; j++) {
    const base = j - (j % PACKED_ROWS)
    const at = base * k + (j - base) * 2
    for (let p = 0; p < k; p++) out[at + (p >> 1) * 2 * PACKED_ROWS + (p & 1)] = weights[j * k + p]!
  }
}
