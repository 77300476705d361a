import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeReport, seeded } from '../../test/support/reports.ts'
import { CopyIndex } from './copies.ts'
import { areCopies, sketchOf } from './sketch.ts'

const sketch = (text: string) => sketchOf(makeReport({ id: 'a', told: [], extra: text }))

/** A text of words of its own. */
const textOf = (seed: number, length = 120): string[] => {
  const random = seeded(seed)
  return Array.from({ length }, () => `w${Math.floor(random() * 5000)}`)
}

describe('copies', () => {
  const words = textOf(1)
  const whole = sketch(words.join(' '))

  it.each([
    ['the same words in other quotation marks and dashes', `„${words.join(' ')}“ – `, true],
    ['a shortened text', words.slice(0, 70).join(' '), true],
    ['another head', `Andere Überschrift heute ${words.join(' ')}`, true],
    [
      'a word changed here and there',
      words.map((word, at) => (at % 17 === 3 ? 'anders' : word)).join(' '),
      true,
    ],
    ['a paragraph of a longer text', words.slice(0, 20).join(' '), false],
    ['other words', textOf(2).join(' '), false],
  ])('%s: %s', (_, text, expected) => expect(areCopies(whole, sketch(text))).toBe(expected))

  it('reads umlauts in both spellings', () => {
    const text = words.map((word, at) => (at % 4 === 0 ? 'Gruß-Größe' : word)).join(' ')
    expect(areCopies(sketch(text), sketch(text.replaceAll('ß', 'ss').replaceAll('ö', 'oe')))).toBe(true)
  })

  it('groups alike in every order, however many copies there are', () => {
    // Each copy begins a little later in the text, so that neighbours are copies and the ends are not.
    const long = textOf(3, 400)
    const copies = Array.from({ length: 80 }, (_, at) => ({
      id: `t${String((at * 7919) % 1000).padStart(3, '0')}`,
      sketch: sketch(long.slice(at * 4, at * 4 + 60).join(' ')),
    }))
    const groups = (index: CopyIndex, ids: readonly string[]) =>
      ids.map((id) => [...index.textsOf(id)].sort().join())
    fc.assert(
      fc.property(
        fc.shuffledSubarray(copies, { minLength: 60 }),
        fc.array(fc.nat({ max: 79 }), { maxLength: 20 }),
        fc.infiniteStream(fc.nat()),
        (order, gone, random) => {
          const removed = new Set(gone.map((at) => copies[at]!.id))
          const kept = order.filter(({ id }) => !removed.has(id))
          const ids = kept.map(({ id }) => id)
          const index = new CopyIndex()
          for (const { id, sketch } of order) index.put(id, sketch, [], [])
          for (const id of removed) index.remove(id)
          const fresh = new CopyIndex()
          const again = kept
            .map((one) => ({ one, at: random.next().value as number }))
            .sort((a, b) => a.at - b.at)
          for (const { one } of again) fresh.put(one.id, one.sketch, [], [])
          expect(groups(index, ids)).toEqual(groups(fresh, ids))
        },
      ),
      { numRuns: 60 },
    )
  })
})
