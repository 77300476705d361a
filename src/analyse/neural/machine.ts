import { type Kernels, PACKED_ROWS, packedBytes, packWeights, UNIT } from '../kernels/contract.ts'
import { createKernels } from '../kernels/create.ts'
import type { Matrix } from './model.ts'

/** Words that are worked on at a time; no sentence may be longer. */
export const MAX_ROWS = 512
/** Sentences that are worked on side by side at most: their recurrences share the reading of the weights. */
export const GROUP = 16

/** Lays out the kernels' one memory: whoever needs some takes it before the memory is made. */
export class Layout {
  #size = 0

  /** @returns address of so many bytes, a multiple of 16 */
  take(bytes: number): number {
    const at = this.#size
    this.#size += Math.ceil(bytes / 16) * 16
    return at
  }

  /** The memory that was asked for, and the kernels on it. */
  build(): Machine {
    const units = this.take(4 * MAX_ROWS)
    const kernels = createKernels(this.#size)
    const { buffer } = kernels.memory
    const f32 = new Float32Array(buffer)
    f32.fill(1 / UNIT, units >> 2, (units >> 2) + MAX_ROWS)
    return {
      kernels,
      i8: new Int8Array(buffer),
      i16: new Int16Array(buffer),
      i32: new Int32Array(buffer),
      f32,
      f64: new Float64Array(buffer),
      units,
    }
  }
}

export interface Machine {
  readonly kernels: Kernels
  readonly i8: Int8Array
  readonly i16: Int16Array
  readonly i32: Int32Array
  readonly f32: Float32Array
  readonly f64: Float64Array
  /** Address of what int16 states are multiplied with, a row each. */
  readonly units: number
}

/** A matrix as the kernels read it, padded to multiples of {@link PACKED_ROWS} rows. */
export class Linear {
  readonly rows: number
  readonly columns: number
  readonly #matrix: Matrix
  readonly #weights: number
  readonly #scales: number
  #machine: Machine | null = null

  constructor(layout: Layout, matrix: Matrix) {
    this.#matrix = matrix
    this.rows = Math.ceil(matrix.rows / PACKED_ROWS) * PACKED_ROWS
    this.columns = matrix.columns
    this.#weights = layout.take(packedBytes(this.rows, this.columns))
    this.#scales = layout.take(4 * this.rows)
  }

  load(machine: Machine): void {
    this.#machine = machine
    const values = new Int8Array(this.rows * this.columns)
    values.set(this.#matrix.values)
    const at = this.#weights >> 1
    packWeights(values, this.rows, this.columns, machine.i16.subarray(at, at + values.length))
    machine.f32.set(this.#matrix.scales, this.#scales >> 2)
  }

  /**
   * Adds the products of `m` int16 rows to float32 rows; addresses and strides in bytes.
   * @param units what each row's integers are multiplied with: float32, `m` of them
   */
  add(a: number, aStride: number, out: number, outStride: number, m: number, units = this.#machine!.units) {
    const { kernels } = this.#machine!
    kernels.product(
      a,
      aStride,
      this.#weights,
      this.#scales,
      units,
      out,
      outStride,
      m,
      this.rows,
      this.columns,
    )
  }
}

/** Rows of a matrix that are added up as they are picked. */
export class Table {
  readonly columns: number
  readonly #matrix: Matrix
  readonly #values: number
  readonly #scales: number
  readonly #picked: number
  #machine: Machine | null = null

  /** @param most rows that are picked at a time */
  constructor(layout: Layout, matrix: Matrix, most: number) {
    this.#matrix = matrix
    this.columns = matrix.columns
    this.#values = layout.take(matrix.values.length)
    this.#scales = layout.take(4 * matrix.rows)
    this.#picked = layout.take(4 * most)
  }

  load(machine: Machine): void {
    this.#machine = machine
    machine.i8.set(this.#matrix.values, this.#values)
    machine.f32.set(this.#matrix.scales, this.#scales >> 2)
  }

  /** Adds rows, one after the other, to the float32 at an address. */
  add(rows: ArrayLike<number>, out: number): void {
    const { i32, kernels } = this.#machine!
    i32.set(rows, this.#picked >> 2)
    kernels.sumRows(out, this.#values, this.#scales, this.#picked, rows.length, this.columns)
  }
}

/** Fills `count` float32 rows with the same numbers. */
export function fillRows(
  f32: Float32Array,
  at: number,
  row: Float32Array,
  stride: number,
  count: number,
): void {
  for (let r = 0; r < count; r++) f32.set(row, (at >> 2) + r * (stride >> 2))
}
