import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  dateOf,
  dayNumber,
  daysInMonth,
  formatDay,
  formatEdtf,
  intersect,
  parseEdtf,
  weekdayOf,
  width,
} from './calendar.ts'

const day = (text: string): number => parseEdtf(text)!.first

describe('parseEdtf', () => {
  test.each([
    ['2014-01-05', '2014-01-05', '2014-01-05'],
    ['2014-01', '2014-01-01', '2014-01-31'],
    ['2012-02', '2012-02-01', '2012-02-29'],
    ['2014', '2014-01-01', '2014-12-31'],
    ['2014-01-05/2014-01-11', '2014-01-05', '2014-01-11'],
    ['2014-01/2014-02', '2014-01-01', '2014-02-28'],
    ['2014-01-05T23:59-05:00', '2014-01-05', '2014-01-05'],
    ['2014-01-05T00:10:30.5Z', '2014-01-05', '2014-01-05'],
  ])('%s covers %s to %s', (edtf, first, last) => {
    const interval = parseEdtf(edtf)!
    expect([formatDay(interval.first), formatDay(interval.last)]).toEqual([first, last])
  })

  test('open ends', () => {
    expect(parseEdtf('../2014-01-05')).toEqual({ first: -Infinity, last: day('2014-01-05') })
    expect(parseEdtf('2014-01-05/..')).toEqual({ first: day('2014-01-05'), last: Infinity })
  })

  test.each([
    '',
    '05.01.2014',
    '2014-13',
    '2014-02-30',
    '2014-1-5',
    '2014-01-05/2014-01-04',
    '2014-01-05/x',
    'gestern',
    '2014-01-05 ',
  ])('%j is none', (text) => expect(parseEdtf(text)).toBeNull())
})

describe('formatEdtf', () => {
  test.each([
    '2014',
    '2014-02',
    '2014-02-03',
    '2014-02-03/2014-02-28',
    '2013/2014',
    '2014-06/2014-08',
    '../2014-02-03',
    '2014-02-03/..',
    '../..',
  ])('%s comes back as it was', (edtf) => expect(formatEdtf(parseEdtf(edtf)!)).toBe(edtf))

  test('any two days between 1900 and 2100 come back', () => {
    const any = fc.integer({ min: day('1900-01-01'), max: day('2100-12-31') })
    fc.assert(
      fc.property(any, any, (a, b) => {
        const interval = { first: Math.min(a, b), last: Math.max(a, b) }
        expect(parseEdtf(formatEdtf(interval))).toEqual(interval)
      }),
    )
  })
})

test.each([
  ['1970-01-01', 4],
  ['2023-11-05', 7],
  ['2014-01-06', 1],
  ['1969-12-28', 7],
])('%s is weekday %i', (text, weekday) => expect(weekdayOf(day(text))).toBe(weekday))

test('days and dates are two ways to say the same', () => {
  expect(dateOf(dayNumber(2024, 2, 29))).toEqual({ year: 2024, month: 2, day: 29 })
  expect(formatDay(dayNumber(2014, 1, 32))).toBe('2014-02-01')
  expect([daysInMonth(2000, 2), daysInMonth(1900, 2), daysInMonth(2023, 11)]).toEqual([29, 28, 30])
})

test('intersect and width', () => {
  const january = parseEdtf('2014-01')!
  expect(formatEdtf(intersect(january, parseEdtf('2014-01-20/2014-02-03')!)!)).toBe('2014-01-20/2014-01-31')
  expect(intersect(january, parseEdtf('2014-02')!)).toBeNull()
  expect([width(january), width(parseEdtf('2014-01-05')!), width(parseEdtf('2014/..')!)]).toEqual([
    31,
    1,
    Infinity,
  ])
})
