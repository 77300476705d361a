import { describe, expect, test } from 'vitest'
import { namesOf, readText } from '../../../test/support/read-text.ts'

describe('who is quoted with which words', () => {
  test.each([
    [
      '„Wir werden den Angriff vergelten“, sagte Außenminister Sarif am Freitag.',
      ['direct', '„Wir werden den Angriff vergelten“', 'Mohammed Dschawad Sarif', 'sagte'],
    ],
    [
      'Sarif sagte: „Wir haben keine Angst.“',
      ['direct', '„Wir haben keine Angst.“', 'Mohammed Dschawad Sarif', 'sagte'],
    ],
    [
      'Die Hisbollah habe einen Stützpunkt angegriffen, sagte ein Sprecher der israelischen Armee.',
      ['indirect', 'Die Hisbollah habe einen Stützpunkt angegriffen', 'Sprecher', 'sagte'],
    ],
    [
      'Augenzeugen berichteten, dass Soldaten auf Demonstranten geschossen hätten.',
      ['indirect', 'dass Soldaten auf Demonstranten geschossen hätten', 'Augenzeugen', 'berichteten'],
    ],
    [
      'Polizisten haben Demonstranten festgenommen, teilte das Innenministerium mit.',
      ['indirect', 'Polizisten haben Demonstranten festgenommen', 'Innenministerium', 'teilte mit'],
    ],
  ])('%s', (text, expected) => {
    const report = readText(text)
    const words = (spans: readonly [number, number][]) => spans.map(([a, b]) => text.slice(a, b)).join(' ')
    expect(
      report.quotes.map((q) => [
        q.kind,
        words(q.quote),
        q.speakerEntity && namesOf(report, [q.speakerEntity])[0],
        words(q.cue),
      ]),
    ).toEqual([expected])
  })

  test('a sentence in which nobody speaks has no quote', () => {
    expect(readText('US-Soldaten haben in Mossul zwei Kämpfer getötet.').quotes).toEqual([])
  })
})
