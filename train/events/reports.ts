import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { createNodeReader } from '../../src/cli/reader.ts'
import { Document } from '../../src/document/document.ts'
import { readEvents } from '../../src/eval/gold-events.ts'
import type { ReadReport } from './instances.ts'

const indexSchema = z.array(z.object({ id: z.string(), date: z.string().nullable() }))

/** Annotated reports, read by the rules alone. @param folder with `annotations/`, `texts/` and `index.json` */
export function readReports(folder: string): ReadReport[] {
  const { pipeline } = createNodeReader({ rulesOnly: true })
  const dates = new Map(
    indexSchema
      .parse(JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8')))
      .map(({ id, date }) => [id, date]),
  )
  const textOf = (id: string) => readFileSync(join(folder, 'texts', `${id}.txt`), 'utf8')
  return readdirSync(join(folder, 'annotations'))
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => {
      const gold = readEvents(file, readFileSync(join(folder, 'annotations', file), 'utf8'), textOf)
      const date = dates.get(gold.id) ?? null
      const doc = new Document({
        id: gold.id,
        text: gold.text,
        source: { outlet: null, agency: [], url: null, path: null, sha256: '', fetched: null },
        published: date === null ? null : { edtf: date, basis: 'given' },
        titleText: null,
        language: 'de',
        blocks: null,
        diagnostics: [],
      })
      pipeline.run(doc)
      return { gold, doc }
    })
}
