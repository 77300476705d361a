import { describe, expect, it } from 'vitest'
import { parseEdtf } from '../../base/calendar.ts'
import { EARLIEST, FIRST_YEAR, LATEST, MONTHS, monthOf } from './axis.ts'
import { priorOf } from './model.ts'
import { chancesOf, massIn, shortest, within } from './posterior.ts'
import { QUARTERS, WordReader } from './words.ts'

const all = { first: EARLIEST, last: LATEST }
const peak = (at: Record<number, number>) =>
  Float64Array.from({ length: MONTHS }, (_, month) => at[month] ?? 0)

describe('shortest', () => {
  it.each<readonly [string, Record<number, number>, number, readonly [number, number]]>([
    ['a single month', { 700: 1 }, 0.95, [700, 700]],
    ['spans two peaks where neither suffices', { 700: 0.5, 710: 0.5 }, 0.95, [700, 710]],
    ['leaves out what it may', { 100: 0.04, 700: 0.5, 710: 0.46 }, 0.95, [700, 710]],
    ['of several as short the likeliest', { 10: 0.2, 20: 0.3, 30: 0.5 }, 0.2, [30, 30]],
  ])('%s', (_, at, mass, [first, last]) => {
    expect(shortest(peak(at), mass)).toEqual({ first, last })
  })
})

describe('chancesOf', () => {
  it('sums to one within the bounds and is nothing outside', () => {
    const days = parseEdtf('2010/2012')!
    const chances = chancesOf(
      priorOf(() => 1),
      days,
    )
    const months = { first: monthOf(days.first), last: monthOf(days.last) }
    expect(massIn(chances, months)).toBeCloseTo(1)
    expect(chances[months.first - 1]! + chances[months.last + 1]!).toBe(0)
  })
})

describe('within', () => {
  it.each<readonly [string, readonly string[], string | null]>([
    ['nothing to keep to', [], null],
    ['the overlap', ['2010/2014', '2012/..'], '2012-01-01/2014-12-31'],
    ['the first where they contradict each other', ['2010', '2015'], '2010'],
  ])('%s', (_, bounds, expected) => {
    const found = within(bounds.map((edtf) => ({ from: 0, to: 0, why: '', days: parseEdtf(edtf)! })))
    expect(found).toEqual(expected === null ? { first: -Infinity, last: Infinity } : parseEdtf(expected))
  })
})

describe('WordReader', () => {
  const quarter = (year: number) => (year - FIRST_YEAR) * 4
  const reader = new WordReader({
    reports: new Map([2005, 2010, 2015].map((year) => [quarter(year), 50])),
    words: new Map([
      ['grippe', new Array<number>(10).fill(quarter(2005))],
      ['haus', [2005, 2010, 2015].flatMap((year) => new Array<number>(5).fill(quarter(year)))],
    ]),
  })
  it.each(['grippe', 'haus'])('%s', (word) => {
    const [narrow, wide] = reader.scoresOf(word)!
    expect([narrow!.length, wide!.length]).toEqual([QUARTERS, QUARTERS])
    const [then, later, never] = [2005, 2015, 1960].map((year) => wide![quarter(year)]!)
    // where no report was seen, a word says nothing
    expect(never).toBeCloseTo(0)
    if (word === 'grippe') {
      expect(then).toBeGreaterThan(0.5)
      expect(later).toBeLessThan(-0.5)
    } else expect(Math.abs(then! - later!)).toBeLessThan(0.01)
  })
  it('knows nothing of other words', () => expect(reader.scoresOf('zub')).toBeNull())
  it('starts from all of the axis', () =>
    expect(
      chancesOf(
        priorOf(() => 1),
        all,
      )[0],
    ).toBeCloseTo(1 / MONTHS))
})
