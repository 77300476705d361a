import { NAME_TAGS } from '../../document/names.ts'
import type { Abreast } from '../neural/abreast.ts'
import { type Encoded, FORMS } from '../neural/encoder.ts'
import { FormProduct, FormTables } from '../neural/form-product.ts'
import { fillRows, type Layout, Linear, MAX_ROWS, type Machine, type Table } from '../neural/machine.ts'
import type { NetworkModel } from '../neural/model.ts'
import { Recurrence } from '../neural/recurrence.ts'
import { type FormFeatures, formFeatures, sentenceFlags } from './features.ts'
import type { NamesModel } from './model.ts'
import { Viterbi } from './viterbi.ts'

/**
 * Tags names: a BiLSTM over what the encoder holds of each word (squeezed to few numbers), over its form and over what lists of names
 * say; then a linear-chain CRF.
 */
export class NameRecogniser {
  readonly #model: NamesModel
  readonly #tables: FormTables
  readonly #forms: FormProduct
  readonly #squeeze: readonly [Linear, Linear]
  readonly #states: Linear
  readonly #layer: Recurrence
  readonly #out: Linear
  readonly #viterbi: Viterbi
  /** Addresses: squeezed states as float32 and as int16, scores of tags. */
  readonly #wide: number
  readonly #narrow: number
  readonly #scores: number
  /** By the slots that the encoder gives forms. */
  readonly #features: FormFeatures[] = []
  #machine: Machine | null = null

  /** @param network whose states are read @param wordVectors its table of them */
  constructor(model: NamesModel, network: NetworkModel, wordVectors: Table, layout: Layout) {
    this.#model = model
    this.#tables = new FormTables(layout, wordVectors, model.cellVectors, model.cellBits)
    this.#forms = new FormProduct(layout, model.form, FORMS, (form, vector) => {
      this.#tables.add(network.words.get(form.key) ?? 0, form, vector)
      const { numbers } = this.#features[form.slot]!
      this.#machine!.f32.set(numbers, (vector >> 2) + this.#tables.columns)
    })
    this.#squeeze = [new Linear(layout, model.squeeze[0]), new Linear(layout, model.squeeze[1])]
    this.#states = new Linear(layout, model.states)
    this.#layer = new Recurrence(layout, model.recurrent)
    this.#out = new Linear(layout, model.out)
    this.#viterbi = new Viterbi(NAME_TAGS, model.transitions)
    const squeezed = this.#states.columns
    this.#wide = layout.take(4 * squeezed * MAX_ROWS)
    this.#narrow = layout.take(2 * squeezed * MAX_ROWS)
    this.#scores = layout.take(4 * this.#out.rows * MAX_ROWS)
  }

  load(machine: Machine): void {
    this.#machine = machine
    for (const part of [this.#tables, this.#forms, ...this.#squeeze, this.#states, this.#layer, this.#out])
      part.load(machine)
  }

  /**
   * @param words those that `encoded` is of
   * @returns tags of each sentence's words, as in the `name` column
   */
  tag(words: Abreast, encoded: Encoded): Uint8Array[] {
    this.#score(words, encoded)
    const { f32 } = this.#machine!
    const places = new Int32Array(words.longest)
    return words.sentences.map(({ length }, s) => {
      for (let t = 0; t < length; t++)
        places[t] = (this.#scores >> 2) + (words.start[t]! + s) * this.#out.rows
      return this.#viterbi.decode(f32, places, length)
    })
  }

  /** Scores of the tags of each word, side by side. */
  score(words: Abreast, encoded: Encoded): number[][] {
    this.#score(words, encoded)
    const { rows } = words
    const from = (row: number) => (this.#scores >> 2) + row * this.#out.rows
    return Array.from({ length: rows }, (_, row) => [
      ...this.#machine!.f32.subarray(from(row), from(row) + NAME_TAGS),
    ])
  }

  #score(words: Abreast, encoded: Encoded): void {
    const { f32 } = this.#machine!
    const { bias, outBias } = this.#model
    const { rows } = words
    this.#squeezeStates(encoded, rows)
    const { gates, hidden } = this.#layer
    for (const { form, slot } of encoded.forms.fresh)
      this.#features[slot] = formFeatures(form, this.#model.lexicon)
    this.#forms.put(encoded.forms, bias, gates)
    this.#addFlags(words, encoded.forms.slots)
    this.#states.add(this.#narrow, 2 * this.#states.columns, gates, 32 * hidden, rows)
    const states = this.#layer.run(words)
    const stride = 4 * this.#out.rows
    fillRows(f32, this.#scores, outBias, stride, rows)
    this.#out.add(states, 4 * hidden, this.#scores, stride, rows)
  }

  /** Both layers of the encoder to a few numbers from -1 to 1 a word. */
  #squeezeStates({ states }: Encoded, rows: number): void {
    const { f32, kernels } = this.#machine!
    const columns = this.#states.columns
    fillRows(f32, this.#wide, this.#model.squeezeBias, 4 * columns, rows)
    this.#squeeze.forEach((layer, i) => {
      layer.add(states[i]!, 2 * layer.columns, this.#wide, 4 * columns, rows)
    })
    kernels.narrow(this.#wide, this.#narrow, rows * columns)
  }

  #addFlags({ sentences, start }: Abreast, slots: Int32Array): void {
    const { f32 } = this.#machine!
    const { flags, lexicon } = this.#model
    const { gates, hidden } = this.#layer
    const width = 8 * hidden
    sentences.forEach((forms, s) => {
      const features = forms.map((_, t) => this.#features[slots[start[t]! + s]!]!)
      sentenceFlags(forms, features, lexicon).forEach((set, t) => {
        const to = (gates >> 2) + (start[t]! + s) * width
        for (const flag of set) {
          const from = flag * width
          for (let g = 0; g < width; g++) f32[to + g] = f32[to + g]! + flags[from + g]!
        }
      })
    })
  }
}
