import fc from 'fast-check'
import { expect, it } from 'vitest'
import { LEFT, ParserState, REDUCE, SHIFT } from './transitions.ts'

const LABELS = 3

it('any allowed sequence of actions ends, gives every word one head and makes no cycle', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 40 }), fc.array(fc.nat(), { minLength: 1 }), (size, choices) => {
      const state = new ParserState()
      state.reset(size)
      let steps = 0
      while (!state.done) {
        const allowed: number[] = []
        if (state.canShift) allowed.push(SHIFT)
        if (state.canReduce) allowed.push(REDUCE)
        if (state.canLeft) allowed.push(LEFT + 1)
        if (state.canRight) allowed.push(LEFT + LABELS + 1)
        expect(allowed.length).toBeGreaterThan(0)
        state.apply(allowed[choices[steps % choices.length]! % allowed.length]!, LABELS)
        expect(++steps).toBeLessThanOrEqual(2 * size)
      }
      for (let i = 0; i < size; i++) {
        let at = i
        for (let n = 0; n <= size && at < size; n++) at = state.head[at]!
        expect(at).toBe(size)
      }
    }),
  )
})
