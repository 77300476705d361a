import { FIRST_YEAR, MONTHS, yearOfMonth } from '../../src/extract/dating/axis.ts'
import { priorOf } from '../../src/extract/dating/model.ts'
import type { DatedReport } from './reports.ts'

/** Readers bring reports of any year since the web began; those of the training set cluster in 2005 to 2012. Half the prior is flat. */
const FLAT = 0.5
const FROM = 2000
/** The last year that the codebook knows. */
const TO = 2026
/** The 1990s, the years before, and how fast the chance falls after `TO`. */
const NINETIES = 0.1
const BEFORE = 0.005
const FALL = 0.5

/** What the fit reckons with: the years of its reports, spread over their neighbours. */
export function priorOfReports(reports: readonly DatedReport[]): Float64Array {
  const shares = yearShares(reports)
  return priorOf((year) => shares[year - FIRST_YEAR]! + 1e-6)
}

/** What reading reckons with: half of it is the same for every year that the codebook knows. */
export function deployedPrior(reports: readonly DatedReport[]): Float64Array {
  const shares = yearShares(reports)
  const years = TO - FROM + 1
  return priorOf((year) => (1 - FLAT) * shares[year - FIRST_YEAR]! + (FLAT * flat(year)) / years)
}

function flat(year: number): number {
  if (year > TO) return FALL ** (year - TO)
  if (year >= FROM) return 1
  return year >= 1990 ? NINETIES : BEFORE
}

function yearShares(reports: readonly DatedReport[]): number[] {
  const shares = new Array<number>(MONTHS / 12).fill(0)
  for (const { month } of reports) {
    for (const [offset, share] of [
      [-2, 0.05],
      [-1, 0.2],
      [0, 0.5],
      [1, 0.2],
      [2, 0.05],
    ] as const)
      shares[yearOfMonth(month) - FIRST_YEAR + offset]! += share / reports.length
  }
  return shares
}
