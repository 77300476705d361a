import fc from 'fast-check'
import { expect, it } from 'vitest'
import { Viterbi } from './viterbi.ts'

const TAGS = 3

/** All taggings of so many words. */
function* taggings(size: number, tags: number[] = []): Generator<number[]> {
  if (tags.length === size) yield tags
  else for (let tag = 0; tag < TAGS; tag++) yield* taggings(size, [...tags, tag])
}

it('finds the best of all taggings', () => {
  const weights = (n: number) => fc.array(fc.integer({ min: -40, max: 40 }), { minLength: n, maxLength: n })
  const problem = fc
    .integer({ min: 1, max: 5 })
    .chain((size) => fc.tuple(fc.constant(size), weights((TAGS + 1) * TAGS), weights(size * (TAGS + 1))))
  fc.assert(
    fc.property(problem, ([size, moves, emissions]) => {
      // a word's scores are followed by one that is none
      const step = TAGS + 1
      const value = (tags: readonly number[]) =>
        tags.reduce(
          (sum, tag, t) =>
            sum + moves[(t === 0 ? TAGS : tags[t - 1]!) * TAGS + tag]! + emissions[t * step + tag]!,
          0,
        )
      const places = Array.from({ length: size }, (_, t) => t * step)
      const viterbi = new Viterbi(TAGS, Float32Array.from(moves))
      const found = [...viterbi.decode(Float32Array.from(emissions), places, size)]
      expect(value(found)).toBe(Math.max(...[...taggings(size)].map(value)))
    }),
  )
})

it('has nothing to say of a sentence without words', () => {
  expect(new Viterbi(TAGS, new Float32Array(12)).decode(new Float32Array(0), [], 0)).toHaveLength(0)
})
