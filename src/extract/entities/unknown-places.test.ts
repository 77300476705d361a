import { expect, test } from 'vitest'
import { readText } from '../../../test/support/read-text.ts'

const countryOf = (name: string, text: string) =>
  readText(text).entities.find((entity) => entity.kind === 'place' && entity.name === name)?.country

test.each([
  ['In dem ungarischen Dorf Zarwanda wurden zwei Menschen getötet.', 'HUN'],
  ['Im US-Bundesstaat Zarwanda wurden zwei Menschen getötet.', 'USA'],
  ['Bei Kämpfen in Zarwanda im Norden Nigerias starben drei Menschen.', 'NGA'],
  ['Bei Kämpfen in Zarwanda südwestlich von Budapest starben drei Menschen.', 'HUN'],
  ['In Zarwanda (Tschad) demonstrierten Menschen.', 'TCD'],
])('a place that no table knows lies where the words beside it put it: %s', (text, country) => {
  expect(countryOf('Zarwanda', text)).toBe(country)
})

test('what no words place lies where the report is set', () => {
  const text =
    'In Nairobi protestierten Menschen. Auch in Mombasa gab es Proteste. Bei Kämpfen in Zarwanda starben drei Menschen.'
  expect(countryOf('Zarwanda', text)).toBe('KEN')
})

test('a place of which nothing in the report says where it lies has no country', () => {
  expect(countryOf('Zarwanda', 'Bei Kämpfen in Zarwanda starben drei Menschen.')).toBeNull()
})
