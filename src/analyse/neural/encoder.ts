import { formCells, wordKey } from '../forms.ts'
import { type Kernels, packedBytes, packWeights } from '../kernels/contract.ts'
import { createKernels } from '../kernels/create.ts'
import { type Matrix, type NetworkModel, SOURCES, type Source } from './model.ts'

/** Words that are encoded at a time, padding included; no sentence may be longer. */
export const MAX_ROWS = 512
/** Sentences that are encoded side by side: their recurrences share the reading of the weights. */
const GROUP = 8
/** Forms whose share of the first layer is kept (4 KB each at 128 hidden units). */
const FORMS = 4096
/** New forms that are worked out at a time. */
const BATCH = 32
const UNIT = 32767

/** A matrix as the kernels read it, padded to multiples of 8 rows. */
interface Placed {
  readonly weights: number
  readonly scales: number
  readonly n: number
  readonly k: number
}

/** Sentences of a group side by side: word `t` of sentence `s` stands in row `t * width + s` of the output. */
export interface Encoded {
  /** Float32 rows of head outputs, {@link NetworkModel.heads} wide (padded to `stride`). */
  readonly rows: Float32Array
  readonly stride: number
  readonly width: number
  /** Byte address of the first row in the kernels' memory. */
  readonly address: number
}

/** Runs words through embeddings, LSTM layers and heads, int8 weights times int16 states. */
export class Encoder {
  readonly kernels: Kernels
  readonly #model: NetworkModel
  readonly #stride: number
  readonly #first: Placed
  readonly #second: Placed
  readonly #recurrent: readonly Placed[]
  readonly #heads: Placed
  readonly #at: Readonly<
    Record<'gates' | 'one' | 'two' | 'state' | 'units' | 'out' | 'input' | 'maxima' | 'fresh', number>
  >
  readonly #i16: Int16Array
  readonly #f32: Float32Array
  /** What each form gives to the gates of the first layer, for texts of one source. */
  readonly #cells = new Map<string, number>()
  #source: Source = 'news'
  readonly #known: Float32Array
  readonly #vector: Float32Array
  /** First free byte of the kernels' memory, for whoever works on the output. */
  readonly free: number

  /** @param extra bytes of memory that the caller wants behind {@link free} */
  constructor(model: NetworkModel, extra: number) {
    this.#model = model
    const { hidden } = model
    const gates = 8 * hidden
    const padded = (rows: number) => Math.ceil(rows / 8) * 8
    this.#stride = padded(model.heads.rows)
    const columns = model.layers[0].input.columns
    let top = 0
    const take = (bytes: number) => {
      const at = top
      top += Math.ceil(bytes / 16) * 16
      return at
    }
    const place = ({ rows, columns: k }: Matrix): Placed => ({
      weights: take(packedBytes(padded(rows), k)),
      scales: take(4 * padded(rows)),
      n: padded(rows),
      k,
    })
    this.#first = place(model.layers[0].input)
    this.#second = place(model.layers[1].input)
    this.#recurrent = model.layers.flatMap((layer) => layer.recurrent.map(place))
    this.#heads = place(model.heads)
    this.#at = {
      gates: take(4 * gates * MAX_ROWS),
      // one group of zeros stands before the first and behind the last word: the state that a sentence starts from
      one: take(4 * hidden * (MAX_ROWS + 2 * GROUP)),
      two: take(4 * hidden * (MAX_ROWS + 2 * GROUP)),
      state: take(4 * hidden * GROUP),
      units: take(4 * MAX_ROWS),
      out: take(4 * this.#stride * MAX_ROWS),
      input: take(2 * columns * BATCH),
      maxima: take(4 * BATCH),
      fresh: take(4 * gates * BATCH),
    }
    this.free = top
    this.kernels = createKernels(top + extra)
    this.#i16 = new Int16Array(this.kernels.memory.buffer)
    this.#f32 = new Float32Array(this.kernels.memory.buffer)
    this.#fill(this.#first, model.layers[0].input)
    this.#fill(this.#second, model.layers[1].input)
    const recurrent = model.layers.flatMap((layer) => layer.recurrent)
    for (const [i, matrix] of recurrent.entries()) this.#fill(this.#recurrent[i]!, matrix)
    this.#fill(this.#heads, model.heads)
    this.#f32.fill(1 / UNIT, this.#at.units >> 2, (this.#at.units >> 2) + MAX_ROWS)
    this.#known = new Float32Array(FORMS * gates)
    this.#vector = new Float32Array(columns)
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
    const width = sentences.length
    const longest = sentences[0]!.length
    const { hidden } = this.#model
    const at = this.#at
    const rows = longest * width
    this.#firstGates(sentences, source)
    this.#recur(0, at.one, sentences)
    // every row starts from the bias
    const gates = 8 * hidden
    const bias = this.#model.secondBias
    for (let r = 0; r < rows; r++) this.#f32.set(bias, (at.gates >> 2) + r * gates)
    const states = 4 * hidden
    this.#product(this.#second, at.one + width * states, states, at.gates, 4 * gates, rows)
    this.#recur(1, at.two, sentences)
    const out = at.out >> 2
    for (let r = 0; r < rows; r++) this.#f32.set(this.#model.headBias, out + r * this.#stride)
    this.#product(this.#heads, at.two + width * states, states, at.out, 4 * this.#stride, rows)
    return {
      rows: this.#f32.subarray(out, out + rows * this.#stride),
      stride: this.#stride,
      width,
      address: at.out,
    }
  }

