import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { createNodeReader } from '../../src/cli/reader.ts'
import { readCodebook } from '../../src/cli/resources.ts'
import type { Quads } from '../../src/eval/event-pairs.ts'
import { LEAST_CONFIDENCE } from '../../src/extract/events/choices/decide.ts'
import { type ChoiceWeights, writeChoiceWeights } from '../../src/extract/events/choices/weights.ts'
import { fitChoices, type Instance } from './fit.ts'
import {
  actorInstances,
  dateInstances,
  forAll,
  placeInstances,
  type ReadReport,
  recipientInstances,
  rightnessInstances,
} from './instances.ts'
import { readTold, sharedGold, wikinewsGold } from './reports.ts'

/**
 * `npm run train:events`: weights by which the sides and places of events decided where the sentence leaves them open. With
 * `--held-out FILE` also the reports of `--gold`, each coded by weights that it had no part in, for the scorer. No chance is involved.
 */
const { values } = parseArgs({
  options: {
    out: { type: 'string', default: 'models/de' },
    gold: { type: 'string', default: '../shared/gold/events' },
    own: { type: 'string', default: 'test/gold/events/wikinews.jsonl' },
    texts: { type: 'string', default: '../shared/gold/quotes/train' },
    'held-out': { type: 'string' },
    'min-confidence': { type: 'string', default: String(LEAST_CONFIDENCE) },
    /** Publishers' texts are measured on, never trained on. */
    without: { type: 'string', default: '^seed-' },
  },
})
const log = (line: string) => process.stderr.write(`${line}\n`)
const FOLDS = 5
/** Pull of each weight towards nothing. */
const RIDGE = 2
const RIDGE_OF_PLACES = 10
const RIDGE_OF_DATES = 8
const RIDGE_OF_RIGHT = 10

const quads: Quads = new Map(readCodebook().categories.map(({ type, quad }) => [type, quad]))
const measured = readTold(sharedGold(values.gold), 'others')
const own = readTold(wikinewsGold(values.own, values.texts), 'own')
const excluded = new RegExp(values.without)
const trainable = [...measured, ...own].filter(({ gold }) => !excluded.test(gold.id))
log(`${trainable.length} of ${measured.length + own.length} annotated reports`)

function fitted(reports: readonly ReadReport[]): ChoiceWeights {
  const learn = (instancesOf: (report: ReadReport) => Instance[], ridge: number) =>
    fitChoices(reports.flatMap(instancesOf), ridge)
  const actor = learn((report) => actorInstances(report, quads), RIDGE)
  const choices = {
    actor,
    recipient: learn((report) => recipientInstances(report, quads, actor), RIDGE),
    place: learn((report) => placeInstances(report, quads), RIDGE_OF_PLACES),
    date: learn((report) => dateInstances(report, quads), RIDGE_OF_DATES),
  }
  const right = learn((report) => rightnessInstances(report, choices, quads), RIDGE_OF_RIGHT)
  return { ...choices, right: forAll(right) }
}

if (values['held-out'] !== undefined) {
  const lines = Array.from({ length: FOLDS }, (_, fold) => {
    const held = measured.filter((_, i) => i % FOLDS === fold)
    const choices = fitted(trainable.filter((report) => !held.includes(report)))
    const reader = createNodeReader({ choices, minConfidence: Number(values['min-confidence']) })
    return held.map(({ doc }) => JSON.stringify(reader.read(doc.raw)))
  }).flat()
  writeFileSync(values['held-out'], `${lines.join('\n')}\n`)
  log(`${values['held-out']}: ${lines.length} reports, each by the weights of the other four fifths`)
}
const text = writeChoiceWeights(fitted(trainable))
mkdirSync(values.out, { recursive: true })
writeFileSync(join(values.out, 'events.json'), text)
log(`${join(values.out, 'events.json')}: ${(text.length / 1000).toFixed(0)} kB`)
