import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * `npx tsx bench/own-gold.ts wikinews|unread|standard DIR`: our annotations of `test/gold/events` with the words that their offsets point at, as the
 * scorer reads them: `DIR/annotations`, `DIR/texts`, and `DIR/input.jsonl` for `lagebild read --json`. The texts are taken from `../shared`.
 */
const [set, folder] = process.argv.slice(2)
if (folder === undefined || (set !== 'wikinews' && set !== 'unread' && set !== 'standard')) {
  console.error('usage: npx tsx bench/own-gold.ts wikinews|unread|standard DIR')
  process.exit(2)
}

const SHARED = join('..', 'shared')
const textOf = set === 'standard' ? standardText() : wikinewsText

function wikinewsText(id: string): string {
  const json = readFileSync(
    join(SHARED, 'gold', 'quotes', set === 'unread' ? 'dev' : 'train', `${id}.json`),
    'utf8',
  )
  return (JSON.parse(json) as { text: string }).text
}

/** `gn-0042` is line 42, counted from 0. */
function standardText(): (id: string) => string {
  const lines = readFileSync(join(SHARED, 'bench', 'gnad10k-test.csv'), 'utf8').split('\n')
  return (id) => {
    const line = lines[Number(id.slice(3))]!
    const text = line.slice(line.indexOf(';') + 1)
    return text.startsWith("'") && text.endsWith("'") ? text.slice(1, -1).replaceAll("''", "'") : text
  }
}

type Json = string | number | boolean | null | Json[] | { [key: string]: Json }

/** Offsets give way to the words at them. */
function withWords(value: Json, text: string): Json {
  if (isPair(value)) return text.slice(value[0], value[1])
  if (Array.isArray(value)) return value.map((one) => withWords(one, text))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withWords(one, text)]))
}

const isPair = (value: Json): value is [number, number] =>
  Array.isArray(value) && value.length === 2 && value.every((one) => typeof one === 'number')

for (const part of ['annotations', 'texts']) mkdirSync(join(folder, part), { recursive: true })
const inputs = readFileSync(join('test', 'gold', 'events', `${set}.jsonl`), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => {
    const { doc, published, ...annotation } = JSON.parse(line) as { doc: string; published: string | null }
    const text = textOf(doc)
    writeFileSync(join(folder, 'texts', `${doc}.txt`), text)
    writeFileSync(
      join(folder, 'annotations', `${doc}.json`),
      `${JSON.stringify({ doc, ...(withWords(annotation as Json, text) as object) })}\n`,
    )
    return JSON.stringify({ id: doc, text, ...(published === null ? {} : { published }) })
  })
writeFileSync(join(folder, 'input.jsonl'), `${inputs.join('\n')}\n`)
