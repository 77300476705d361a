import { GROUP, type Layout, Linear, MAX_ROWS, type Machine } from './machine.ts'
import type { Matrix } from './model.ts'

/** Both directions of an LSTM layer, over sentences side by side: word `t` of sentence `s` stands in row `t * width + s`. */
export class Recurrence {
  readonly hidden: number
  /** Address of the float32 gates, 8 * hidden a word; whoever fills them puts in all but the recurrent part. {@link run} overwrites them. */
  readonly gates: number
  readonly #by: readonly [Linear, Linear]
  readonly #out: number
  readonly #state: number
  #machine: Machine | null = null

  /** @param gates memory for the gates that another layer has done with */
  constructor(layout: Layout, recurrent: readonly [Matrix, Matrix], gates?: number) {
    this.hidden = recurrent[0].columns
    this.#by = [new Linear(layout, recurrent[0]), new Linear(layout, recurrent[1])]
    this.gates = gates ?? layout.take(32 * this.hidden * MAX_ROWS)
    // one group of zeros stands before the first and behind the last word: the state that a sentence starts from
    this.#out = layout.take(4 * this.hidden * (MAX_ROWS + 2 * GROUP))
    this.#state = layout.take(4 * this.hidden * GROUP)
  }

  load(machine: Machine): void {
    this.#machine = machine
    for (const by of this.#by) by.load(machine)
  }

  /**
   * @param sentences the longest first
   * @returns address of the states: int16 rows, 2 * hidden wide, 32767 is 1
   */
  run(sentences: readonly { readonly length: number }[]): number {
    const { kernels, i16, f32 } = this.#machine!
    const { hidden, gates } = this
    const [to, state] = [this.#out, this.#state]
    const width = sentences.length
    const longest = sentences[0]!.length
    const row = 4 * hidden
    i16.fill(0, to >> 1, (to + row * width * (longest + 2)) >> 1)
    for (let direction = 0; direction < 2; direction++) {
      f32.fill(0, state >> 2, (state >> 2) + hidden * width)
      const by = this.#by[direction]!
      const shift = 2 * hidden * direction
      let open = direction === 0 ? width : 0
      for (let step = 0; step < longest; step++) {
        const t = direction === 0 ? step : longest - 1 - step
        if (direction === 0) while (sentences[open - 1]!.length <= t) open--
        else while (open < width && sentences[open]!.length > t) open++
        // row 0 of the output is the group of zeros
        const before = to + (direction === 0 ? t : t + 2) * width * row + shift
        const here = gates + t * width * 32 * hidden + 16 * hidden * direction
        by.add(before, row, here, 32 * hidden, open)
        const after = to + (t + 1) * width * row + shift
        kernels.cell(here, 32 * hidden, state, 4 * hidden, after, row, open, hidden)
      }
    }
    return to + width * row
  }
}
