import { SPAN_TABLES, spanStarts } from '../kernels/contract.ts'
import type { Layout, Machine } from './machine.ts'

/** The best projective tree with exactly one root (Eisner 1996), cubic in the length. */
export class Eisner {
  readonly #tables: number
  #machine: Machine | null = null

  /** @param most words of a sentence */
  constructor(layout: Layout, most: number) {
    this.#tables = layout.take(8 * SPAN_TABLES * most * most)
  }

  load(machine: Machine): void {
    this.#machine = machine
  }

  /**
   * @param scores address: `scores[d * size + h]`, word `h` as the head of word `d`
   * @param root address: `root[d]`, word `d` as the root
   * @param head receives heads, -1 for the root
   */
  decode(scores: number, root: number, size: number, head: Int32Array): void {
    if (size === 0) return
    const { kernels, f32, f64 } = this.#machine!
    kernels.spans(scores, this.#tables, size)
    const [left, , right] = spanStarts(this.#tables, size)
    let top = 0
    let best = Number.NEGATIVE_INFINITY
    for (let r = 0; r < size; r++) {
      const value = f64[right + r]! + f64[left + r * size + size - 1]! + f32[(root >> 2) + r]!
      if (value > best) {
        best = value
        top = r
      }
    }
    head[top] = -1
    this.#trace(0, top, 0, size, head)
    this.#trace(top, size - 1, 1, size, head)
  }

  /**
   * Reads the heads of a complete span off the tables, by finding again where the best spans divide; with a stack of its own: a sentence
   * may be 512 words deep.
   */
  #trace(from: number, to: number, side: number, size: number, head: Int32Array): void {
    const [left, leftTurned, right, rightTurned, fromLeft, fromRight] = spanStarts(this.#tables, size)
    const stack = [from, to, side]
    while (stack.length > 0) {
      const headedLeft = stack.pop()! === 1
      const j = stack.pop()!
      const i = stack.pop()!
      if (i === j) continue
      const [rowI, rowJ] = [i * size, j * size]
      // the complete span beyond the arc, then the arc, whose own two spans meet at its split
      const k = headedLeft
        ? this.#split(fromLeft + rowI, leftTurned + rowJ, i + 1, j)
        : this.#split(right + rowI, fromRight + rowJ, i, j - 1)
      const [a, b] = headedLeft ? [i, k] : [k, j]
      if (headedLeft) {
        head[b] = a
        stack.push(k, j, 1)
      } else {
        head[a] = b
        stack.push(i, k, 0)
      }
      const middle = this.#split(left + a * size, rightTurned + b * size + 1, a, b - 1)
      stack.push(a, middle, 1, middle + 1, b, 0)
    }
  }

  /** The first place from `from` to `to` where the numbers of two rows have the greatest sum. */
  #split(one: number, other: number, from: number, to: number): number {
    const { f64 } = this.#machine!
    let split = from
    let best = Number.NEGATIVE_INFINITY
    for (let k = from; k <= to; k++) {
      const value = f64[one + k]! + f64[other + k]!
      if (value > best) {
        best = value
        split = k
      }
    }
    return split
  }
}
