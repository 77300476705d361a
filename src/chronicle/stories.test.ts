import { describe, expect, it } from 'vitest'
import { makeReport, readingOf, seeded, shuffled, type Told } from '../../test/support/reports.ts'
import { buildChronicle } from './build.ts'
import { relationsByEvent, relationsOf } from './relations.ts'
import { findStory, storiesOf } from './stories.ts'
import type { ChronicleEvent } from './types.ts'

const read = (id: string, told: readonly Told[], published: string) =>
  readingOf(makeReport({ id, told, published }))
type ReportOf = readonly [id: string, told: readonly Told[], published: string]
const eventsOf = (...reports: readonly ReportOf[]) =>
  buildChronicle(
    reports.map((report) => read(...report)),
    [],
    [],
  ).events

/** Each report's events for themselves: whether reports tell one event is not what is asked here. */
const apart = (...reports: readonly ReportOf[]) => reports.flatMap((report) => eventsOf(report))

const expel: Told = {
  sentence: 'Norwegen hat drei Diplomaten Islands ausgewiesen.',
  trigger: 'ausgewiesen',
  type: 'SANCTION',
  mode: 'expel',
  actors: ['NOR'],
  recipients: ['ISL'],
  date: '2015-03-02',
}
const counter: Told = {
  sentence: 'Island wies seinerseits drei Diplomaten aus Norwegen aus.',
  trigger: 'wies',
  type: 'SANCTION',
  mode: 'expel',
  actors: ['ISL'],
  recipients: ['NOR'],
  date: '2015-03-04',
}
const demand: Told = {
  sentence: 'Chile verlangte von Peru die Herausgabe der Fischkutter.',
  trigger: 'verlangte',
  type: 'REQUEST',
  actors: ['CHL'],
  recipients: ['PER'],
  date: '2015-03-03',
}
const refusal: Told = {
  sentence: 'Peru lehnte die Herausgabe der Fischkutter ab.',
  trigger: 'lehnte',
  type: 'REJECT',
  actors: ['PER'],
  recipients: ['CHL'],
  date: '2015-03-03',
}

const named = (events: readonly ChronicleEvent[]) => {
  const trigger = new Map(events.map((event) => [event.id as string, event.mentions[0]!.trigger.quote]))
  return relationsOf(events).map(({ kind, from, to }) => `${trigger.get(from)} ${kind} ${trigger.get(to)}`)
}

describe('relationsOf', () => {
  it('finds an answer in kind and one in words, also on the same day', () => {
    const events = eventsOf(
      ['a', [expel], '2015-03-02'],
      ['b', [counter], '2015-03-04'],
      ['c', [demand, refusal], '2015-03-03'],
    )
    expect(named(events).sort()).toEqual(['lehnte answers verlangte', 'wies answers ausgewiesen'])
    const seen = relationsByEvent(relationsOf(events))
    const first = events.find(({ actors }) => actors[0]!.country === 'NOR')!
    expect(seen.get(first.id)).toMatchObject([{ kind: 'answered-by' }])
  })

  it.each<[string, Told, string]>([
    ['weeks later', { ...counter, date: '2015-04-20' }, '2015-04-20'],
    ['before it', { ...counter, date: '2015-02-20' }, '2015-02-20'],
    ['towards another', { ...counter, recipients: ['SWE'] }, '2015-03-04'],
    ['that did not happen', { ...counter, aux: 'negated' }, '2015-03-04'],
    ['of a kind that answers nothing', { ...counter, type: 'COOPERATE', mode: undefined! }, '2015-03-04'],
  ])('takes no act for an answer %s', (_, act, published) => {
    expect(named(eventsOf(['a', [expel], '2015-03-02'], ['b', [act], published]))).not.toContain(
      'wies answers ausgewiesen',
    )
  })

  it('within one country asks for more than the country', () => {
    const police = {
      ...expel,
      type: 'COERCE',
      mode: 'arrest',
      actors: ['CHL/COP:Polizei'],
      recipients: ['CHL/CVL:Fischer'],
    } as const
    const others = {
      ...counter,
      type: 'ACCUSE',
      mode: undefined!,
      actors: ['CHL/OPP:Bündnis'],
      recipients: ['CHL/GOV:Kabinett'],
    } as const
    const fishers = { ...others, actors: ['CHL/CVL:Fischer'], recipients: ['CHL/COP:Polizei'] } as const
    expect(named(eventsOf(['a', [police], '2015-03-02'], ['b', [others], '2015-03-04']))).toEqual([])
    expect(named(eventsOf(['a', [police], '2015-03-02'], ['b', [fishers], '2015-03-04']))).toHaveLength(1)
  })

  it('ties what was announced, promised or threatened to what was done', () => {
    const announced: Told = {
      sentence: 'Island will im März Küstenwache vor Jan Mayen zusammenziehen.',
      trigger: 'zusammenziehen',
      type: 'MOBILIZE',
      mode: 'troops',
      actors: ['ISL'],
      aux: 'future',
      status: 'announced',
      date: '2015-03',
    }
    const done: Told = {
      sentence: 'Island hat am Dienstag Küstenwache vor Jan Mayen zusammengezogen.',
      trigger: 'zusammengezogen',
      type: 'MOBILIZE',
      mode: 'troops',
      actors: ['ISL'],
      date: '2015-03-10',
    }
    const threat: Told = {
      ...expel,
      sentence: 'Norwegen drohte Island mit der Ausweisung der Diplomaten.',
      trigger: 'drohte',
      type: 'THREATEN',
      mode: 'expel',
      date: '2015-02-25',
    }
    const after: Told = {
      ...expel,
      sentence: 'Norwegen wies nach der Drohung die Diplomaten Islands aus.',
      trigger: 'wies',
    }
    const events = apart(
      ['a', [announced], '2015-03-01'],
      ['b', [done], '2015-03-10'],
      ['c', [threat], '2015-02-25'],
      ['d', [after], '2015-03-02'],
    )
    expect(named(events).sort()).toEqual(['wies follows drohte', 'zusammengezogen follows zusammenziehen'])
  })

  it('makes an attack part of the series that a report counts', () => {
    const attack = (date: string, place: string): Told => ({
      sentence: `Eine Rakete traf am ${date} das Lager bei ${place}.`,
      trigger: 'traf',
      type: 'ASSAULT',
      mode: 'heavy-weapons',
      actors: ['YEM/REB:Küstenfront'],
      recipients: ['OMN/MIL:Heer'],
      place: `@${place}:OMN`,
      date,
    })
    const series: Told = {
      sentence: 'Seit Anfang Mai gab es 66 Angriffe der Küstenfront auf das Heer im Oman.',
      trigger: 'Angriffe',
      type: 'ASSAULT',
      actors: ['YEM/REB:Küstenfront'],
      recipients: ['OMN/MIL:Heer'],
      date: '2016-05-01/2016-05-20',
      figures: [{ words: '66', value: 66, unit: 'attacks' }],
    }
    const events = apart(
      ['a', [attack('2016-05-04', 'Salala')], '2016-05-04'],
      ['b', [attack('2016-05-18', 'Sur')], '2016-05-18'],
      ['c', [attack('2016-05-25', 'Sur')], '2016-05-25'],
      ['d', [series], '2016-05-20'],
    )
    expect(named(events)).toEqual(['traf part-of Angriffe', 'traf part-of Angriffe'])
  })
})

