import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { createNodeReader } from '../../src/cli/reader.ts'
import { Document } from '../../src/document/document.ts'
import { type EventDocument, readEvents } from '../../src/eval/gold-events.ts'
import { type OffsetDocument, readOffsets } from '../../src/eval/gold-offsets.ts'
import { toldEvents } from '../../src/extract/events/coder.ts'
import type { Annotators, ReadReport } from './instances.ts'

const indexSchema = z.array(z.object({ id: z.string(), date: z.string().nullable() }))

/** The annotated reports of others. @param folder with `annotations/`, `texts/` and `index.json` */
export function sharedGold(folder: string): OffsetDocument[] {
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
      return { gold, published: dates.get(gold.id) ?? null }
    })
}

/** Our own annotations of Wikinews reports. @param texts folder of `ID.json` with the plain texts */
export function wikinewsGold(file: string, texts: string): OffsetDocument[] {
  return readOffsets(readFileSync(file, 'utf8'), (id) => {
    const { text } = JSON.parse(readFileSync(join(texts, `${id}.json`), 'utf8')) as { text: string }
    return text
  })
}

/** Each with what its sentences tell, before anything is chosen. */
export function readTold(documents: readonly OffsetDocument[], annotators: Annotators): ReadReport[] {
  const { pipeline, tables } = createNodeReader()
  return documents.map(({ gold, published }) => {
    const doc = documentOf(gold, published)
    pipeline.run(doc)
    return { gold, doc, events: toldEvents(doc, tables), annotators }
  })
}

const documentOf = ({ id, text }: EventDocument, date: string | null): Document =>
  new Document({
    id,
    text,
    source: { outlet: null, agency: [], url: null, path: null, sha256: '', fetched: null },
    published: date === null ? null : { edtf: date, basis: 'given' },
    titleText: null,
    language: 'de',
    blocks: null,
    diagnostics: [],
  })
