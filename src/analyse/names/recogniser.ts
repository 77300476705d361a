import { NAME_TAGS } from '../../document/names.ts'
import { formCells, wordKey } from '../forms.ts'
import type { Abreast } from '../neural/abreast.ts'
import type { Encoded } from '../neural/encoder.ts'
import { addRow, FormProduct } from '../neural/form-product.ts'
import { fillRows, type Layout, Linear, MAX_ROWS, type Machine, UNIT } from '../neural/machine.ts'
import type { NetworkModel } from '../neural/model.ts'
import { Recurrence } from '../neural/recurrence.ts'
import { type FormFeatures, formFeatures, sentenceFlags } from './features.ts'
import type { NamesModel } from './model.ts'
import { Viterbi } from './viterbi.ts'

/** Forms whose features and share of the gates are kept (2 KB each at 64 hidden units). */
const FORMS = 8192

/**
 * Tags names: a BiLSTM over what the encoder holds of each word (squeezed to few numbers), over its form and over what lists of names
 * say; then a linear-chain CRF.
 */
export class NameRecogniser {
  readonly #model: NamesModel
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
  readonly #features = new Map<string, FormFeatures>()
  #machine: Machine | null = null

  /** @param network whose states are read and whose word vectors are used */
  constructor(model: NamesModel, network: NetworkModel, layout: Layout) {
    this.#model = model
    this.#forms = new FormProduct(layout, model.form, FORMS, (form, vector) =>
      this.#embed(network, form, vector),
    )
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
    for (const part of [this.#forms, ...this.#squeeze, this.#states, this.#layer, this.#out])
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
    this.#forms.put(words, bias, gates)
    this.#addFlags(words)
    this.#states.add(this.#narrow, 2 * this.#states.columns, gates, 32 * hidden, rows)
    const states = this.#layer.run(words)
    const stride = 4 * this.#out.rows
    fillRows(f32, this.#scores, outBias, stride, rows)
    this.#out.add(states, 4 * hidden, this.#scores, stride, rows)
  }

  /** Both layers of the encoder to a few numbers from -1 to 1 a word. */
  #squeezeStates({ states }: Encoded, rows: number): void {
    const { f32, i16 } = this.#machine!
    const columns = this.#states.columns
    fillRows(f32, this.#wide, this.#model.squeezeBias, 4 * columns, rows)
    this.#squeeze.forEach((layer, i) => {
      layer.add(states[i]!, 2 * layer.columns, this.#wide, 4 * columns, rows)
    })
    const [from, to, unit] = [this.#wide >> 2, this.#narrow >> 1, UNIT]
    for (let i = 0; i < rows * columns; i++)
      i16[to + i] = Math.min(unit, Math.max(-unit, f32[from + i]! * unit))
  }

  #addFlags({ sentences, start }: Abreast): void {
    const { f32 } = this.#machine!
    const { flags, lexicon } = this.#model
    const { gates, hidden } = this.#layer
    const width = 8 * hidden
    sentences.forEach((forms, s) => {
      const features = forms.map((form) => this.#featuresOf(form))
      sentenceFlags(forms, features, lexicon).forEach((set, t) => {
        const to = (gates >> 2) + (start[t]! + s) * width
        for (const flag of set)
          for (let g = 0; g < width; g++) f32[to + g] = f32[to + g]! + flags[flag * width + g]!
      })
    })
  }

  #featuresOf(form: string): FormFeatures {
    let found = this.#features.get(form)
    if (found === undefined) {
      if (this.#features.size >= FORMS) this.#features.clear()
      found = formFeatures(form, this.#model.lexicon)
      this.#features.set(form, found)
    }
    return found
  }

  /** Word vector, letter groups, numbers. */
  #embed({ words, wordVectors }: NetworkModel, form: string, vector: Float32Array): void {
    const { cellVectors, cellBits } = this.#model
    addRow(vector, 0, wordVectors, words.get(wordKey(form)) ?? 0)
    for (const cell of formCells(form, cellBits))
      if (cell !== 0) addRow(vector, wordVectors.columns, cellVectors, cell)
    vector.set(this.#featuresOf(form).numbers, wordVectors.columns + cellVectors.columns)
  }
}
