import type { Abreast } from './abreast.ts'
import { FormProduct, FormTables } from './form-product.ts'
import { FormSlots, type PlacedForms } from './form-slots.ts'
import { fillRows, Layout, Linear, MAX_ROWS, type Machine, Table } from './machine.ts'
import { type NetworkModel, SOURCES, type Source } from './model.ts'
import { Recurrence } from './recurrence.ts'

export interface Encoded {
  /**
   * Byte address of the head outputs: float32 rows, {@link NetworkModel.heads} wide (padded to `stride` floats), all words of a sentence
   * one after the other, sentence by sentence.
   */
  readonly heads: number
  readonly stride: number
  readonly forms: PlacedForms
  /** Byte addresses of the states of each layer (int16, 2 * hidden wide, 32767 is 1), side by side. */
  readonly states: readonly [number, number]
}

/** Forms whose share of the first layer is kept (4 KB each at 128 hidden units; 2 KB more in a recogniser of names with 64). */
export const FORMS = 8192

/** Runs words through embeddings, LSTM layers and heads, int8 weights times int16 states. */
export class Encoder {
  readonly #model: NetworkModel
  readonly #stride: number
  /** Word vectors, which a recogniser of names reads as well. */
  readonly words: Table
  readonly #tables: FormTables
  readonly #slots = new FormSlots(FORMS)
  readonly #forms: FormProduct
  /** The one that the products of all forms in their slots hold. */
  #bias: Float32Array | null = null
  readonly #second: Linear
  readonly #layers: readonly [Recurrence, Recurrence]
  readonly #heads: Linear
  /** States of the second layer, sentence by sentence. */
  readonly #ordered: number
  readonly #out: number
  #machine: Machine | null = null

  constructor(model: NetworkModel, layout: Layout) {
    this.#model = model
    const [one, two] = model.layers
    this.words = new Table(layout, model.wordVectors, 1)
    this.#tables = new FormTables(layout, this.words, model.cellVectors, model.cellBits)
    this.#forms = new FormProduct(layout, one.input, FORMS, (form, vector) => {
      this.#tables.add(model.words.get(form.key) ?? 0, form, vector)
    })
    this.#second = new Linear(layout, two.input)
    const first = new Recurrence(layout, one.recurrent)
    this.#layers = [first, new Recurrence(layout, two.recurrent, first.gates)]
    this.#heads = new Linear(layout, model.heads)
    this.#stride = this.#heads.rows
    this.#ordered = layout.take(2 * this.#heads.columns * MAX_ROWS)
    this.#out = layout.take(4 * this.#stride * MAX_ROWS)
  }

  load(machine: Machine): void {
    this.#machine = machine
    for (const part of [this.words, this.#tables, this.#forms, this.#second, ...this.#layers, this.#heads])
      part.load(machine)
  }

  /**
   * @param words at most {@link MAX_ROWS}, of at most {@link GROUP} sentences
   * @returns places that the next call overwrites
   */
  encode(words: Abreast, source: Source): Encoded {
    const { f32 } = this.#machine!
    const { hidden, sourceBias, secondBias, headBias } = this.#model
    const [first, second] = this.#layers
    const { rows } = words
    const bias = sourceBias[SOURCES.indexOf(source)]!
    if (bias !== this.#bias) this.#slots.clear()
    this.#bias = bias
    const forms = this.#slots.place(words)
    this.#forms.put(forms, bias, first.gates)
    const one = first.run(words)
    // every row starts from the bias
    const gates = 32 * hidden
    fillRows(f32, second.gates, secondBias, gates, rows)
    this.#second.add(one, 4 * hidden, second.gates, gates, rows)
    const two = second.run(words)
    const stride = 4 * this.#stride
    fillRows(f32, this.#out, headBias, stride, rows)
    this.#inOrder(words, two)
    this.#heads.add(this.#ordered, 4 * hidden, this.#out, stride, rows)
    return { heads: this.#out, stride: this.#stride, forms, states: [one, two] }
  }

  /** Copies states from side by side to one sentence behind the other. */
  #inOrder({ sentences, start }: Abreast, states: number): void {
    const { f32 } = this.#machine!
    const { hidden } = this.#model
    let to = this.#ordered >> 2
    for (let s = 0; s < sentences.length; s++)
      for (let t = 0; t < sentences[s]!.length; t++) {
        const from = (states >> 2) + (start[t]! + s) * hidden
        f32.copyWithin(to, from, from + hidden)
        to += hidden
      }
  }
}

/** An encoder with a memory of its own. */
export function encoderOf(model: NetworkModel): { encoder: Encoder; machine: Machine } {
  const layout = new Layout()
  const encoder = new Encoder(model, layout)
  const machine = layout.build()
  encoder.load(machine)
  return { encoder, machine }
}
