import type { Abreast } from './abreast.ts'
import { type Layout, Linear, type Machine, UNIT } from './machine.ts'
import type { Matrix } from './model.ts'

/** New forms that are worked out at a time. */
const BATCH = 32

/** What forms give to a layer: the product of a matrix with a form's vector, kept for the forms met last. */
export class FormProduct {
  readonly #linear: Linear
  readonly #embed: (form: string, vector: Float32Array) => void
  readonly #input: number
  readonly #maxima: number
  readonly #fresh: number
  readonly #vector: Float32Array
  readonly #cells = new Map<string, number>()
  /** With the bias that was asked for last. */
  readonly #known: Float32Array
  #bias: Float32Array | null = null
  readonly #capacity: number
  #machine: Machine | null = null

  /**
   * @param capacity forms whose product is kept
   * @param embed fills the vector of a form, zeroed before, as wide as the matrix has columns
   */
  constructor(
    layout: Layout,
    matrix: Matrix,
    capacity: number,
    embed: (form: string, vector: Float32Array) => void,
  ) {
    this.#capacity = capacity
    this.#linear = new Linear(layout, matrix)
    const { rows, columns } = this.#linear
    this.#embed = embed
    this.#input = layout.take(2 * columns * BATCH)
    this.#maxima = layout.take(4 * BATCH)
    this.#fresh = layout.take(4 * rows * BATCH)
    this.#vector = new Float32Array(columns)
    this.#known = new Float32Array(this.#capacity * rows)
  }

  load(machine: Machine): void {
    this.#machine = machine
    this.#linear.load(machine)
  }

  /** Puts the product of each word, with a bias, into its float32 row from `out` on. */
  put({ sentences, start }: Abreast, bias: Float32Array, out: number): void {
    if (bias !== this.#bias) this.#cells.clear()
    this.#bias = bias
    this.#learn(sentences)
    const f32 = this.#machine!.f32
    const { rows } = this.#linear
    sentences.forEach((forms, s) => {
      for (let t = 0; t < forms.length; t++) {
        const from = this.#cells.get(forms[t]!)! * rows
        const to = (out >> 2) + (start[t]! + s) * rows
        f32.set(this.#known.subarray(from, from + rows), to)
      }
    })
  }

  /** Works out the forms that are not known yet. */
  #learn(sentences: readonly (readonly string[])[]): void {
    let fresh = new Set<string>()
    for (const forms of sentences) for (const form of forms) if (!this.#cells.has(form)) fresh.add(form)
    if (fresh.size === 0) return
    if (this.#cells.size + fresh.size > this.#capacity) {
      this.#cells.clear()
      fresh = new Set(sentences.flat())
    }
    const all = [...fresh]
    for (let i = 0; i < all.length; i += BATCH) this.#learnBatch(all.slice(i, i + BATCH))
  }

  #learnBatch(forms: readonly string[]): void {
    const bias = this.#bias!
    const { i16, f32 } = this.#machine!
    const { rows, columns } = this.#linear
    const vector = this.#vector
    const unit = UNIT
    forms.forEach((form, i) => {
      this.#embed(form, vector.fill(0))
      let top = 1e-6
      for (const x of vector) top = Math.max(top, Math.abs(x))
      f32[(this.#maxima >> 2) + i] = top / unit
      const to = (this.#input >> 1) + i * columns
      for (let p = 0; p < columns; p++) i16[to + p] = Math.round((vector[p]! / top) * unit)
    })
    const fresh = this.#fresh >> 2
    f32.fill(0, fresh, fresh + forms.length * rows)
    this.#linear.add(this.#input, 2 * columns, this.#fresh, 4 * rows, forms.length, this.#maxima)
    forms.forEach((form, i) => {
      const cell = this.#cells.size
      this.#cells.set(form, cell)
      for (let g = 0; g < rows; g++) this.#known[cell * rows + g] = f32[fresh + i * rows + g]! + bias[g]!
    })
  }
}

/** Adds row `row` of a table to a vector, from place `at` on. */
export function addRow(vector: Float32Array, at: number, table: Matrix, row: number): void {
  const { columns, values, scales } = table
  const unit = scales[row]!
  const from = row * columns
  for (let d = 0; d < columns; d++) vector[at + d] = vector[at + d]! + values[from + d]! * unit
}
