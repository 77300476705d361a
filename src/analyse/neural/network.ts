import { UPOS } from '../../document/tokens.ts'
import type { NamesModel } from '../names/model.ts'
import { NameRecogniser } from '../names/recogniser.ts'
import { groupsOf } from './abreast.ts'
import { Eisner } from './eisner.ts'
import { Encoder } from './encoder.ts'
import { Layout, MAX_ROWS, type Machine } from './machine.ts'
import type { Matrix, NetworkModel, Source } from './model.ts'

/** What the network says of one sentence. Heads are words of the sentence, -1 for its one root; the rest are indices. */
export interface Reading {
  readonly upos: Uint8Array
  /** Per slot the class of each word, -1 where the slot does not apply. */
  readonly slots: readonly Int16Array[]
  readonly head: Int32Array
  readonly label: Int16Array
  /** Tags of names as in the `name` column; all 0 without a recogniser. */
  readonly name: Uint8Array
}

/** Tags and parses sentences; keeps nothing between calls but a cache of forms. */
export class Network {
  readonly model: NetworkModel
  readonly #encoder: Encoder
  readonly #names: NameRecogniser | null
  readonly #machine: Machine
  readonly #eisner: Eisner
  readonly #f32: Float32Array
  readonly #at: Readonly<
    Record<'arcWeights' | 'rootArc' | 'relations' | 'bent' | 'scores' | 'root' | 'pairs' | 'labels', number>
  >
  readonly #labels: number

  /** @param names recogniser of names that was trained on this network */
  constructor(model: NetworkModel, names: NamesModel | null = null) {
    this.model = model
    const { arc, relation } = model
    this.#labels = Math.ceil(model.labels.length / 8) * 8
    const sizes = {
      arcWeights: arc * arc,
      rootArc: arc,
      relations: this.#labels * 3 * relation,
      bent: MAX_ROWS * arc,
      scores: MAX_ROWS * MAX_ROWS,
      root: MAX_ROWS,
      pairs: MAX_ROWS * 3 * relation,
      labels: MAX_ROWS * this.#labels,
    }
    const layout = new Layout()
    this.#encoder = new Encoder(model, layout)
    this.#names = names && new NameRecogniser(names, model, this.#encoder.words, layout)
    this.#eisner = new Eisner(layout, MAX_ROWS)
    const places = Object.entries(sizes).map(([name, n]) => [name, layout.take(4 * n)] as const)
    this.#at = Object.fromEntries(places) as Record<keyof typeof sizes, number>
    this.#machine = layout.build()
    this.#encoder.load(this.#machine)
    this.#names?.load(this.#machine)
    this.#eisner.load(this.#machine)
    this.#f32 = this.#machine.f32
    this.#unpack(model.arcWeights, this.#at.arcWeights)
    this.#unpack(model.relationWeights, this.#at.relations)
    this.#f32.set(model.rootArc, this.#at.rootArc >> 2)
  }

  /** @param sentences forms; the answers stand in their order */
  read(sentences: readonly (readonly string[])[], source: Source): Reading[] {
    const out = new Array<Reading>(sentences.length)
    for (const { members, words } of groupsOf(sentences)) {
      if (words.longest > MAX_ROWS) {
        out[members[0]!] = this.#inPieces(words.sentences[0]!, source)
        continue
      }
      const encoded = this.#encoder.encode(words, source)
      const names = this.#names?.tag(words, encoded)
      const { stride } = encoded
      let { heads } = encoded
      words.sentences.forEach(({ length }, s) => {
        const reading = this.#decide(heads, stride, length)
        heads += 4 * stride * length
        out[members[s]!] = names ? { ...reading, name: names[s]! } : reading
      })
    }
    return out
  }

