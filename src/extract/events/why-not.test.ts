import { beforeAll, describe, expect, test } from 'vitest'
import { createNodeReader, type NodeReader } from '../../cli/reader.ts'
import { Document } from '../../document/document.ts'
import { whyNot } from './why-not.ts'

let reader: NodeReader
beforeAll(() => {
  reader = createNodeReader()
})

function storyAt(text: string, at: number) {
  const doc = new Document({
    id: 'test',
    text,
    source: { outlet: null, agency: [], url: null, path: null, sha256: '', fetched: null },
    published: null,
    titleText: null,
    language: 'de',
    blocks: null,
    diagnostics: [],
  })
  reader.pipeline.run(doc)
  return whyNot(doc, reader.tables, at)
}
const outcomes = (text: string) =>
  storyAt(text, 0).words.map((w) => [w.token.form, w.kind === 'refused' ? w.why : w.kind])

describe('why a sentence was coded as it was', () => {
  test.each([
    ['an event', 'Die Armee hat das Dorf bombardiert.', [['bombardiert', 'coded']]],
    [
      'an act that nobody does',
      'Es wurde beraten, was zu tun sei.',
      [
        ['beraten', 'unmet'],
        ['tun', 'unknown'],
      ],
    ],
    [
      'what is only feared',
      'Die Regierung befürchtet einen Angriff auf Goma.',
      [
        ['befürchtet', 'unknown'],
        ['Angriff', 'embedded'],
      ],
    ],
    [
      'an aim',
      'Die Armee zog nach Norden, um Goma zu bombardieren.',
      [
        ['zog', 'unmet'],
        ['bombardieren', 'aim'],
      ],
    ],
    ['no verb of the lexicon', 'Der Himmel wirkte grau.', [['wirkte', 'unknown']]],
  ])('%s: %s', (_name, text, expected) => {
    expect(outcomes(text)).toEqual(expected)
  })

  test('the word that tells an event again names that event', () => {
    const text = 'Die Armee hat Goma bombardiert. Bei dem Angriff der Armee auf Goma starben drei Menschen.'
    const [angriff] = storyAt(text, text.indexOf('Angriff')).words
    expect(angriff).toMatchObject({ kind: 'coded' })
  })

  test('an offset outside what is read names its block', () => {
    const text = 'Die Armee hat Goma bombardiert.\n\nFoto: dpa\n\nKommentare (3)\n\nAnzeige'
    expect(storyAt(text, text.length - 2)).toMatchObject({ sentence: null, words: [] })
  })
})