  #product(by: Placed, a: number, aStride: number, out: number, outStride: number, m: number): void {
    this.kernels.product(a, aStride, by.weights, by.scales, this.#at.units, out, outStride, m, by.n, by.k)
  }

  /** Puts what the input gives to the gates of the first layer into their rows. */
  #firstGates(sentences: readonly (readonly string[])[], source: Source): void {
    const gates = 8 * this.#model.hidden
    if (source !== this.#source) this.#cells.clear()
    this.#source = source
    this.#learn(sentences)
    sentences.forEach((forms, s) => {
      for (let t = 0; t < forms.length; t++) {
        const from = this.#cells.get(forms[t]!)! * gates
        const to = (this.#at.gates >> 2) + (t * sentences.length + s) * gates
        this.#f32.set(this.#known.subarray(from, from + gates), to)
      }
    })
  }

  /** Works out the forms that are not known yet. */
  #learn(sentences: readonly (readonly string[])[]): void {
    let fresh = new Set<string>()
    for (const forms of sentences) for (const form of forms) if (!this.#cells.has(form)) fresh.add(form)
    if (fresh.size === 0) return
    if (this.#cells.size + fresh.size > FORMS) {
      this.#cells.clear()
      fresh = new Set(sentences.flat())
    }
    const all = [...fresh]
    for (let i = 0; i < all.length; i += BATCH) this.#learnBatch(all.slice(i, i + BATCH))
  }

  #learnBatch(forms: readonly string[]): void {
    const bias = this.#model.sourceBias[SOURCES.indexOf(this.#source)]!
    const at = this.#at
    const { n, k } = this.#first
    forms.forEach((form, i) => {
      this.#embed(form)
      let top = 1e-6
      for (const x of this.#vector) top = Math.max(top, Math.abs(x))
      this.#f32[(at.maxima >> 2) + i] = top / UNIT
      const to = (at.input >> 1) + i * k
      for (let p = 0; p < k; p++) this.#i16[to + p] = Math.round((this.#vector[p]! / top) * UNIT)
    })
    const fresh = at.fresh >> 2
    this.#f32.fill(0, fresh, fresh + forms.length * n)
    const { weights, scales } = this.#first
    this.kernels.product(at.input, 2 * k, weights, scales, at.maxima, at.fresh, 4 * n, forms.length, n, k)
    forms.forEach((form, i) => {
      const cell = this.#cells.size
      this.#cells.set(form, cell)
      for (let g = 0; g < n; g++) this.#known[cell * n + g] = this.#f32[fresh + i * n + g]! + bias[g]!
    })
  }

  /** Word vector, then the sum of the vectors of its letter groups. */
  #embed(form: string): void {
    const { words, wordVectors, cellVectors, cellBits } = this.#model
    const vector = this.#vector.fill(0)
    const word = words.get(wordKey(form)) ?? 0
    const scale = wordVectors.scales[word]!
    const width = wordVectors.columns
    for (let d = 0; d < width; d++) vector[d] = wordVectors.values[word * width + d]! * scale
    for (const cell of formCells(form, cellBits)) {
      if (cell === 0) continue
      const unit = cellVectors.scales[cell]!
      const row = cell * cellVectors.columns
      for (let d = 0; d < cellVectors.columns; d++)
        vector[width + d] = vector[width + d]! + cellVectors.values[row + d]! * unit
    }
  }

  /** Both directions of a layer, its gates being filled with all but the recurrent part. */
  #recur(layer: 0 | 1, to: number, sentences: readonly (readonly string[])[]): void {
    const { hidden } = this.#model
    const { gates, state } = this.#at
    const width = sentences.length
    const longest = sentences[0]!.length
    const row = 4 * hidden
    this.#i16.fill(0, to >> 1, (to + row * width * (longest + 2)) >> 1)
    for (let direction = 0; direction < 2; direction++) {
      this.#f32.fill(0, state >> 2, (state >> 2) + hidden * width)
      const by = this.#recurrent[2 * layer + direction]!
      const shift = 2 * hidden * direction
      let open = direction === 0 ? width : 0
      for (let step = 0; step < longest; step++) {
        const t = direction === 0 ? step : longest - 1 - step
        if (direction === 0) while (sentences[open - 1]!.length <= t) open--
        else while (open < width && sentences[open]!.length > t) open++
        // row 0 of the output is the group of zeros
        const before = to + (direction === 0 ? t : t + 2) * width * row + shift
        const here = gates + t * width * 32 * hidden + 16 * hidden * direction
        this.#product(by, before, row, here, 32 * hidden, open)
        this.kernels.cell(
          here,
          32 * hidden,
          state,
          4 * hidden,
          to + (t + 1) * width * row + shift,
          row,
          open,
          hidden,
        )
      }
    }
  }

  #fill(placed: Placed, matrix: Matrix): void {
    const { n, k } = placed
    const values = new Int8Array(n * k)
    values.set(matrix.values)
    packWeights(values, n, k, this.#i16.subarray(placed.weights >> 1, (placed.weights >> 1) + n * k))
    this.#f32.set(matrix.scales, placed.scales >> 2)
  }
}
