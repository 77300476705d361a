import { expect, test } from 'vitest'
import { chancesOf, scoreOf } from '../../src/extract/events/choices/weights.ts'
import { fitChoices, type Instance } from './fit.ts'

const instance = (right: number, ...options: string[][]): Instance => ({
  options,
  right: options.map((_, i) => i === right),
})

test('what comes with right options gains weight, what comes with wrong ones loses it', () => {
  const instances = Array.from({ length: 20 }, (_, i) =>
    i % 2 === 0
      ? instance(0, ['near', 'army'], ['far', 'town'])
      : instance(1, ['far', 'army'], ['near', 'town']),
  )
  const weights = fitChoices(instances, 1)
  expect(weights.get('near')!).toBeGreaterThan(0.5)
  expect(weights.get('far')!).toBeLessThan(-0.5)
  expect(Math.abs(weights.get('army')!)).toBeLessThan(0.01)
  const chances = chancesOf([['near'], ['far']].map((features) => scoreOf(features, weights)))
  expect(chances[0]).toBeGreaterThan(0.8)
})

test('what was seen hardly ever has no weight', () => {
  const weights = fitChoices(
    [instance(0, ['often', 'once'], ['often']), instance(0, ['often'], ['often', 'x'])],
    1,
  )
  expect([...weights.keys()]).toEqual(['often'])
})

test('the same instances give the same weights', () => {
  const instances = Array.from({ length: 9 }, (_, i) => instance(i % 2, ['a', 'b'], ['b', 'c']))
  expect([...fitChoices(instances, 2)]).toEqual([...fitChoices(instances, 2)])
})

test('an instance of weight two counts as two', () => {
  const instances = Array.from({ length: 9 }, (_, i) => instance(i % 3 === 0 ? 0 : 1, ['a', 'b'], ['b', 'c']))
  const doubled = instances.map((one) => ({ ...one, weight: 2 }))
  const again = fitChoices([...instances, ...instances], 2)
  for (const [feature, weight] of fitChoices(doubled, 2)) expect(weight).toBeCloseTo(again.get(feature)!, 6)
})
