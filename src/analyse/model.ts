import { LagebildError } from '../base/errors.ts'
import type { LemmaModel } from './lemmatiser.ts'
import { type LinearModel, tableLength } from './linear.ts'
import type { MorphSlot } from './morphology.ts'
import type { NetworkModel } from './neural/model.ts'
import { readHead, readTensors, type TensorHead } from './tensors.ts'

/** All that was learned of a language. */
export interface AnalysisModel {
  readonly language: string
  readonly network: NetworkModel
  readonly lemmas: LemmaModel
  /** What one unit of a lemma weight is worth in training's units. */
  readonly lemmaUnit: number
}

/** First bytes of a model file: name and version of the layout. */
export const MAGIC = 'LBM2'

/**
 * Layout (little endian): magic; u32 length of the head; the head, JSON in ASCII; then the tensors in the order of `tensors`, then
 * the lemma table. A matrix is a float32 scale a row, then int8 values row by row; a vector is float32. The lemma table holds only
 * its non-zero cells: gap to the last one as a varint, then the int8 value q, which stands for sign(q) * q * q.
 */
export interface ModelHead {
  readonly language: string
  readonly labels: readonly string[]
  readonly slots: readonly MorphSlot[]
  /** Keys of the word vectors, separated by line ends; the first has row 1. */
  readonly words: string
  readonly hidden: number
  readonly arc: number
  readonly relation: number
  readonly cellBits: number
  readonly tensors: readonly TensorHead[]
  readonly scripts: readonly string[]
  /** Lines `UPOS form<TAB>lemma`. */
  readonly lexicon: string
  readonly lemmaTable: TableHead
  readonly lemmaUnit: number
}
export interface TableHead {
  readonly classes: number
  readonly bits: number
  readonly cells: number
  readonly bytes: number
}

const wrong = (why: string) =>
  new LagebildError(
    'model-format',
    `The language model cannot be read: ${why}`,
    'Run `npm run train` or restore models/ from the package.',
  )

/** @throws LagebildError `model-format` when the bytes are no model of this version. */
export function readModel(bytes: Uint8Array): AnalysisModel {
  const { head, from } = readHead<ModelHead>(bytes, MAGIC, wrong)
  const { network, end } = readNetwork(bytes, from, head)
  const { classes, bits, bytes: size } = head.lemmaTable
  if (end + size > bytes.length) throw wrong('the lemma table is cut off')
  const model: LinearModel = { classes, bits, weights: unpackTable(bytes, end, head.lemmaTable) }
  const lexicon = new Map<string, string>()
  const known = new Set<string>()
  for (const line of head.lexicon.split('\n')) {
    const tab = line.indexOf('\t')
    if (tab < 0) continue
    lexicon.set(line.slice(0, tab), line.slice(tab + 1))
    known.add(`${line.slice(0, line.indexOf(' '))}:${line.slice(tab + 1)}`)
  }
  const lemmas = { scripts: head.scripts, model, lexicon, known }
  return { language: head.language, network, lemmas, lemmaUnit: head.lemmaUnit }
}

function readNetwork(bytes: Uint8Array, from: number, head: ModelHead) {
  const { matrix, vector, end } = readTensors(bytes, from, head.tensors, wrong)
  const { hidden, arc, relation, cellBits, labels, slots } = head
  const bias = vector('sourceBias')
  const network: NetworkModel = {
    words: new Map(head.words.split('\n').map((word, i) => [word, i + 1])),
    wordVectors: matrix('words'),
    cellVectors: matrix('cells'),
    cellBits,
    hidden,
    layers: [
      { input: matrix('input1'), recurrent: [matrix('forward1'), matrix('backward1')] },
      { input: matrix('input2'), recurrent: [matrix('forward2'), matrix('backward2')] },
    ],
    sourceBias: Array.from({ length: bias.length / (8 * hidden) }, (_, s) =>
      bias.subarray(s * 8 * hidden, (s + 1) * 8 * hidden),
    ),
    secondBias: vector('bias2'),
    heads: matrix('heads'),
    headBias: vector('headBias'),
    arc,
    relation,
    arcWeights: matrix('arcWeights'),
    arcBias: vector('arcBias'),
    rootArc: vector('rootArc'),
    rootRelation: vector('rootRelation'),
    relationWeights: matrix('relations'),
    relationBias: vector('relationBias'),
    labels,
    slots,
  }
  return { network, end }
}

function unpackTable(bytes: Uint8Array, from: number, table: TableHead): Int16Array {
  const weights = new Int16Array(tableLength(table.bits, table.classes))
  let at = from
  let cell = -1
  for (let n = 0; n < table.cells; n++) {
    let gap = 0
    let shift = 0
    let byte: number
    do {
      byte = bytes[at++]!
      gap |= (byte & 127) << shift
      shift += 7
    } while (byte > 127)
    cell += gap
    const q = (bytes[at++]! << 24) >> 24
    weights[cell] = q < 0 ? -q * q : q * q
  }
  return weights
}
