import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Collection } from './collection.ts'

interface Item {
  readonly key: number
  readonly owner: number
}

const change = fc.record({
  owner: fc.nat(60),
  keys: fc.array(fc.nat(1000), { maxLength: 3 }),
})

describe('Collection', () => {
  it('lists what its owners have, sorted, however few of many items change between two lists', () => {
    fc.assert(
      fc.property(fc.array(fc.array(change, { minLength: 1, maxLength: 3 }), { maxLength: 20 }), (rounds) => {
        const compare = (a: Item, b: Item) => a.key - b.key || a.owner - b.owner
        const collection = new Collection<number, Item>(compare)
        const owned = new Map<number, Item[]>()
        const set = (owner: number, keys: readonly number[]) => {
          const items = [...new Set(keys)].map((key) => ({ key, owner }))
          owned.set(owner, items)
          collection.set(owner, items)
        }
        for (let owner = 100; owner < 400; owner++) set(owner, [(owner * 37) % 1000])
        collection.list()
        for (const round of rounds) {
          for (const { owner, keys } of round) set(owner, keys)
          const before = collection.list()
          expect(before).toEqual([...owned.values()].flat().sort(compare))
        }
      }),
      { numRuns: 300 },
    )
  })

  it('never changes a list once given', () => {
    const collection = new Collection<string, number>((a, b) => a - b)
    for (let at = 0; at < 200; at++) collection.set(`o${at}`, [at])
    const first = collection.list()
    collection.set('o7', [500])
    collection.delete('o8')
    expect(collection.list()).toHaveLength(199)
    expect(first).toHaveLength(200)
    expect(first[7]).toBe(7)
  })
})
