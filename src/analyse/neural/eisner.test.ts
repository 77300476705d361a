import fc from 'fast-check'
import { expect, it } from 'vitest'
import { Eisner } from './eisner.ts'
import { Layout } from './machine.ts'

const MOST = 512
const layout = new Layout()
const [eisner, arcs, roots] = [new Eisner(layout, MOST), layout.take(4 * MOST * MOST), layout.take(4 * MOST)]
const machine = layout.build()
eisner.load(machine)

const decode = (size: number, scores: readonly number[], root: readonly number[]) => {
  const head = new Int32Array(size)
  machine.f32.set(scores, arcs >> 2)
  machine.f32.set(root, roots >> 2)
  eisner.decode(arcs, roots, size, head)
  return [...head]
}

const value = (head: readonly number[], scores: readonly number[], root: readonly number[]) =>
  head.reduce((sum, h, d) => sum + (h < 0 ? root[d]! : scores[d * head.length + h]!), 0)

/** All trees over so few words, by trying every head for every word. */
function* trees(size: number, head: number[] = []): Generator<number[]> {
  if (head.length < size) {
    for (let h = -1; h < size; h++) if (h !== head.length) yield* trees(size, [...head, h])
  } else if (isProjectiveTree(head)) yield head
}
function isProjectiveTree(head: readonly number[]): boolean {
  if (head.filter((h) => h < 0).length !== 1) return false
  for (let d = 0; d < head.length; d++) {
    let at = d
    for (let steps = 0; head[at]! >= 0; steps++) {
      if (steps > head.length) return false
      at = head[at]!
    }
  }
  const reaches = (from: number, top: number) => {
    let at = from
    while (at >= 0 && at !== top) at = head[at]!
    return at === top
  }
  return head.every((h, d) => {
    if (h < 0) return true
    for (let between = Math.min(d, h) + 1; between < Math.max(d, h); between++)
      if (!reaches(between, h)) return false
    return true
  })
}

it('finds the best of all projective trees', () => {
  const weights = (n: number) => fc.array(fc.integer({ min: -50, max: 50 }), { minLength: n, maxLength: n })
  const problem = fc
    .integer({ min: 1, max: 5 })
    .chain((size) => fc.tuple(fc.constant(size), weights(size * size), weights(size)))
  fc.assert(
    fc.property(problem, ([size, scores, root]) => {
      const found = decode(size, scores, root)
      expect(isProjectiveTree(found)).toBe(true)
      const best = Math.max(...[...trees(size)].map((tree) => value(tree, scores, root)))
      expect(value(found, scores, root)).toBe(best)
    }),
    { numRuns: 150 },
  )
})

it('makes a tree of 512 words, however deep', () => {
  const size = 512
  const scores = Array.from({ length: size * size }, (_, i) =>
    (i % size) + 1 === Math.floor(i / size) ? 1 : 0,
  )
  const root = Array.from({ length: size }, () => 0)
  expect(decode(size, scores, root)).toEqual(Array.from({ length: size }, (_, d) => d - 1))
})
