import type { Abreast } from './abreast.ts'
import { GROUP, type Layout, Linear, MAX_ROWS, type Machine } from './machine.ts'
import type { Matrix } from './model.ts'

/** Both directions of an LSTM layer, over sentences side by side. */
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
    this.#out = layout.take(4 * this.hidden * MAX_ROWS)
    this.#state = layout.take(4 * this.hidden * GROUP)
  }

  load(machine: Machine): void {
    this.#machine = machine
    for (const by of this.#by) by.load(machine)
  }

  /** @returns address of the states: int16 rows, 2 * hidden wide, 32767 is 1 */
  run({ open, start, longest }: Abreast): number {
    const { kernels, f32 } = this.#machine!
    const { hidden } = this
    const [to, state] = [this.#out, this.#state]
    const [row, gates] = [4 * hidden, 32 * hidden]
    for (let direction = 0; direction < 2; direction++) {
      f32.fill(0, state >> 2, (state >> 2) + hidden * open[0]!)
      const by = this.#by[direction]!
      const states = to + 2 * hidden * direction
      const from = this.gates + 16 * hidden * direction
      for (let step = 0; step < longest; step++) {
        const t = direction === 0 ? step : longest - 1 - step
        const before = direction === 0 ? t - 1 : t + 1
        const here = from + start[t]! * gates
        // sentences that begin here have no state yet: nothing to add
        const going = before < 0 ? 0 : Math.min(open[before]!, open[t]!)
        if (going > 0) by.add(states + start[before]! * row, row, here, gates, going)
        kernels.cell(here, gates, state, 4 * hidden, states + start[t]! * row, row, open[t]!, hidden)
      }
    }
    return to
  }
}
