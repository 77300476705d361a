import { describe, expect, it } from 'vitest'
import { makeReport, readingOf, seeded, shuffled, type Told } from '../../test/support/reports.ts'
import { buildChronicle } from './build.ts'
import { actionOf, type DecisionRequest, decisionToUndo } from './decide.ts'
import { forgettingOf } from './forget.ts'
import { journalOf } from './journal.ts'
import type { ChronicleEvent, Decision, DecisionAction, Reading } from './types.ts'

const strike = (words: string, more: Partial<Told> = {}): Told => ({
  sentence: `Flugzeuge der USA griffen ${words} eine Stellung der Miliz bei Mossul an.`,
  trigger: 'griffen',
  type: 'ASSAULT',
  mode: 'aerial',
  actors: ['USA'],
  recipients: ['IRQ/REB:Miliz'],
  place: '@Mossul:IRQ',
  date: '2014-01-06',
  ...more,
})
const talks = (words: string): Told => ({
  sentence: `Vertreter der USA und des Iran sprachen ${words} in Wien über die Anlagen.`,
  trigger: 'sprachen',
  type: 'CONSULT',
  actors: ['USA', 'IRN'],
  place: '@Wien:AUT',
  date: '2014-01-08',
})
const read = (id: string, told: readonly Told[], more: { model?: string; url?: string } = {}, at = 1) =>
  readingOf(makeReport({ id, told, published: '2014-01-07', ...more }), `2026-01-0${at}T00:00:00.000Z`)

let entry = 0
const decided = (action: DecisionAction, by = 'ada', why: string | null = null): Decision => {
  entry++
  return {
    id: `d${String(entry).padStart(4, '0')}`,
    recordedAt: `2026-02-01T00:00:${String(entry % 60).padStart(2, '0')}.${String(entry).padStart(3, '0')}Z`,
    by,
    why,
    action,
  }
}
const build = (readings: readonly Reading[], decisions: readonly Decision[] = []) =>
  buildChronicle(readings, decisions, [])
const reportsOf = ({ mentions }: ChronicleEvent) => mentions.map(({ report }) => report).sort()
const grouping = (events: readonly ChronicleEvent[]) => events.map(reportsOf).map(String).sort()
const eventOf = (events: readonly ChronicleEvent[], report: string) =>
  events.find((event) => event.mentions.some((mention) => mention.report === report))!

describe('actionOf', () => {
  const a = read('a', [strike('am Montag')])
  const b = read('b', [strike('am Montag abermals')])
  const c = read('c', [talks('lange')])
  const chronicle = build([a, b, c])
  const [first, second] = [eventOf(chronicle.events, 'a'), eventOf(chronicle.events, 'c')]

  it('merges whole events, and splits mentions out of one', () => {
    expect(grouping(chronicle.events)).toEqual(['a,b', 'c'])
    const merge = decided(actionOf(chronicle, { kind: 'merge', events: [first.id.slice(0, 6), second.id] }))
    const merged = build([a, b, c], [merge])
    expect(grouping(merged.events)).toEqual(['a,b,c'])
    const split = decided(actionOf(merged, { kind: 'split', event: first.id, mentions: ['a', second.id] }))
    expect(grouping(build([a, b, c], [merge, split]).events)).toEqual(['a,c', 'b'])
    const again = decided({ kind: 'undo', decision: split.id })
    expect(grouping(build([a, b, c], [merge, split, again]).events)).toEqual(['a,b,c'])
  })

  it('takes an id, an alias or the beginning of one', () => {
    const [alias] = first.aliases
    for (const event of [first.id, alias!, first.id.slice(0, 8)])
      expect(actionOf(chronicle, { kind: 'accept', event })).toMatchObject({ mentions: [{}, {}] })
  })

  it.each<[string, DecisionRequest, string]>([
    ['an unknown event', { kind: 'accept', event: 'ffffffffffffffff' }, 'event-unknown'],
    ['too short a beginning', { kind: 'accept', event: first.id.slice(0, 3) }, 'event-unknown'],
    ['a merge of one', { kind: 'merge', events: [first.id, ...first.aliases] }, 'decision-invalid'],
    [
      'a split that leaves nothing',
      { kind: 'split', event: first.id, mentions: ['a', 'b'] },
      'decision-invalid',
    ],
    ['a mention of another event', { kind: 'split', event: first.id, mentions: ['c'] }, 'mention-unknown'],
  ])('refuses %s', (_, request, code) => {
    expect(() => actionOf(chronicle, request)).toThrow(expect.objectContaining({ code }))
  })

  it('sets the sides of an event to parties that the reports know, or to new ones', () => {
    const set = (value: string) =>
      decided(actionOf(chronicle, { kind: 'set', event: second.id, field: 'actors', value }))
    const actors = (value: string) => eventOf(build([a, b, c], [set(value)]).events, 'c').actors
    expect(actors('Miliz; USA').map(({ key }) => key)).toEqual(['IRQ|REB|miliz', 'usa'])
    expect(actors('Bund der Fährleute')).toMatchObject([{ name: 'Bund der Fährleute', country: null }])
    expect(actors('')).toEqual([])
  })
})

