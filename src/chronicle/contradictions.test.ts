import { describe, expect, it } from 'vitest'
import { makeReport, readingOf, type Told } from '../../test/support/reports.ts'
import type { Figure } from '../document/report.ts'
import { buildChronicle } from './build.ts'
import { boundsOf, canBothHold, countedSets } from './figures.ts'

const figure = (given: Partial<Figure>): Figure => ({
  ...{
    id: 'f',
    from: 0,
    to: 1,
    value: null,
    min: null,
    max: null,
    approx: false,
    unit: 'killed',
    counted: null,
    place: null,
  },
  ...{ asOf: null, period: null, relation: null, attribution: null },
  ...given,
})

describe('bounds of figures', () => {
  it.each([
    [{ min: 12 }, { value: 19 }, true],
    [{ min: 20 }, { value: 19 }, false],
    [{ value: 20, approx: true }, { value: 19 }, true],
    [{ value: 12 }, { value: 19 }, false],
    [{ max: 10 }, { value: 12 }, false],
    [{ min: 10, max: 15 }, { min: 14 }, true],
    [{ min: 24, approx: true }, { value: 20 }, true],
  ])('%o and %o: %o', (a, b, both) => {
    expect(canBothHold(boundsOf(figure(a)), boundsOf(figure(b)))).toBe(both)
    expect(canBothHold(boundsOf(figure(b)), boundsOf(figure(a)))).toBe(both)
  })

  it.each([
    [{ counted: 'Menschen' }, { counted: null }, 'same'],
    [{ counted: 'Soldaten' }, { counted: 'Menschen' }, 'left-in-right'],
    [{ counted: 'Menschen' }, { counted: 'Soldaten' }, 'right-in-left'],
    [{ counted: 'Soldaten' }, { counted: 'Zivilisten' }, 'apart'],
    [{ unit: 'injured' as const }, {}, 'apart'],
  ])('sets %o and %o: %s', (a, b, sets) => {
    expect(countedSets(figure(a), figure(b))).toBe(sets)
  })
})

const bombing = (given: Partial<Told> & { readonly count: Partial<Figure> }): Told => ({
  sentence: 'Bei einem Anschlag auf Rekruten in Bagdad wurden viele Menschen getötet.',
  trigger: 'Anschlag',
  type: 'ASSAULT',
  recipients: ['IRQ/MIL:Rekruten'],
  place: '@Bagdad:IRQ',
  date: '2014-01-09',
  figures: [{ words: 'viele', ...given.count }],
  ...given,
})

const contradictionsOf = (...told: Told[]) => {
  const sentences = ['', ' Das wurde später bekannt.', ' Mehr ist nicht bekannt.']
  const readings = told.map((one, index) =>
    readingOf(
      makeReport({
        id: `r${index}`,
        told: [one],
        published: '2014-01-09',
        extra: `Bericht ${index}${sentences[index]}`,
      }),
    ),
  )
  const { events, contradictions } = buildChronicle(readings, [], [])
  expect(events).toHaveLength(1)
  return contradictions.map(({ kind }) => kind)
}

