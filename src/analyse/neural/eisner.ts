/**
 * The best projective tree with exactly one root (Eisner 1996), cubic in the length. Buffers are kept between calls.
 */
export class Eisner {
  #size = 0
  /**
   * Scores of the best complete spans `[i, j]` headed at their left or right end: in row `i` and, turned round, in row `j`. All
   * inner loops run along rows.
   */
  #left = new Float64Array(0)
  #leftTurned = new Float64Array(0)
  #right = new Float64Array(0)
  #rightTurned = new Float64Array(0)
  /** The same of spans whose ends are joined by an arc from the left end (by rows), from the right end (turned round). */
  #arcFromLeft = new Float64Array(0)
  #arcFromRight = new Float64Array(0)
  /** Where spans divide: complete ones headed right and left, by turns, and joined ones. */
  #completeSplit = new Int16Array(0)
  #joinedSplit = new Int16Array(0)

  /**
   * @param scores `scores[d * stride + h]`: word `h` as the head of word `d`
   * @param root `root[d]`: word `d` as the root
   * @param head receives heads, -1 for the root
   */
  decode(scores: Float32Array, stride: number, root: Float32Array, size: number, head: Int32Array): void {
    if (size === 0) return
    this.#reserve(size)
    const left = this.#left
    const leftTurned = this.#leftTurned
    const right = this.#right
    const rightTurned = this.#rightTurned
    const fromLeft = this.#arcFromLeft
    const fromRight = this.#arcFromRight
    for (let i = 0; i < size; i++) {
      const at = i * size + i
      left[at] = leftTurned[at] = right[at] = rightTurned[at] = 0
    }
    for (let width = 1; width < size; width++) {
      for (let i = 0, j = width; j < size; i++, j++) {
        const rowI = i * size
        const rowJ = j * size
        let best = Number.NEGATIVE_INFINITY
        let split = i
        for (let k = i; k < j; k++) {
          const value = left[rowI + k]! + rightTurned[rowJ + k + 1]!
          if (value > best) {
            best = value
            split = k
          }
        }
        fromRight[rowJ + i] = best + scores[i * stride + j]!
        fromLeft[rowI + j] = best + scores[j * stride + i]!
        this.#joinedSplit[rowI + j] = split
        best = Number.NEGATIVE_INFINITY
        for (let k = i; k < j; k++) {
          const value = right[rowI + k]! + fromRight[rowJ + k]!
          if (value > best) {
            best = value
            split = k
          }
        }
        right[rowI + j] = rightTurned[rowJ + i] = best
        this.#completeSplit[(rowI + j) * 2] = split
        best = Number.NEGATIVE_INFINITY
        for (let k = i + 1; k <= j; k++) {
          const value = fromLeft[rowI + k]! + leftTurned[rowJ + k]!
          if (value > best) {
            best = value
            split = k
          }
        }
        left[rowI + j] = leftTurned[rowJ + i] = best
        this.#completeSplit[(rowI + j) * 2 + 1] = split
      }
    }
    let top = 0
    let best = Number.NEGATIVE_INFINITY
    for (let r = 0; r < size; r++) {
      const value = right[r]! + left[r * size + size - 1]! + root[r]!
      if (value > best) {
        best = value
        top = r
      }
    }
    head[top] = -1
    this.#trace(0, top, 0, size, head)
    this.#trace(top, size - 1, 1, size, head)
  }

  /** Reads the heads of a complete span off the splits, with a stack of its own: a sentence may be 512 words deep. */
  #trace(from: number, to: number, side: number, size: number, head: Int32Array): void {
    const stack = [from, to, side]
    while (stack.length > 0) {
      const right = stack.pop()!
      const j = stack.pop()!
      const i = stack.pop()!
      if (i === j) continue
      const k = this.#completeSplit[(i * size + j) * 2 + right]!
      // the complete span beyond the arc, then the arc, whose own two spans meet at its split
      const [a, b] = right === 1 ? [i, k] : [k, j]
      if (right === 1) {
        head[b] = a
        stack.push(k, j, 1)
      } else {
        head[a] = b
        stack.push(i, k, 0)
      }
      const middle = this.#joinedSplit[a * size + b]!
      stack.push(a, middle, 1, middle + 1, b, 0)
    }
  }

  #reserve(size: number): void {
    if (size <= this.#size) return
    this.#size = size
    const table = () => new Float64Array(size * size)
    this.#left = table()
    this.#leftTurned = table()
    this.#right = table()
    this.#rightTurned = table()
    this.#arcFromLeft = table()
    this.#arcFromRight = table()
    this.#completeSplit = new Int16Array(2 * size * size)
    this.#joinedSplit = new Int16Array(size * size)
  }
}
