import { describe, expect, it } from 'vitest'
import { makeReport, readingOf, seeded, shuffled, type Told } from '../../test/support/reports.ts'
import type { NewsItem } from '../document/report.ts'
import { buildChronicle } from './build.ts'
import { LiveChronicle } from './live.ts'
import type { Reading } from './types.ts'

const attack = (killed: number): Told => ({
  ...{
    sentence: `Bei einem Anschlag in Basra starben ${killed} Menschen.`,
    trigger: 'Anschlag',
    type: 'ASSAULT',
  },
  ...{ recipients: ['IRQ/CVL:Menschen'], place: '@Basra:IRQ', date: '2014-01-06' },
  figures: [{ words: String(killed), value: killed }],
})

interface More {
  readonly outlet?: string
  readonly at?: string
  readonly told?: readonly Told[]
}

const item = (
  id: string,
  killed: number,
  facts: Partial<NewsItem>,
  { outlet = 'Nordwind', at, told }: More = {},
) =>
  readingOf(
    makeReport({ id, told: told ?? [attack(killed)], published: '2014-01-07', outlet, item: facts }),
    at ?? '2026-01-01T00:00:00.000Z',
  )

const standing = (...readings: Reading[]) =>
  buildChronicle(readings, [], []).events.map(({ retracted, mentions }) => [
    retracted,
    ...mentions.map(({ report, superseded }) =>
      `${report} ${superseded?.kind ?? 'stands'} ${superseded?.by ?? ''}`.trim(),
    ),
  ])

describe('items of newsrooms', () => {
  it.each([
    ['its number', { version: '2' }, { version: '10' }],
    ['when it was made', { created: '2014-01-07T08:00:00.000Z' }, { created: '2014-01-07T09:00:00.000Z' }],
  ])('a later version takes the place of the earlier by %s', (_what, first, second) => {
    const [early, late] = [item('a', 12, first), item('b', 14, second)]
    const told = [[false, 'a version b', 'b stands']]
    expect(standing(early, late).map((row) => row.toSorted())).toEqual(told.map((row) => row.toSorted()))
    expect(standing(late, early).map((row) => row.toSorted())).toEqual(told.map((row) => row.toSorted()))
  })

  it('a version that corrects is a correction', () => {
    const rows = standing(item('a', 12, { version: '1' }), item('b', 14, { version: '2', corrects: true }))
    expect(rows.flat()).toContain('a correction b')
  })

  it('a kill retracts, with the words of the report or without them, whichever came first', () => {
    const first = item('a', 12, { version: '1' })
    const same = item('kill', 12, { version: '2', status: 'canceled' })
    const bare = item('kill', 0, { version: '2', status: 'canceled' }, { told: [] })
    for (const readings of [
      [first, same],
      [same, first],
      [first, bare],
      [bare, first],
    ])
      expect(standing(...readings)).toEqual([[true, 'a withdrawal kill']])
    expect(standing(same)).toEqual([])
  })

  it('a withheld version takes the report back until it is usable again', () => {
    const first = item('a', 12, { version: '1' })
    const withheld = item('b', 12, { version: '2', status: 'withheld' })
    const again = item('c', 12, { version: '3' })
    expect(standing(first, withheld)).toEqual([[true, 'a withdrawal b']])
    const [row] = standing(first, withheld, again)
    expect(row!.toSorted()).toEqual([false, 'a version c', 'c stands'].toSorted())
  })

  it('of two versions that nothing tells apart the stricter one holds', () => {
    expect(standing(item('a', 12, {}), item('b', 12, { status: 'canceled' }))).toEqual([
      [true, 'a withdrawal b'],
    ])
  })

  it('another item takes a report back by naming it, and none by naming itself in turn', () => {
    const first = item('a', 12, { uri: 'urn:x:1' })
    const kill = item(
      'kill',
      0,
      { uri: 'urn:x:2', replaces: [{ uri: 'urn:x:1', as: 'withdrawal' }] },
      { told: [], at: '2026-01-02T00:00:00.000Z' },
    )
    expect(standing(first, kill)).toEqual([[true, 'a withdrawal kill']])
    const back = item(
      'back',
      12,
      { uri: 'urn:x:1', replaces: [{ uri: 'urn:x:2', as: 'withdrawal' }] },
      { at: '2025-12-31T00:00:00.000Z' },
    )
    expect(standing(back, kill)).toEqual([[true, 'back withdrawal kill']])
  })

  it('a house takes back nothing of another', () => {
    const first = item('a', 12, { version: '1' })
    const kill = item('kill', 12, { version: '2', status: 'canceled' }, { outlet: 'Südpost' })
    expect(standing(first, kill)).toEqual([[false, 'a stands']])
  })

  it('what was taken back holds no position and no standing figure', () => {
    const reading = item('a', 12, { version: '1' })
    const position = {
      ...{ holder: 'USA', topic: 'Hilfe', topicKey: 'hilfe', stance: 'supports' as const },
      evidence: { from: 0, to: 5 },
    }
    const entity = {
      ...{ id: 'USA', kind: 'state' as const, name: 'USA', country: 'USA', sector: 'GOV' as const },
      ...{ codebook: 'usa', role: null, mentions: [] },
    }
    const told = { ...reading.report, entities: [...reading.report.entities, entity], positions: [position] }
    const first = { ...reading, report: told }
    expect(buildChronicle([first], [], []).positions).toHaveLength(1)
    const after = buildChronicle([first, item('kill', 12, { version: '2', status: 'canceled' })], [], [])
    expect(after.positions).toEqual([])
    expect(after.figures.map(({ superseded }) => superseded?.kind)).toEqual(['withdrawal'])
  })

  it('gives the same chronicle in every order of arrival', () => {
    const readings = [
      item('a', 12, { version: '1' }),
      item('b', 13, { version: '2', corrects: true }),
      item('c', 13, { version: '3', status: 'withheld' }),
      item('d', 14, { version: '4' }),
      item('e', 14, { version: '5', status: 'canceled' }),
      item('f', 12, { uri: 'urn:x:9' }, { outlet: 'Südpost' }),
      item(
        'g',
        12,
        { uri: 'urn:x:8', replaces: [{ uri: 'urn:x:9', as: 'correction' }] },
        { outlet: 'Südpost' },
      ),
    ]
    const random = seeded(11)
    const whole = buildChronicle(readings, [], [])
    for (let round = 0; round < 30; round++) {
      const live = new LiveChronicle()
      for (const reading of shuffled(readings, random)) {
        live.add(reading)
        live.chronicle([])
      }
      expect({ ...live.chronicle([]), asOf: null }, `round ${round}`).toEqual(whole)
    }
  })
})
