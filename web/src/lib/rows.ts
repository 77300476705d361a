import type { TimelineAnswer } from '../../../src/serve/api.ts'
import { sumOf } from './tally.ts'

export type TimelineDay = TimelineAnswer['days'][number]
export type Row =
  | { readonly kind: 'day'; readonly day: TimelineDay; readonly count: number }
  | { readonly kind: 'event'; readonly index: number; readonly isFirst: boolean; readonly isLast: boolean }

/** The chronicle as rows, a heading before the events of each date. Known in full from the timeline, before any event is loaded. */
export class Rows {
  readonly length: number
  readonly #days: readonly TimelineDay[]
  /** Index of each day's first event, and behind the last day the number of all. */
  readonly #starts: readonly number[]

  constructor(days: readonly TimelineDay[]) {
    const starts = [0]
    for (const { types } of days) starts.push(starts.at(-1)! + sumOf(types))
    this.#days = days
    this.#starts = starts
    this.length = days.length + starts.at(-1)!
  }

  at(row: number): Row {
    const day = this.dayOf(row)
    const [start, end] = [this.#starts[day]!, this.#starts[day + 1]!]
    const index = row - day - 1
    if (index < start) return { kind: 'day', day: this.#days[day]!, count: end - start }
    return { kind: 'event', index, isFirst: index === start, isLast: index === end - 1 }
  }

  /** Which day a row belongs to: the last whose heading is not below it. */
  dayOf(row: number): number {
    let [low, high] = [0, this.#days.length - 1]
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if (this.headingOf(middle) <= row) low = middle
      else high = middle - 1
    }
    return low
  }

  headingOf(day: number): number {
    return this.#starts[day]! + day
  }

  rowOf(index: number): number {
    let [low, high] = [0, this.#days.length - 1]
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if (this.#starts[middle]! <= index) low = middle
      else high = middle - 1
    }
    return index + low + 1
  }

  day(day: number): TimelineDay | null {
    return this.#days[day] ?? null
  }

  /** Indexes of the events on a date; null when no event has it. */
  indexesOfDate(edtf: string | null): { readonly first: number; readonly last: number } | null {
    const day = this.#days.findIndex((one) => one.edtf === edtf)
    return day < 0 ? null : { first: this.#starts[day]!, last: this.#starts[day + 1]! - 1 }
  }
}
