import { describe, expect, it } from 'vitest'
import { tokensOf } from '../../../test/support/tokens.ts'
import { parseEdtf } from '../../base/calendar.ts'
import type { Codebook } from '../../codebook/types.ts'
import { Document } from '../../document/document.ts'
import type { Block, Entity, Published } from '../../document/report.ts'
import { timesFound } from '../times/component.ts'
import { FIRST_YEAR } from './axis.ts'
import { datingComponent } from './component.ts'
import { BINS, INSIDE, KINDS } from './evidence.ts'
import { priorOf, writeDatingModel } from './model.ts'

const source = 'test'
const codebook: Codebook = {
  version: 'test',
  peoples: [],
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
  topics: [
    {
      id: 'office-doe',
      edtf: '2009-10-28/2013-12-17',
      kind: 'office',
      name: 'Eva Doe, Finanzministerin',
      cues: [['doe', '~finanzminister']],
      source,
    },
    {
      id: 'app',
      edtf: '2015-01-01/2016-12-31',
      kind: 'topic',
      name: 'Zub',
      cues: [['=zub']],
      source,
    },
  ],
}
/** Like the shipped weights, but of one shape: rare before the days and long after them. The prior is flat from 2000 to 2026. */
const row = Float64Array.from({ length: BINS }, (_, bin) =>
  bin === INSIDE ? 0 : bin < INSIDE ? -9 : -1.5 * (bin - INSIDE),
)
const quarterOf = (year: number) => (year - FIRST_YEAR) * 4
const weights = writeDatingModel({
  mass: 0.95,
  prior: priorOf((year) => (year >= 2000 && year <= 2026 ? 1 : 1e-6)),
  weights: Object.fromEntries(KINDS.map((kind) => [kind, row])) as never,
  words: [0.2, 0.5],
  times: {
    reports: new Map([2004, 2008, 2012, 2016].map((year) => [quarterOf(year), 40])),
    words: new Map([['kessler', new Array(30).fill(quarterOf(2016))]]),
  },
})
const PERSONS = [
  ['usa-k', 'Jane Kessler'],
  ['irn-r', 'Amir Rastan'],
] as const

function dated(
  text: string,
  given: string | null = null,
  blocks?: Block[],
  fetched: string | null = null,
): Published {
  const sourceInfo = { outlet: null, agency: [], url: null, path: null, sha256: '', fetched }
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
  datingComponent(codebook, () => weights).run(doc)
  return doc.layer('published')
}

/** Text; the interval's first and last month at most; basis. */
const TABLE: readonly (readonly [string, readonly [string, string] | null, Published['basis']])[] = [
  ['Außenminister Jane Kessler war dort.', ['2013-01', '2017-06'], 'inferred'],
  ['Außenminister Jane Kessler traf den Präsident Amir Rastan.', ['2013-07', '2017-04'], 'inferred'],
  ['Jane Kessler war dort.', ['2013-01', '2017-06'], 'inferred'],
  ['Seit dem Fall von Mossul war Außenminister Jane Kessler dort.', ['2014-06', '2016-12'], 'inferred'],
  ['Am 3. März 2014 war Außenminister Jane Kessler dort.', ['2014-03', '2015-12'], 'inferred'],
  ['Die Bundesfinanzministerin Eva Doe sprach.', ['2009-10', '2014-06'], 'inferred'],
  ['Das Zub ging entzwei.', ['2015-01', '2017-06'], 'inferred'],
  ['Zubringer gab es.', null, 'unknown'],
  ['Bagdad, 5. Januar 2014 – Es war ruhig.', ['2014-01', '2014-01'], 'stated'],
  ['Es war ruhig im Land.', null, 'unknown'],
]

describe('datingComponent', () => {
  it.each(TABLE)('%s', (text, most, basis) => {
    const published = dated(text)
    expect(published.basis).toBe(basis)
    if (most === null) return expect(published.edtf).toBeNull()
    const days = parseEdtf(published.edtf!)!
    expect(days.first).toBeGreaterThanOrEqual(parseEdtf(most[0])!.first)
    expect(days.last).toBeLessThanOrEqual(parseEdtf(most[1])!.last)
    expect(days.last - days.first).toBeLessThan(2000)
  })
  it('begins on the day last told of', () => {
    expect(dated('Am 3. März 2014 war Außenminister Jane Kessler dort.').edtf).toMatch(/^2014-03-03\//)
  })
  it('is not moved by a day without a year', () => {
    const text = 'Außenminister Jane Kessler war am 3. März dort.'
    expect(parseEdtf(dated(text).edtf!)!.first).toBeGreaterThanOrEqual(parseEdtf('2013-01')!.first)
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
  it('is not younger than the day it was fetched', () => {
    const last = parseEdtf(
      dated('Außenminister Jane Kessler war dort.', null, undefined, '2015-02-03').edtf!,
    )!.last
    expect(last).toBeLessThanOrEqual(parseEdtf('2015-02-03')!.last)
  })
  it('says why, with spans inside the text', () => {
    const text = 'Außenminister Jane Kessler war dort.'
    const { evidence } = dated(text)
    expect(evidence[0]).toMatchObject({ from: 0, to: 26 })
    expect(evidence[0]!.why).toMatch(
      /^“Außenminister Jane Kessler”: Jane Kessler held this office then. Without this the chance of the interval were \d+ points less.$/,
    )
    for (const { from, to } of evidence) expect(from <= to && to <= text.length).toBe(true)
  })
})
