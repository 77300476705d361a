import { describe, expect, test } from 'vitest'
import { EVENT_TYPES, STATUSES } from '../../../src/document/report.ts'
import type { EventSummary, Side } from '../../../src/serve/api.ts'
import type { FigureSeriesSummary } from '../../../src/serve/api-figures.ts'
import { de } from '../messages/de.ts'
import { en } from '../messages/en.ts'
import { binsOf, dayNumber, edtfOf, isoDay } from './bins.ts'
import { eventLine, lineText } from './event-line.ts'
import { scaleOf } from './figure-scale.ts'
import { sinceOf } from './filter-choices.ts'
import { fragmentOf } from './fragment.ts'
import { Heights } from './heights.ts'
import { markedParts } from './marks.ts'
import { byTopic } from './positions.ts'
import { Rows, type TimelineDay } from './rows.ts'
import { drawSeries, ticksOf } from './series-chart.ts'
import { balanceOf, byQuad } from './tally.ts'

const side = (name: string): Side => ({ key: name, name, country: null, sector: null, page: false })

describe('an event in a line', () => {
  const [one, two] = [side('Nordland'), side('Südland')]

  test.each([de, en])('says the same whoever does it to whom ($code)', (m) => {
    const modes = [null, ...Object.keys(m.mode)]
    for (const type of EVENT_TYPES) {
      for (const mode of modes) {
        const there = lineText({ type, mode, actors: [one], recipients: [two] }, m)
        const back = lineText({ type, mode, actors: [two], recipients: [one] }, m)
        expect(back).toBe(there.replace('Nordland → Südland', 'Südland → Nordland'))
      }
    }
    for (const status of STATUSES) {
      const name = m.statusName[status]
      expect(m.statusBy(name, 'Südland')).toBe(m.statusBy(name, 'Nordland').replace('Nordland', 'Südland'))
    }
  })

  test('names a party known by a common noun with its country', () => {
    const shown = { ...side('Vertreter'), shown: { de: 'Vertreter (USA)', en: 'Vertreter (US)' } }
    const event = { actors: [shown], recipients: [], mode: null }
    expect([eventLine(event, de).actors, eventLine(event, en).actors]).toEqual([
      'Vertreter (USA)',
      'Vertreter (US)',
    ])
  })
})

describe('rows', () => {
  const day = (edtf: string | null, events: number): TimelineDay => ({
    edtf,
    first: null,
    last: null,
    types: { ASSAULT: events - 1, AID: 1 },
  })
  const rows = new Rows([day('2014-01-05', 3), day('2014-01-06', 1), day(null, 2)])

  test('are headings and events in turn', () => {
    const kinds = Array.from({ length: rows.length }, (_, row) => rows.at(row))
    expect(kinds.map((row) => (row.kind === 'day' ? row.day.edtf : row.index))).toEqual([
      '2014-01-05',
      0,
      1,
      2,
      '2014-01-06',
      3,
      null,
      4,
      5,
    ])
    expect(kinds[3]).toMatchObject({ isFirst: false, isLast: true })
    expect([0, 2, 3, 4, 5].map((index) => rows.rowOf(index))).toEqual([1, 3, 5, 7, 8])
  })

  test('know which events a date has', () => {
    expect([rows.indexesOfDate('2014-01-05'), rows.indexesOfDate(null), rows.indexesOfDate('1999')]).toEqual([
      { first: 0, last: 2 },
      { first: 4, last: 5 },
      null,
    ])
  })

  test('of nothing are none', () => {
    expect(new Rows([]).length).toBe(0)
  })
})

describe('heights', () => {
  test('are guessed, then measured', () => {
    const heights = new Heights(4, () => 10)
    expect([heights.total, heights.offsetOf(2), heights.rowAt(25)]).toEqual([40, 20, 2])
    expect([heights.measure(1, 30), heights.measure(1, 30)]).toEqual([20, 0])
    expect([heights.total, heights.offsetOf(2), heights.rowAt(25)]).toEqual([60, 40, 1])
    expect([heights.rowAt(-5), heights.rowAt(1e9)]).toEqual([0, 3])
  })

  test('of nothing are nothing', () => {
    expect([new Heights(0, () => 1).total, new Heights(0, () => 1).rowAt(5)]).toEqual([0, 0])
  })
})

