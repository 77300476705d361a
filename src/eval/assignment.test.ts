import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bestAssignment } from './assignment.ts'

const sumOf = (weights: readonly (readonly number[])[], pairs: readonly (readonly [number, number])[]) =>
  pairs.reduce((sum, [row, column]) => sum + weights[row]![column]!, 0)

/** The best sum by trying all ways; each row may go without. */
function bestSum(weights: readonly (readonly number[])[], row = 0, used = new Set<number>()): number {
  if (row === weights.length) return 0
  let best = bestSum(weights, row + 1, used)
  weights[row]!.forEach((weight, column) => {
    if (!used.has(column))
      best = Math.max(best, weight + bestSum(weights, row + 1, new Set([...used, column])))
  })
  return best
}

describe('the best assignment', () => {
  test.each([
    ['nothing', [], []],
    ['no columns', [[], []], []],
    [
      'the greedy choice is not the best',
      [
        [9, 8],
        [8, 1],
      ],
      [
        [1, 0],
        [0, 1],
      ],
    ],
    ['more rows than columns', [[1], [5], [2]], [[1, 0]]],
    ['more columns than rows', [[1, 5, 2]], [[0, 1]]],
  ] as [string, number[][], [number, number][]][])('%s', (_, weights, pairs) => {
    expect(bestAssignment(weights).toSorted()).toEqual(pairs.toSorted())
  })

  test('no other one has a larger sum, and none is used twice', () => {
    const matrix = fc
      .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }))
      .chain(([rows, columns]) =>
        fc.array(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: columns, maxLength: columns }), {
          minLength: rows,
          maxLength: rows,
        }),
      )
    fc.assert(
      fc.property(matrix, (weights) => {
        const pairs = bestAssignment(weights)
        expect(sumOf(weights, pairs)).toBe(bestSum(weights))
        expect(new Set(pairs.map(([row]) => row)).size).toBe(pairs.length)
        expect(new Set(pairs.map(([, column]) => column)).size).toBe(pairs.length)
        expect(pairs.length).toBe(Math.min(weights.length, weights[0]!.length))
      }),
    )
  })
})
