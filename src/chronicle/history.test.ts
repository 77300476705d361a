import { describe, expect, it } from 'vitest'
import { makeReport, type ReportOptions, readingOf, type Told } from '../../test/support/reports.ts'
import { buildChronicle } from './build.ts'
import { figureSeries, sumFaults } from './figure-series.ts'
import { stanceHistories } from './positions.ts'
import { changesBetween, sourcesOfEvent } from './syndication.ts'
import type { PositionReading } from './types.ts'

const FILLER =
  'Die Behörden sperrten die Straße zum Hafen ab, Rettungswagen brachten die Verletzten in drei Kliniken der Stadt, und am Abend ' +
  'kamen Angehörige vor dem Tor zusammen, um nach Vermissten zu fragen, während Soldaten das Gelände sicherten und Trümmer räumten.'

const blast = (killed: NonNullable<Told['figures']>[number], given: Partial<Told> = {}): Told => ({
  sentence: `Bei einer Explosion im Hafen von Basra starben ${killed.words} Arbeiter.`,
  trigger: 'Explosion',
  type: 'ASSAULT',
  mode: 'explosives',
  recipients: ['IRQ/CVL:Arbeiter'],
  place: '@Basra:IRQ',
  date: '2014-01-06',
  figures: [killed],
  ...given,
})
const twelve = blast({ words: 'mindestens zwölf', min: 12 })
const nineteen = blast({ words: '19', value: 19 })
const nine = blast({ words: 'neun', value: 9 })

const read = (id: string, told: readonly Told[], more: Partial<ReportOptions> = {}) =>
  readingOf(makeReport({ id, told, published: '2014-01-06', extra: `${id}. ${FILLER}`, ...more }))
const build = (...readings: ReturnType<typeof read>[]) => buildChronicle(readings, [], [])
const eventOf = (...readings: ReturnType<typeof read>[]) => {
  const { events } = build(...readings)
  expect(events).toHaveLength(1)
  return events[0]!
}

describe('figures over time', () => {
  const steps = (...readings: ReturnType<typeof read>[]) =>
    figureSeries(eventOf(...readings).figures).map(({ entries }) => entries.map(({ step }) => step))
  const own = { extra: 'Nur dies.' }

  it('takes 19 after "at least 12" as a revision that both leave room for', () => {
    const day = { agency: ['dpa'], published: '2014-01-07' }
    const readings = [
      read('a', [twelve], { ...own, agency: ['dpa'] }),
      read('b', [nineteen], { ...own, ...day }),
    ]
    expect(steps(...readings)).toEqual([['first', 'narrowed']])
    expect(figureSeries(eventOf(...readings).figures)[0]!.agreed).toEqual({ low: 19, high: 19 })
    expect(build(...readings).contradictions).toEqual([])
  })

  it('keeps what two sources say side by side and picks none', () => {
    const readings = [read('a', [nineteen], own), read('b', [nine], { extra: 'Auch dies.' })]
    expect(steps(...readings)).toEqual([['first', 'other-speaker']])
    expect(figureSeries(eventOf(...readings).figures)[0]!).toMatchObject({
      agreed: null,
      latest: { length: 2 },
    })
    expect(build(...readings).contradictions).toMatchObject([{ kind: 'figures', resolved: null }])
  })

  it('shows a toll that rose by the next day as settled', () => {
    const later = read('b', [nineteen], { extra: 'Auch dies.', published: '2014-01-07' })
    expect(build(read('a', [nine], own), later).contradictions).toMatchObject([{ resolved: 'revised' }])
  })

  it('answers a question across events', () => {
    const troops = (id: string, value: number, counted: string) =>
      read(id, [
        blast({ words: '19', value: 19 }),
        { ...blast({ words: '19', value, unit: 'troops', counted }) },
      ])
    const { figures } = build(troops('a', 2500, 'US-Soldaten'), troops('b', 900, 'irakische Soldaten'))
    const series = figureSeries(figures, { unit: 'troops', counted: 'US-Soldaten' })
    expect(series.map(({ entries }) => entries.map(({ reading }) => reading.figure.value))).toEqual([[2500]])
  })

  it('finds parts that make more than their whole', () => {
    const parts = blast(
      { words: '19', value: 19 },
      {
        sentence:
          'Bei der Explosion im Hafen von Basra starben 19 Menschen, darunter 15 Arbeiter und sechs Wachleute.',
        figures: [
          { words: '19', value: 19 },
          { words: '15', value: 15, relation: { kind: 'part-of', figure: 'f0' } },
          { words: 'sechs', value: 6, relation: { kind: 'part-of', figure: 'f0' } },
        ],
      },
    )
    expect(sumFaults(build(read('a', [parts])).figures)).toMatchObject([{ sum: { low: 21, high: 21 } }])
  })
})

