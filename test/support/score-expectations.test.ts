import { describe, expect, test } from 'vitest'
import { makeReport } from './reports.ts'
import { createFinder, dice, type Expectation, score, table } from './score-expectations.ts'

const PROMISE = 'Berlin sagt Bagdad Hilfe zu.'
const DEATHS = 'Dabei starben mindestens 13 Menschen.'
const report = makeReport({
  id: 'a.txt',
  outlet: 'Nordblick',
  agency: ['dpa'],
  published: '2014-01-05/2014-01-07',
  extra: '7 Kommentare',
  told: [
    { sentence: PROMISE, trigger: 'sagt', type: 'AGREE', actors: ['DEU'], status: 'promised' },
    { sentence: DEATHS, trigger: 'starben', type: 'ASSAULT', figures: [{ words: '13 Menschen', min: 13 }] },
  ],
})
report.body = [[0, PROMISE.length + 1 + DEATHS.length]]
report.quotes = [
  {
    kind: 'direct',
    quote: [[7, 11]],
    speaker: [[0, 6]],
    cue: [],
    addressee: [],
    frame: [],
    nested: false,
    speakerEntity: null,
  },
]
const right: Expectation = {
  report: 'a.txt',
  published: { edtf: '2014-01-06', basis: 'stated' },
  outlet: 'Nordblick',
  agency: ['dpa'],
  furniture: ['7 Kommentare', 'never rendered'],
  events: [
    { type: 'AGREE', evidence: 'Berlin sagt Bagdad\n Hilfe zu', status: 'promised' },
    { type: 'ASSAULT', evidence: 'starben mindestens 13 Menschen', status: 'asserted' },
  ],
  figures: [{ mention: 'mindestens 13 Menschen', value: null, min: 13, max: null, unit: 'killed' }],
  quotes: [{ speaker: 'Berlin', quote: 'sagt' }],
}
const counts = (expected: Expectation) =>
  Object.fromEntries(
    Object.entries(score(expected, report).counts).map(([name, { right, asked }]) => [
      name,
      `${right}/${asked}`,
    ]),
  )

describe('the scorer', () => {
  test('all right', () => {
    expect(counts(right)).toEqual({
      published: '1/1',
      outlet: '1/1',
      agency: '1/1',
      furniture: '2/2',
      events: '2/2',
      status: '2/2',
      figures: '1/1',
      quotes: '1/1',
    })
    expect(score(right, report)).toMatchObject({ given: 2, missed: [], unlocated: [] })
  })

  test.each<[string, Partial<Expectation>, object]>([
    [
      'a day outside of the interval',
      { published: { edtf: '2014-01-08', basis: 'stated' } },
      { published: '0/1' },
    ],
    [
      'an interval that ours cuts',
      { published: { edtf: '2014-01-07/2014-01-08', basis: 'stated' } },
      { published: '0/1' },
    ],
    ['an agency too many', { agency: [] }, { agency: '0/1' }],
    ['no outlet', { outlet: null }, { outlet: '0/1' }],
    ['furniture in the body', { furniture: ['Hilfe zu.'] }, { furniture: '0/1' }],
    ['another type', { events: [{ ...right.events[0]!, type: 'AID' }] }, { events: '0/1', status: '0/1' }],
    [
      'another status',
      { events: [{ ...right.events[0]!, status: 'offered' }] },
      { events: '1/1', status: '0/1' },
    ],
    ['one event for two', { events: [right.events[0]!, right.events[0]!] }, { events: '1/2', status: '1/2' }],
    ['another bound', { figures: [{ ...right.figures[0]!, min: null, value: 13 }] }, { figures: '0/1' }],
    ['another unit', { figures: [{ ...right.figures[0]!, unit: 'injured' }] }, { figures: '0/1' }],
    ['another speaker', { quotes: [{ speaker: 'Bagdad', quote: 'sagt' }] }, { quotes: '0/1' }],
  ])('%s', (_, change, expected) => expect(counts({ ...right, ...change })).toMatchObject(expected))

  test('says which words it did not find', () => {
    const result = score({ ...right, quotes: [{ speaker: 'Niemand', quote: 'sagt' }] }, report)
    expect(result).toMatchObject({ missed: ['quotes: sagt'], unlocated: ['Niemand'] })
  })

  test('prints right/asked for each report and for all', () => {
    const [, , all] = table([score(right, report)]).split('\n')
    expect(all!.trim().split(/\s+/u)).toEqual([
      'all',
      '1/1',
      '1/1',
      '1/1',
      '2/2',
      '2/2',
      '2/2',
      '1/1',
      '1/1',
      '2',
    ])
  })
})

test('words are found across line breaks and no-break spaces, at offsets of the text itself', () => {
  const text = 'x  Ein\u00a0 \nSatz und ein Satz'
  const [at] = createFinder(text)('Ein Satz')
  expect(text.slice(at!.from, at!.to)).toBe('Ein\u00a0 \nSatz')
  expect(createFinder(text)('Satz')).toHaveLength(2)
})

test('dice', () => {
  expect(dice({ from: 0, to: 4 }, { from: 2, to: 6 })).toBe(0.5)
  expect(dice({ from: 0, to: 4 }, { from: 4, to: 6 })).toBe(0)
})
