import { describe, expect, test } from 'vitest'
import { type Report, reportJsonSchema, reportSchema } from './report.ts'

const SOURCE = { outlet: null, agency: [], url: null, path: null, sha256: 'x', fetched: null }
const REPORT: Report = {
  schema: 'lagebild/report@1',
  id: 'a',
  language: 'de',
  reader: { program: '0', model: 'm', codebook: 'c' },
  source: SOURCE,
  text: 'Berlin sagt Hilfe zu.',
  blocks: [{ from: 0, to: 21, kind: 'body', published: null }],
  title: null,
  published: { edtf: null, basis: 'unknown', evidence: [] },
  body: [[0, 21]],
  sentences: [[0, 21]],
  entities: [],
  times: [],
  figures: [],
  quotes: [],
  events: [],
  positions: [],
  diagnostics: [],
}

describe('the schema', () => {
  test('takes a report that found nothing', () => expect(reportSchema.parse(REPORT)).toEqual(REPORT))

  test('takes a report whose text may not travel', () => {
    expect(reportSchema.safeParse({ ...REPORT, text: null }).success).toBe(true)
  })

  test('fields of others do not make a report invalid', () => {
    expect(reportSchema.safeParse({ ...REPORT, mood: 'calm' }).success).toBe(true)
  })

  test.each<[string, object, string]>([
    ['another schema', { schema: 'lagebild/report@2' }, 'schema'],
    ['a negative offset', { body: [[-1, 2]] }, 'body.0.0'],
    ['half an offset', { sentences: [[0, 1.5]] }, 'sentences.0.1'],
    [
      'an unknown kind of block',
      { blocks: [{ from: 0, to: 1, kind: 'advert', published: null }] },
      'blocks.0.kind',
    ],
    ['no agencies', { source: { ...SOURCE, agency: undefined } }, 'source.agency'],
    ['an unknown basis', { published: { edtf: null, basis: 'guessed', evidence: [] } }, 'published.basis'],
  ])('refuses %s and says where', (_, change, path) => {
    const result = reportSchema.safeParse({ ...REPORT, ...change })
    expect(result.error?.issues.map((issue) => issue.path.join('.'))).toEqual([path])
  })
})

test('the JSON Schema requires what the types require', () => {
  const schema = reportJsonSchema() as { $schema: string; required: string[]; properties: object }
  expect(schema.$schema).toContain('2020-12')
  const optional = ['titleText', 'names']
  expect([...schema.required, ...optional].sort()).toEqual(Object.keys(schema.properties).sort())
  expect(schema.required).toEqual(expect.arrayContaining(Object.keys(REPORT)))
})
