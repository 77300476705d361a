import { type FeatureList, type LinearModel, tableLength } from '../src/analyse/linear.ts'

/** Averaged perceptron over hashed features (Collins 2002; the average by one running sum, Daumé 2006). */
export class Perceptron implements LinearModel {
  readonly classes: number
  readonly bits: number
  readonly weights: Float32Array
  readonly #sum: Float64Array
  /** Decisions seen; the weight of an update in the average. */
  step = 1

  constructor(classes: number, bits: number) {
    this.classes = classes
    this.bits = bits
    this.weights = new Float32Array(tableLength(bits, classes))
    this.#sum = new Float64Array(this.weights.length)
  }

  update(features: FeatureList, right: number, wrong: number): void {
    const shift = 32 - this.bits
    for (let f = 0; f < features.count; f++) {
      const base = features.cells[f]! >>> shift
      this.weights[base + right]! += 1
      this.weights[base + wrong]! -= 1
      this.#sum[base + right]! += this.step
      this.#sum[base + wrong]! -= this.step
    }
  }

  averaged(): LinearModel {
    const weights = new Float32Array(this.weights.length)
    for (let i = 0; i < weights.length; i++) weights[i] = this.weights[i]! - this.#sum[i]! / this.step
    return { classes: this.classes, bits: this.bits, weights }
  }
}
