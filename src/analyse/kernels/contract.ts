/** What both a `WebAssembly.Memory` and a plain buffer are. */
export interface Memory {
  readonly buffer: ArrayBuffer
}

/**
 * The inner loops of the network. All arguments but the last ones are byte addresses and byte strides in one memory; strides and
 * addresses are multiples of 16, `n` of 8, `k` of 4.
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
   * (float32, updated), hidden states out (int16, 32767 is 1).
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
}

/** Bytes of {@link Kernels.product}'s weights. */
export const packedBytes = (n: number, k: number) => 2 * n * k

/** Packs `weights[j][p]` (row by row, `n` by `k`) in the order in which `product` reads them: pairs of eight rows at a time. */
export function packWeights(weights: ArrayLike<number>, n: number, k: number, out: Int16Array): void {
  for (let j = 0; j < n; j++) {
    const base = (j >> 3) * 8 * k + (j & 7) * 2
    for (let p = 0; p < k; p++) out[base + (p >> 1) * 16 + (p & 1)] = weights[j * k + p]!
  }
}