describe('bins', () => {
  const run = (first: string | null, last = first, count = 1) => ({
    first: first === null ? null : dayNumber(first),
    last: last === null ? null : dayNumber(last),
    types: { ASSAULT: count },
  })
  const free = { first: null, last: null }

  test.each([
    [['2014-01-05', '2014-01-20'], 'day'],
    [['2014-01-05', '2014-12-20'], 'week'],
    [['2009-01-05', '2014-01-20'], 'month'],
    [['1990-01-05', '2014-01-20'], 'year'],
  ] as const)('%j stand by %s', ([first, last], unit) => {
    expect(binsOf([run(first), run(last)], free, 80)!.unit).toBe(unit)
  })

  test('dates wider than a bar are no bar', () => {
    const bins = binsOf([run('2014-01-05'), run('2014-01-05', '2014-01-11', 4), run(null)], free, 80)!
    expect(bins.bins).toEqual([{ first: 16075, last: 16075, types: { ASSAULT: 1 } }])
    expect(bins.intervals.map(({ types }) => types.ASSAULT)).toEqual([4])
    expect(bins.undated).toEqual({ ASSAULT: 1 })
  })

  test('no event is lost or counted twice', () => {
    const runs = Array.from({ length: 300 }, (_, at) =>
      run(isoDay(15000 + at * 7), isoDay(15000 + at * 7), at),
    )
    const bins = binsOf(runs, free, 60)!
    const sum = [...bins.bins, ...bins.intervals].reduce((all, { types }) => all + (types.ASSAULT ?? 0), 0)
    expect(sum).toBe((299 * 300) / 2)
  })

  test('nothing dated gives none', () => {
    expect(binsOf([run(null)], free, 80)).toBeNull()
    expect(binsOf([], { first: 10, last: 5 }, 80)).toBeNull()
  })

  test.each([
    ['2014-01-05', '2014-01-05', '2014-01-05'],
    ['2014-01-01', '2014-01-31', '2014-01'],
    ['2014-01-01', '2014-12-31', '2014'],
    ['2014-01-05', '2014-02-04', '2014-01-05/2014-02-04'],
  ])('%s to %s is %s', (first, last, edtf) => {
    expect(edtfOf(dayNumber(first)!, dayNumber(last)!)).toBe(edtf)
  })
})

test('a tally is split by quad class', () => {
  expect(byQuad({ ASSAULT: 2, ACCUSE: 1, AID: 3 })).toEqual({
    'verbal-cooperation': 0,
    'material-cooperation': 3,
    'verbal-conflict': 1,
    'material-conflict': 2,
  })
  expect(balanceOf({ ASSAULT: 2, ACCUSE: 1, AID: 3 })).toEqual({ conflict: 3, cooperation: 3 })
})

test('figures are drawn by one scale, with room above an open end', () => {
  const amount = (fields: Partial<EventSummary['figures'][number]>) => ({
    ...{ value: null, min: null, max: null, approx: false, unit: 'killed' as const, counted: null },
    ...fields,
  })
  expect(scaleOf([amount({ value: 10 }), amount({ value: 20 })])).toBe(20)
  expect(scaleOf([amount({ value: 10 }), amount({ min: 20 })])).toBe(26)
})

