import { describe, expect, it } from 'vitest'
import { german } from '../language/de/index.ts'
import { tokenise } from './sentences.ts'

const split = (text: string) => [...tokenise(text, [{ from: 0, to: text.length }], german)]
const forms = (text: string) => split(text).map((s) => s.map((t) => t.form).join(' '))

describe('tokenise', () => {
  it.each([
    ['Er kam z. B. gestern. Sie ging.', ['Er kam z.B. gestern .', 'Sie ging .']],
    ['Er kam z.B. am Montag.', ['Er kam z.B. am Montag .']],
    ['Dr. Meier sprach mit Prof. Schulz.', ['Dr. Meier sprach mit Prof. Schulz .']],
    ['Am 5. November 2013 kam er.', ['Am 5. November 2013 kam er .']],
    ['Das war 2013. Der Rat tagte.', ['Das war 2013 .', 'Der Rat tagte .']],
    ['Sie wurde am 3. gewählt.', ['Sie wurde am 3. gewählt .']],
    ['Es flohen 1.300 Menschen, 1,3 Prozent.', ['Es flohen 1.300 Menschen , 1,3 Prozent .']],
    ['Um 19:30 Uhr endete es 2:1.', ['Um 19:30 Uhr endete es 2:1 .']],
    [
      'Bagdad (dpa) - Der US-Außenminister reiste ab.',
      ['Bagdad ( dpa ) -', 'Der US-Außenminister reiste ab .'],
    ],
    ['GENF, 5. Mai (Reuters) – Die Runde beginnt.', ['GENF , 5. Mai ( Reuters ) –', 'Die Runde beginnt .']],
    ['„Wir gehen.“ Danach schwieg er.', ['„ Wir gehen . “', 'Danach schwieg er .']],
    ['„Wir gehen!“, rief er. »Nein«, sagte sie.', ['„ Wir gehen ! “ , rief er .', '» Nein « , sagte sie .']],
    ['"Wir gehen." Danach schwieg er.', ['" Wir gehen . "', 'Danach schwieg er .']],
    ['Er sagte: "Das reicht." "Nein", sagte sie.', ['Er sagte : " Das reicht . "', '" Nein " , sagte sie .']],
    ['Hard- und Software, CDU/CSU', ['Hard- und Software , CDU / CSU']],
    ['Siehe https://example.org/a?b=1. Ende.', ['Siehe https://example.org/a?b=1 .', 'Ende .']],
    ['George W. Bush und Benedikt XVI. kamen.', ['George W. Bush und Benedikt XVI. kamen .']],
    ['Er nahm Brot, Käse usw. Die anderen gingen.', ['Er nahm Brot , Käse usw.', 'Die anderen gingen .']],
    ['Eto’o traf. So war’s…', ['Eto’o traf .', 'So war’s …']],
    ['Das kostet 15,5% mehr als 200 €.', ['Das kostet 15,5 % mehr als 200 € .']],
    ['Schluss.Danach kam nichts', ['Schluss .', 'Danach kam nichts']],
    ['Erste Zeile\n\nzweite Zeile', ['Erste Zeile', 'zweite Zeile']],
    ['', []],
    [' \n \n ', []],
  ])('%j', (text, expected) => {
    expect(forms(text)).toEqual(expected)
  })

  it('gives spans of the text, in order, without white space', () => {
    const text = 'Genf – Der „Rat“ tagte am 3. Mai.\nDanach  kam z. B. nichts 😀 mehr.'
    let last = 0
    for (const token of split(text).flat()) {
      expect(token.from).toBeGreaterThanOrEqual(last)
      expect(text.slice(token.from, token.to).replace(/\s/g, '')).toBe(token.form)
      expect(text.slice(last, token.from).trim()).toBe('')
      last = token.to
    }
    expect(last).toBe(text.length)
  })

  it('ends sentences at the ends of spans and reads nothing outside', () => {
    const text = 'Titel ohne Punkt Der Rat tagte. Werbung'
    const sentences = [
      ...tokenise(
        text,
        [
          { from: 0, to: 16 },
          { from: 17, to: 31 },
        ],
        german,
      ),
    ]
    expect(sentences.map((s) => text.slice(s[0]!.from, s.at(-1)!.to))).toEqual([
      'Titel ohne Punkt',
      'Der Rat tagte.',
    ])
  })

  it('cuts endless sentences and words', () => {
    const text = `${'wort '.repeat(1000)}${'x'.repeat(5000)}`
    const sentences = split(text)
    expect(Math.max(...sentences.map((s) => s.length))).toBe(400)
    expect(Math.max(...sentences.flat().map((t) => t.to - t.from))).toBeLessThanOrEqual(512)
  })

  it.each(['a', 'a ', '.', '"', "'", 'a.', '1.', '1,', '\n', '(', '-', 'A. ', 'z. '])(
    'stays linear on a run of %j',
    (piece) => {
      const text = piece.repeat(Math.ceil(400_000 / piece.length))
      const start = performance.now()
      let n = 0
      for (const sentence of tokenise(text, [{ from: 0, to: text.length }], german)) n += sentence.length
      expect(performance.now() - start).toBeLessThan(4000)
      expect(n).toBeGreaterThanOrEqual(0)
    },
  )
})
