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
import type { Decision, DecisionAction, MentionRef, Reading } from './types.ts'

const strike: Told = {
  sentence: 'Kampfflugzeuge der USA griffen am Montag eine Stellung bei Mossul an und töteten 12 Kämpfer.',
  trigger: 'griffen',
  type: 'ASSAULT',
  mode: 'aerial',
  actors: ['USA'],
  recipients: ['IRQ/REB:Miliz'],
  place: '@Mossul:IRQ',
  date: '2014-01-06',
  figures: [{ words: '12', value: 12 }],
}
const strikeAgain: Told = {
  ...strike,
  sentence:
    'Bei einem Luftangriff der amerikanischen Armee nahe Mossul starben am 6. Januar 19 Kämpfer der Miliz.',
  trigger: 'Luftangriff',
  actors: ['USA/MIL:US-Armee'],
  figures: [{ words: '19', value: 19 }],
}
const elsewhere: Told = {
  ...strike,
  sentence: 'Auch in Basra schlugen am Montag Raketen der amerikanischen Luftwaffe ein, 3 Menschen starben.',
  trigger: 'schlugen',
  place: '@Basra:IRQ',
  figures: [{ words: '3', value: 3 }],
}
const vague: Told = {
  ...strike,
  sentence: 'Die USA haben im Irak abermals Ziele bombardiert.',
  trigger: 'bombardiert',
  mode: 'aerial',
  place: '@Irak:IRQ',
  figures: [],
}

const read = (id: string, told: readonly Told[], more: Partial<ReportOptions> = {}) =>
  readingOf(makeReport({ id, told, published: '2014-01-07', ...more }))

const build = (
  readings: readonly Reading[],
  decisions: readonly Decision[] = [],
  asOf: string | null = null,
) => buildChronicle(readings, decisions, [], asOf)

const refOf = (reading: Reading, index = 0): MentionRef => {
  const event = reading.report.events[index]!
  return { text: reading.text, ...event.evidence, type: event.type }
}

let entry = 0
const decided = (action: DecisionAction): Decision => {
  entry++
  return {
    id: `d${entry}`,
    recordedAt: `2026-01-02T00:00:00.${String(entry).padStart(3, '0')}Z`,
    by: 'ada',
    why: null,
    action,
  }
}

describe('buildChronicle', () => {
  it('makes one event of what two outlets tell in their own words', () => {
    const { events } = build([read('a', [strike]), read('b', [strikeAgain], { published: '2014-01-08' })])
    expect(events).toHaveLength(1)
    expect(events[0]).toMatchObject({
      independentSources: 2,
      firstReported: '2014-01-07',
      lastReported: '2014-01-08',
      place: { name: 'Mossul' },
      date: { edtf: '2014-01-06', marked: true },
    })
    expect(events[0]!.actors.map((party) => party.country)).toEqual(['USA'])
    expect(events[0]!.aliases).toHaveLength(1)
  })

  it('keeps two attacks of one day in two towns apart, though a vague report fits both', () => {
    const { events } = build([read('a', [strike]), read('b', [elsewhere]), read('c', [vague])])
    const homes = events.filter((event) => event.mentions.some((mention) => mention.report !== 'c'))
    expect(homes).toHaveLength(2)
    for (const { mentions } of events) {
      const reports = mentions.map((mention) => mention.report)
      expect(reports.includes('a') && reports.includes('b')).toBe(false)
    }
  })

  it('counts agency copy, near-copies and changed texts at one url as one source', () => {
    const filler =
      'Ein langer Absatz, den beide Blätter Wort für Wort gleich gedruckt haben, mit vielen Einzelheiten zum Hergang. '
    const long = filler + filler.toUpperCase().replaceAll('E', 'a')
    const near = [read('a', [strike], { extra: long }), read('b', [strike], { extra: `${long} Ende.` })]
    expect(build(near).events[0]!.independentSources).toBe(1)
    const wire = [read('a', [strike], { agency: ['dpa'] }), read('b', [strikeAgain], { agency: ['DPA'] })]
    expect(build(wire).events[0]!.independentSources).toBe(1)
    const url = 'https://a.example/1'
    expect(
      build([read('a', [strike], { url }), read('a', [strikeAgain], { url })]).events[0]!.independentSources,
    ).toBe(1)
  })

  it('tells the same text at two outlets as one source, the same sighting twice as one document', () => {
    const a = read('a', [strike], { outlet: 'A' })
    const { events, coverage } = build([a, read('b', [strike], { outlet: 'B' }), a])
    expect(events[0]!.mentions.map((mention) => mention.outlet).sort()).toEqual(['A', 'B'])
    expect(events[0]!.independentSources).toBe(1)
    expect(coverage).toMatchObject({ documents: 1, sightings: 2 })
  })

  it('uses the newest reading of a sighting, and an older one as of then', () => {
    const old = readingOf(makeReport({ id: 'a', told: [strike], model: 'm1' }), '2026-01-01T00:00:00.000Z')
    const fresh = readingOf(
      makeReport({ id: 'a', told: [{ ...strike, type: 'COERCE' }], model: 'm2' }),
      '2026-02-01T00:00:00.000Z',
    )
    expect(build([old, fresh]).events.map(({ type }) => type)).toEqual(['COERCE'])
    expect(build([old, fresh], [], '2026-01-15').events.map(({ type }) => type)).toEqual(['ASSAULT'])
    expect(() => build([], [], 'gestern')).toThrow(/as-of-invalid/)
  })

  it('takes the strongest status and keeps the denial', () => {
    const claim = { ...strike, by: 'ein Sprecher' }
    const denial = { ...strikeAgain, status: 'denied' as const }
    const { events, contradictions } = build([read('a', [claim]), read('b', [denial])])
    expect(events).toHaveLength(1)
    expect(events[0]!.status).toBe('claimed')
    expect(events[0]!.mentions.map(({ status }) => status).sort()).toEqual(['claimed', 'denied'])
    expect(contradictions.map(({ kind }) => kind)).toContain('denial')
  })

  it('gives the same chronicle for every order of readings and decisions', () => {
    const types = ['ASSAULT', 'ACCUSE', 'CONSULT'] as const
    for (const seed of [1, 2, 3, 4, 5]) {
      const random = seeded(seed)
      const pick = <Value>(values: readonly Value[]) => values[Math.floor(random() * values.length)]!
      const words = Array.from({ length: 40 }, (_, index) => `wort${index}lang${seed}`)
      const readings = Array.from({ length: 30 }, (_, index) => {
        const told = Array.from({ length: 3 }, (): Told => {
          const sentence = Array.from({ length: 8 }, () => pick(words)).join(' ')
          return {
            ...{
              sentence,
              trigger: sentence.split(' ')[2]!,
              type: pick(types),
              actors: [pick(['USA', 'IRQ', 'IRN'])],
            },
            ...{
              recipients: [pick(['IRQ', 'IRQ/REB:Miliz', 'null/CVL:Menschen'])],
              place: pick(['@Mossul:IRQ', '@Basra:IRQ']),
            },
            ...{ date: pick(['2014-01-05', '2014-01-06', '2014-01']), marked: random() < 0.5 },
            ...{ figures: [{ words: sentence.split(' ')[0]!, value: Math.floor(random() * 30) }] },
          }
        })
        return read(`r${index}`, told, {
          published: pick(['2014-01-06', '2014-01-07', null]),
          agency: random() < 0.2 ? ['dpa'] : [],
        })
      })
      const decisions = [
        decided({ kind: 'merge', mentions: [refOf(readings[0]!), refOf(readings[1]!)] }),
        decided({ kind: 'split', mentions: [refOf(readings[2]!), refOf(readings[3]!)] }),
        decided({ kind: 'reject', mentions: [refOf(readings[4]!)] }),
      ]
      const expected = build(readings, decisions)
      expect(
        expected.events.some((event) => event.mentions.length > 2),
        `seed ${seed}`,
      ).toBe(true)
      for (let round = 0; round < 6; round++) {
        expect(build(shuffled(readings, random), shuffled(decisions, random)), `seed ${seed}`).toEqual(
          expected,
        )
      }
    }
  })

  it('says which documents it stands on', () => {
    const item = { id: 'x.html', code: 'empty', message: 'no text', recordedAt: '2026-01-01T00:00:00.000Z' }
    const { coverage } = buildChronicle(
      [read('a', [strike]), read('b', [], { published: null, extra: 'Nichts.' })],
      [],
      [item, item],
    )
    expect(coverage).toMatchObject({ documents: 2, undated: 1, period: '2014-01-07', unread: [item] })
  })
})