describe('sources', () => {
  it('names each source once with its outlets', () => {
    const copy = (id: string, outlet: string) =>
      read(id, [nineteen], { outlet, extra: `${FILLER} ${FILLER.replaceAll('der', 'die')} ${id}` })
    const other = read('c', [nineteen], { outlet: 'C', extra: 'Eigener Bericht.' })
    const event = eventOf(copy('a', 'A'), copy('b', 'B'), other)
    expect(sourcesOfEvent(event).map(({ outlets }) => [...outlets].sort())).toEqual(
      expect.arrayContaining([['A', 'B'], ['C']]),
    )
    expect(event.independentSources).toBe(2)
  })

  it('counts what credits two agencies once, with either of them', () => {
    const wire = (id: string, agency: string[]) => read(id, [nineteen], { agency, extra: `Nur ${id}.` })
    expect(eventOf(wire('a', ['dpa']), wire('b', ['AFP', 'dpa'])).independentSources).toBe(1)
    expect(
      eventOf(wire('a', ['dpa']), wire('b', ['AFP', 'dpa']), wire('c', ['AFP'])).independentSources,
    ).toBe(2)
  })

  it('tells what was left out, added and worded otherwise', () => {
    const side = (...sentences: string[]) => {
      const text = sentences.join(' ')
      let from = 0
      const spans = sentences.map((sentence): [number, number] => {
        const span: [number, number] = [from, from + sentence.length]
        from = span[1] + 1
        return span
      })
      return { text, sentences: spans }
    }
    const left = side(
      '„Wir bleiben“, sagte er.',
      'Der Hafen ist zu.',
      'Am Abend brannten noch zwei Lager am Kai.',
    )
    const right = side(
      '"Wir bleiben", sagte er.',
      'Am Abend brannten noch drei Lager am Kai.',
      'Die Stadt trauert.',
    )
    const { leftOut, added, changed } = changesBetween(left, right)
    const quote = (text: string, { from, to }: { from: number; to: number }) => text.slice(from, to)
    expect(leftOut.map((span) => quote(left.text, span))).toEqual(['Der Hafen ist zu.'])
    expect(added.map((span) => quote(right.text, span))).toEqual(['Die Stadt trauert.'])
    expect(changed).toHaveLength(1)
  })
})

describe('standing of reports', () => {
  const url = 'https://a.example/1'

  it('lets a later state of a url take the place of the earlier one', () => {
    const first = read('a', [nine], { url, outlet: 'A' })
    const later = read('a2', [nineteen], { url, outlet: 'A', published: '2014-01-07' })
    const event = eventOf(first, later)
    expect(event.mentions.map(({ superseded }) => superseded?.kind ?? null)).toEqual(['version', null])
    expect(event).toMatchObject({ independentSources: 1, retracted: false })
    expect(figureSeries(event.figures)[0]!.agreed).toEqual({ low: 19, high: 19 })
  })

  it('marks an event as retracted when the report that told it was withdrawn', () => {
    const told = read('a', [nine], { outlet: 'A', extra: FILLER })
    const titled = { ...told, report: { ...told.report, titleText: 'Explosion im Hafen' } }
    const notice = read('k', [], {
      outlet: 'A',
      published: '2014-01-07',
      extra: 'Die Meldung „Explosion im Hafen“ ist falsch. Bitte nicht verwenden.',
    })
    expect(eventOf(titled).retracted).toBe(false)
    expect(eventOf(titled, notice)).toMatchObject({
      retracted: true,
      mentions: [{ superseded: { by: 'k', kind: 'withdrawal' } }],
    })
    const elsewhere = {
      ...notice,
      report: { ...notice.report, source: { ...notice.report.source, outlet: 'B' } },
    }
    expect(eventOf(titled, elsewhere).retracted).toBe(false)
  })

  it('takes a correction for the copy that it corrects', () => {
    const wrong = read('a', [nine], { outlet: 'A', extra: FILLER })
    const right = read('b', [nineteen], { outlet: 'A', extra: FILLER, published: '2014-01-07' })
    const corrected = { ...right, report: { ...right.report, titleText: 'Korrektur: Explosion im Hafen' } }
    const { mentions } = eventOf(wrong, corrected)
    expect(mentions.map(({ superseded }) => superseded?.kind ?? null)).toEqual(['correction', null])
  })

  it('follows an event from its announcement to its denial', () => {
    const visit = (status: Told['status'], published: string, sentence: string) =>
      read(
        published,
        [
          {
            ...{
              sentence,
              trigger: 'Treffen',
              type: 'CONSULT',
              mode: 'meet',
              actors: ['USA'],
              recipients: ['IRQ'],
            },
            ...{ date: '2014-01-09', aux: null, ...(status && { status }) },
          },
        ],
        { published, extra: published },
      )
    const event = eventOf(
      visit('announced', '2014-01-09T08:00:00Z', 'Ein Treffen in Bagdad ist für Donnerstag geplant.'),
      visit('asserted', '2014-01-09T18:00:00Z', 'Das Treffen in Bagdad begann am Donnerstag.'),
      visit('denied', '2014-01-10T08:00:00Z', 'Bagdad bestritt das Treffen in Bagdad vom Donnerstag.'),
    )
    expect(event.history.map(({ status }) => status)).toEqual(['announced', 'asserted', 'denied'])
    expect(event.status).toBe('asserted')
  })
})

describe('positions over time', () => {
  it('says when a stance was first told and by which sentence it changed', () => {
    const position = (published: string, stance: PositionReading['stance']): PositionReading => ({
      holder: { key: 'USA', name: 'USA', country: 'USA', sector: 'GOV', codebook: 'USA' },
      ...{ topic: 'Abzug', topicKey: 'abzug', stance, report: published, published },
      text: published as PositionReading['text'],
      evidence: { from: 0, to: 1, quote: published },
    })
    const [history] = stanceHistories([
      position('2014-03-01', 'supports'),
      position('2014-01-01', 'opposes'),
      position('2014-02-01', 'opposes'),
    ])
    expect(history).toMatchObject({
      first: { published: '2014-01-01' },
      changes: [{ from: 'opposes', to: { published: '2014-03-01', evidence: { quote: '2014-03-01' } } }],
      latest: { stance: 'supports' },
    })
  })
})
