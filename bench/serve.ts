import { performance } from 'node:perf_hooks'
import { parseArgs } from 'node:util'
import { LiveChronicle } from '../src/chronicle/live.ts'
import type { Chronicle } from '../src/chronicle/types.ts'
import { readCodebook, readConflictScale } from '../src/cli/resources.ts'
import { createApp } from '../src/serve/app.ts'
import { identify } from '../src/store/identify.ts'
import { madeReports } from './incidents.ts'

/**
 * How long the first and the second answer of each view take on made-up incidents:
 * `npx tsx bench/serve.ts [--incidents 120000] [--reports 130000] [--seed 1]`. Milliseconds on the clock and of processor time (all
 * threads), and the size of the answer. Building the chronicle is not part of it.
 */
const { values } = parseArgs({
  options: {
    incidents: { type: 'string', default: '120000' },
    reports: { type: 'string', default: '130000' },
    seed: { type: 'string', default: '1' },
  },
})
const chronicle = built()
const codebook = readCodebook()
const scale = readConflictScale()
const app = createApp({
  store: { async *readings() {}, text: async () => null, version: async () => 1 },
  chronicleOf: async () => chronicle,
  codebook: () => codebook,
  scale: () => scale,
})
const event = chronicle.events[Math.floor(chronicle.events.length / 2)]!
const day = event.date?.edtf.slice(0, 4) ?? '2015'
const VIEWS = [
  ...['timeline', 'events?limit=100', 'places', 'actors', 'balance', 'figures?limit=100', 'series'],
  ...[`events/${event.id}`, 'contradictions', 'stances', 'review', `stories?from=${day}&to=${day}`],
]

console.log(`${chronicle.events.length} events, Node ${process.version}`)
console.log('view                       first ms  CPU ms    again ms  CPU ms       bytes')
for (const view of VIEWS) {
  const first = await ask(view)
  const again = await ask(view)
  const cell = (value: number, width: number) => String(Math.round(value)).padStart(width)
  console.log(
    view.padEnd(26) +
      cell(first.ms, 9) +
      cell(first.cpu, 8) +
      cell(again.ms, 12) +
      cell(again.cpu, 8) +
      cell(first.bytes, 12) +
      (first.status === 200 ? '' : ` ${first.status}`),
  )
}

async function ask(view: string) {
  const start = performance.now()
  const before = process.cpuUsage()
  const response = await app.request(`/api/v1/${view}`)
  const { length } = await response.text()
  const { user, system } = process.cpuUsage(before)
  return {
    ms: performance.now() - start,
    cpu: (user + system) / 1000,
    bytes: length,
    status: response.status,
  }
}

function built(): Chronicle {
  const live = new LiveChronicle()
  const options = {
    incidents: Number(values.incidents),
    reports: Number(values.reports),
    seed: Number(values.seed),
  }
  for (const { report } of madeReports(options)) {
    const { reading, sighting, text } = identify(report)
    live.add({ id: reading, sighting, text, recordedAt: '2026-01-01T00:00:00.000Z', report })
  }
  return live.chronicle([])
}
