import { LagebildError } from '../../base/errors.ts'
import type { Matrix, NetworkModel } from '../neural/model.ts'
import { readHead, readTensors, type TensorHead } from '../tensors.ts'
import { HashTable, type NameLexicon } from './lexicon.ts'

/** First bytes of a file of names: name and version of the layout. */
export const MAGIC = 'LBN1'

/**
 * Layout as in `tensors.ts`; behind the tensors the two tables of the lexicon, each sorted by key: gap to the last key as a varint, then
 * the value, `valueBytes` bytes of it, lowest first.
 */
export interface NamesHead {
  readonly language: string
  /** {@link fingerprintOf} the network whose states it was trained on. */
  readonly network: number
  readonly cellBits: number
  readonly tensors: readonly TensorHead[]
  readonly tables: Readonly<Record<'names' | 'usage', TableHead>>
}
export interface TableHead {
  readonly entries: number
  readonly valueBytes: number
  readonly bytes: number
}

/** The recogniser: what `train/neural/names.py` trains. Shapes are rows by columns; `hidden` is the width of a direction. */
export interface NamesModel {
  readonly language: string
  /** {@link fingerprintOf} the network whose states it was trained on. */
  readonly network: number
  readonly lexicon: NameLexicon
  readonly cellBits: number
  /** Letter groups: `2 ** cellBits` rows. */
  readonly cellVectors: Matrix
  /** Squeezed by states of one layer of the encoder, both layers; the sums are cut to -1 … 1. */
  readonly squeeze: readonly [Matrix, Matrix]
  readonly squeezeBias: Float32Array
  /** 8 * hidden by word vector, letter groups and numbers of a form. */
  readonly form: Matrix
  /** Flags by 8 * hidden. */
  readonly flags: Float32Array
  /** 8 * hidden by squeezed. */
  readonly states: Matrix
  readonly bias: Float32Array
  readonly recurrent: readonly [Matrix, Matrix]
  /** Tags by 2 * hidden. */
  readonly out: Matrix
  readonly outBias: Float32Array
  /** `[before * tags + after]`; behind the last tag the start of a sentence. */
  readonly transitions: Float32Array
}

const wrong = (why: string) =>
  new LagebildError(
    'model-format',
    `The names of the language model cannot be read: ${why}`,
    'Run `npm run train:names` or restore models/ from the package.',
  )

/** @throws LagebildError `model-format` when the bytes are no file of names of this version */
export function readNamesModel(bytes: Uint8Array): NamesModel {
  const { head, from } = readHead<NamesHead>(bytes, MAGIC, wrong)
  const { matrix, vector, end } = readTensors(bytes, from, head.tensors, wrong)
  const { names, usage } = head.tables
  if (end + names.bytes + usage.bytes > bytes.length) throw wrong('its tables are cut off')
  return {
    language: head.language,
    network: head.network,
    lexicon: {
      names: unpackTable(bytes, end, names),
      usage: unpackTable(bytes, end + names.bytes, usage),
    },
    cellBits: head.cellBits,
    cellVectors: matrix('cells'),
    squeeze: [matrix('squeeze1'), matrix('squeeze2')],
    squeezeBias: vector('squeezeBias'),
    form: matrix('form'),
    flags: vector('flags'),
    states: matrix('states'),
    bias: vector('bias'),
    recurrent: [matrix('forward'), matrix('backward')],
    out: matrix('out'),
    outBias: vector('outBias'),
    transitions: vector('transitions'),
  }
}

/** A number that another training of the network would not have: a hash of its second layer. */
export function fingerprintOf({ layers }: NetworkModel): number {
  let hash = 0x811c9dc5
  for (const value of layers[1].input.values) hash = Math.imul(hash ^ (value & 255), 0x01000193)
  return hash >>> 0
}

function unpackTable(bytes: Uint8Array, from: number, { entries, valueBytes }: TableHead): HashTable {
  const keys = new Uint32Array(entries)
  const values = new Uint32Array(entries)
  let at = from
  let key = 0
  for (let n = 0; n < entries; n++) {
    let gap = 0
    let scale = 1
    let byte: number
    do {
      byte = bytes[at++]!
      gap += (byte & 127) * scale
      scale *= 128
    } while (byte > 127)
    key += gap
    keys[n] = key
    let value = 0
    for (let b = 0; b < valueBytes; b++) value += bytes[at++]! * 256 ** b
    values[n] = value
  }
  return new HashTable(keys, values)
}
