import { expect, test } from 'vitest'
import { FAULTS, type Fault, faultOf, predicateExamples } from './support/predicate-examples.ts'

/** Share of the sentences, one for each row of the lexicon, that are read without a fault; what was reached, as a floor. */
const FLOOR = 0.5

test('the sentence of each predicate is coded by its row, with its sides', () => {
  const examples = predicateExamples().filter(({ text }) => text !== '')
  const faults = new Map<Fault | null, number>()
  for (const example of examples) {
    const fault = faultOf(example)
    faults.set(fault, (faults.get(fault) ?? 0) + 1)
  }
  const right = faults.get(null) ?? 0
  console.log(
    `${right}/${examples.length} predicates right; wrong: ${FAULTS.map((f) => `${f} ${faults.get(f) ?? 0}`).join(', ')}`,
  )
  expect(right / examples.length).toBeGreaterThanOrEqual(FLOOR)
}, 300_000)
