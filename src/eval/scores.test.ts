import { describe, expect, test } from 'vitest'
import { bootstrap, counts, meanScore, prf, score, share } from './scores.ts'

describe('precision, recall and F1', () => {
  test.each([
    ['plain counts', counts(3, 4, 6), [0.75, 0.5, 0.6]],
    ['nothing reported', counts(0, 0, 5), [0, 0, 0]],
    ['no gold', counts(0, 5, 0), [0, 0, 0]],
    ['two numerators', { right: 1, reported: 2, found: 1, gold: 4 }, [0.5, 0.25, 1 / 3]],
  ])('%s', (_, sums, expected) => {
    expect(prf(sums)).toEqual(expected.map((value) => expect.closeTo(value, 12)))
  })

  test('sums come before shares: large documents weigh more', () => {
    const { gold, reported, precision, recall } = score('x', [counts(1, 1, 1), counts(0, 3, 9)])
    expect([gold, reported, precision?.value, recall?.value]).toEqual([10, 4, 0.25, 0.1])
  })

  test('a mean is taken of the F1 of whole measures', () => {
    const perfect = [counts(1, 1, 1), counts(2, 2, 2)]
    const half = [counts(1, 1, 1), counts(0, 2, 2)]
    expect(meanScore('x', [perfect, half]).f1.value).toBeCloseTo((1 + 1 / 3) / 2, 12)
  })

  test('a share of nothing asked is 0', () => {
    expect(share('x', [[0, 0]]).share.value).toBe(0)
    expect(share('x', []).share.value).toBe(0)
  })
})

describe('the interval over documents', () => {
  const mean = (sample: readonly number[]) => [sample.reduce((a, b) => a + b, 0) / sample.length]

  test('is the same on every run', () => {
    const values = [0, 1, 0, 1, 1, 0, 1]
    expect(bootstrap(values, mean)).toEqual(bootstrap(values, mean))
  })

  test('has no width where all documents are alike', () => {
    expect(bootstrap([0.5, 0.5, 0.5], mean)).toEqual([{ value: 0.5, interval: [0.5, 0.5] }])
  })

  test('is near the normal one for a mean: 400 documents, half of them 1', () => {
    const [estimate] = bootstrap(
      Array.from({ length: 400 }, (_, index) => index % 2),
      mean,
    )
    // 1.96 x sqrt(0.25 / 400) = 0.049
    expect(estimate!.interval[0]).toBeCloseTo(0.451, 1)
    expect(estimate!.interval[1] - estimate!.interval[0]).toBeGreaterThan(0.088)
    expect(estimate!.interval[1] - estimate!.interval[0]).toBeLessThan(0.108)
  })
})
