import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { createWordForms } from '../analyse/word-forms.ts'
import type { Reading } from '../chronicle/types.ts'
import { german } from '../language/de/index.ts'
import { searchIndex } from './search-index.ts'

const SENTENCES = [
  'Die Flüchtlingsunterkünfte am Hafen sind voll.',
  'Eine Unterkunft brannte ab.',
  'Der Leiter der Asylunterkunft floh in der Nacht.',
  'Die Preise für Brot stiegen.',
  'Auf der Reise fehlten zwei Koffer.',
  'Die Rebellen fliehen in die Berge.',
  'US-Soldaten räumten das Lager.',
]

function reading(): Reading {
  const text = SENTENCES.join(' ')
  const sentences = SENTENCES.map((sentence) => {
    const from = text.indexOf(sentence)
    return [from, from + sentence.length] as const
  })
  return { text: 't', report: { text, sentences, blocks: [] } } as unknown as Reading
}

const forms = createWordForms(readFileSync(new URL('../../models/de/model.bin', import.meta.url)), german)
const index = searchIndex([reading()], forms)
const found = (query: string, from = index) =>
  from
    .search(query, 10)
    .hits.map(({ quote }) => SENTENCES.indexOf(quote))
    .sort()

describe('search by lemmas and parts of compounds', () => {
  test.each([
    ['Unterkunft', [0, 1, 2]],
    ['Flüchtlingsunterkunft', [0]],
    ['unterkünfte', [0, 1, 2]],
    ['Flüchtling', [0]],
    ['fliehen', [5]],
    // None of "Preise".
    ['Reise', [4]],
    ['Preis', [3]],
    ['Soldat', [6]],
    ['US-Soldat', [6]],
    ['Asylunterkünfte Leiter', [2]],
    ['Panzer', []],
  ])('%s', (query, at) => {
    expect(found(query)).toEqual(at)
  })

  test('marks the words that were found', () => {
    const [hit] = index.search('Flüchtling', 1).hits
    expect(hit!.marks.map(([from, to]) => hit!.quote.slice(from, to))).toEqual(['Flüchtlingsunterkünfte'])
  })

  test('a piece of a word finds what it begins', () => {
    expect(found('asylunter')).toEqual([2])
  })

  test('without forms it goes by stems', () => {
    expect(found('Unterkunft', searchIndex([reading()]))).toEqual([0, 1, 2])
  })
})