test('holders told in the same sentences stand together, and each change of mind is a step', () => {
  const reading = (stance: 'supports' | 'opposes', published: string, before: 'supports' | null = null) => ({
    ...{ stance, report: 'r', text: 't', published, from: before },
    evidence: { from: Number(published.slice(-2)), to: 30, quote: 'q' },
  })
  const stance = (holder: string, readings: readonly ReturnType<typeof reading>[]) => ({
    ...{ holder: side(holder), topic: 'Abzug', topicKey: 'abzug', readings },
    changes: readings.filter(({ from }) => from !== null).length,
  })
  const changing = [
    reading('supports', '2014-01'),
    reading('supports', '2014-02'),
    reading('opposes', '2014-03', 'supports'),
  ]
  const [topic] = byTopic([
    stance('A', changing),
    stance('B', [reading('supports', '2014-01')]),
    stance('C', [reading('supports', '2014-01')]),
  ])
  expect(
    topic!.courses.map(({ holders, steps }) => [
      holders.map(({ name }) => name),
      steps.map(({ stance, again }) => [stance, again]),
    ]),
  ).toEqual([
    [
      ['A'],
      [
        ['supports', 1],
        ['opposes', 0],
      ],
    ],
    [['B', 'C'], [['supports', 0]]],
  ])
})

test('marked parts are the text again', () => {
  const parts = markedParts('ein Angriff auf', [[4, 11]])
  expect(parts.map(({ text }) => text).join('')).toBe('ein Angriff auf')
  expect(parts.filter(({ marked }) => marked).map(({ text }) => text)).toEqual(['Angriff'])
})

test('a fragment leads to a sentence', () => {
  expect(fragmentOf('https://x.example/a', 'Zwei-drei Worte, kurz')).toBe(
    '#:~:text=Zwei%2Ddrei%20Worte%2C%20kurz',
  )
  expect(fragmentOf('https://x.example/a', 'a b c d e f g h i j k l')).toBe(
    '#:~:text=a%20b%20c%20d%20e,h%20i%20j%20k%20l',
  )
  expect(fragmentOf('https://x.example/a#b', 'Worte')).toBe('')
})

test('yesterday begins at six in the evening', () => {
  const time = new Date(sinceOf('yesterday', new Date(2014, 0, 5, 9, 30)))
  expect([time.getDate(), time.getHours(), time.getMinutes()]).toEqual([4, 18, 0])
})

describe('a series is drawn', () => {
  const at = (published: string | null, low: number, high: number | null, speaker = 0) =>
    ({
      amount: {
        value: high === low ? low : null,
        min: high === low ? null : low,
        max: high === low ? null : high,
        approx: false,
        unit: 'killed',
        counted: null,
      },
      ...{ published, speaker, bounds: { low, high } },
    }) as FigureSeriesSummary['readings'][number]

  test('by days where there are three, evenly where there are fewer, and never one mark on another', () => {
    const far = drawSeries([at('2014-01-01', 5, 5), at('2014-01-02', 8, 8), at('2014-12-31', 9, 9)], 600, 168)
    expect(far.marks[1]!.x - far.marks[0]!.x).toBeLessThan(20)
    expect(far.marks[2]!.x).toBeGreaterThan(500)
    const near = drawSeries([at(null, 5, 5), at('2014-01-02', 8, 8)], 600, 168)
    expect(near.marks[1]!.x - near.marks[0]!.x).toBeGreaterThan(200)
    const many = drawSeries(
      Array.from({ length: 40 }, (_, n) => at(`2014-01-${10 + (n % 3)}`, n, n)),
      300,
      168,
    )
    const xs = many.marks.map(({ x }) => x)
    expect(Math.min(...xs.slice(1).map((x, n) => x - xs[n]!))).toBeGreaterThan(0)
    expect([Math.min(...xs) >= 0, Math.max(...xs) <= 300]).toEqual([true, true])
  })

  test('with no upper end where there is none, and a line from word to word of one speaker', () => {
    const { marks, lines } = drawSeries(
      [at('2014-01-01', 5, null), at('2014-01-01', 9, 9, 1), at('2014-01-02', 12, 12)],
      600,
      168,
    )
    expect(marks[0]).toMatchObject({ open: true, high: 20 })
    expect(lines).toEqual([[0, 2]])
  })

  test.each([
    [7, [0, 5]],
    [30, [0, 10, 20, 30]],
    [2, [0, 1, 2]],
    [2500, [0, 1000, 2000]],
  ])('ticks up to %i', (top, ticks) => {
    expect(ticksOf(top)).toEqual(ticks)
  })
})
