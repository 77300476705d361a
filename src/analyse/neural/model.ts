import type { MorphSlot } from '../morphology.ts'

/** Treebanks differ in convention; the network reads one of them into its input. Texts are read as `news`. */
export const SOURCES = ['news', 'gsd', 'pud', 'hdt'] as const
export type Source = (typeof SOURCES)[number]

/** A matrix of int8 weights, row by row; a weight of row `j` is `values * scales[j]`. */
export interface Matrix {
  readonly rows: number
  readonly columns: number
  readonly values: Int8Array
  readonly scales: Float32Array
}

/** One bidirectional LSTM layer; gates stand in the order input, forget, candidate, output, forwards before backwards. */
export interface Layer {
  /** 8 * hidden by inputs. */
  readonly input: Matrix
  /** Each 4 * hidden by hidden. */
  readonly recurrent: readonly [Matrix, Matrix]
}

/**
 * Word vectors and letter groups, two bidirectional LSTM layers, and a layer of heads whose outputs are, in this order: arc as
 * dependent, arc as head, relation as dependent, relation as head (these four through a leaky rectifier), parts of speech, slots.
 */
export interface NetworkModel {
  /** Row of a word key in `wordVectors`; row 0 is the unknown word. */
  readonly words: ReadonlyMap<string, number>
  readonly wordVectors: Matrix
  /** `2 ** cellBits` rows. */
  readonly cellVectors: Matrix
  readonly cellBits: number
  readonly hidden: number
  readonly layers: readonly [Layer, Layer]
  /** Bias of the first layer, by source: 8 * hidden each. */
  readonly sourceBias: readonly Float32Array[]
  readonly secondBias: Float32Array
  readonly heads: Matrix
  readonly headBias: Float32Array
  /** Widths of an arc vector and of a relation vector. */
  readonly arc: number
  readonly relation: number
  /** `arc` by `arc`, and what a head scores whatever the dependent. */
  readonly arcWeights: Matrix
  readonly arcBias: Float32Array
  /** The artificial root as a head. */
  readonly rootArc: Float32Array
  readonly rootRelation: Float32Array
  /** Labels by 3 * relation: of the dependent, of the head, of the product of both. */
  readonly relationWeights: Matrix
  readonly relationBias: Float32Array
  readonly labels: readonly string[]
  readonly slots: readonly MorphSlot[]
}