describe('contradictions', () => {
  it('names figures that cannot both hold', () => {
    expect(contradictionsOf(bombing({ count: { value: 13 } }), bombing({ count: { value: 23 } }))).toEqual([
      'figures',
    ])
  })

  it('names none where the bounds leave room', () => {
    expect(contradictionsOf(bombing({ count: { min: 12 } }), bombing({ count: { value: 19 } }))).toEqual([])
  })

  it('lets a part be smaller than the whole, not larger', () => {
    const whole = { value: 19, counted: 'Menschen' }
    expect(
      contradictionsOf(bombing({ count: whole }), bombing({ count: { value: 12, counted: 'Soldaten' } })),
    ).toEqual([])
    expect(
      contradictionsOf(bombing({ count: whole }), bombing({ count: { value: 25, counted: 'Soldaten' } })),
    ).toEqual(['figures'])
  })

  it('names different actors', () => {
    const by = (actor: string) => bombing({ count: { value: 13 }, actors: [actor] })
    expect(contradictionsOf(by('USA'), by('IRN'))).toEqual(['actors'])
  })

  it.each([
    ['IRQ/MIL:Armee', 'IRQ/REB:Miliz', ['actors']],
    ['IRQ/MIL:Armee', 'IRQ/GOV:Regierung', []],
    ['IRQ/MIL:Armee', 'IRQ/UAF:Bewaffnete', []],
  ])('of one country, %s and %s: %j', (left, right, kinds) => {
    const by = (actor: string) => bombing({ count: { value: 13 }, actors: [actor] })
    expect(contradictionsOf(by(left), by(right))).toEqual(kinds)
  })

  it('names a claim and its denial, also where one report denies what others told', () => {
    const claimed = bombing({ count: { value: 13 }, status: 'claimed', by: 'Polizei' })
    const denied = bombing({ count: { value: 13 }, status: 'denied', by: 'Miliz' })
    expect(contradictionsOf(claimed, denied)).toEqual(['denial'])
    const asserted = bombing({ count: { value: 13 } })
    expect(contradictionsOf(asserted, { ...asserted, status: 'negated' })).toEqual(['denial'])
    expect(contradictionsOf(asserted, { ...asserted, status: 'planned' })).toEqual([])
  })

  it('names other days that texts name, and no day that is only that of the report', () => {
    const on = (date: string, marked: boolean) => bombing({ count: { value: 13 }, date, marked })
    expect(contradictionsOf(on('2014-01-08', true), on('2014-01-09', true))).toEqual(['date'])
    expect(contradictionsOf(on('2014-01-08', true), on('2014-01-09', false))).toEqual([])
  })

  it('names other places of one event, and none where one is told less precisely', () => {
    const at = (place: string, precision: 'exact' | 'region') => {
      const told = bombing({ count: { value: 13 }, place: `@${place}:IRQ`, precision })
      return readingOf(
        makeReport({ id: place, told: [told], published: '2014-01-09', extra: `Bericht aus ${place}.` }),
      )
    }
    const kindsOf = (...readings: ReturnType<typeof at>[]) => {
      const [one, other] = readings.map(({ text, report }) => ({
        text,
        ...report.events[0]!.evidence,
        type: 'ASSAULT' as const,
      }))
      const merge = { id: 'd1', recordedAt: '2026-01-02T00:00:00.000Z', by: 'ada', why: null } as const
      const decision = { ...merge, action: { kind: 'merge', mentions: [one!, other!] } as const }
      return buildChronicle(readings, [decision], []).contradictions.map(({ kind }) => kind)
    }
    expect(kindsOf(at('Bagdad', 'exact'), at('Tikrit', 'exact'))).toEqual(['place'])
    expect(kindsOf(at('Bagdad', 'exact'), at('Anbar', 'region'))).toEqual([])
  })

  it('keeps a settled one on show, and tells that it is still open while another report says so', () => {
    const killed = (id: string, value: number, published: string, url: string | null) =>
      readingOf(
        makeReport({
          id,
          told: [bombing({ count: { value } })],
          published,
          url,
          extra: `Bericht ${id} am ${published}.`,
        }),
      )
    const resolvedOf = (...readings: ReturnType<typeof killed>[]) =>
      buildChronicle(readings, [], []).contradictions.map(({ kind, resolved }) => `${kind} ${resolved}`)
    const first = killed('a', 23, '2014-01-09T08:00Z', 'https://a.example/1')
    const mended = killed('a2', 13, '2014-01-09T12:00Z', 'https://a.example/1')
    const other = killed('b', 13, '2014-01-09T09:00Z', null)
    expect(resolvedOf(first, other)).toEqual(['figures null'])
    expect(resolvedOf(first, mended, other)).toEqual(['figures superseded'])
    const third = killed('c', 23, '2014-01-09T10:00Z', null)
    expect(resolvedOf(first, mended, other, third)).toEqual(['figures null'])
  })
})
