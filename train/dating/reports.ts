import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createAnalyser } from '../../src/analyse/analyser.ts'
import { analyseComponent } from '../../src/analyse/component.ts'
import { parseEdtf } from '../../src/base/calendar.ts'
import { readCodebook, readLexicon, readModels } from '../../src/cli/resources.ts'
import { createNameIndex } from '../../src/codebook/name-index.ts'
import { Document } from '../../src/document/document.ts'
import { cleanComponent } from '../../src/extract/clean/component.ts'
import { monthOf } from '../../src/extract/dating/axis.ts'
import { binsOf, KINDS } from '../../src/extract/dating/evidence.ts'
import { datingTables, evidenceIn } from '../../src/extract/dating/tables.ts'
import { wordsOf } from '../../src/extract/dating/words.ts'
import { entitiesComponent } from '../../src/extract/entities/component.ts'
import { createNounIndex } from '../../src/extract/entities/nouns.ts'
import { timesFound } from '../../src/extract/times/component.ts'
import { german } from '../../src/language/de/index.ts'
import { assemble } from '../../src/pipeline/pipeline.ts'

/** A dated report as the fit sees it. */
export interface DatedReport {
  readonly id: string
  /** On the axis of months. */
  readonly month: number
  readonly evidence: readonly { readonly kind: number; readonly bins: Uint8Array }[]
  readonly words: readonly string[]
}

/** The reports of a folder of JSON files with `id`, `text` and `published`; those without a date are left out. */
export function readReports(folder: string): DatedReport[] {
  const codebook = readCodebook()
  const tables = datingTables(codebook)
  const nouns = createNounIndex(codebook.roleNouns, readLexicon())
  const pipeline = assemble([
    cleanComponent(codebook.outlets, () => german.code),
    analyseComponent(createAnalyser(readModels().model, german)),
    entitiesComponent(createNameIndex(codebook), nouns),
    timesFound,
  ])
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .flatMap((name): DatedReport[] => {
      const { id, text, published } = JSON.parse(readFileSync(join(folder, name), 'utf8')) as {
        id: string
        text: string
        published: string | null
      }
      const days = published ? parseEdtf(published) : null
      if (!days) return []
      const doc = documentOf(id, text)
      pipeline.run(doc)
      return [
        {
          id,
          month: monthOf(days.first),
          evidence: evidenceIn(doc, tables).map((piece) => ({
            kind: KINDS.indexOf(piece.kind),
            bins: binsOf(piece.days),
          })),
          words: [...wordsOf(doc).keys()],
        },
      ]
    })
}

function documentOf(id: string, text: string): Document {
  const source = { outlet: null, agency: [], url: null, path: null, sha256: '', fetched: null }
  return new Document({
    id,
    text,
    source,
    published: null,
    titleText: null,
    language: null,
    blocks: null,
    diagnostics: [],
  })
}
