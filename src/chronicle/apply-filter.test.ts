import { describe, expect, it } from 'vitest'
import { makeReport, readingOf } from '../../test/support/reports.ts'
import { filterEvents } from './apply-filter.ts'
import { buildChronicle } from './build.ts'

const report = makeReport({
  id: 'a',
  published: '2014-01-07',
  told: [
    {
      ...{ sentence: 'Die USA griffen Mossul an.', trigger: 'griffen', type: 'ASSAULT', actors: ['USA'] },
      ...{ recipients: ['IRQ/REB:Milíz'], place: '@Mossul:IRQ', date: '2014-01-06' },
    },
    {
      sentence: 'Der Iran kritisierte die USA.',
      trigger: 'kritisierte',
      type: 'ACCUSE',
      actors: ['IRN'],
      recipients: ['USA'],
    },
  ],
})
const reading = readingOf(report)
const { events } = buildChronicle([reading], [], [])

describe('filterEvents', () => {
  it.each([
    [{}, ['ASSAULT', 'ACCUSE']],
    [{ from: '2014-01-06', to: '2014-01-06' }, ['ASSAULT']],
    [{ from: '2014-01-07' }, []],
    [{ to: '2014' }, ['ASSAULT']],
    [{ actor: 'usa' }, ['ASSAULT', 'ACCUSE']],
    [{ actor: 'miliz' }, ['ASSAULT']],
    [{ actor: 'IRN' }, ['ACCUSE']],
    [{ type: ['ACCUSE' as const] }, ['ACCUSE']],
    [{ place: 'mossul' }, ['ASSAULT']],
    [{ text: 'mossul griffen' }, ['ASSAULT']],
    [{ since: '2025-12-31' }, ['ASSAULT', 'ACCUSE']],
    [{ since: '2026-01-02' }, []],
    [{ status: 'asserted', minConfidence: 0.5 }, ['ASSAULT', 'ACCUSE']],
    [{ status: 'denied' }, []],
    [{ minConfidence: 0.6 }, []],
  ])('%o', (filter, types) => {
    expect(filterEvents(events, filter).map(({ type }) => type)).toEqual(types)
  })

  it('leaves rejected events out unless they are asked for', () => {
    const mention = { text: reading.text, ...report.events[0]!.evidence, type: 'ASSAULT' as const }
    const reject = {
      id: 'd',
      recordedAt: '2026-01-02T00:00:00.000Z',
      by: 'ada',
      why: null,
      action: { kind: 'reject' as const, mentions: [mention] },
    }
    const reviewed = buildChronicle([reading], [reject], []).events
    expect(filterEvents(reviewed, {}).map(({ type }) => type)).toEqual(['ACCUSE'])
    expect(filterEvents(reviewed, { status: 'rejected' }).map(({ type }) => type)).toEqual(['ASSAULT'])
  })

  it('refuses a bound that is no date', () => {
    expect(() => filterEvents(events, { from: 'gestern' })).toThrow(/filter-invalid/)
    expect(() => filterEvents(events, { since: 'gestern' })).toThrow(/filter-invalid/)
  })
})
