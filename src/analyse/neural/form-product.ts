import { cellOf, FORM_CELLS } from '../forms.ts'
import type { FreshForm, PlacedForms } from './form-slots.ts'
import { fillRows, type Layout, Linear, type Machine, Table } from './machine.ts'
import type { Matrix } from './model.ts'

/** New forms that are worked out at a time. */
const BATCH = 32

/** What forms give to a layer: the product of a matrix with a form's vector and a bias, kept for each slot of the forms. */
export class FormProduct {
  readonly #linear: Linear
  readonly #embed: (form: FreshForm, vector: number) => void
  readonly #vector: number
  readonly #input: number
  readonly #units: number
  readonly #fresh: number
  readonly #known: number
  #machine: Machine | null = null

  /**
   * @param slots how many forms are kept
   * @param embed fills the vector of a form: float32 at an address, zeroed before, as wide as the matrix has columns
   */
  constructor(
    layout: Layout,
    matrix: Matrix,
    slots: number,
    embed: (form: FreshForm, vector: number) => void,
  ) {
    this.#linear = new Linear(layout, matrix)
    const { rows, columns } = this.#linear
    this.#embed = embed
    this.#vector = layout.take(4 * columns)
    this.#input = layout.take(2 * columns * BATCH)
    this.#units = layout.take(4 * BATCH)
    this.#fresh = layout.take(4 * rows * BATCH)
    this.#known = layout.take(4 * rows * slots)
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
    const { kernels, f32 } = this.#machine!
    const { rows, columns } = this.#linear
    const vector = this.#vector
    forms.forEach((form, i) => {
      f32.fill(0, vector >> 2, (vector >> 2) + columns)
      this.#embed(form, vector)
      kernels.quantise(vector, this.#input + 2 * columns * i, this.#units + 4 * i, columns)
    })
    fillRows(f32, this.#fresh, bias, 4 * rows, forms.length)
    this.#linear.add(this.#input, 2 * columns, this.#fresh, 4 * rows, forms.length, this.#units)
    forms.forEach(({ slot }, i) => {
      const from = (this.#fresh >> 2) + i * rows
      f32.copyWithin((this.#known >> 2) + slot * rows, from, from + rows)
    })
  }
}

/** Tables that the vector of a form is put together from: that of its word, then the sum of those of its letter groups. */
export class FormTables {
  readonly columns: number
  readonly #words: Table
  readonly #groups: Table
  readonly #bits: number

  /** @param groups `2 ** bits` rows; the first is none */
  constructor(layout: Layout, words: Table, groups: Matrix, bits: number) {
    this.#words = words
    this.#groups = new Table(layout, groups, FORM_CELLS)
    this.#bits = bits
    this.columns = words.columns + groups.columns
  }

  load(machine: Machine): void {
    this.#groups.load(machine)
  }

  /** @param word row of the form's word */
  add(word: number, { hashes }: FreshForm, vector: number): void {
    this.#words.add([word], vector)
    const cells = hashes.map((hash) => cellOf(hash, this.#bits)).filter((cell) => cell !== 0)
    this.#groups.add(cells, vector + 4 * this.#words.columns)
  }
}
