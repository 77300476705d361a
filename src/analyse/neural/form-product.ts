import { cellOf } from '../forms.ts'
import type { FreshForm, PlacedForms } from './form-slots.ts'
import { fillRows, type Layout, Linear, type Machine, UNIT } from './machine.ts'
import type { Matrix } from './model.ts'

/** New forms that are worked out at a time. */
const BATCH = 32

/** What forms give to a layer: the product of a matrix with a form's vector and a bias, kept for each slot of the forms. */
export class FormProduct {
  readonly #linear: Linear
  readonly #embed: (form: FreshForm, vector: Float32Array) => void
  readonly #input: number
  readonly #maxima: number
  readonly #fresh: number
  readonly #known: number
  readonly #vector: Float32Array
  #machine: Machine | null = null

  /**
   * @param slots how many forms are kept
   * @param embed fills the vector of a form, zeroed before, as wide as the matrix has columns
   */
  constructor(
    layout: Layout,
    matrix: Matrix,
    slots: number,
    embed: (form: FreshForm, vector: Float32Array) => void,
  ) {
    this.#linear = new Linear(layout, matrix)
    const { rows, columns } = this.#linear
    this.#embed = embed
    this.#input = layout.take(2 * columns * BATCH)
    this.#maxima = layout.take(4 * BATCH)
    this.#fresh = layout.take(4 * rows * BATCH)
    this.#known = layout.take(4 * rows * slots)
    this.#vector = new Float32Array(columns)
  }

  load(machine: Machine): void {
    this.#machine = machine
    this.#linear.load(machine)
  }

  /** Works out the forms that are new, and puts the product of each word into its float32 row from `out` on. */
  put({ slots, fresh }: PlacedForms, bias: Float32Array, out: number): void {
    for (let i = 0; i < fresh.length; i += BATCH) this.#learn(fresh.slice(i, i + BATCH), bias)
    const { f32 } = this.#machine!
    const { rows } = this.#linear
    let to = out >> 2
    for (let i = 0; i < slots.length; i++) {
      const from = (this.#known >> 2) + slots[i]! * rows
      f32.copyWithin(to, from, from + rows)
      to += rows
    }
  }

  #learn(forms: readonly FreshForm[], bias: Float32Array): void {
    const { i16, f32 } = this.#machine!
    const { rows, columns } = this.#linear
    const vector = this.#vector
    const unit = UNIT
    forms.forEach((form, i) => {
      this.#embed(form, vector.fill(0))
      let top = 1e-6
      for (let p = 0; p < columns; p++) {
        const size = Math.abs(vector[p]!)
        if (size > top) top = size
      }
      f32[(this.#maxima >> 2) + i] = top / unit
      const to = (this.#input >> 1) + i * columns
      for (let p = 0; p < columns; p++) i16[to + p] = Math.round((vector[p]! / top) * unit)
    })
    fillRows(f32, this.#fresh, bias, 4 * rows, forms.length)
    this.#linear.add(this.#input, 2 * columns, this.#fresh, 4 * rows, forms.length, this.#maxima)
    forms.forEach(({ slot }, i) => {
      const from = (this.#fresh >> 2) + i * rows
      f32.copyWithin((this.#known >> 2) + slot * rows, from, from + rows)
    })
  }
}

/** Adds the vectors of a form's letter groups, from place `at` on. `table` has `2 ** bits` rows; the first is none. */
export function addGroups(
  vector: Float32Array,
  at: number,
  table: Matrix,
  bits: number,
  { hashes }: FreshForm,
): void {
  for (let group = 0; group < hashes.length; group++) {
    const cell = cellOf(hashes[group]!, bits)
    if (cell !== 0) addRow(vector, at, table, cell)
  }
}

/** Adds row `row` of a table to a vector, from place `at` on. */
export function addRow(vector: Float32Array, at: number, table: Matrix, row: number): void {
  const { columns, values, scales } = table
  const unit = scales[row]!
  const from = row * columns
  for (let d = 0; d < columns; d++) vector[at + d] = vector[at + d]! + values[from + d]! * unit
}
