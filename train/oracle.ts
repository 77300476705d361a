import { IN_BUFFER, LEFT, ON_STACK, type ParserState, REDUCE, SHIFT } from '../src/analyse/transitions.ts'

/** Gold tree for the oracle: heads with the artificial root as `size`, children of each word, right labels. */
export interface GoldTree {
  readonly head: Int32Array
  readonly children: readonly (readonly number[])[]
  readonly labels: readonly (readonly number[])[]
}

/**
 * Actions that lose no gold arc that could still be had (dynamic oracle of Goldberg & Nivre 2012), written to `out` as 1.
 * An arc that is right must also have a right label.
 */
export function zeroCost(gold: GoldTree, state: ParserState, labels: number, out: Uint8Array): void {
  out.fill(0)
  const s0 = state.top
  const b0 = state.front
  const headless = (i: number) => state.where[i] === ON_STACK && state.head[i]! < 0
  const lostByFront = gold.children[b0]!.filter(headless).length
  const headOfFront = gold.head[b0]!
  const onStack = headOfFront >= 0 && state.where[headOfFront] === ON_STACK
  if (state.canShift && !onStack && lostByFront === 0) out[SHIFT] = 1
  if (s0 < 0) return
  const lostByTop = gold.children[s0]!.filter((i) => state.where[i] === IN_BUFFER).length
  if (state.canReduce && lostByTop === 0) out[REDUCE] = 1
  if (state.canLeft) {
    const head = gold.head[s0]!
    const behind = head > b0 && state.where[head] === IN_BUFFER
    if (!behind && lostByTop === 0) mark(out, LEFT, labels, head === b0 ? gold.labels[s0]! : null)
  }
  if (state.canRight) {
    const elsewhere = headOfFront !== s0 && (onStack || headOfFront > b0)
    if (!elsewhere && lostByFront === 0)
      mark(out, LEFT + labels, labels, headOfFront === s0 ? gold.labels[b0]! : null)
  }
}

function mark(out: Uint8Array, from: number, labels: number, right: readonly number[] | null): void {
  if (right) for (const label of right) out[from + label] = 1
  else out.fill(1, from + 1, from + labels)
}