  /** A sentence longer than the buffers is read in pieces; the roots of the later ones hang on the first root. */
  #inPieces(forms: readonly string[], source: Source): Reading {
    const whole = this.#empty(forms.length)
    const beside = Math.max(0, this.model.labels.indexOf('parataxis'))
    let first = -1
    for (let from = 0; from < forms.length; from += MAX_ROWS) {
      const [piece] = this.read([forms.slice(from, from + MAX_ROWS)], source)
      whole.upos.set(piece!.upos, from)
      whole.slots.forEach((slot, s) => {
        slot.set(piece!.slots[s]!, from)
      })
      whole.label.set(piece!.label, from)
      whole.name.set(piece!.name, from)
      piece!.head.forEach((head, i) => {
        const isRoot = head < 0
        whole.head[from + i] = isRoot ? first : from + head
        if (isRoot && first >= 0) whole.label[from + i] = beside
        if (isRoot && first < 0) first = i
      })
    }
    return whole
  }

  #empty(size: number): Reading {
    return {
      upos: new Uint8Array(size),
      slots: this.model.slots.map(() => new Int16Array(size).fill(-1)),
      head: new Int32Array(size).fill(-1),
      label: new Int16Array(size),
      name: new Uint8Array(size),
    }
  }

  /** @param heads address of the head outputs of one sentence, a word every `stride` floats */
  #decide(heads: number, stride: number, size: number): Reading {
    const reading = this.#empty(size)
    if (size === 0) return reading
    const { arc, relation } = this.model
    const bent = 2 * arc + 2 * relation
    this.#machine.kernels.rectify(heads, 4 * stride, size, bent)
    for (let t = 0; t < size; t++) this.#tag((heads >> 2) + t * stride + bent, t, reading)
    this.#attach(stride, heads, size, reading)
    this.#label(heads >> 2, stride, size, reading)
    return reading
  }

  #tag(from: number, t: number, reading: Reading): void {
    const rows = this.#f32
    const upos = argmax(rows, from, UPOS.length)
    reading.upos[t] = upos
    let at = from + UPOS.length
    this.model.slots.forEach(({ classes, allowed }, s) => {
      const among = allowed[upos]!
      let best = among[0] ?? -1
      for (const c of among) if (rows[at + c]! > rows[at + best]!) best = c
      reading.slots[s]![t] = best
      at += classes.length
    })
  }

  #attach(step: number, address: number, size: number, reading: Reading): void {
    const { arc, arcBias, rootArc } = this.model
    const { kernels } = this.#machine
    const { bent, scores, root } = this.#at
    const f32 = this.#f32
    kernels.dots(address, 4 * step, this.#at.arcWeights, 4 * arc, bent, 4 * arc, size, arc, arc)
    for (let t = 0; t < size; t++)
      for (let d = 0; d < arc; d++)
        f32[(bent >> 2) + t * arc + d] = f32[(bent >> 2) + t * arc + d]! + arcBias[d]!
    kernels.dots(bent, 4 * arc, address + 4 * arc, 4 * step, scores, 4 * size, size, size, arc)
    kernels.dots(bent, 4 * arc, this.#at.rootArc, 4 * rootArc.length, root, 4, size, 1, arc)
    this.#eisner.decode(scores, root, size, reading.head)
  }

  #label(first: number, step: number, size: number, reading: Reading): void {
    const { arc, relation, rootRelation, relationBias, labels } = this.model
    const { pairs } = this.#at
    const f32 = this.#f32
    const wide = 3 * relation
    for (let t = 0; t < size; t++) {
      const to = (pairs >> 2) + t * wide
      const dependent = first + t * step + 2 * arc
      const head = reading.head[t]!
      const above = head < 0 ? rootRelation : f32
      const from = head < 0 ? 0 : first + head * step + 2 * arc + relation
      for (let d = 0; d < relation; d++) {
        const x = f32[dependent + d]!
        const y = above[from + d]!
        f32[to + d] = x
        f32[to + relation + d] = y
        f32[to + 2 * relation + d] = x * y
      }
    }
    const { kernels } = this.#machine
    const { relations, labels: out } = this.#at
    kernels.dots(pairs, 4 * wide, relations, 4 * wide, out, 4 * this.#labels, size, labels.length, wide)
    for (let t = 0; t < size; t++) {
      // label 0 is `root`, for the root alone
      if (reading.head[t]! < 0) continue
      const at = (out >> 2) + t * this.#labels
      let best = 1
      for (let l = 2; l < labels.length; l++)
        if (f32[at + l]! + relationBias[l]! > f32[at + best]! + relationBias[best]!) best = l
      reading.label[t] = best
    }
  }

  #unpack({ rows, columns, values, scales }: Matrix, at: number): void {
    for (let j = 0; j < rows; j++)
      for (let p = 0; p < columns; p++)
        this.#f32[(at >> 2) + j * columns + p] = values[j * columns + p]! * scales[j]!
  }
}

function argmax(values: Float32Array, from: number, count: number): number {
  let best = 0
  for (let c = 1; c < count; c++) if (values[from + c]! > values[from + best]!) best = c
  return best
}
