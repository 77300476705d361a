import { describe, expect, test } from 'vitest'
import { bCubed, type Clusters, ceafE, muc } from './coreference.ts'
import { prf } from './scores.ts'

const clusters = (text: string): Clusters => text.split(' ').map((cluster) => [...cluster])
const close = (values: readonly number[]) => values.map((value) => expect.closeTo(value, 12))

/** The worked example of the reference scorer's paper (Pradhan et al. 2014, section 4), computed again by hand. */
const GOLD = clusters('abc defg')
const REPORTED = clusters('ab cd fghi')

describe('the example of the reference scorer', () => {
  test('MUC: 1 of 2 links and 1 of 3 kept; 1 of 1, 0 of 1 and 1 of 3 right', () => {
    // {a b c} falls into ab|c, {d e f g} into d|e|fg; backwards {c d} into c|d, {f g h i} into fg|h|i.
    expect(muc(GOLD, REPORTED)).toEqual({ found: 2, gold: 5, right: 2, reported: 5 })
    expect(prf(muc(GOLD, REPORTED))).toEqual(close([0.4, 0.4, 0.4]))
  })

  test('B3', () => {
    // Recall (2²/3 + 1²/3 + 1²/4 + 2²/4) / 7 = 35/84; precision (2²/2 + 1²/2 + 1²/2 + 2²/4) / 8 = 1/2.
    expect(prf(bCubed(GOLD, REPORTED))).toEqual(close([1 / 2, 35 / 84, 5 / 11]))
  })

  test('CEAF-e', () => {
    // phi4: {a b c}-{a b} 4/5, {d e f g}-{f g h i} 4/8, together 13/10, of two gold and three reported entities.
    expect(prf(ceafE(GOLD, REPORTED))).toEqual(close([13 / 30, 13 / 20, 13 / 25]))
  })
})

describe('what the measures make of', () => {
  test.each([
    ['the gold itself', 'abc de f', 'abc de f', [1, 1, 1], [1, 1, 1], [1, 1, 1]],
    // MUC 2 of 2 links found, 2 of 3 right; B3 precision (9/4 + 1/4)/4 = 5/8; phi4 of {a b c} and {a b c d} 6/7.
    ['all in one', 'abc d', 'abcd', [2 / 3, 1, 0.8], [5 / 8, 1, 10 / 13], [6 / 7, 3 / 7, 4 / 7]],
    // No link at all; each mention is right and has a half of its gold entity; phi4 of {a b} and {a} 2/3.
    ['single mentions', 'ab', 'a b', [0, 0, 0], [1, 1 / 2, 2 / 3], [1 / 3, 2 / 3, 4 / 9]],
    // A pairing by the largest overlap first would take {a b c}-{a b c d e} 6/8 and be left with 0.
    [
      'entities that compete',
      'abc de',
      'abcde',
      [3 / 4, 1, 6 / 7],
      [13 / 25, 1, 26 / 38],
      [3 / 4, 3 / 8, 1 / 2],
    ],
    ['other mentions altogether', 'ab', 'cd', [0, 0, 0], [0, 0, 0], [0, 0, 0]],
  ])('%s', (_, gold, reported, links, mentions, entities) => {
    const measured = [muc, bCubed, ceafE].map((measure) => prf(measure(clusters(gold), clusters(reported))))
    expect(measured).toEqual([links, mentions, entities].map(close))
  })

  test('one best pairing where the greedy one loses', () => {
    // {a b c d}-{a b} 4/6 and {e f}-{c d e f} 4/6, together 4/3; greedy by size of overlap could take {a b c d}-{c d e f} 4/8.
    const { right } = ceafE(clusters('abcd ef'), clusters('cdef ab'))
    expect(right).toBeCloseTo(4 / 3, 12)
  })
})
