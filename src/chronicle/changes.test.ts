import { describe, expect, it } from 'vitest'
import {
  makeReport,
  type ReportOptions,
  readingOf,
  seeded,
  shuffled,
  type Told,
} from '../../test/support/reports.ts'
import { buildChronicle } from './build.ts'
import { type Change, changesBetween } from './changes.ts'
import { currentReadings } from './current.ts'
import { actionOf } from './decide.ts'
import { sinceBounds } from './published.ts'
import type { Decision, DecisionAction, Reading, View } from './types.ts'

const day = (n: number) => `2026-01-${String(n).padStart(2, '0')}T12:00:00.000Z`

const blast: Told = {
  sentence: 'Bei einer Explosion auf dem Markt von Basra starben 12 Menschen.',
  trigger: 'Explosion',
  type: 'ASSAULT',
  mode: 'explosives',
  recipients: ['IRQ/CVL:Menschen'],
  place: '@Basra:IRQ',
  date: '2014-01-06',
  figures: [{ words: '12', value: 12 }],
}
const more: Told = {
  ...blast,
  sentence: 'Nach der Explosion auf dem Markt von Basra ist die Zahl der Toten auf 19 gestiegen.',
  figures: [{ words: '19', value: 19 }],
}
const visit: Told = {
  sentence: 'Der Außenminister Frankreichs traf in Amman den König.',
  trigger: 'traf',
  type: 'CONSULT',
  mode: 'visit',
  actors: ['FRA'],
  recipients: ['JOR'],
  place: '@Amman:JOR',
  date: '2014-01-06',
}

const read = (id: string, told: readonly Told[], at: number, options: Partial<ReportOptions> = {}) =>
  readingOf(makeReport({ id, told, published: '2014-01-07', ...options }), day(at))

let entry = 0
const decided = (action: DecisionAction, at: number): Decision => {
  entry++
  return { id: `d${entry}`, recordedAt: day(at), by: 'ada', why: 'geprüft', action }
}
const viewOf = (readings: readonly Reading[], decisions: readonly Decision[], asOf: string | null): View => ({
  readings: currentReadings(readings, asOf),
  decisions,
  chronicle: buildChronicle(readings, decisions, [], asOf),
})
const changes = (
  readings: readonly Reading[],
  decisions: readonly Decision[],
  since: number,
  asOf: number | null = null,
): Change[] => {
  const bounds = sinceBounds(day(since), asOf === null ? null : day(asOf))
  return changesBetween(
    viewOf(readings, decisions, bounds.before),
    viewOf(readings, decisions, bounds.after),
    bounds,
  )
}
const told = (list: readonly Change[]) =>
  list.map(({ kind, causes }) => [
    kind,
    ...causes.map((cause) => ('report' in cause ? `${cause.kind} ${cause.report}` : cause.kind)),
  ])

