import { parseArgs } from 'node:util'
import { cardOf } from '../src/chronicle/card.ts'
import { EventIndex } from '../src/chronicle/event-index.ts'
import { featuresOf } from '../src/chronicle/features.ts'
import { Shared } from '../src/chronicle/shared.ts'
import { passagesOf } from '../src/chronicle/tellings.ts'
import { identify } from '../src/store/identify.ts'
import { madeReports } from './incidents.ts'

/**
 * What the index of events alone takes (features, forms, lists, pairs), without the cards from which events are shown:
 * `node --expose-gc --import tsx bench/index-memory.ts [--incidents 5000] [--reports 20000]`.
 */
const { values } = parseArgs({
  options: {
    incidents: { type: 'string', default: '5000' },
    reports: { type: 'string', default: '20000' },
  },
})
const bytes = (): number => {
  globalThis.gc?.()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}
const shared = new Shared()
const index = new EventIndex()
let before = 0
let mentions = 0
for (const { report } of madeReports({
  incidents: Number(values.incidents),
  reports: Number(values.reports),
  seed: 1,
})) {
  if (mentions === 0) before = bytes()
  const { reading, sighting, text } = identify(report)
  const card = cardOf({ id: reading, sighting, text, recordedAt: '2026-01-01T00:00:00.000Z', report }, shared)
  index.put(text, featuresOf(passagesOf([card]), card.story, shared))
  index.settle()
  mentions += report.events.length
}
console.log(`${Math.round((bytes() - before) / mentions)} bytes a mention, ${mentions} mentions`)
// The index must live until it was measured.
index.settle()
