import { describe, expect, test } from 'vitest'
import { readDates, readPublished } from './gold-dates.ts'
import { readEvents } from './gold-events.ts'
import { lineOf } from './gold-faults.ts'
import { readMentions } from './gold-mentions.ts'
import { readQuotes } from './gold-quotes.ts'
import { readTimeml } from './gold-timeml.ts'
import { readNameSentences } from './gold-tokens.ts'

/** Lines of a JSON text count from 1, as an editor shows them. */
const JSON_TEXT = `{
  "id": "a",
  "mentions": [
    { "start": 1,
      "end": 4 },
    {
      "start": -1
    }
  ]
}`

describe('where a fault stands in JSON', () => {
  test.each([
    [['id'], 2],
    [['mentions', 0, 'end'], 5],
    [['mentions', 1, 'start'], 7],
    [['mentions', 1, 'end'], 6],
    [[], 1],
  ])('%j', (path, line) => {
    expect(lineOf(JSON_TEXT, path)).toBe(line)
  })

  test('in the shape', () => {
    expect(() => readMentions('m.json', JSON_TEXT)).toThrow(/^m\.json:4: mentions\.0\.entity: .*gold-invalid/)
  })

  test.each([
    ['{\n "id": "a",\n "mentions": [1,]\n}', 3],
    ['{\n "id": "a"\n "mentions": []\n}', 3],
    ['{\n "id": "a",\n "mentions": [}\n}', 3],
    ['{\n "id": "a",\n', 3],
    ['{\n "id": tru\n}', 2],
    ['{}\n{}', 2],
    ['{\n "id": "a\n"}', 2],
    ['', 1],
  ])('%j is no JSON', (json, line) => {
    expect(() => readMentions('m.json', json)).toThrow(`m.json:${line}: this is no JSON`)
  })
})

describe('GermEval', () => {
  const tsv = [
    '#\thttp://example.org/a\t[2010-01-01]\t',
    '1\tLena\tB-PER\tO',
    '2\tHartwig\tI-PER\tO',
    '3\tberät\tO\tO',
    '4\tdie\tO\tO',
    '5\tNordstädter\tB-LOCderiv\tO',
    '6\t#\tO\tO',
    '7\tHafenwerke\tB-ORG\tB-LOC',
    '8\tWesthof\tB-ORG\tO',
    '',
    '',
    '#\thttp://example.org/b\t[2010-01-02]\t',
    '1\tOstheim\tI-LOC\tO',
  ]

  test('tokens become text, names spans', () => {
    const [first, second, ...rest] = readNameSentences('g.tsv', tsv.join('\r\n'))
    expect(rest).toEqual([])
    expect([first!.id, second!.id, second!.text]).toEqual(['1', '2', 'Ostheim'])
    expect(first!.text).toBe('Lena Hartwig berät die Nordstädter # Hafenwerke Westhof')
    expect(first!.names.map(({ from, to, label }) => [first!.text.slice(from, to), label])).toEqual([
      ['Lena Hartwig', 'PER'],
      ['Nordstädter', 'LOCderiv'],
      ['Hafenwerke', 'ORG'],
      ['Westhof', 'ORG'],
    ])
    expect(second!.names).toEqual([{ from: 0, to: 7, label: 'LOC' }])
  })

  test.each([
    ['1\tLena\tB-PER', 'g.tsv:3: 3 columns'],
    ['1\tLena\tB-MISC\tO', 'g.tsv:3: "B-MISC"'],
    ['1\tLena\tE-PER\tO', 'g.tsv:3: "E-PER"'],
  ])('%j', (line, message) => {
    expect(() => readNameSentences('g.tsv', `1\tSie\tO\tO\n2\tkam\tO\tO\n${line}\n`)).toThrow(message)
  })
})

describe('mention files', () => {
  const file = (...mentions: [number, number][]) =>
    JSON.stringify({
      id: 'a',
      mentions: mentions.map(([start, end]) => ({ start, end, entity: 'e', kind: 'person', form: 'name' })),
    })

  test('are read', () => {
    expect(readMentions('m.json', file([0, 4])).mentions).toEqual([
      { from: 0, to: 4, entity: 'e', kind: 'person', form: 'name' },
    ])
  })

  test.each([
    [[[4, 4]], 'm.json:1: a mention from 4 to 4'],
    [
      [
        [0, 4],
        [0, 4],
      ],
      'm.json:1: a second mention from 0 to 4',
    ],
  ] as [[number, number][], string][])('%j', (mentions, message) => {
    expect(() => readMentions('m.json', file(...mentions))).toThrow(message)
  })
})

