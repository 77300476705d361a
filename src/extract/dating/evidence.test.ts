import { describe, expect, it } from 'vitest'
import { parseEdtf } from '../../base/calendar.ts'
import { type DateEvidence, union, weigh } from './evidence.ts'

const piece = (edtf: string, hard = true, weight = 1): DateEvidence => ({
  from: 0,
  to: 0,
  why: edtf,
  days: [parseEdtf(edtf)!],
  weight,
  hard,
})

describe('weigh', () => {
  it.each<readonly [string, readonly DateEvidence[], string | null]>([
    ['intersects what agrees', [piece('2013/2017'), piece('2014-06-10/..')], '2014-06-10/2017'],
    ['goes with the majority', [piece('2013/2017'), piece('2014/2016'), piece('2001/2005')], '2014/2016'],
    [
      'lets soft pieces only narrow',
      [piece('2013/2017'), piece('2014', false), piece('2020', false, 9)],
      '2014',
    ],
    ['has nothing to say without evidence', [], null],
  ])('%s', (_, evidence, expected) => {
    expect(weigh(evidence)?.days ?? null).toEqual(expected === null ? null : parseEdtf(expected))
  })
  it('leaves out the pieces that lost', () => {
    expect(
      weigh([piece('2013/2017'), piece('2014/2016'), piece('2001/2005')])?.used.map((e) => e.why),
    ).toEqual(['2013/2017', '2014/2016'])
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
