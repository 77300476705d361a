import { expect, test } from 'vitest'
import { createNodeReader } from '../cli/reader.ts'
import { readLexicon } from '../cli/resources.ts'
import { Document } from '../document/document.ts'
import { Coverage } from './coverage.ts'

test('what a corpus says often and the tables do not know', () => {
  const { pipeline } = createNodeReader()
  const coverage = new Coverage(readLexicon())
  for (const text of [
    'Der Zwergenbeauftragte Ulf Brandauer sprach in Xanthoria. Brandauer schwieg dann.',
    'Ulf Brandauer kam wieder.',
  ]) {
    const source = { outlet: null, agency: [], url: null, path: null, sha256: '', fetched: null }
    const doc = new Document({
      id: 'x',
      text,
      source,
      published: null,
      titleText: null,
      language: 'de',
      blocks: null,
      diagnostics: [],
    })
    pipeline.run(doc)
    coverage.add(doc)
  }
  const found = coverage.top(10)
  expect(found).toContainEqual({ gap: 'person', words: 'Ulf Brandauer', count: 2, documents: 2 })
  expect(found).toContainEqual({ gap: 'name', words: 'Xanthoria', count: 1, documents: 1 })
  expect(coverage.top(1).filter((u) => u.gap === 'person')).toHaveLength(1)
})
