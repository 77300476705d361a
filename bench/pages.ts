import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { parseArgs } from 'node:util'
import { readCodebook } from '../src/cli/resources.ts'
import { Document } from '../src/document/document.ts'
import { cleanComponent } from '../src/extract/clean/component.ts'
import { itemsOf } from '../src/ingest/formats.ts'
import type { IngestItem } from '../src/ingest/types.ts'

/**
 * How fast web pages become documents: `npx tsx bench/pages.ts [FOLDER]`, milliseconds a page on one core, from the bytes to the
 * blocks. With `--jsonl` it prints what was read instead, a line a page, as `../shared/eval/score_html.py` takes it:
 * title, lead and body, and the captions too with `--captions`.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { jsonl: { type: 'boolean' }, captions: { type: 'boolean' } },
})
const folder = positionals[0] ?? join('..', 'shared', 'gold', 'html', 'pages')
/** Pages read before the clock starts, so that the compiler of the engine has seen the code. */
const WARM_UP = 20

const kinds = new Set(['title', 'lead', 'body', ...(values.captions ? ['caption'] : [])])

const pages = readdirSync(folder)
  .filter((file) => /\.x?html?$/u.test(file))
  .map((file) => ({ file, bytes: readFileSync(join(folder, file)) }))
if (pages.length === 0) {
  console.error(`There are no pages in ${folder}. Name a folder of .html files.`)
  process.exit(1)
}
const clean = cleanComponent(readCodebook().outlets, () => 'de')
const read = ({ file, bytes }: (typeof pages)[number]): IngestItem | undefined =>
  itemsOf(bytes, 'html', null, { id: file, path: file, url: null, bytes }, {})[0]

if (values.jsonl)
  for (const page of pages) console.log(JSON.stringify({ file: page.file, ...factsOf(read(page)) }))
else time()

function factsOf(item: IngestItem | undefined) {
  if (item?.kind !== 'document')
    return { text: '', date: null, title: null, unread: item?.diagnostics.map(({ code }) => code) }
  const doc = new Document(item.document)
  clean.run(doc)
  const title = doc.layer('title')
  return {
    text: doc
      .layer('blocks')
      .filter(({ kind }) => kinds.has(kind))
      .map(({ from, to }) => doc.text.slice(from, to))
      .join('\n'),
    date: doc.raw.published?.edtf.slice(0, 10) ?? null,
    title: title ? doc.text.slice(title.from, title.to) : doc.raw.titleText,
  }
}

function time(): void {
  for (const page of pages.slice(0, WARM_UP)) factsOf(read(page))
  const before = process.cpuUsage()
  const taken = pages.map((page) => {
    const start = performance.now()
    factsOf(read(page))
    return { file: page.file, ms: performance.now() - start }
  })
  const { user, system } = process.cpuUsage(before)
  taken.sort((a, b) => a.ms - b.ms)
  const at = (share: number) => taken[Math.min(taken.length - 1, Math.floor(share * taken.length))]!
  const mean = taken.reduce((sum, { ms }) => sum + ms, 0) / taken.length
  const bytes = pages.reduce((sum, page) => sum + page.bytes.length, 0) / pages.length
  console.log(`${pages.length} pages of ${Math.round(bytes / 1000)} kB on average, Node ${process.version}`)
  console.log(
    `processor time ${((user + system) / 1000 / pages.length).toFixed(1)} ms a page, all threads (other work on the machine slows the clock, not this)`,
  )
  console.log(
    `by the clock, ms a page: mean ${mean.toFixed(1)}, median ${at(0.5).ms.toFixed(1)}, 95 % below ${at(0.95).ms.toFixed(1)}, slowest ${at(1).ms.toFixed(1)} (${at(1).file})`,
  )
}
