import { describe, expect, test } from 'vitest'
import { namesOf, readText, wordsAt } from '../../../test/support/read-text.ts'

describe('a number with its bounds and what it counts', () => {
  test.each([
    [
      'Bei dem Anschlag wurden mindestens 12 Menschen getötet.',
      'mindestens 12',
      [null, 12, null, false, 'killed'],
    ],
    ['Rund 900 Menschen wurden verletzt.', 'Rund 900', [900, null, null, true, 'injured']],
    ['Höchstens 40 Soldaten wurden verletzt.', 'Höchstens 40', [null, null, 40, false, 'injured']],
    ['Fast 300 Menschen wurden getötet.', 'Fast 300', [300, null, null, true, 'killed']],
    [
      'Bis zu 1.500 Demonstranten zogen durch die Stadt.',
      'Bis zu 1.500',
      [null, null, 1500, false, 'protesters'],
    ],
    ['Dutzende Demonstranten wurden in Bagdad festgenommen.', 'Dutzende', [null, 24, null, true, 'arrested']],
    ['Hunderte Flüchtlinge überquerten die Grenze.', 'Hunderte', [null, 200, null, true, 'displaced']],
    ['Die Miliz entführte 20 bis 30 Dorfbewohner.', '20 bis 30', [null, 20, 30, false, 'abducted']],
    ['Rund 5000 US-Soldaten sind im Irak stationiert.', 'Rund 5000', [5000, null, null, true, 'troops']],
    [
      'Die Vereinten Nationen haben 3,5 Millionen Dollar Hilfe geliefert.',
      '3,5 Millionen',
      [3_500_000, null, null, false, 'money'],
    ],
    [
      'Nach Angaben der Polizei haben Rebellen zwei Soldaten getötet.',
      'zwei',
      [2, null, null, false, 'killed'],
    ],
    ['Die Bombe riss 14 Menschen mit in den Tod.', '14', [14, null, null, false, 'killed']],
    ['Dutzende erlitten Verletzungen.', 'Dutzende', [null, 24, null, true, 'injured']],
  ])('%s', (text, words, expected) => {
    const report = readText(text)
    expect(report.figures.map((f) => wordsAt(report, f))).toEqual([words])
    const { value, min, max, approx, unit } = report.figures[0]!
    expect([value, min, max, approx, unit]).toEqual(expected)
  })

  test.each([
    ['Mehr als 200 Zivilisten wurden getötet.', { min: 200, max: null }],
    ['Weniger als 50 Menschen wurden verletzt.', { min: null, max: 50 }],
  ])('an open bound has no value: %s', (text, bounds) => {
    expect(readText(text).figures).toMatchObject([{ value: null, ...bounds }])
  })

  test('parts say whose parts they are, and add up', () => {
    const report = readText('Die Armee zählte 66 Angriffe, davon 32 im Irak und 34 in Syrien.')
    const [all, ...parts] = report.figures
    expect(all).toMatchObject({ value: 66, unit: 'attacks', relation: null })
    expect(parts.map((p) => [p.value, p.unit, p.relation])).toEqual([
      [32, 'attacks', { kind: 'part-of', figure: all!.id }],
      [34, 'attacks', { kind: 'part-of', figure: all!.id }],
    ])
    expect(parts.map((p) => namesOf(report, [p.place!])[0])).toEqual(['Irak', 'Syrien'])
    expect(parts.reduce((sum, p) => sum + p.value!, 0)).toBe(all!.value)
  })

  test('each number of a list counts its own noun', () => {
    const { figures } = readText('Mindestens sieben Polizisten und drei Zivilisten wurden getötet.')
    expect(figures.map((f) => [f.counted, f.value ?? f.min, f.unit])).toEqual([
      ['Polizist', 7, 'killed'],
      ['Zivilist', 3, 'killed'],
    ])
  })

  test('a year or a clock time counts nothing', () => {
    expect(readText('Seit 2014 herrscht Krieg. Um 14 Uhr begann die Sitzung.').figures).toEqual([])
  })
})

test('where those who are counted are is not what is counted', () => {
  const { figures } = readText('Kanada hat 2500 Soldaten in Lettland und 900 in Polen.')
  expect(figures.map(({ value, counted }) => [value, counted])).toEqual([
    [2500, 'Soldat'],
    [900, null],
  ])
})
