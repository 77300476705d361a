import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Prints the annotated reports of `../shared/gold/events` as JSONL records for `lagebild read - --json`, with their publication
 * dates or, with `--undated`, without.
 */
const folder = join('..', 'shared', 'gold', 'events')
const withDates = !process.argv.includes('--undated')
const index = JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8')) as { id: string; date: string }[]
for (const { id, date } of index) {
  const text = readFileSync(join(folder, 'texts', `${id}.txt`), 'utf8')
  console.log(JSON.stringify({ id, text, ...(withDates ? { published: date } : {}) }))
}
