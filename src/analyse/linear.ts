/** Weights as they are read: int16 from the model, float while training. */
export type Weights = Int16Array | Float32Array

/**
 * A linear classifier with hashed features. A feature's weights are a window of `classes` neighbouring cells that starts at its
 * hash: windows overlap at random like any collision, and a window is one or two cache lines.
 */
export interface LinearModel {
  readonly classes: number
  /** The table has `2 ** bits` cells and `classes` more behind them, so that no window wraps. */
  readonly bits: number
  readonly weights: Weights
}

/** Features of one decision: `cells[0 .. count)` are hashes that {@link finish} spread. */
export class FeatureList {
  readonly cells: Uint32Array
  count = 0

  constructor(capacity: number) {
    this.cells = new Uint32Array(capacity)
  }
}

/** Adds up the weights of classes `[first, last)` into `out`, which it resets there. */
export function score(
  model: LinearModel,
  features: FeatureList,
  out: Float64Array,
  first = 0,
  last = model.classes,
): void {
  const { weights } = model
  const shift = 32 - model.bits
  const { cells, count } = features
  for (let c = first; c < last; c++) out[c] = 0
  for (let f = 0; f < count; f++) {
    const base = cells[f]! >>> shift
    for (let c = first; c < last; c++) out[c]! += weights[base + c]!
  }
}

export function tableLength(bits: number, classes: number): number {
  return 2 ** bits + classes
}