describe('TimeML', () => {
  const timeml = (text: string) =>
    `<?xml version="1.0" ?>\n<!-- <TEXT> --><TimeML xmlns="x">\r\n<DCT><TIMEX3 tid="t0" type="DATE" value="2012-03-05T10:00" functionInDocument="CREATION_TIME">heute</TIMEX3></DCT>\n<TEXT>${text}</TEXT>\n</TimeML>`

  test('text, times and day of creation', () => {
    const { id, text, created, times } = readTimeml(
      'x/a.txt.tml',
      timeml(
        'M&#252;ller &amp; S&ouml;hne <EVENT eid="e1">ruhten</EVENT> <TIMEX3 type="DATE" value="2012-03-04" comment="a > b"><b>am</b> Sonntag</TIMEX3>,\r\n<TIMEX3 type="DURATION" value="P1D"/>den <TIMEX3 value=\'P2D\'>zweiten</TIMEX3>.',
      ),
    )
    expect([id, created]).toEqual(['a', '2012-03-05'])
    expect(text).toBe('Müller & S&ouml;hne ruhten am Sonntag,\nden zweiten.')
    expect(times.map(({ from, to, type, value }) => [text.slice(from, to), type, value])).toEqual([
      ['am Sonntag', 'DATE', '2012-03-04'],
      ['zweiten', '', 'P2D'],
    ])
  })

  test('without TEXT the whole element is text', () => {
    expect(readTimeml('a.tml', 'kein <TimeML>Am <TIMEX3>Montag</TIMEX3></TimeML>').text).toBe('Am Montag')
  })

  test.each([
    ['<TimeML>\n<TEXT>a <TIMEX3>b</TEXT></TimeML>', 'a.tml:2: a TIMEX3 that is not closed'],
    ['<TimeML>\n<TEXT>\na</TIMEX3></TEXT></TimeML>', 'a.tml:3: </TIMEX3> without its beginning'],
    ['<TimeML>\n<TEXT', 'a.tml:2: a "<" without its ">"'],
    ['Am Montag', 'a.tml:1: neither a TEXT nor a TimeML element'],
  ])('%j', (xml, message) => {
    expect(() => readTimeml('a.tml', xml)).toThrow(message)
  })

  test('hostile input takes time in proportion to its length', () => {
    const start = performance.now()
    for (const piece of ['<TIMEX3 ', '&#1', '<!--', '<a b="', '<TIMEX3>', 'a=a '])
      expect(() => readTimeml('a.tml', piece.repeat(200_000))).toThrow('gold-invalid')
    expect(performance.now() - start).toBeLessThan(5000)
  })
})

describe('dates', () => {
  const day = Date.UTC(2014, 0, 5) / 86_400_000

  test.each([
    ['{ "a": "2014-01-05", "b": null }'],
    ['[{ "id": "a", "date": "2014-01-05", "title": "x" }, { "id": "b" }]'],
  ])('%s', (json) => {
    expect(readDates('d.json', json)).toEqual([{ id: 'a', text: null, day }])
  })

  test('files with id and published', () => {
    expect(readPublished('d.json', '{ "id": "a", "published": "2014-01-05" }')).toEqual([
      { id: 'a', text: null, day },
    ])
    expect(readPublished('d.json', '{ "id": "a" }')).toEqual([])
  })

  test.each([
    ['{\n"a": "2014-01"\n}', 'd.json:2: "2014-01" is not a day'],
    ['[\n{ "id": "a",\n"date": "5.1.2014" }]', 'd.json:3: "5.1.2014" is not a day'],
  ])('%j', (json, message) => {
    expect(() => readDates('d.json', json)).toThrow(message)
  })
})

describe('annotations of events', () => {
  const text = 'Nordland droht. Nordland droht. Drei Schiffe liefen aus.'
  const read = (json: object) => readEvents('g/a.json', JSON.stringify(json, null, 1), () => text)
  const event = { type: 'THREATEN', evidence: 'Nordland droht', trigger: 'droht', date: '2014-01-05' }

  test('words are found wherever they stand', () => {
    const { id, events } = read({ events: [{ ...event, also: ['Schiffe'] }] })
    expect(id).toBe('a')
    expect(events[0]!.spans.map(({ from }) => from)).toEqual([0, 16, 37])
    expect(events[0]!.triggers.map(({ from }) => from)).toEqual([9, 25])
  })

  test('a date that the text does not mark is none', () => {
    expect(read({ events: [event] }).events[0]!.date).toBe('2014-01-05')
    expect(read({ events: [{ ...event, date_marked: false }] }).events[0]!.date).toBeNull()
  })

  test.each([
    [{ events: [{ ...event, type: 'WAR' }] }, /^g\/a\.json:4: events\.0\.type/],
    [{ events: [{ ...event, evidence: 'Südland droht' }] }, /^g\/a\.json:5: these words do not stand/],
    [
      { positions: [{ holder: 'x', stance: 'likes', evidence: 'droht' }] },
      /^g\/a\.json:5: positions\.0\.stance/,
    ],
  ])('%j', (json, message) => {
    expect(() => read(json)).toThrow(message)
  })

  test('stances may be written with blanks', () => {
    const { positions } = read({ positions: [{ holder: 'x', stance: 'rules out', evidence: 'droht' }] })
    expect(positions[0]!.stance).toBe('rules-out')
  })
})

describe('quotations', () => {
  const read = (quote: object) =>
    readQuotes(
      'q.json',
      JSON.stringify(
        { id: 'a', text: '😀 „Nein“, rief Ines.', quotes: [{ type: 'Direct', ...quote }] },
        null,
        1,
      ),
    )

  test('offsets in characters become UTF-16 code units', () => {
    const { text, quotes } = read({ quote: [[2, 8]], speaker: [[15, 19]] })
    const words = (spans: readonly { from: number; to: number }[]) =>
      spans.map(({ from, to }) => text.slice(from, to))
    expect([words(quotes[0]!.quote), words(quotes[0]!.speaker)]).toEqual([['„Nein“'], ['Ines']])
  })

  test('a span outside of the text', () => {
    expect(() => read({ quote: [[2, 80]] })).toThrow(
      /^q\.json:8: from 2 to 80 is no span of a text of 20 char/,
    )
  })
})
