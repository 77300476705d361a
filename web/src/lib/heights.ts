/** Where rows of different heights stand, in px: guessed until they are measured. */
export class Heights {
  readonly #heights: Float64Array
  readonly #offsets: Float64Array
  /** Offsets are right up to this row. */
  #valid = 0

  constructor(count: number, guess: (row: number) => number) {
    this.#heights = new Float64Array(count)
    for (let row = 0; row < count; row++) this.#heights[row] = guess(row)
    this.#offsets = new Float64Array(count + 1)
  }

  get total(): number {
    return this.offsetOf(this.#heights.length)
  }

  offsetOf(row: number): number {
    for (let at = this.#valid; at < row; at++) this.#offsets[at + 1] = this.#offsets[at]! + this.#heights[at]!
    this.#valid = Math.max(this.#valid, row)
    return this.#offsets[row] ?? 0
  }

  /** The row that covers a height; the nearest one outside of all. */
  rowAt(y: number): number {
    void this.total
    let [low, high] = [0, Math.max(0, this.#heights.length - 1)]
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if (this.#offsets[middle]! <= y) low = middle
      else high = middle - 1
    }
    return low
  }

  /** Takes a measured height and gives how much it differs from what was thought. */
  measure(row: number, height: number): number {
    const difference = height - (this.#heights[row] ?? height)
    if (difference === 0) return 0
    this.#heights[row] = height
    this.#valid = Math.min(this.#valid, row)
    return difference
  }
}
