import { expect, it } from 'vitest'
import { LEFT, ParserState, REDUCE, SHIFT } from '../src/analyse/transitions.ts'
import { type GoldTree, zeroCost } from './oracle.ts'

const LABELS = 3
const tree = (heads: number[]): GoldTree => {
  const size = heads.length
  const head = Int32Array.from([...heads.map((h) => (h < 0 ? size : h)), -1])
  return {
    head,
    children: Array.from({ length: size + 1 }, (_, h) =>
      heads.flatMap((g, i) => ((g < 0 ? size : g) === h ? [i] : [])),
    ),
    labels: heads.map((_, i) => [1 + (i % 2)]),
  }
}

it.each([[[-1]], [[1, -1]], [[-1, 0, 1]], [[2, 0, -1, 2]], [[1, 4, 1, 4, -1, 6, 4, 6]]])(
  'following it rebuilds the tree %j',
  (heads) => {
    const gold = tree(heads)
    const state = new ParserState()
    const zero = new Uint8Array(LEFT + 2 * LABELS)
    state.reset(heads.length)
    while (!state.done) {
      if (!state.canShift) state.apply(state.canReduce ? REDUCE : LEFT, LABELS)
      else if (state.depth === 0) state.apply(SHIFT, LABELS)
      else {
        zeroCost(gold, state, LABELS, zero)
        const action = zero.indexOf(1)
        expect(action).toBeGreaterThanOrEqual(0)
        state.apply(action, LABELS)
      }
    }
    heads.forEach((h, i) => {
      expect(state.head[i]).toBe(h < 0 ? heads.length : h)
      if (h >= 0) expect(state.label[i]).toBe(1 + (i % 2))
    })
  },
)