describe('decisions point at mentions', () => {
  it('and survive any order of reports, new reports and a new reading', () => {
    for (const seed of [1, 2, 3, 4, 5, 6]) {
      const random = seeded(seed)
      const pick = <Value>(values: readonly Value[]) => values[Math.floor(random() * values.length)]!
      const days = ['2014-01-05', '2014-01-06', '2014-01-07']
      const readings = Array.from({ length: 16 }, (_, index) =>
        read(`r${index}`, [
          strike(`am Morgen ${index} ${pick(['heftig', 'kurz', 'erneut'])}`, {
            date: pick(days),
            place: pick(['@Mossul:IRQ', '@Basra:IRQ']),
          }),
          ...(random() < 0.5 ? [talks(`${index} Stunden`)] : []),
        ]),
      )
      const decisions: Decision[] = []
      for (let round = 0; round < 6; round++) {
        const { events } = build(readings, decisions)
        const event = pick(events)
        const out = event.mentions.slice(0, 1).map(({ id }) => id)
        const requests: DecisionRequest[] = [
          { kind: pick(['accept', 'reject'] as const), event: event.id },
          { kind: 'set', event: event.id, field: 'date', value: '2014-01-04' },
          ...(event.aliases.length > 0 ? [{ kind: 'split', event: event.id, mentions: out } as const] : []),
          ...(events.length > 1
            ? [{ kind: 'merge', events: [event.id, events.find((other) => other !== event)!.id] } as const]
            : []),
        ]
        decisions.push(decided(actionOf({ events }, pick(requests))))
      }
      const expected = build(readings, decisions)
      for (let round = 0; round < 4; round++) {
        const other = build(shuffled(readings, random), shuffled(decisions, random))
        expect(other, `seed ${seed}`).toEqual(expected)
      }
      // A newer reader that finds the same, and a report of something else, change no verdict and no group.
      const later = readings.map((reading) =>
        readingOf(
          { ...reading.report, reader: { ...reading.report.reader, model: 'm2' } },
          '2026-01-09T00:00:00.000Z',
        ),
      )
      const elsewhere = read('x', [
        { ...talks('kurz'), actors: ['FRA', 'ITA'], place: '@Rom:ITA', date: '2015-05-05' },
      ])
      const reread = build([...readings, ...later, elsewhere], decisions)
      const verdicts = (events: readonly ChronicleEvent[]) =>
        events.map((event) => `${reportsOf(event)} ${event.type} ${event.date?.edtf} ${event.review}`).sort()
      const own = reread.events.filter((event) => !reportsOf(event).includes('x'))
      expect(verdicts(own), `seed ${seed}`).toEqual(verdicts(expected.events))
    }
  })

  it('and hold for a later version of the text that keeps the sentence', () => {
    const url = 'https://a.example/1'
    const old = read('a', [strike('am Montag')], { url })
    const chronicle = build([old])
    const reject = decided(actionOf(chronicle, { kind: 'reject', event: chronicle.events[0]!.id }))
    const fresh = read('a', [talks('vorher'), strike('am Montag')], { url }, 2)
    const { events } = build([old, fresh], [reject])
    expect(events.map(({ type, review }) => [type, review])).toEqual([
      ['ASSAULT', 'rejected'],
      ['CONSULT', null],
    ])
  })

  it('and tell two events of one sentence apart', () => {
    const sentence = 'Die USA beschossen Mossul und die Miliz beschoss Erbil.'
    const reading = read('a', [
      { ...strike(''), sentence, trigger: 'beschossen', actors: ['USA', 'IRQ/REB:Miliz'] },
    ])
    const [event] = reading.report.events
    const at = sentence.indexOf('beschoss Erbil')
    const first = { ...event!, actors: ['USA'] }
    const second = {
      ...event!,
      id: 'v9',
      actors: ['IRQ/REB:Miliz'],
      recipients: [],
      trigger: { from: at, to: at + 8 },
    }
    const both = { ...reading, report: { ...reading.report, events: [first, second] } }
    const { events } = build([both])
    expect(events).toHaveLength(2)
    for (const { id } of events) {
      const set = decided(actionOf({ events }, { kind: 'set', event: id, field: 'mode', value: 'drone' }))
      const modes = build([both], [set]).events.map((one) => [one.id === id, one.mode])
      expect(modes.sort()).toEqual([
        [false, 'aerial'],
        [true, 'drone'],
      ])
    }
  })

  it('and a merge goes on to take in what tells either of the two', () => {
    const basra = (words: string) => strike(words, { place: '@Basra:IRQ', date: '2014-01-03' })
    const readings = [read('a', [strike('am Montag')]), read('b', [basra('am Abend')])]
    const later = [
      read('c', [strike('am Montag abermals')], {}, 3),
      read('d', [basra('am Abend wieder')], {}, 3),
    ]
    const { events } = build(readings)
    const merge = decided(actionOf({ events }, { kind: 'merge', events: events.map(({ id }) => id) }))
    expect(grouping(build([...readings, ...later]).events)).toEqual(['a,c', 'b,d'])
    expect(grouping(build([...readings, ...later], [merge]).events)).toEqual(['a,b,c,d'])
  })

  it('and a field that is set takes no mention out of its event', () => {
    const readings = [read('a', [strike('am Montag')]), read('b', [strike('am Montag abermals')])]
    const { events } = build(readings)
    for (const [field, value] of [
      ['date', '2014-01-02'],
      ['place', 'Tikrit'],
      ['type', 'COERCE'],
      ['actors', 'IRN'],
    ] as const) {
      const set = decided(actionOf({ events }, { kind: 'set', event: events[0]!.id, field, value }))
      expect(grouping(build(readings, [set]).events), field).toEqual(['a,b'])
    }
  })
})

