import fc from 'fast-check'
import { expect, it } from 'vitest'
import { abreast, groupsOf } from './abreast.ts'
import { FormSlots } from './form-slots.ts'
import { GROUP, MAX_ROWS } from './machine.ts'

const CAPACITY = 12
const sentence = fc.array(fc.constantFrom(...'abcdefghijklmnopqrst'), { maxLength: 5 })

it('says of every word in which slot its form is, and which forms have come into one', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(sentence, sentence), { maxLength: 30 }), (calls) => {
      const slots = new FormSlots(CAPACITY)
      const held = new Array<string>(CAPACITY)
      for (const pair of calls) {
        const words = abreast(pair.toSorted((a, b) => b.length - a.length))
        const placed = slots.place(words)
        for (const { form, slot } of placed.fresh) held[slot] = form
        words.sentences.forEach((forms, s) => {
          forms.forEach((form, t) => {
            expect(held[placed.slots[words.start[t]! + s]!]).toBe(form)
          })
        })
      }
    }),
  )
})

it('keeps what is met again', () => {
  const slots = new FormSlots(4)
  const freshOf = (...forms: string[]) => slots.place(abreast([forms])).fresh.map(({ form }) => form)
  expect(freshOf('der', 'Hafen')).toEqual(['der', 'Hafen'])
  expect(freshOf('der', 'Kran', 'Kai')).toEqual(['Kran', 'Kai'])
  expect(freshOf('der', 'Steg')).toEqual(['Steg'])
  expect(freshOf('der')).toEqual([])
})

it('puts sentences of like length side by side, not too many words and no sentence twice', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 700 }), { maxLength: 40 }), (sizes) => {
      const sentences = sizes.map((size, i) => new Array<string>(size).fill(String(i)))
      const groups = [...groupsOf(sentences)]
      expect(groups.flatMap(({ members }) => members).toSorted((a, b) => a - b)).toEqual(
        sizes.map((_, i) => i),
      )
      for (const { members, words } of groups) {
        expect(members.length).toBeLessThanOrEqual(GROUP)
        expect(words.rows <= MAX_ROWS || members.length === 1).toBe(true)
        expect(words.sentences).toEqual(members.map((i) => sentences[i]))
        expect(words.longest).toBe(Math.max(...members.map((i) => sizes[i]!)))
      }
    }),
  )
})
