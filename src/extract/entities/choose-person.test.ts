import { expect, test } from 'vitest'
import { readText } from '../../../test/support/read-text.ts'

const persons = (text: string, published: string | null = null) =>
  readText(text, published)
    .entities.filter((e) => e.kind === 'person')
    .map((e) => [e.name, e.codebook !== null])

test('the office and the day tell bearers of one surname apart', () => {
  const text = 'US-Präsident Bush sprach am Montag in Washington.'
  expect(persons(text, '2005-03-01')).toEqual([['George W. Bush', true]])
})

test('the country of the report tells them apart', () => {
  expect(persons('Deutschland wartet ab. Merkel reiste am Montag nach Berlin.')).toEqual([
    ['Angela Merkel', true],
  ])
})

test('a name in full goes before all', () => {
  const [first] = persons(
    'Eurico Guterres kam am Montag nach Dili. Guterres schwieg. Die Vereinten Nationen warteten.',
  )
  expect(first).toEqual(['Eurico Guterres', false])
})

test('a surname of which the report says nothing is nobody of the codebook', () => {
  expect(persons('Am Bahnhof verkaufte Kerry Blumen.').filter(([, known]) => known)).toEqual([])
})
