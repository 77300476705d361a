import { formCells, wordKey } from '../forms.ts'
import { addRow, FormProduct } from './form-product.ts'
import { fillRows, GROUP, Layout, Linear, MAX_ROWS, type Machine } from './machine.ts'
import { type NetworkModel, SOURCES, type Source } from './model.ts'
import { Recurrence } from './recurrence.ts'

/** Sentences of a group side by side: word `t` of sentence `s` stands in row `t * width + s` of the output. */
export interface Encoded {
  /** Float32 rows of head outputs, {@link NetworkModel.heads} wide (padded to `stride`). */
  readonly rows: Float32Array
  readonly stride: number
  readonly width: number
  /** Byte address of the first row in the kernels' memory. */
  readonly address: number
  /** Byte addresses of the states of each layer (int16, 2 * hidden wide, 32767 is 1), in the same order. */
  readonly states: readonly [number, number]
}

/** Forms whose share of the first layer is kept (4 KB each at 128 hidden units). */
const FORMS = 4096

/** Runs words through embeddings, LSTM layers and heads, int8 weights times int16 states. */
export class Encoder {
  readonly #model: NetworkModel
  readonly #stride: number
  readonly #forms: FormProduct
  readonly #second: Linear
  readonly #layers: readonly [Recurrence, Recurrence]
  readonly #heads: Linear
  readonly #out: number
  #machine: Machine | null = null

  constructor(model: NetworkModel, layout: Layout) {
    this.#model = model
    const [one, two] = model.layers
    this.#forms = new FormProduct(layout, one.input, FORMS, (form, vector) => embed(model, form, vector))
    this.#second = new Linear(layout, two.input)
    const first = new Recurrence(layout, one.recurrent)
    this.#layers = [first, new Recurrence(layout, two.recurrent, first.gates)]
    this.#heads = new Linear(layout, model.heads)
    this.#stride = this.#heads.rows
    this.#out = layout.take(4 * this.#stride * MAX_ROWS)
  }

  load(machine: Machine): void {
    this.#machine = machine
    for (const part of [this.#forms, this.#second, ...this.#layers, this.#heads]) part.load(machine)
  }

  /** How many sentences of at most `longest` words fit side by side. */
  static width(longest: number): number {
    return Math.max(1, Math.min(GROUP, Math.floor(MAX_ROWS / Math.max(1, longest))))
  }

  /**
   * @param sentences forms, the longest sentence first, not more than {@link Encoder.width} allows
   * @returns views that the next call overwrites
   */
  encode(sentences: readonly (readonly string[])[], source: Source): Encoded {
    const { f32 } = this.#machine!
    const { hidden, sourceBias, secondBias, headBias } = this.#model
    const [first, second] = this.#layers
    const rows = sentences[0]!.length * sentences.length
    this.#forms.put(sentences, sourceBias[SOURCES.indexOf(source)]!, first.gates)
    const one = first.run(sentences)
    // every row starts from the bias
    const gates = 32 * hidden
    fillRows(f32, second.gates, secondBias, gates, rows)
    this.#second.add(one, 4 * hidden, second.gates, gates, rows)
    const two = second.run(sentences)
    const stride = 4 * this.#stride
    fillRows(f32, this.#out, headBias, stride, rows)
    this.#heads.add(two, 4 * hidden, this.#out, stride, rows)
    const out = this.#out >> 2
    return {
      rows: f32.subarray(out, out + rows * this.#stride),
      stride: this.#stride,
      width: sentences.length,
      address: this.#out,
      states: [one, two],
    }
  }
}

/** Word vector, then the sum of the vectors of its letter groups. */
function embed(
  { words, wordVectors, cellVectors, cellBits }: NetworkModel,
  form: string,
  vector: Float32Array,
): void {
  addRow(vector, 0, wordVectors, words.get(wordKey(form)) ?? 0)
  for (const cell of formCells(form, cellBits))
    if (cell !== 0) addRow(vector, wordVectors.columns, cellVectors, cell)
}

/** An encoder with a memory of its own. */
export function encoderOf(model: NetworkModel): { encoder: Encoder; machine: Machine } {
  const layout = new Layout()
  const encoder = new Encoder(model, layout)
  const machine = layout.build()
  encoder.load(machine)
  return { encoder, machine }
}