describe('changesBetween', () => {
  it('tells a new event by the report that brought it', () => {
    expect(told(changes([read('a', [blast], 1), read('b', [visit], 3)], [], 2))).toEqual([
      ['new', 'report b'],
    ])
    expect(changes([read('a', [blast], 1)], [], 2)).toEqual([])
  })

  it('tells what a further report changes, field by field', () => {
    const [change] = changes([read('a', [blast], 1), read('b', [more], 3)], [], 2)
    expect(told([change!])).toEqual([['changed', 'report b']])
    expect(change!.fields).toEqual([
      { field: 'figures', before: '12 killed', after: '12 killed; 19 killed' },
      ...change!.fields.filter(({ field }) => field === 'contradictions'),
      { field: 'independentSources', before: 1, after: 2 },
      { field: 'mentions', before: 1, after: 2 },
    ])
  })

  it('tells apart a new reading, a new version and a correction', () => {
    const url = 'https://a.example/1'
    const reread = [
      read('a', [blast], 1, { model: 'm1' }),
      read('a', [{ ...blast, type: 'COERCE' }], 3, { model: 'm2' }),
    ]
    expect(told(changes(reread, [], 2)).flat()).toContain('reread a')
    const version = [read('a', [blast], 1, { url }), read('a2', [more], 3, { url })]
    expect(told(changes(version, [], 2)).flat()).toContain('superseded a2')
    const revised = {
      ...more,
      figures: [{ words: '19', value: 19, relation: { kind: 'revises', figure: 'f0' } as const }],
    }
    expect(told(changes([read('a', [blast], 1), read('c', [revised], 3)], [], 2)).flat()).toContain(
      'correction c',
    )
  })

  it('tells an event as retracted when its report was withdrawn, with the report that withdrew it', () => {
    const words = 'Die Meldung „Explosion in Basra“ ist falsch. Bitte nicht verwenden.'
    const notice = readingOf(
      {
        ...makeReport({ id: 'k', told: [], extra: words, published: '2014-01-08', outlet: 'A' }),
        titleText: 'Hinweis',
      },
      day(3),
    )
    const wire = readingOf(
      {
        ...makeReport({ id: 'a', told: [blast], published: '2014-01-07', outlet: 'A' }),
        titleText: 'Explosion in Basra',
      },
      day(1),
    )
    expect(told(changes([wire, notice], [], 2))).toEqual([['retracted', 'withdrawal k']])
  })

  it('tells a rejection as retracted, and taking it back as new, with who and why', () => {
    const readings = [read('a', [blast], 1)]
    const { chronicle } = viewOf(readings, [], null)
    const reject = decided(actionOf(chronicle, { kind: 'reject', event: chronicle.events[0]!.id }), 3)
    const undo = decided({ kind: 'undo', decision: reject.id }, 5)
    const [gone] = changes(readings, [reject, undo], 2, 4)
    expect(gone).toMatchObject({ kind: 'retracted', event: { id: chronicle.events[0]!.id, review: null } })
    expect(gone!.causes).toMatchObject([{ kind: 'decision', action: 'reject', by: 'ada', why: 'geprüft' }])
    expect(changes(readings, [reject, undo], 4)).toMatchObject([
      { kind: 'new', causes: [{ kind: 'decision', action: 'undo' }] },
    ])
    expect(changes(readings, [reject, undo], 2)).toEqual([])
  })

  it('tells a merge at the event that goes on, and a split at the one that is new', () => {
    const readings = [read('a', [blast], 1), read('b', [visit], 1)]
    const before = viewOf(readings, [], null).chronicle
    const ids = before.events.map(({ id }) => id)
    const merge = decided(actionOf(before, { kind: 'merge', events: ids }), 3)
    const [merged] = changes(readings, [merge], 2)
    expect(merged).toMatchObject({ kind: 'changed', causes: [{ kind: 'decision', action: 'merge' }] })
    expect([merged!.event.id, ...merged!.mergedFrom].sort()).toEqual([...ids].sort())
    const undo = decided({ kind: 'undo', decision: merge.id }, 5)
    const apart = changes(readings, [merge, undo], 4)
    expect(apart.map(({ kind }) => kind).sort()).toEqual(['changed', 'new'])
    expect(apart.find(({ kind }) => kind === 'new')!.splitFrom).toBe(merged!.event.id)
  })

  it('counts a day from its beginning, and an instant itself as new', () => {
    const readings = [read('a', [blast], 2)]
    const since = (time: string) => {
      const bounds = sinceBounds(time, null)
      return changesBetween(viewOf(readings, [], bounds.before), viewOf(readings, [], null), bounds).length
    }
    expect([since('2026-01-02'), since(day(2)), since('2026-01-03')]).toEqual([1, 1, 0])
    expect(() => sinceBounds('gestern', null)).toThrow(/as-of-invalid/)
  })

  it('gives every change a cause, and adds up to the later chronicle, in any order of reports', () => {
    for (const seed of [1, 2, 3, 4]) {
      const random = seeded(seed)
      const pick = <Value>(values: readonly Value[]) => values[Math.floor(random() * values.length)]!
      const readings = Array.from({ length: 24 }, (_, index) => {
        const base = pick([blast, more, visit])
        const one = {
          ...base,
          date: pick(['2014-01-05', '2014-01-06', '2014-01']),
          place: pick(['@Basra:IRQ', '@Amman:JOR', '@Erbil:IRQ']),
        }
        const options = random() < 0.3 ? { url: `https://a.example/${index % 4}` } : {}
        return read(
          `r${index % 20}`,
          [{ ...one, sentence: `${one.sentence} ${index}` }],
          1 + (index % 8),
          options,
        )
      })
      const decisions: Decision[] = []
      for (const at of [3, 5, 6]) {
        const { chronicle } = viewOf(readings, decisions, day(at))
        const told = chronicle.events.filter(({ review }) => review === null)
        const request = { kind: pick(['accept', 'reject'] as const), event: pick(told).id }
        decisions.push(decided(actionOf(chronicle, request), at))
      }
      for (const since of [2, 4, 6]) {
        const list = changes(readings, decisions, since)
        expect(list.length, `seed ${seed}`).toBeGreaterThan(0)
        for (const { causes } of list) expect(causes.length, `seed ${seed}`).toBeGreaterThan(0)
        expect(list.filter(({ causes }) => causes[0]!.kind === 'neighbours').length).toBeLessThan(
          list.length / 2,
        )
        const bounds = sinceBounds(day(since), null)
        const ids = (view: View) =>
          new Set(view.chronicle.events.filter(({ review }) => review !== 'rejected').map(({ id }) => id))
        const then = ids(viewOf(readings, decisions, bounds.before))
        const now = ids(viewOf(readings, decisions, null))
        const fresh = new Set(list.filter(({ kind }) => kind !== 'retracted').map(({ event }) => event.id))
        for (const id of now) if (!then.has(id)) expect(fresh.has(id), `seed ${seed} ${id}`).toBe(true)
        expect(changes(shuffled(readings, random), shuffled(decisions, random), since)).toEqual(list)
      }
    }
  })
})