describe('journalOf', () => {
  it('says what stands, what was undone, and what points at nothing any more', () => {
    const [a, b] = [read('a', [strike('am Montag')]), read('b', [talks('lange')])]
    const chronicle = build([a, b])
    const accept = decided(
      actionOf(chronicle, { kind: 'accept', event: eventOf(chronicle.events, 'a').id }),
      'ada',
      'gesehen',
    )
    const undo = decided({ kind: 'undo', decision: accept.id }, 'bo')
    const [first, second] = journalOf(build([b], [accept, undo]), [undo, accept])
    expect(first).toMatchObject({
      id: accept.id,
      by: 'ada',
      why: 'gesehen',
      undoneBy: undo.id,
      events: [],
      lost: 1,
    })
    expect(second).toMatchObject({ id: undo.id, undoneBy: null })
    expect(journalOf(chronicle, [accept])[0]).toMatchObject({
      events: [eventOf(chronicle.events, 'a').id],
      lost: 0,
    })
  })
})

describe('decisionToUndo', () => {
  it('goes back step by step through one’s own', () => {
    const own = [1, 2, 3].map((n) => decided({ kind: 'undo', decision: `x${n}` }))
    const made = [
      decided({ kind: 'accept', mentions: [] }, 'ada'),
      decided({ kind: 'accept', mentions: [] }, 'bo'),
      decided({ kind: 'accept', mentions: [] }, 'ada'),
    ]
    const [one, , three] = made
    expect(decisionToUndo([...own, ...made], null, 'ada').id).toBe(three!.id)
    const undone = decided({ kind: 'undo', decision: three!.id }, 'ada')
    expect(decisionToUndo([...made, undone], null, 'ada').id).toBe(one!.id)
    expect(() => decisionToUndo(made, null, 'cy')).toThrow(/decision-unknown/)
    expect(decisionToUndo(made, one!.id, 'cy').id).toBe(one!.id)
  })
})

describe('forgettingOf', () => {
  it('keeps ids valid by the mentions that remain, even when texts are forgotten one after the other', () => {
    const readings = ['a', 'b', 'c'].map((id, n) =>
      read(id, [strike(`am Montag ${['', 'abermals', 'laut'][n]}`)]),
    )
    const decisions: Decision[] = []
    const gone: string[] = []
    let left = readings
    for (const reading of readings.slice(0, 2)) {
      const chronicle = build(left, decisions)
      expect(chronicle.events).toHaveLength(1)
      gone.push(
        ...chronicle.events[0]!.mentions.filter(({ text }) => text === reading.text).map(({ id }) => id),
      )
      decisions.push(decided(forgettingOf(chronicle, reading.text)))
      left = left.filter((other) => other !== reading)
    }
    const [event] = build(left, shuffled(decisions, seeded(1))).events
    expect(reportsOf(event!)).toEqual(['c'])
    expect(event!.aliases).toEqual(expect.arrayContaining(gone))
    expect(gone).toHaveLength(2)
    // Also in the past: what was erased is erased at all times, but its ids stay.
    expect(buildChronicle(left, decisions, [], '2026-01-05').events[0]!.aliases).toEqual(
      expect.arrayContaining(gone),
    )
    expect(JSON.stringify(decisions)).not.toContain('Mossul')
  })

  it('leaves a tombstone without an heir where nothing else tells the event', () => {
    const a = read('a', [strike('am Montag')])
    const chronicle = build([a])
    expect(forgettingOf(chronicle, a.text).ids).toEqual([{ id: chronicle.events[0]!.id, heir: null }])
    expect(forgettingOf(build([]), a.text).ids).toEqual([])
  })
})
