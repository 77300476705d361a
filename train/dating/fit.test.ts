import { describe, expect, test } from 'vitest'
import { parseEdtf } from '../../src/base/calendar.ts'
import { MONTHS, monthOf } from '../../src/extract/dating/axis.ts'
import { binsOf, type EvidenceKind, INSIDE, KINDS } from '../../src/extract/dating/evidence.ts'
import { readDatingModel, writeDatingModel } from '../../src/extract/dating/model.ts'
import { calibration, massFor } from './cross-validate.ts'
import { expectedRow } from './expected.ts'
import { curvesOf, fitWeights, wordTimes } from './fit.ts'
import { deployedPrior, priorOfReports } from './prior.ts'
import type { DatedReport } from './reports.ts'

const month = (edtf: string) => monthOf(parseEdtf(edtf)!.first)
const report = (id: number, edtf: string, kind: EvidenceKind, days: string): DatedReport => ({
  id: String(id),
  month: month(edtf),
  evidence: [{ kind: KINDS.indexOf(kind), bins: binsOf([parseEdtf(days)!]) }],
  words: id % 2 === 0 ? ['wahl', 'haus'] : ['haus'],
})
/** Offices fit; events are written of two months later. */
const reports = Array.from({ length: 20 }, (_, i) =>
  i % 2 === 0
    ? report(i, `20${String(i + 2).padStart(2, '0')}-06`, 'office', `20${String(i + 2).padStart(2, '0')}`)
    : report(
        i,
        `20${String(i + 2).padStart(2, '0')}-06`,
        'lead-event',
        `20${String(i + 2).padStart(2, '0')}-04`,
      ),
)

describe('priors', () => {
  test.each([
    ['of the reports', priorOfReports(reports)],
    ['as deployed', deployedPrior(reports)],
  ])('%s sum to one', (_, prior) => {
    expect(prior.reduce((sum, log) => sum + Math.exp(log), 0)).toBeCloseTo(1)
  })
  test('half of the deployed one is flat over the years of the codebook', () => {
    const early = reports.map((r) => ({ ...r, month: month('2005-06') }))
    const prior = deployedPrior(early)
    const share = (year: string) => 12 * Math.exp(prior[month(year)]!)
    expect(share('2020')).toBeGreaterThan(0.5 / 30)
    expect(share('2005')).toBeGreaterThan(10 * share('2020'))
    expect(share('1960')).toBeLessThan(share('2020') / 100)
  })
})

test('the fit learns the distance at which a kind is named, and stays near what is expected elsewhere', () => {
  const { weights } = fitWeights(reports, curvesOf(reports, wordTimes(reports)), priorOfReports(reports))
  const event = weights['lead-event']
  expect(event.indexOf(Math.max(...event))).toBe(INSIDE + 2)
  expect(weights.office.indexOf(Math.max(...weights.office))).toBe(INSIDE)
  expect(Math.abs(weights.topic[0]! - expectedRow('topic')[0]!)).toBeLessThan(1)
})

test('what was written is read again', () => {
  const prior = deployedPrior(reports)
  const weights = Object.fromEntries(KINDS.map((kind) => [kind, expectedRow(kind)])) as never
  // the words of these few reports are all too common or too rare to be kept, so one is given
  const times = { ...wordTimes(reports), words: new Map([['wahl', [month('2004') / 3, month('2020') / 3]]]) }
  const model = readDatingModel(writeDatingModel({ prior, mass: 0.9, weights, words: [0.1, 0.2], times }))
  expect(model.mass).toBe(0.9)
  expect(model.times.words).toEqual(times.words)
  expect(model.times.reports.get(Math.floor(reports[0]!.month / 3))).toBe(1)
  expect(model.prior[month('2010')]).toBeCloseTo(prior[month('2010')]!, 3)
  expect(() => readDatingModel('{}')).toThrow('another version')
})

test('the share of chances is chosen so that the intervals hold as many reports as asked', () => {
  // 100 reports at the foot of a staircase of chances: the k-th month of a report holds what the first k hundredths do not
  const chances = Float64Array.from({ length: MONTHS }, (_, m) => (m < 100 ? 0.01 : 0))
  const heldOut = Array.from({ length: 100 }, (_, m) => ({ month: m, chances }))
  expect(massFor(heldOut, 0.9)).toBeCloseTo(0.9)
  expect(calibration(heldOut, 0.9)[0]).toBe(
    'held out in turn: inside 90.0 % of 100, median width 90 months, quartiles 90 and 90',
  )
})
