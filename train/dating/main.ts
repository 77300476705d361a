import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { writeDatingModel } from '../../src/extract/dating/model.ts'
import { calibration, crossValidate, heldOutCurves, massFor } from './cross-validate.ts'
import { fitWeights, wordTimes } from './fit.ts'
import { deployedPrior, priorOfReports } from './prior.ts'
import { readReports } from './reports.ts'

/**
 * `npm run train:dating -- --out models/de`: weights for the dating of reports without a date, and how well they do on reports held out
 * in turn. Reads the plain texts and dates of Wikinews reports, nothing else of those files. No chance is involved: the same bytes each time.
 */
const { values } = parseArgs({
  options: {
    out: { type: 'string', default: 'models/de' },
    reports: { type: 'string', default: '../shared/gold/quotes/train' },
    /** Share of the reports held out in turn that the interval shall hold; a point of margin for texts of other kinds. */
    inside: { type: 'string', default: '0.96' },
  },
})
const started = Date.now()
const log = (line: string) =>
  process.stdout.write(`${((Date.now() - started) / 1000).toFixed(0).padStart(4)} s  ${line}\n`)

const reports = readReports(values.reports)
log(`${reports.length} dated reports`)
const prior = deployedPrior(reports)
const heldOut = crossValidate(reports, prior)
const mass = massFor(heldOut, Number(values.inside))
log(`share of the chances that an interval holds: ${mass}`)
for (const line of calibration(heldOut, mass)) log(line)
const fitted = fitWeights(reports, heldOutCurves(reports), priorOfReports(reports))
const times = wordTimes(reports)
const text = writeDatingModel({ prior, mass, ...fitted, times })
mkdirSync(values.out, { recursive: true })
writeFileSync(join(values.out, 'dating.json'), text)
log(`${join(values.out, 'dating.json')}: ${(text.length / 1000).toFixed(0)} kB, ${times.words.size} words`)
