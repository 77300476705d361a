import { expect, test } from 'vitest'
import { tokensOf } from '../../test/support/tokens.ts'
import { NAME_LABELS, type NameLabel, namesOf } from './names.ts'
import { Tokens } from './tokens.ts'

const tag = (label: NameLabel, further = false) => 1 + 2 * NAME_LABELS.indexOf(label) + (further ? 1 : 0)

test('names are runs of a beginning and what belongs to it', () => {
  const text = 'Lena Hartwig Ute Brandt in Weitau'
  const plain = tokensOf(text)
  const name = Uint8Array.of(tag('PER'), tag('PER', true), tag('PER'), tag('PER', true), 0, tag('LOCpart'))
  const found = namesOf(new Tokens({ ...plain.data, name }))
  expect(found.map(({ from, to, label }) => [text.slice(from, to), label])).toEqual([
    ['Lena Hartwig', 'PER'],
    ['Ute Brandt', 'PER'],
    ['Weitau', 'LOCpart'],
  ])
  expect(found.map(({ first, last }) => [first, last])).toEqual([
    [0, 1],
    [2, 3],
    [5, 5],
  ])
})

test('words that only continue a name are none', () => {
  const plain = tokensOf('Lena Hartwig')
  expect(namesOf(new Tokens({ ...plain.data, name: Uint8Array.of(tag('PER', true), 0) }))).toEqual([])
})
