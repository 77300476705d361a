import { createHash } from 'node:crypto'
import { parseArgs } from 'node:util'
import { filterEvents } from '../src/chronicle/apply-filter.ts'
import type { EventFilter } from '../src/chronicle/filter.ts'
import { LiveChronicle } from '../src/chronicle/live.ts'
import type { Chronicle, Reading } from '../src/chronicle/types.ts'
import { identify } from '../src/store/identify.ts'
import { type MadeReport, madeReports } from './incidents.ts'

/**
 * What merging costs at scale, on one core:
 * `node --expose-gc --import tsx bench/chronicle.ts [--incidents 25000] [--reports 100000] [--seed 1]`.
 * Prints the cost per report, the memory, the time of questions and how well incidents were told apart. Processor time (all threads of
 * this process, so with the garbage collector's) stands beside the time on the clock, as other work on the machine shows only in that.
 */
const { values } = parseArgs({
  options: {
    incidents: { type: 'string', default: '25000' },
    reports: { type: 'string', default: '100000' },
    seed: { type: 'string', default: '1' },
  },
})
const options = {
  incidents: Number(values.incidents),
  reports: Number(values.reports),
  seed: Number(values.seed),
}
const STEP = Math.ceil(options.reports / 20)
const MB = 2 ** 20

const heap = (): number => {
  globalThis.gc?.()
  return process.memoryUsage().heapUsed
}
const readingOf = ({ report }: MadeReport): Reading => {
  const { reading, sighting, text } = identify(report)
  return { id: reading, sighting, text, recordedAt: '2026-01-01T00:00:00.000Z', report }
}

console.log(
  `${options.reports} reports of ${options.incidents} incidents, seed ${options.seed}, Node ${process.version}`,
)
const live = new LiveChronicle()
const truth = new Map<string, number>()
const before = heap()
let count = 0
let mentions = 0
let characters = 0
let spent = 0
let total = 0
let computed = 0
let totalCpu = 0
let slowest = 0
const cpu = () => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}
const cell = (value: string, width: number) => value.padStart(width)
console.log('reports  mentions  CPU ms a report  ms a report  slowest ms  bytes a mention')
for (const made of madeReports(options)) {
  const reading = readingOf(made)
  for (const [at, event] of made.report.events.entries())
    truth.set(`${made.report.id} ${event.id}`, made.truth[at]!)
  mentions += made.report.events.length
  characters += made.report.text?.length ?? 0
  const start = performance.now()
  const cpuStart = cpu()
  live.add(reading)
  live.settle()
  const took = performance.now() - start
  computed += cpu() - cpuStart
  spent += took
  total += took
  if (took > slowest) slowest = took
  count++
  if (count % STEP !== 0) continue
  const bytes = Math.round((heap() - before) / mentions)
  const row = [
    ...[cell(String(count), 7), cell(String(mentions), 8), cell((computed / STEP).toFixed(3), 15)],
    ...[cell((spent / STEP).toFixed(3), 11), cell(slowest.toFixed(1), 10), cell(String(bytes), 15)],
  ]
  console.log(row.join('  '))
  totalCpu += computed
  computed = 0
  spent = 0
  slowest = 0
}
const seconds = (ms: number) => (ms / 1000).toFixed(1)
console.log(
  `\nmerged ${count} reports (${(characters / 1e6).toFixed(0)} million characters): ${seconds(totalCpu)} s of processor time, ${seconds(total)} s`,
)

/** Processor time of the first and the median of some more runs. */
const timed = <Value>(name: string, runs: number, work: () => Value): Value => {
  const times: number[] = []
  let value: Value
  globalThis.gc?.()
  do {
    const start = cpu()
    value = work()
    times.push(cpu() - start)
  } while (times.length < runs)
  const [first] = times
  const median = times.slice(1).sort((a, b) => a - b)[Math.floor((runs - 1) / 2)]
  const again = median === undefined ? '' : `, again ${median.toFixed(1)} ms`
  console.log(`${name.padEnd(44)} ${first!.toFixed(1).padStart(8)} ms${again}`)
  return value
}
const chronicle = timed('all events told for the first time', 1, () => live.chronicle([]))
console.log(`${chronicle.events.length} events, ${chronicle.contradictions.length} contradictions`)
console.log(
  `${Math.round((heap() - before) / MB)} MB in all, ${Math.round((heap() - before) / mentions)} bytes a mention\n`,
)

const filters: [string, EventFilter][] = [
  ['a month of one country', { from: '2015-03-01', to: '2015-03-31', place: 'QAC' }],
  ['a party, all years', { actor: 'QAD' }],
  ['attacks of a year', { from: '2016', to: '2016', type: ['ASSAULT'] }],
  ['words', { text: 'Luftangriff' }],
  ['a status', { status: 'denied' }],
]
for (const [name, filter] of filters) timed(name, 9, () => filterEvents(live.chronicle([]).events, filter))
const extras = madeReports({ incidents: 20, reports: 40, seed: 99 })[Symbol.iterator]() as Iterator<
  MadeReport,
  undefined
>
timed('a report comes, then attacks of a year', 9, () => {
  live.add(readingOf(extras.next().value!))
  return filterEvents(live.chronicle([]).events, filters[2]![1])
})

console.log('')
score(chronicle)
console.log(
  `\nevents ${createHash('sha256')
    .update(chronicle.events.map(({ id }) => id).join())
    .digest('hex')
    .slice(0, 16)}`,
)

/** Pairs of mentions that stand in one event, against those that tell one incident; B-cubed over all mentions. */
function score({ events }: Chronicle): void {
  const sizes = new Map<number, number>()
  for (const incident of truth.values()) sizes.set(incident, (sizes.get(incident) ?? 0) + 1)
  let [together, right, precision, recall, n] = [0, 0, 0, 0, 0]
  for (const event of events) {
    const parts = new Map<number, number>()
    for (const { report, reportEvent } of event.mentions) {
      const incident = truth.get(`${report} ${reportEvent}`)!
      parts.set(incident, (parts.get(incident) ?? 0) + 1)
    }
    const size = event.mentions.length
    together += (size * (size - 1)) / 2
    n += size
    for (const [incident, part] of parts) {
      right += (part * (part - 1)) / 2
      precision += (part * part) / size
      recall += (part * part) / sizes.get(incident)!
    }
  }
  const all = [...sizes.values()].reduce((sum, size) => sum + (size * (size - 1)) / 2, 0)
  const percent = (value: number) => (100 * value).toFixed(1)
  console.log(`pairwise precision ${percent(right / together)}, recall ${percent(right / all)}`)
  console.log(`B-cubed precision ${percent(precision / n)}, recall ${percent(recall / n)}`)
}
