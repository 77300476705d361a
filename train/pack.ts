import { readFileSync } from 'node:fs'
import type { LemmaModel } from '../src/analyse/lemmatiser.ts'
import type { LinearModel } from '../src/analyse/linear.ts'
import { MAGIC, type ModelHead, type TableHead } from '../src/analyse/model.ts'
import type { MorphSlot } from '../src/analyse/morphology.ts'
import type { TensorHead } from '../src/analyse/tensors.ts'

/** Lemma weights below this share of a table's standard deviation (of its non-zero weights) are left out. */
const PRUNE = 0.2
/** Tensors that stay float32: biases and the like. */
const FLOATS = new Set([
  'sourceBias',
  'bias2',
  'headBias',
  'arcBias',
  'rootArc',
  'rootRelation',
  'relationBias',
])

export interface TrainedNetwork {
  readonly tensors: ReadonlyMap<string, { readonly shape: readonly number[]; readonly values: Float32Array }>
  readonly words: readonly string[]
  readonly labels: readonly string[]
  readonly slots: readonly MorphSlot[]
  readonly cellBits: number
}

/** Reads what `train/neural` wrote: `<path>.json` (shapes) and `<path>.bin` (float32, one tensor after another). */
export function readTensors(path: string): TrainedNetwork['tensors'] {
  const shapes = Object.entries(JSON.parse(readFileSync(`${path}.json`, 'utf8')) as Record<string, number[]>)
  const bytes = readFileSync(`${path}.bin`)
  const floats = new Float32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4)
  let at = 0
  return new Map(
    shapes.map(([name, shape]) => {
      const size = shape.reduce((a, b) => a * b, 1)
      at += size
      return [name, { shape, values: floats.subarray(at - size, at) }]
    }),
  )
}

export function packModel(language: string, network: TrainedNetwork, lemmas: LemmaModel): Uint8Array {
  const packed = packTensors(network.tensors, FLOATS)
  const shape = (name: string) => network.tensors.get(name)!.shape
  const table = packTable(lemmas.model)
  const head: ModelHead = {
    language,
    labels: network.labels,
    slots: network.slots,
    words: network.words.join('\n'),
    hidden: shape('forward1')[1]!,
    arc: shape('arcWeights')[0]!,
    relation: shape('relations')[1]! / 3,
    cellBits: network.cellBits,
    tensors: packed.map((p) => p.head),
    scripts: lemmas.scripts,
    lexicon: [...lemmas.lexicon].map(([key, lemma]) => `${key}\t${lemma}`).join('\n'),
    lemmaTable: table.head,
    lemmaUnit: table.unit,
  }
  return Uint8Array.from(
    Buffer.concat([packHead(MAGIC, head), ...packed.flatMap((p) => p.parts), table.bytes]),
  )
}

/** Magic, length of the head, the head as JSON in ASCII. */
export function packHead(magic: string, head: object): Uint8Array {
  const json = JSON.stringify(head).replace(
    /[\u0080-\uffff]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
  const start = Buffer.from(`${magic}0000${json}`, 'latin1')
  start.writeUInt32LE(json.length, 4)
  return start
}

interface PackedTensor {
  readonly head: TensorHead
  readonly parts: readonly Uint8Array[]
}

/** @param floats names of those that stay float32 */
export function packTensors(tensors: TrainedNetwork['tensors'], floats: ReadonlySet<string>): PackedTensor[] {
  return [...tensors].map(([name, { shape, values }]) =>
    packTensor(name, shape[0]!, shape[1] ?? 1, values, floats.has(name)),
  )
}

/** int8 with a scale a row, or float32 as it is. */
function packTensor(
  name: string,
  rows: number,
  columns: number,
  values: Float32Array,
  isFloat: boolean,
): PackedTensor {
  const bytes = (array: Float32Array | Int8Array) =>
    new Uint8Array(array.buffer, array.byteOffset, array.byteLength)
  if (isFloat) return { head: { name, rows, columns, kind: 'float32' }, parts: [bytes(values)] }
  const scales = new Float32Array(rows)
  const cells = new Int8Array(rows * columns)
  for (let r = 0; r < rows; r++) {
    let top = 0
    for (let c = 0; c < columns; c++) top = Math.max(top, Math.abs(values[r * columns + c]!))
    scales[r] = top / 127 || 1
    for (let c = 0; c < columns; c++)
      cells[r * columns + c] = Math.round(values[r * columns + c]! / scales[r]!)
  }
  return { head: { name, rows, columns, kind: 'int8' }, parts: [bytes(scales), bytes(cells)] }
}

function packTable({ weights, classes, bits }: LinearModel): {
  head: TableHead
  bytes: Uint8Array
  unit: number
} {
  let squares = 0
  let filled = 0
  let top = 0
  for (const w of weights) {
    if (w === 0) continue
    squares += w * w
    filled++
    top = Math.max(top, Math.abs(w))
  }
  const least = PRUNE * Math.sqrt(squares / Math.max(1, filled))
  const unit = top / (127 * 127) || 1
  const bytes: number[] = []
  let cells = 0
  let last = -1
  for (let i = 0; i < weights.length; i++) {
    const w = weights[i]!
    if (Math.abs(w) < least) continue
    const q = Math.round(Math.sqrt(Math.abs(w) / unit)) * Math.sign(w)
    if (q === 0) continue
    let gap = i - last
    while (gap > 127) {
      bytes.push((gap & 127) | 128)
      gap >>>= 7
    }
    bytes.push(gap, q & 255)
    last = i
    cells++
  }
  return { head: { classes, bits, cells, bytes: bytes.length }, bytes: Uint8Array.from(bytes), unit }
}
