import { describe, expect, it } from 'vitest'
import { parseEdtf } from '../../base/calendar.ts'
import { MONTHS, monthOf, union } from './axis.ts'
import { BINS, binOf, binsOf, INSIDE } from './evidence.ts'

describe('binOf', () => {
  it.each([
    [0, INSIDE],
    [1, INSIDE + 1],
    [-1, INSIDE - 1],
    [2, INSIDE + 2],
    [3, INSIDE + 3],
    [14, INSIDE + 5],
    [15, INSIDE + 6],
    [100_000, BINS - 1],
    [-100_000, 0],
    [Infinity, BINS - 1],
  ])('%s months', (months, bin) => expect(binOf(months)).toBe(bin))
})

describe('binsOf', () => {
  const at = (bins: Uint8Array, edtf: string) => bins[monthOf(parseEdtf(edtf)!.first)]! - INSIDE
  it('counts from the nearer of two stretches', () => {
    const bins = binsOf([parseEdtf('2005-01/2005-03')!, parseEdtf('2010')!])
    expect(
      ['2004-12', '2005-02', '2005-04', '2009-12', '2010-06', '2011-01'].map((m) => at(bins, m)),
    ).toEqual([-1, 0, 1, -1, 0, 1])
  })
  it('holds open ends', () => {
    const bins = binsOf([parseEdtf('2013/..')!])
    expect([at(bins, '2012-12'), at(bins, '2013-01'), bins[MONTHS - 1]! - INSIDE]).toEqual([-1, 0, 0])
  })
})

describe('union', () => {
  it('joins what touches', () => {
    expect(
      union([
        { first: 5, last: 9 },
        { first: 1, last: 4 },
        { first: 20, last: 21 },
      ]),
    ).toEqual([
      { first: 1, last: 9 },
      { first: 20, last: 21 },
    ])
  })
})
