import { describe, expect, test } from 'vitest'
import categories from '../../../src/codebook/data/categories.json' with { type: 'json' }
import type { Figure } from '../../../src/document/report.ts'
import { de } from '../messages/de.ts'
import { en } from '../messages/en.ts'
import { boundDay, dayKey, formatEdtf, formatPeriod } from './dates.ts'
import { figureChips } from './figures.ts'
import { QUAD_OF } from './quads.ts'
import { pieces, segments } from './segments.ts'

describe('formatEdtf says no more than is known', () => {
  test.each([
    ['2014', '2014', '2014'],
    ['2014-01', 'Januar 2014', 'January 2014'],
    ['2014-01-05', '5. Januar 2014', '5 January 2014'],
    ['2014-01-05T19:09-05:00', '5. Januar 2014, 19:09 Uhr', '5 January 2014, 19:09'],
    ['2014-01-05/2014-01-11', 'zwischen 5. und 11. Januar 2014', 'between 5 and 11 January 2014'],
    [
      '2014-01-30/2014-02-02',
      'zwischen 30. Januar und 2. Februar 2014',
      'between 30 January and 2 February 2014',
    ],
    [
      '2013-12-30/2014-01-02',
      'zwischen 30. Dezember 2013 und 2. Januar 2014',
      'between 30 December 2013 and 2 January 2014',
    ],
    ['2014-01/2014-03', 'zwischen Januar und März 2014', 'between January and March 2014'],
    ['2013/2014', 'zwischen 2013 und 2014', 'between 2013 and 2014'],
    ['../2014-01-05', 'bis 5. Januar 2014', 'until 5 January 2014'],
    ['2014-01-05/..', 'ab 5. Januar 2014', 'from 5 January 2014'],
    ['vor Weihnachten', 'vor Weihnachten', 'vor Weihnachten'],
  ])('%s', (edtf, german, english) => {
    expect(formatEdtf(edtf, de)).toBe(german)
    expect(formatEdtf(edtf, en)).toBe(english)
  })
})

test('a period is covered from end to end', () => {
  expect(formatPeriod('2014-01-05/2014-02-11', de)).toBe('5. Januar 2014 – 11. Februar 2014')
  expect(formatPeriod('2014-01', de)).toBe('Januar 2014')
})

test('day keys leave out times, bounds become days', () => {
  expect(dayKey('2014-01-05T19:09-05:00')).toBe('2014-01-05')
  expect(boundDay('2014-02', 'first')).toBe('2014-02-01')
  expect(boundDay('2014-02', 'last')).toBe('2014-02-28')
  expect(boundDay('', 'last')).toBe('')
})

describe('figureChips', () => {
  const none = { value: null, min: null, max: null, approx: false, counted: null, unit: 'killed' } as Figure
  test.each([
    [{ value: 23, counted: 'Menschen' }, '23 Menschen getötet'],
    [{ min: 17 }, 'mindestens 17 getötet'],
    [{ max: 5 }, 'höchstens 5 getötet'],
    [{ min: 15, max: 20 }, '15 bis 20 getötet'],
    [{ value: 1200, approx: true }, 'rund 1.200 getötet'],
    [{ value: 40, unit: 'other', counted: 'Tunnel' }, '40 Tunnel'],
    [{ min: 12, unit: 'attacks', counted: 'Angriffe' }, 'mindestens 12 Angriffe'],
    [{ value: 900, unit: 'troops' }, '900 Soldaten'],
  ] as const)('%j', (values, words) => {
    expect(figureChips([{ ...none, ...values } as Figure], de)[0]!.label).toBe(words)
  })
})

test('segments joined again are the text, whatever the ranges', () => {
  const text = 'Die Armee beschoss am Sonntag ein Viertel.'
  for (let from = 0; from < text.length; from += 3) {
    for (let to = from; to <= text.length + 4; to += 5) {
      const cut = segments(text, 4, text.length, [
        { from, to, kind: 'evidence' },
        { from: 10, to: 18, kind: 'trigger' },
      ])
      expect(cut.map((segment) => segment.text).join('')).toBe(text.slice(4))
      const marked = cut.filter(({ kinds }) => kinds.has('evidence'))
      expect(marked.map((segment) => segment.text).join('')).toBe(
        text.slice(Math.max(4, from), Math.max(4, to)),
      )
    }
  }
})

test('pieces hide nothing that lies between blocks', () => {
  const text = 'Titel\nDazwischen\nText\nEnde'
  const blocks = [
    { from: 17, to: 21, kind: 'body', published: null },
    { from: 0, to: 5, kind: 'title', published: null },
  ] as const
  expect(pieces(text, blocks).map(({ from, to, kind }) => [text.slice(from, to).trim(), kind])).toEqual([
    ['Titel', 'title'],
    ['Dazwischen', 'body'],
    ['Text', 'body'],
    ['Ende', 'body'],
  ])
})

test('quads, labels and modes are those of the codebook', () => {
  for (const { type, quad, modes } of categories as {
    type: keyof typeof QUAD_OF
    quad: string
    modes: string[]
  }[]) {
    expect(QUAD_OF[type]).toBe(quad)
    for (const mode of modes) for (const messages of [de, en]) expect(messages.mode).toHaveProperty([mode])
  }
  expect(Object.keys(QUAD_OF)).toHaveLength(categories.length)
})
