import { existsSync } from 'node:fs'
import { availableParallelism, cpus } from 'node:os'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { tuneEngine } from '../src/cli/engine.ts'
import { type Run, readOnOneCore, readWithJobs } from './read.ts'

/**
 * How fast we read, on one core and with more: `npm run bench -- [FOLDER…] [--jobs 1,2,4]`.
 * A folder holds anything that `lagebild read` takes; without one, the texts of ../shared/gold/quotes are read.
 */
const ROOT = fileURLToPath(new URL('..', import.meta.url))
const PROGRAM = `${ROOT}dist/cli/main.js`
const DEFAULT_FOLDER = `${ROOT}../shared/gold/quotes`

const { values, positionals } = parseArgs({ allowPositionals: true, options: { jobs: { type: 'string' } } })
const paths = positionals.length > 0 ? positionals : [DEFAULT_FOLDER]
const absent = paths.filter((path) => !existsSync(path))
if (absent.length > 0) {
  console.error(`${absent.join(', ')} does not exist. Name a folder of texts: npm run bench -- FOLDER`)
  process.exit(1)
}

const rate = (amount: number, seconds: number): string => (seconds > 0 ? (amount / seconds).toFixed(1) : '-')
const columns = (run: Run): string[] => [
  String(run.documents),
  String(run.sentences),
  run.seconds.toFixed(2),
  rate(run.documents, run.seconds),
  rate(run.sentences, run.seconds),
]

tuneEngine()
const one = await readOnOneCore(paths)
if (one.documents === 0) {
  console.error(`Nothing could be read in ${paths.join(', ')}.`)
  process.exit(3)
}
console.log(
  `${cpus()[0]?.model.trim() ?? 'unknown processor'}, ${availableParallelism()} cores, Node ${process.version}`,
)
console.log(
  `${paths.join(' ')}: ${(one.characters / 1e6).toFixed(2)} million characters, ${one.unread} inputs unread`,
)
console.log(
  `loading ${one.loading.toFixed(2)} s; slowest document ${one.slowest.seconds.toFixed(3)} s (${one.slowest.id})\n`,
)

const rows = [
  ['run', 'documents', 'sentences', 'seconds', 'documents/s', 'sentences/s', 'growth'],
  ['in one thread, without loading', ...columns(one), ''],
]
if (existsSync(PROGRAM)) {
  let first: number | null = null
  for (const jobs of jobsAsked()) {
    const run = await readWithJobs(PROGRAM, paths, jobs)
    first ??= run.seconds
    rows.push([
      `lagebild read --json --jobs ${jobs}`,
      ...columns(run),
      `x${(first / run.seconds).toFixed(2)}`,
    ])
  }
} else console.error('dist/cli/main.js is missing, so --jobs was not measured. Run `npm run build`.')

print(rows)
console.log('')
print([
  ['stage, in one thread', 'seconds', 'sentences/s'],
  ...one.stages.map(({ name, seconds }) => [name, seconds.toFixed(2), rate(one.sentences, seconds)]),
])

function print(table: readonly (readonly string[])[]): void {
  const widths = table[0]!.map((_, column) => Math.max(...table.map((row) => row[column]!.length)))
  for (const row of table) {
    console.log(
      row
        .map((text, i) => (i === 0 ? text.padEnd(widths[i]!) : text.padStart(widths[i]!)))
        .join('  ')
        .trimEnd(),
    )
  }
}

/** `--jobs 1,2,4`; without it 1, 2, 4 … up to the number of cores. */
function jobsAsked(): number[] {
  if (values.jobs !== undefined)
    return values.jobs
      .split(',')
      .map(Number)
      .filter((jobs) => Number.isInteger(jobs) && jobs > 0)
  const doubled: number[] = []
  for (let jobs = 1; jobs <= availableParallelism(); jobs *= 2) doubled.push(jobs)
  return doubled
}
