import { describe, expect, test } from 'vitest'
import { createNameIndex } from './name-index.ts'
import type { Codebook } from './types.ts'

const place = { aliases: [], type: 'city', latitude: 1, longitude: 2, region: null, source: 'test' }
const codebook: Codebook = {
  version: 'test',
  peoples: [],
  states: [
    {
      iso3: 'IRQ',
      name: 'Irak',
      aliases: ['Republik Irak'],
      adjectives: ['irakisch'],
      demonyms: ['Iraker', 'Irakerin'],
      capital: 'Bagdad',
      capitalAliases: [],
      governmentNames: [],
      source: 'test',
    },
    {
      iso3: 'RUS',
      name: 'Russland',
      aliases: [],
      adjectives: ['russisch'],
      demonyms: ['Russe', 'Russin'],
      capital: 'Moskau',
      capitalAliases: [],
      governmentNames: ['Kreml'],
      source: 'test',
    },
  ],
  roleNouns: [],
  persons: [
    { id: 'p', name: 'Ada Muster', aliases: ['A. Muster'], country: 'IRQ', sector: 'GOV', source: 'test' },
    { id: 'k', name: 'Otto IV.', aliases: [], country: 'RUS', sector: 'GOV', source: 'test' },
  ],
  tenures: [],
  organisations: [
    {
      id: 'o',
      name: 'Rotes Banner',
      aliases: ['RB'],
      kind: 'armed-group',
      country: 'IRQ',
      bases: [],
      sector: 'REB',
      from: null,
      to: null,
      source: 'test',
    },
  ],
  places: [
    { ...place, id: 'irq-bagdad', name: 'Bagdad', country: 'IRQ' },
    { ...place, id: 'usa-moskau', name: 'Moskau', country: 'USA' },
    { ...place, id: 'irq-rotes', name: 'Rotes', country: 'IRQ' },
  ],
  outlets: ['Welt', 'Neue Welt', 'taz.de'].map((name) => ({
    id: name,
    name,
    aliases: [],
    domains: [],
    kind: 'outlet' as const,
    country: 'DEU',
    source: 'test',
  })),
  publicEvents: [],
  topics: [],
  categories: [],
  contexts: [],
}
const index = createNameIndex(codebook)
const at = (word: string) => index.at(word).map(({ words, thing }) => [words.join(' '), thing.kind])

describe('names by their first word', () => {
  test.each([
    ['Irak', [['Irak', 'state']]],
    ['Republik', [['Republik Irak', 'state']]],
    ['Kreml', [['Kreml', 'government']]],
    ['Iraker', [['Iraker', 'population']]],
    ['Irakern', [['Irakern', 'population']]],
    ['Muster', [['Muster', 'person']]],
    ['Ada', [['Ada Muster', 'person']]],
    ['RB', [['RB', 'armed-group']]],
    ['IV.', []],
    ['Niemand', []],
  ])('%s', (word, expected) => {
    expect(at(word)).toEqual(expected)
  })

  test('longer names come first', () => {
    expect(at('Rotes')).toEqual([
      ['Rotes Banner', 'armed-group'],
      ['Rotes', 'place'],
    ])
  })

  test('a ruler with and without the point behind the ordinal, and in the genitive', () => {
    expect([at('Otto'), at('Ottos')].map((found) => found.map(([name]) => name))).toEqual([
      ['Otto IV.', 'Otto IV'],
      ['Ottos IV.', 'Ottos IV'],
    ])
  })

  test('an outlet whose name is an everyday word is no name by itself', () => {
    expect([at('Welt'), at('Neue').length, at('taz.de').length]).toEqual([[], 1, 1])
  })

  test('a capital of the gazetteer is one thing and speaks for its government', () => {
    expect(index.at('Bagdad').map(({ thing }) => [thing.id, thing.metonym])).toEqual([['irq-bagdad', true]])
  })

  test('a namesake of a capital in another country does not speak for a government', () => {
    expect(index.at('Moskau').find(({ thing }) => thing.id === 'usa-moskau')?.thing.metonym).toBe(false)
  })
})

test.each([
  ['irakische', 'IRQ'],
  ['Irakischen', 'IRQ'],
  ['russischem', 'RUS'],
  ['irakisches', 'IRQ'],
  ['irak', null],
  ['hübsche', null],
])('the country of "%s" is %s', (form, country) => {
  expect(index.countryOfAdjective(form)).toBe(country)
})

test('a state by its code', () => {
  expect(index.state('IRQ')?.name).toBe('Irak')
  expect(index.state('XXX')).toBe(null)
})