describe('storiesOf', () => {
  const harbour = (n: number): Told => ({
    sentence: `Im Hafenstreit verlangte Chile zum ${n}. Mal die Kutter zurück.`,
    trigger: 'verlangte',
    type: 'REQUEST',
    actors: ['CHL'],
    recipients: ['PER'],
    date: `2015-03-${String(n).padStart(2, '0')}`,
  })
  const ice = (n: number): Told => ({
    sentence: `Norwegen und Island sprachen am Tag ${n} über die Eisgrenze.`,
    trigger: 'sprachen',
    type: 'CONSULT',
    actors: ['NOR', 'ISL'],
    date: `2015-03-${String(n).padStart(2, '0')}`,
  })

  it('keeps matters apart, and parts of one matter that lie long apart', () => {
    const events = eventsOf(
      ...[3, 5, 8].map((n) => [`h${n}`, [harbour(n)], `2015-03-0${n}`] as const),
      ...[4, 6].map((n) => [`i${n}`, [ice(n)], `2015-03-0${n}`] as const),
      ['late', [{ ...harbour(9), date: '2016-09-03' }], '2016-09-03'],
    )
    const stories = storiesOf(events)
    expect(stories.map((story) => story.events.length)).toEqual([3, 2, 1])
    expect(stories[0]).toMatchObject({
      period: '2015-03-03/2015-03-08',
      parties: [{ name: 'CHL', events: 3 }, { name: 'PER' }],
    })
    expect(findStory(stories, events, stories[0]!.events[2]!)).toBe(stories[0])
    expect(findStory(stories, events, stories[1]!.id.slice(0, 8))).toBe(stories[1])
    expect(() => findStory(stories, events, 'nirgends')).toThrow(/story-unknown/)
  })

  it('is not chained together by a report that names both matters', () => {
    const both: Told = {
      ...harbour(6),
      sentence: 'Norwegen, Island, Chile und Peru sprachen in Genf.',
      trigger: 'sprachen',
      type: 'CONSULT',
      actors: ['NOR', 'ISL', 'CHL', 'PER'],
      recipients: [],
    }
    const events = apart(
      ...[3, 4, 5, 6, 7, 8].map((n) => [`h${n}`, [harbour(n)], `2015-03-0${n}`] as const),
      ...[3, 4, 5, 6, 7, 8].map((n) => [`i${n}`, [ice(n)], `2015-03-0${n}`] as const),
      ['both', [both], '2015-03-06'],
    )
    const story = (report: string) =>
      storiesOf(events).find(({ events: ids }) =>
        ids.includes(events.find(({ mentions }) => mentions[0]!.report === report)!.id),
      )!
    expect(story('h3').id).not.toBe(story('i4').id)
  })

  it('and relations do not hang on the order of events', () => {
    for (const seed of [1, 2, 3]) {
      const random = seeded(seed)
      const pick = <Value>(values: readonly Value[]) => values[Math.floor(random() * values.length)]!
      const events = eventsOf(
        ...Array.from({ length: 60 }, (_, index) => {
          const base = pick([expel, counter, demand, refusal, harbour(3), ice(4)])
          const date = `2015-03-${String(1 + Math.floor(random() * 28)).padStart(2, '0')}`
          return [
            `r${index}`,
            [{ ...base, sentence: `${base.sentence} ${pick(['Hafen', 'Kutter', 'Grenze'])} ${index}`, date }],
            date,
          ] as const
        }),
      )
      const [stories, relations] = [storiesOf(events), relationsOf(events)]
      expect(relations.length).toBeGreaterThan(3)
      expect(stories.flatMap((story) => story.events).sort()).toEqual(events.map(({ id }) => id).sort())
      for (let round = 0; round < 5; round++) {
        const other = shuffled(events, random)
        expect(storiesOf(other), `seed ${seed}`).toEqual(stories)
        expect(relationsOf(other), `seed ${seed}`).toEqual(relations)
      }
    }
  })
})
