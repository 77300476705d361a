import { describe, expect, test } from 'vitest'
import { namesOf, readText } from '../../../test/support/read-text.ts'

const positions = (text: string) => {
  const report = readText(text)
  return report.positions.map((p) => [namesOf(report, [p.holder])[0], p.stance, p.topic])
}

describe('where a party stands', () => {
  test.each([
    ['Frankreich lehnt den Beitritt der Ukraine ab.', ['Frankreich', 'opposes', 'den Beitritt der Ukraine']],
    ['Die Türkei sprach sich für eine Waffenruhe aus.', ['Türkei', 'supports', 'eine Waffenruhe']],
    ['Die Türkei sprach sich gegen eine Waffenruhe aus.', ['Türkei', 'opposes', 'eine Waffenruhe']],
    ['Berlin forderte Moskau zum Abzug der Truppen auf.', ['Berlin', 'demands', 'zum Abzug der Truppen']],
    ['Der Iran wies den Vorwurf zurück.', ['Iran', 'denies', 'den Vorwurf']],
    ['Der Iran wies die Forderung zurück.', ['Iran', 'opposes', 'die Forderung']],
    [
      'Polen schließt einen Einsatz eigener Soldaten aus.',
      ['Polen', 'rules-out', 'einen Einsatz eigener Soldaten'],
    ],
    ['Die Sanktionen wurden von Ungarn kritisiert.', ['Ungarn', 'opposes', 'Die Sanktionen']],
    ['Ägypten ist bereit, die Gespräche auszurichten.', ['Ägypten', 'offers', 'die Gespräche auszurichten']],
  ])('%s', (text, expected) => {
    expect(positions(text).map(([holder, stance]) => [holder, stance])).toEqual([expected.slice(0, 2)])
    expect(positions(text)[0]![2]).toContain(expected[2]!.replace(/^zum /, ''))
  })

  test.each([
    ['Kenia bezeichnete den Angriff als Verstoß gegen das Abkommen.', ['Kenia', 'opposes']],
    ['Kenia nannte das Abkommen einen Fortschritt.', ['Kenia', 'supports']],
    ['Angriffe auf Helfer seien inakzeptabel, sagte Emmanuel Macron.', ['Emmanuel Macron', 'opposes']],
    ['Die Armee werde nicht zurückschlagen, sagte Emmanuel Macron.', ['Emmanuel Macron', 'rules-out']],
    ['Emmanuel Macron zeigte sich offen für Gespräche.', ['Emmanuel Macron', 'offers']],
  ])('%s', (text, expected) => {
    expect(positions(text).map(([holder, stance]) => [holder, stance])).toEqual([expected])
  })

  test('plain description is no judgement', () => {
    expect(positions('Kenia bezeichnete das Gebäude als Lagerhalle.')).toEqual([])
  })

  test('each holder of a shared position has it', () => {
    expect(positions('Syrien und der Iran unterstützen die Miliz.').map(([holder]) => holder)).toEqual([
      'Syrien',
      'Iran',
    ])
  })

  test('what a speaker says must be done is a demand of the speaker', () => {
    expect(
      positions('Israel müsse die Grenze öffnen, sagte Frankreichs Präsident Emmanuel Macron.'),
    ).toContainEqual(['Emmanuel Macron', 'demands', expect.stringContaining('Grenze')])
  })

  test.each(['Die Lage ist ruhig.', 'Frankreich lehnt den Beitritt nicht ab.'])('no position: %s', (text) => {
    expect(positions(text)).toEqual([])
  })

  test('two wordings of one thing meet', () => {
    const keys = ['Ungarn lehnt die Sanktionen ab.', 'Die Slowakei begrüßte die Sanktionen.'].map(
      (text) => readText(text).positions[0]!.topicKey,
    )
    expect(keys[0]).toBe(keys[1])
  })
})