describe('decisions', () => {
  const a = read('a', [strike])
  const b = read('b', [elsewhere])
  const c = read('c', [strikeAgain])

  it('merge and split by mention, and an undo takes them back', () => {
    const merge = decided({ kind: 'merge', mentions: [refOf(a), refOf(b)] })
    expect(build([a, b]).events).toHaveLength(2)
    expect(build([a, b], [merge]).events).toHaveLength(1)
    const undo = decided({ kind: 'undo', decision: merge.id })
    expect(build([a, b], [merge, undo]).events).toHaveLength(2)
    expect(build([a, b], [merge, undo, decided({ kind: 'undo', decision: undo.id })]).events).toHaveLength(1)
    expect(build([a, c]).events).toHaveLength(1)
    expect(build([a, c], [decided({ kind: 'split', mentions: [refOf(a), refOf(c)] })]).events).toHaveLength(2)
    expect(build([a, c], [decided({ kind: 'split', mentions: [refOf(c)] })]).events).toHaveLength(2)
  })

  it('set a field and keep the id', () => {
    const [before] = build([a]).events
    const set = (field: 'type' | 'mode' | 'date' | 'place' | 'status', value: string) =>
      decided({ kind: 'set', mentions: [refOf(a)], field, value })
    const [after] = build(
      [a],
      [
        ...[
          set('type', 'COERCE'),
          set('mode', 'seize'),
          set('date', '2014-01-05'),
          set('place', 'Tikrit'),
          set('status', 'claimed'),
        ],
      ],
    ).events
    expect(after).toMatchObject({ id: before!.id, type: 'COERCE', mode: 'seize', status: 'claimed' })
    expect(after).toMatchObject({ date: { edtf: '2014-01-05' }, place: { name: 'Tikrit' } })
  })

  it('survive a new reading that cuts the mention a little differently, and other mentions', () => {
    const ref = { ...refOf(a), from: 3, to: refOf(a).to - 10 }
    const { events } = build([a, c], [decided({ kind: 'reject', mentions: [ref] })])
    expect(events[0]).toMatchObject({ review: 'rejected' })
    const later = [decided({ kind: 'reject', mentions: [ref] }), decided({ kind: 'accept', mentions: [ref] })]
    expect(build([a, c], later).events[0]).toMatchObject({ review: 'accepted' })
  })
})
