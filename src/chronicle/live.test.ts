import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeReport, readingOf, type Told } from '../../test/support/reports.ts'
import { buildChronicle } from './build.ts'
import { LiveChronicle } from './live.ts'
import type { Decision, DecisionAction, Reading } from './types.ts'

const WORDS =
  'Konvoi Brücke Markt Polizei Rakete Dorf Minister Abkommen Hafen Lager Grenze Soldaten Drohne Kloster'.split(
    ' ',
  )
const words = fc.array(fc.constantFrom(...WORDS), { minLength: 3, maxLength: 7 })

const told: fc.Arbitrary<Told> = fc
  .record({
    words,
    type: fc.constantFrom('ASSAULT', 'COERCE', 'ACCUSE', 'REJECT', 'CONSULT' as const),
    actors: fc.constantFrom<string[]>([], ['USA'], ['IRN'], ['USA/MIL:Armee']),
    recipients: fc.constantFrom<string[]>([], ['IRQ'], ['IRQ/REB:Miliz'], ['IRQ/CVL:Händler']),
    place: fc.constantFrom(undefined, '@Mossul:IRQ', '@Basra:IRQ'),
    date: fc.constantFrom(undefined, '2014-01-05', '2014-01-06', '2014-01', '2011-06-01'),
    marked: fc.boolean(),
    killed: fc.option(fc.integer({ min: 1, max: 30 }), { nil: undefined }),
  })
  .map(({ words, date, place, killed, ...rest }) => {
    const sentence = `${words.join(' ')} am Ort.`
    return {
      ...rest,
      sentence,
      trigger: words[0]!,
      ...(date === undefined ? {} : { date }),
      ...(place === undefined ? {} : { place }),
      ...(killed === undefined ? {} : { figures: [{ words: words[1]!, value: killed }] }),
    }
  })

/** Long enough to be recognised as a copy. */
const BODIES = [0, 1, 2].map((seed) =>
  Array.from({ length: 60 }, (_, at) => WORDS[(at * (seed + 3) + seed) % WORDS.length]! + (at % 7)).join(' '),
)

const reading: fc.Arbitrary<Reading> = fc
  .record({
    told: fc.array(told, { minLength: 1, maxLength: 3 }),
    published: fc.constantFrom(null, '2014-01-05', '2014-01-06', '2014-01-07'),
    outlet: fc.constantFrom('A', 'B', 'C'),
    agency: fc.constantFrom<string[]>([], [], ['dpa'], ['AFP', 'dpa']),
    url: fc.constantFrom(null, null, 'https://a.example/1', 'https://a.example/2'),
    extra: fc.constantFrom('Kurz.', ...BODIES),
    head: fc.constantFrom('', '', 'Korrektur: '),
    model: fc.constantFrom('m1', 'm2'),
    day: fc.integer({ min: 1, max: 5 }),
  })
  .map(({ day, head, extra, ...options }) => {
    const report = makeReport({
      ...options,
      id: `${options.outlet} ${options.told[0]!.sentence}`,
      extra: head + extra,
    })
    return readingOf(report, `2026-01-0${day}T00:00:00.000Z`)
  })

/** Reads some texts a second time, by a reader that finds fewer events. */
const readings = fc
  .tuple(fc.array(reading, { minLength: 2, maxLength: 14 }), fc.array(fc.nat(), { maxLength: 3 }))
  .map(([first, again]) => {
    const reread = again.map((at) => {
      const { report } = first[at % first.length]!
      const other = { ...report, reader: { ...report.reader, model: 'm3' }, events: report.events.slice(1) }
      return readingOf(other, '2026-01-07T00:00:00.000Z')
    })
    const known = new Map([...first, ...reread].map((one) => [one.id, one]))
    return [...known.values()]
  })

const decisions = (
  all: readonly Reading[],
  picks: readonly (readonly [number, number, number])[],
): Decision[] =>
  picks.flatMap(([kind, a, b], at) => {
    const ref = (pick: number) => {
      const { report, text } = all[pick % all.length]!
      const event = report.events[0]
      return event === undefined ? [] : [{ text, ...event.evidence, type: event.type }]
    }
    const mentions = [...ref(a), ...ref(b)]
    if (mentions.length < 2) return []
    const action: DecisionAction =
      kind === 0
        ? { kind: 'merge', mentions }
        : kind === 1
          ? { kind: 'split', mentions }
          : { kind: 'reject', mentions: mentions.slice(0, 1) }
    return [{ id: `d${at}`, recordedAt: `2026-02-0${at + 1}T00:00:00.000Z`, by: 'ada', why: null, action }]
  })

const picks = fc.array(fc.tuple(fc.nat({ max: 2 }), fc.nat(), fc.nat()), { maxLength: 3 })

describe('LiveChronicle', () => {
  it('gives what a build from scratch gives, in whatever order and steps the readings come', () => {
    fc.assert(
      fc.property(readings, picks, fc.infiniteStream(fc.nat()), (all, chosen, random) => {
        const made = decisions(all, chosen)
        const expected = buildChronicle(all, made, [])
        const order = all
          .map((one) => ({ one, at: random.next().value as number }))
          .sort((a, b) => a.at - b.at)
          .map(({ one }) => one)
        const live = new LiveChronicle()
        order.forEach((one, at) => {
          live.add(one)
          if (at === Math.floor(order.length / 2)) live.decide(made)
          if ((random.next().value as number) % 2 === 0) live.settle()
          if ((random.next().value as number) % 4 === 0) live.chronicle([])
        })
        live.decide(made)
        expect(live.chronicle([])).toEqual(expected)
      }),
      { numRuns: 120 },
    )
  })

  it('loses no id that it ever gave', () => {
    fc.assert(
      fc.property(readings, (all) => {
        const live = new LiveChronicle()
        const given = new Set<string>()
        const found = new Map<string, string>()
        for (const one of all) {
          live.add(one)
          found.clear()
          for (const event of live.chronicle([]).events) {
            given.add(event.id)
            for (const id of [event.id, ...event.aliases]) {
              expect(found.get(id), id).toBeUndefined()
              found.set(id, event.id)
            }
          }
        }
        const texts = new Set(
          all.filter(({ report }) => report.reader.model === 'm3').map(({ text }) => text),
        )
        // What only an older reading told, and the newer one does not, has no event to be found under.
        if (texts.size === 0) for (const id of given) expect(found.has(id), id).toBe(true)
      }),
      { numRuns: 50 },
    )
  })
})
