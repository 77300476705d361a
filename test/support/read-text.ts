import { textId } from '../../src/base/ids.ts'
import { createNodeReader, type NodeReader } from '../../src/cli/reader.ts'
import type { Report } from '../../src/document/report.ts'

let reader: NodeReader | null = null

/** Reads a text with the shipped model and tables; they are loaded once a test file. */
export function readText(text: string, published: string | null = '2020-01-10'): Report {
  reader ??= createNodeReader()
  return reader.read({
    id: 'test',
    text,
    source: { outlet: null, agency: [], url: null, path: null, sha256: textId(text), fetched: null },
    published: published === null ? null : { edtf: published, basis: 'given' },
    titleText: null,
    language: 'de',
    blocks: null,
    diagnostics: [],
  })
}
