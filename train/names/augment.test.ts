import { expect, it } from 'vitest'
import type { NameList } from '../../src/analyse/names/lexicon.ts'
import { NAME_LABELS } from '../../src/document/names.ts'
import { german } from '../../src/language/de/index.ts'
import { augment } from './augment.ts'
import { tagged } from './gold.ts'
import { wordsOf } from './lists.ts'

const lists = new Map<NameList, ReadonlySet<string>>(
  (
    [
      ['first', 'Ida'],
      ['last', 'Brandt'],
      ['person', 'Ole Wiese'],
      ['place', 'Bad Ostheim'],
      ['city', 'Neuhafen'],
      ['town', 'Kleinau'],
      ['organisation', 'Rat der Häfen'],
      ['company', 'Werft AG'],
      ['club', 'SV Kleinau'],
      ['media', 'Hafenblatt'],
      ['other', 'Hafenpokal'],
      ['adjective', 'ostheimisch'],
      ['demonym', 'Ostheimer'],
    ] as const
  ).map(([list, name]) => [list, new Set([name])]),
)
const sentence = (text: string, ...names: readonly [string, string][]) => ({
  id: '1',
  text,
  names: names.map(([words, label]) => ({
    from: text.indexOf(words),
    to: text.indexOf(words) + words.length,
    label: NAME_LABELS.find((known) => known === label)!,
  })),
})
const gold = [
  ...tagged(sentence('Lena Hartwig lebt in Weitau .', ['Lena Hartwig', 'PER'], ['Weitau', 'LOC']), german),
  ...tagged(sentence('Die weitauische Post schweigt .', ['weitauische', 'LOCderiv']), german),
  ...tagged(sentence('Niemand kam .'), german),
]

it('tags words of a name one after the other', () => {
  expect(gold.map(({ words, tags }) => [words.join(' '), tags])).toEqual([
    ['Lena Hartwig lebt in Weitau .', [1, 2, 0, 0, 7, 0]],
    ['Die weitauische Post schweigt .', [0, 9, 0, 0, 0]],
    ['Niemand kam .', [0, 0, 0]],
  ])
})

it('puts other names in the place of names, with their tags, and leaves all else', () => {
  const copies = augment(gold, lists, german, 40, 1)
  expect(copies).toHaveLength(80)
  const texts = new Set(copies.map(({ words }) => words.join(' ')))
  expect(texts).toContain('Ida Brandt lebt in Bad Ostheim .')
  expect(texts).toContain('Die ostheimische Post schweigt .')
  for (const { words, tags } of copies) {
    expect(tags).toHaveLength(words.length)
    const rest = words.filter((_, i) => tags[i] === 0).join(' ')
    expect(['lebt in .', 'Die Post schweigt .']).toContain(rest)
  }
})

it('draws the same for the same seed', () => {
  expect(augment(gold, lists, german, 3, 7)).toEqual(augment(gold, lists, german, 3, 7))
})

it('cuts names into words as sentences are cut', () => {
  expect(wordsOf('Rat im Hafen', german)).toEqual(['Rat', 'in', 'dem', 'Hafen'])
})
