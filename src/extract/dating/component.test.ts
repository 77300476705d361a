import { describe, expect, it } from 'vitest'
import { tokensOf } from '../../../test/support/tokens.ts'
import type { Codebook } from '../../codebook/types.ts'
import { Document } from '../../document/document.ts'
import type { Block, Entity, Published } from '../../document/report.ts'
import { timesFound } from '../times/component.ts'
import { datingComponent } from './component.ts'

const source = 'test'
const codebook: Codebook = {
  version: 'test',
  states: [],
  organisations: [],
  places: [],
  outlets: [],
  categories: [],
  contexts: [],
  roleNouns: [
    { noun: 'Außenminister', role: 'foreign-minister', sector: 'GOV', kind: 'office', source },
    { noun: 'Präsident', role: 'head-of-state', sector: 'GOV', kind: 'office', source },
  ],
  persons: [
    { id: 'usa-k', name: 'Jane Kessler', aliases: [], country: 'USA', sector: 'GOV', source },
    { id: 'irn-r', name: 'Amir Rastan', aliases: [], country: 'IRN', sector: 'GOV', source },
  ],
  tenures: [
    { person: 'usa-k', role: 'foreign-minister', of: 'USA', from: '2013-02-01', to: '2017-01-20', source },
    { person: 'irn-r', role: 'head-of-state', of: 'IRN', from: '2013-08-03', to: '2021-08-03', source },
  ],
  publicEvents: [
    {
      id: 'fall',
      edtf: '2014-06-10',
      kind: 'war',
      name: 'Fall der Stadt',
      cues: [['fall', 'mossul']],
      places: [],
      actors: [],
      source,
    },
  ],
}
const PERSONS = [
  ['usa-k', 'Jane Kessler'],
  ['irn-r', 'Amir Rastan'],
] as const

function dated(text: string, given: string | null = null, blocks?: Block[]): Published {
  const sourceInfo = { outlet: null, agency: [], url: null, path: null, sha256: '', fetched: null }
  const doc = new Document({
    id: 't',
    text,
    source: sourceInfo,
    published: given === null ? null : { edtf: given, basis: 'given' },
    titleText: null,
    language: 'de',
    blocks: null,
    diagnostics: [],
  })
  const whole: Block[] = blocks ?? [{ from: 0, to: text.length, kind: 'body', published: null }]
  doc.assign('blocks', whole)
  doc.assign(
    'body',
    whole.filter((b) => b.kind === 'body').map(({ from, to }) => ({ from, to })),
  )
  doc.assign('tokens', tokensOf(text))
  doc.assign(
    'entities',
    PERSONS.flatMap(([id, name]): Entity[] => {
      const at = text.indexOf(name)
      const entity = {
        id,
        kind: 'person' as const,
        name,
        country: null,
        sector: null,
        codebook: id,
        role: null,
      }
      return at < 0 ? [] : [{ ...entity, mentions: [{ from: at, to: at + name.length, kind: 'name' }] }]
    }),
  )
  timesFound.run(doc)
  datingComponent(codebook).run(doc)
  return doc.layer('published')
}

/** Text, EDTF, basis. */
const TABLE: readonly (readonly [string, string | null, Published['basis']])[] = [
  ['Außenminister Jane Kessler war dort.', '2013-01-25/2017-01-27', 'inferred'],
  ['Außenminister Jane Kessler traf den Präsident Amir Rastan.', '2013-07-27/2017-01-27', 'inferred'],
  ['Die frühere Außenminister Jane Kessler war dort.', '2008-02-03/2025-01-18', 'inferred'],
  ['Seit dem Fall von Mossul war Außenminister Jane Kessler dort.', '2014-06-10/2015-06-15', 'inferred'],
  ['Am 3. März 2014 war Außenminister Jane Kessler dort.', '2014-03-03/2017-01-27', 'inferred'],
  ['Bis 2016 war Außenminister Jane Kessler bestellt.', '2013-01-25/2017-01-27', 'inferred'],
  ['Bagdad, 5. Januar 2014 – Es war ruhig.', '2014-01-05', 'stated'],
  ['Es war ruhig im Land.', null, 'unknown'],
]

describe('datingComponent', () => {
  it.each(TABLE)('%s', (text, edtf, basis) => {
    const published = dated(text)
    expect({ edtf: published.edtf, basis: published.basis }).toEqual({ edtf, basis })
  })
  it('takes what is given before all else', () => {
    expect(dated('Bagdad, 5. Januar 2014 – Es war ruhig.', '2014-01-06')).toEqual({
      edtf: '2014-01-06',
      basis: 'given',
      evidence: [],
    })
  })
  it('takes a full stamp before a partial one', () => {
    const text = 'date 2023-11\n5. November 2023, 19:09 Uhr ET\nEs war ruhig.'
    const published = dated(text, null, [
      { from: 0, to: 12, kind: 'stamp', published: '2023-11' },
      { from: 13, to: 44, kind: 'stamp', published: '2023-11-05T19:09-05:00' },
      { from: 45, to: text.length, kind: 'body', published: null },
    ])
    expect(published.edtf).toBe('2023-11-05T19:09-05:00')
  })
  it('takes a partial stamp where nothing is better', () => {
    const text = 'date 2023-11\nEs war ruhig.'
    const published = dated(text, null, [
      { from: 0, to: 12, kind: 'stamp', published: '2023-11' },
      { from: 13, to: text.length, kind: 'body', published: null },
    ])
    expect([published.edtf, published.basis]).toEqual(['2023-11', 'stated'])
  })
  it('says why, with spans inside the text', () => {
    const text = 'Außenminister Jane Kessler war dort.'
    const { evidence } = dated(text)
    expect(evidence).toEqual([
      { from: 0, to: 26, why: '“Außenminister Jane Kessler”: Jane Kessler held this office then.' },
    ])
  })
})
