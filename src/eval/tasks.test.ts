import { describe, expect, test } from 'vitest'
import { makeReport, type ReportOptions } from '../../test/support/reports.ts'
import type { EventCategory } from '../codebook/types.ts'
import type { Entity, Figure, Quote, Report } from '../document/report.ts'
import { evaluateDating } from './dating.ts'
import { documentKey, type Evaluation } from './evaluation.ts'
import { evaluateEvents } from './events.ts'
import { evaluateFigures } from './figures.ts'
import { readEvents } from './gold-events.ts'
import type { LabelledSpan } from './gold-tokens.ts'
import { evaluateMentions } from './mentions.ts'
import { evaluateNames } from './names.ts'
import { evaluateQuotes } from './quotes.ts'
import { reliability } from './reliability.ts'
import { renderErrors, renderEvaluation } from './table.ts'
import { evaluateTimes } from './times.ts'
import { widthsOf } from './widths.ts'

const at = (text: string, words: string): { from: number; to: number } => {
  const from = text.indexOf(words)
  if (from < 0) throw new Error(`"${words}" does not stand in "${text}"`)
  return { from, to: from + words.length }
}
const pairsAt = (text: string, ...words: string[]): [number, number][] =>
  words.map((one) => {
    const { from, to } = at(text, one)
    return [from, to]
  })
const reportOf = (id: string, text: string, parts: Partial<Report> = {}): Report => ({
  ...makeReport({ id, told: [], extra: text }),
  ...parts,
})
const byKey = (...reports: Report[]) => new Map(reports.map((report) => [documentKey(report.id), report]))
const entity = (id: string, kind: Entity['kind'], mentions: Entity['mentions']): Entity => ({
  id,
  kind,
  name: id,
  country: null,
  sector: null,
  codebook: null,
  role: null,
  mentions,
})
/** `[precision, recall, F1]` of one line. */
const figuresOf = ({ scores }: Evaluation, name: string) => {
  const { precision, recall, f1 } = scores.find((score) => score.name === name)!
  return [precision?.value, recall?.value, f1.value]
}
const shareOf = ({ shares }: Evaluation, name: string) => {
  const { right, of } = shares.find((share) => share.name === name)!
  return [right, of]
}
const close = (...values: number[]) => values.map((value) => expect.closeTo(value, 12))

test.each([
  ['a/b/wn-1.txt', 'wn-1'],
  ['34_text.txt.tml', '34_text'],
  ['wn-1', 'wn-1'],
  ['bericht.v2', 'bericht.v2'],
])('the key of %s is %s', (id, key) => {
  expect(documentKey(id)).toBe(key)
})

test('documents without a report count as missed, and reports of another text are named', () => {
  const gold = ['a', 'b'].map((id) => ({
    id,
    text: 'Am Montag',
    created: null,
    times: [time('Am Montag', 'Montag')],
  }))
  const evaluation = evaluateTimes(gold, byKey(reportOf('x/b.txt', 'Am Dienstag')))
  expect(evaluation).toMatchObject({ documents: 2, withoutReport: ['a'], otherText: ['b'] })
  expect(figuresOf(evaluation, 'strict')).toEqual([0, 0, 0])
})

test('names: both ends and the label', () => {
  const text = 'Lena Hartwig und Ute Brandt leiten die Hafenwerke in Ostheim'
  const names: LabelledSpan[] = [
    { ...at(text, 'Lena Hartwig'), label: 'PER' },
    { ...at(text, 'Ute Brandt'), label: 'PER' },
    { ...at(text, 'Hafenwerke'), label: 'ORG' },
    { ...at(text, 'Ostheim'), label: 'LOC' },
  ]
  const name = (words: string) => [{ ...at(text, words), kind: 'name' as const }]
  const report = reportOf('1', text, {
    entities: [
      entity('e1', 'person', name('Lena Hartwig')),
      entity('e2', 'person', name('Brandt')),
      entity('e3', 'place', name('Hafenwerke')),
      entity('e4', 'state', name('Ostheim')),
      entity('e5', 'place', name('Ostheim')),
      entity('e6', 'person', [{ ...at(text, 'leiten'), kind: 'nominal' }]),
      entity('e7', 'role', name('die')),
    ],
  })
  const evaluation = evaluateNames([{ id: '1', text, names }], byKey(report))
  expect(figuresOf(evaluation, 'all names')).toEqual(close(1 / 2, 1 / 2, 1 / 2))
  expect(figuresOf(evaluation, 'PER')).toEqual(close(1 / 2, 1 / 2, 1 / 2))
  expect(figuresOf(evaluation, 'LOC')).toEqual(close(1 / 2, 1, 2 / 3))
  expect(figuresOf(evaluation, 'ORG')).toEqual([0, 0, 0])
  expect(renderErrors(evaluation.errors).split('\n')).toEqual([
    '1\tmissed\tPER\tUte Brandt',
    '1\tmissed\tORG\tHafenwerke',
    '1\textra\tPER\tBrandt',
    '1\textra\tLOC\tHafenwerke',
  ])
})

describe('mentions and coreference', () => {
  const text = 'Ministerin Lena Hartwig reiste ab. Sie lobte das Heer und eine Brücke.'
  const mention = (words: string, id: string, form: string) => ({
    ...at(text, words),
    entity: id,
    kind: 'person',
    form,
  })
  const gold = [
    {
      id: 'a',
      text: null,
      mentions: [
        mention('Ministerin Lena Hartwig', 'g1', 'name'),
        mention('Sie', 'g1', 'pronoun'),
        mention('Heer', 'g2', 'noun'),
      ],
    },
  ]
  const nominal = (words: string) => [{ ...at(text, words), kind: 'nominal' as const }]
  const report = reportOf('a', text, {
    entities: [
      entity('e1', 'person', nominal('Lena Hartwig')),
      entity('e2', 'organisation', nominal('das Heer')),
      entity('e3', 'object', nominal('Brücke')),
    ],
  })

  test('by last word, things aside', () => {
    const evaluation = evaluateMentions(gold, byKey(report))
    expect(figuresOf(evaluation, 'mentions (exact)')).toEqual([0, 0, 0])
    expect(figuresOf(evaluation, 'mentions (head)')).toEqual(close(1, 2 / 3, 4 / 5))
    // Of the gold link none; B3 recall (1/2 + 0 + 1) / 3; CEAF-e 2/3 + 1 over two entities on both sides.
    expect(figuresOf(evaluation, 'MUC (head)')).toEqual([0, 0, 0])
    expect(figuresOf(evaluation, 'B3 (head)')).toEqual(close(1, 1 / 2, 2 / 3))
    expect(figuresOf(evaluation, 'CEAF-e (head)')).toEqual(close(5 / 6, 5 / 6, 5 / 6))
    expect(evaluation.scores.find(({ name }) => name === 'CoNLL (head)')!.f1.value).toBeCloseTo(1 / 2, 12)
    expect(figuresOf(evaluation, 'CEAF-e (exact)')).toEqual([0, 0, 0])
    expect(shareOf(evaluation, 'pronoun found (head)')).toEqual([0, 1])
    expect(evaluation.errors).toEqual([{ id: 'a', what: 'missed', kind: 'person pronoun', words: 'Sie' }])
  })

  test('things count where the gold has them', () => {
    const things = [{ ...gold[0]!, mentions: [{ ...mention('Brücke', 'g3', 'noun'), kind: 'object' }] }]
    expect(figuresOf(evaluateMentions(things, byKey(report)), 'mentions (exact)')).toEqual(
      close(1 / 3, 1, 1 / 2),
    )
  })

  test('one gold mention stands for one reported one', () => {
    const twice = reportOf('a', text, {
      entities: [entity('e1', 'person', [...nominal('Hartwig'), ...nominal('Lena Hartwig')])],
    })
    expect(figuresOf(evaluateMentions(gold, byKey(twice)), 'mentions (head)')).toEqual(
      close(1 / 2, 1 / 3, 2 / 5),
    )
  })

  test('a report without text', () => {
    expect(() => evaluateMentions(gold, byKey({ ...report, text: null }))).toThrow('report-no-text')
  })
})

function time(text: string, words: string, value = 'X', type: 'DATE' | 'DURATION' = 'DATE') {
  return { ...at(text, words), type, value }
}

test('times: spans, overlap, type and value, each with the best of those that are free', () => {
  const text = 'Am Montag und am Dienstagabend ruhte der Verkehr zwei Tage lang.'
  const times = [
    time(text, 'Montag', '2012-03-05'),
    time(text, 'am Dienstagabend', '2012-03-06'),
    time(text, 'zwei Tage', 'P2D', 'DURATION'),
  ]
  const report = reportOf('a', text, {
    times: [
      time(text, 'Montag', '2012-03-12'),
      time(text, 'Dienstag', '2012-03-13'),
      time(text, 'abend', '2012-03-06', 'DURATION'),
      time(text, 'Verkehr', 'P1D'),
    ],
  })
  const evaluation = evaluateTimes([{ id: 'a', text, created: null, times }], byKey(report))
  expect(figuresOf(evaluation, 'strict')).toEqual(close(1 / 4, 1 / 3, 2 / 7))
  expect(figuresOf(evaluation, 'relaxed')).toEqual(close(2 / 4, 2 / 3, 4 / 7))
  // For the second, equal value goes before equal type.
  expect(figuresOf(evaluation, 'relaxed + type')).toEqual(close(1 / 4, 1 / 3, 2 / 7))
  expect(figuresOf(evaluation, 'relaxed + value')).toEqual(close(1 / 4, 1 / 3, 2 / 7))
  expect(evaluation.errors.map(({ what, words }) => `${what} ${words}`)).toEqual([
    'missed Montag',
    'missed zwei Tage',
    'extra Montag',
    'extra Dienstag',
    'extra Verkehr',
  ])
})

describe('dating', () => {
  const day = Date.UTC(2014, 0, 5) / 86_400_000
  const dated = (id: string, edtf: string | null) =>
    reportOf(id, 'x', { published: { edtf, basis: edtf === null ? 'unknown' : 'stated', evidence: [] } })

  test('shares and misses', () => {
    const gold = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id, text: null, day }))
    const evaluation = evaluateDating(
      gold,
      byKey(dated('a', '2014-01-05'), dated('b', '2014-01?'), dated('c', '2013'), dated('d', null)),
    )
    expect(shareOf(evaluation, 'dated')).toEqual([3, 5])
    expect(shareOf(evaluation, 'true day inside, of all')).toEqual([2, 5])
    expect(shareOf(evaluation, 'true day inside, of the dated')).toEqual([2, 3])
    expect(shareOf(evaluation, 'exact, of all')).toEqual([1, 5])
    expect(evaluation.widths).toMatchObject({ median: 365, quartiles: [31, null] })
    expect(renderErrors(evaluation.errors).split('\n')).toEqual([
      'c\textra\tstated\t2013, truly 2014-01-05',
      'd\tmissed\tunknown\tundated, truly 2014-01-05',
      'e\tmissed\tunknown\tundated, truly 2014-01-05',
    ])
  })

  test('widths', () => {
    const { median, histogram } = widthsOf([1, 7, 8, 366, 367, Infinity, null])
    expect(median).toBe(366)
    expect(histogram.map(({ documents }) => documents)).toEqual([1, 1, 1, 1, 1, 0, 1, 1])
  })
})

test('figures: unit, number and place in the text', () => {
  const text =
    'Zwölf Menschen starben, mindestens 30 wurden verletzt, 5 Boote sanken, zwei Tage später 12 Tote.'
  const gold = readEvents(
    'a.json',
    JSON.stringify({
      figures: [
        { mention: 'Zwölf Menschen', value: 12, unit: 'killed' },
        { mention: 'mindestens 30', min: 30, unit: 'injured' },
        { mention: '5 Boote', value: 5, unit: 'other' },
        { mention: 'zwei Tage', value: 2, unit: 'days' },
        { mention: '12 Tote', value: null, unit: 'killed' },
      ],
    }),
    () => text,
  )
  const figure = (words: string, unit: Figure['unit'], amount: Partial<Figure>): Figure => ({
    ...{ id: words, ...at(text, words), value: null, min: null, max: null, approx: false, unit },
    ...{ counted: null, place: null, asOf: null, period: null, relation: null, attribution: null },
    ...amount,
  })
  const report = reportOf('a', text, {
    figures: [
      figure('12 Tote', 'killed', { value: 12 }),
      figure('Zwölf', 'killed', { value: 12 }),
      figure('30', 'injured', { value: 30 }),
      figure('5', 'other', { value: 5 }),
      figure('zwei', 'troops', { value: 2 }),
    ],
  })
  const evaluation = evaluateFigures([gold], byKey(report))
  expect(figuresOf(evaluation, 'figures')).toEqual(close(1 / 2, 2 / 3, 4 / 7))
  expect(figuresOf(evaluation, 'killed')).toEqual(close(1 / 2, 1, 2 / 3))
  expect(renderErrors(evaluation.errors).split('\n')).toEqual([
    'a\tmissed\tdays\tzwei Tage',
    'a\textra\tkilled\t12 Tote',
    'a\textra\ttroops\tzwei',
  ])
})

describe('events', () => {
  const category = (type: EventCategory['type'], quad: EventCategory['quad']): EventCategory => ({
    type,
    quad,
    modes: [],
    label: { de: type, en: type },
  })
  const categories = [
    category('ASSAULT', 'material-conflict'),
    category('COERCE', 'material-conflict'),
    category('THREATEN', 'verbal-conflict'),
    category('CONSULT', 'verbal-cooperation'),
  ]
  const told: ReportOptions['told'] = [
    {
      sentence: 'Nordland beschoss am 5. Januar Ostheim, 12 starben.',
      trigger: 'beschoss',
      type: 'ASSAULT',
      actors: ['NRD'],
      recipients: ['OST'],
      place: '@Ostheim:OST',
      date: '2014-01-05',
      mode: 'aerial',
      by: 'Polizei von Ostheim',
      figures: [{ words: '12', value: 12 }],
    },
    { sentence: 'Südland nahm Fischer fest.', trigger: 'nahm', type: 'ASSAULT', actors: ['SUD'] },
    { sentence: 'Es will drohen.', trigger: 'drohen', type: 'THREATEN', actors: ['SUD'], aux: 'future' },
    { sentence: 'Man sprach lange.', trigger: 'sprach', type: 'CONSULT', actors: ['SUD', 'NRD'] },
  ]
  const report: Report = { ...makeReport({ id: 'a', told }), id: 'a' }
  const side = (country: string, sector: string) => ({ mention: country, name: country, country, sector })
  const gold = readEvents(
    'a.json',
    JSON.stringify({
      events: [
        {
          type: 'ASSAULT',
          mode: 'aerial',
          evidence: 'Nordland beschoss am 5. Januar Ostheim',
          trigger: 'beschoss',
          actors: [side('NRD', 'MIL')],
          recipients: [side('OST', 'GOV')],
          place: { mention: 'Ostheim', country: 'OST' },
          date: '2014-01-05',
          date_marked: true,
          attribution: { mention: 'die Polizei', name: 'Polizei' },
          figures: [{ value: 12, unit: 'killed' }, { value: 3, unit: 'injured' }, { unit: 'days' }],
        },
        {
          type: 'COERCE',
          evidence: 'Südland nahm Fischer fest',
          trigger: 'nahm',
          actors: [side('SUD', 'GOV')],
        },
        {
          type: 'THREATEN',
          evidence: 'Es will drohen',
          trigger: 'drohen',
          actors: [side('NRD', 'GOV')],
          aux: 'future',
        },
        { type: 'CONSULT', evidence: 'Es', trigger: 'Es' },
      ],
    }),
    () => report.text!,
  )
  const evaluation = evaluateEvents([gold], byKey(report), categories)

  test.each([
    // The fourth gold event is two letters of a sentence of 15: a Dice coefficient of 4/17.
    ['detection', 3],
    ['quad', 3],
    ['type', 2],
    ['dyad', 1],
    ['dyad+sector', 0],
  ])('%s: %i of 4 on both sides', (level, right) => {
    expect(figuresOf(evaluation, level)).toEqual(close(right / 4, right / 4, right / 4))
  })

  test('fields over the pairs of equal type', () => {
    expect(Object.fromEntries(evaluation.shares.map(({ name, right, of }) => [name, [right, of]]))).toEqual({
      actors: [1, 2],
      recipients: [2, 2],
      'actor name': [1, 2],
      mode: [1, 1],
      'date (marked)': [1, 1],
      'place country': [1, 1],
      'place name': [1, 1],
      'figures found': [1, 2],
    })
    expect(figuresOf(evaluation, 'aux')).toEqual([1, 1, 1])
    expect(figuresOf(evaluation, 'attribution')).toEqual([1, 1, 1])
  })

  test('errors are of the level of types', () => {
    expect(evaluation.errors.map(({ what, kind }) => `${what} ${kind}`)).toEqual([
      'missed COERCE',
      'missed CONSULT',
      'extra ASSAULT',
      'extra CONSULT',
    ])
  })

  test('positions: holder, stance and place', () => {
    const text = 'Nordland lehnt den Vertrag ab. Ostheim lehnt ihn ab.'
    const position = (holder: string, stance: string, evidence: string) => ({ holder, stance, evidence })
    const wanted = readEvents(
      'a.json',
      JSON.stringify({
        positions: [
          position('Nordland', 'opposes', 'lehnt den Vertrag ab'),
          position('Ostheim', 'supports', 'Ostheim lehnt ihn ab'),
        ],
      }),
      () => text,
    )
    const given = (holder: string, stance: 'opposes', words: string) => ({
      ...{ holder, stance, topic: 'Vertrag', topicKey: 'vertrag' },
      evidence: at(text, words),
    })
    const entities = ['Nordland', 'Ostheim'].map((name) => entity(name, 'state', []))
    const found = reportOf('a', text, {
      entities,
      positions: [given('Nordland', 'opposes', 'den Vertrag'), given('Ostheim', 'opposes', 'lehnt ihn')],
    })
    expect(figuresOf(evaluateEvents([wanted], byKey(found), categories), 'positions')).toEqual(
      close(1 / 2, 1 / 2, 1 / 2),
    )
  })

  test('confidence and what came of it', () => {
    const { brier, bins } = reliability([
      [
        { confidence: 0.1, isRight: false },
        { confidence: 0.6, isRight: true },
      ],
      [
        { confidence: 0.7, isRight: false },
        { confidence: 1, isRight: true },
      ],
    ])
    // (0.01 + 0.16 + 0.49 + 0) / 4
    expect(brier.value).toBeCloseTo(0.165, 12)
    expect(bins.map(({ events, right }) => [events, right])).toEqual([
      [1, 0],
      [0, null],
      [0, null],
      [2, 0.5],
      [1, 1],
    ])
    expect(bins[3]!.confidence).toBeCloseTo(0.65, 12)
  })
})

test('quotations: shares of tokens, over pairs and what is left over', () => {
  const text = 'Der Hafen bleibt offen, sagte Ines Krell. Niemand müsse gehen.'
  const spans = (...words: string[]) => words.map((one) => at(text, one))
  const gold = [
    {
      id: 'a',
      text,
      quotes: [
        {
          kind: 'free-indirect' as const,
          quote: spans('Niemand müsse gehen'),
          speaker: [],
          cue: [],
          addressee: [],
          frame: [],
        },
        {
          kind: 'indirect' as const,
          quote: spans('Der Hafen bleibt offen'),
          speaker: spans('Ines Krell'),
          cue: spans('sagte'),
          addressee: [],
          frame: [],
        },
      ],
    },
  ]
  const quote: Quote = {
    kind: 'indirect',
    quote: pairsAt(text, 'Hafen bleibt offen,'),
    speaker: pairsAt(text, 'Krell'),
    cue: [],
    addressee: [],
    frame: [],
    nested: false,
    speakerEntity: null,
  }
  const evaluation = evaluateQuotes(gold, byKey(reportOf('a', text, { quotes: [quote] })))
  // Three of the four tokens on each side; the second quotation of the gold adds a recall of 0.
  expect(figuresOf(evaluation, 'messages')).toEqual(close(3 / 4, 3 / 8, 1 / 2))
  // Precision: the speaker, 1. Recall: speaker 1/2, cue 0.
  expect(figuresOf(evaluation, 'roles')).toEqual(close(1, 1 / 4, 2 / 5))
  // Precision (3/4 + 1) / 2; recall (3/4 + 0 + 1/2 + 0) / 4.
  expect(figuresOf(evaluation, 'joint')).toEqual(close(7 / 8, 5 / 16, 35 / 76))
  expect(shareOf(evaluation, 'speaker overlaps where the quote was found')).toEqual([1, 1])
  expect(evaluation.errors).toEqual([
    { id: 'a', what: 'missed', kind: 'free-indirect', words: 'Niemand müsse gehen' },
  ])
})

describe('the table', () => {
  const evaluation = evaluateDating(
    [{ id: 'a', text: null, day: 0 }],
    byKey(reportOf('a', 'x', { published: { edtf: '1970', basis: 'stated', evidence: [] } })),
  )

  test('columns are aligned', () => {
    const lines = renderEvaluation({
      ...evaluation,
      scores: [
        {
          name: 'mean',
          gold: null,
          reported: null,
          precision: null,
          recall: null,
          f1: { value: 0.5, interval: [0.25, 1] },
        },
      ],
    }).split('\n')
    expect(lines).toEqual([
      '1 documents, 0 without a report',
      '',
      '      gold  reported  precision  recall    F1           95 %',
      'mean                                     50.0  25.0 to 100.0',
      '',
      '                               right  of  share            95 %',
      'dated                              1   1  100.0  100.0 to 100.0',
      'true day inside, of all            1   1  100.0  100.0 to 100.0',
      'true day inside, of the dated      1   1  100.0  100.0 to 100.0',
      'exact, of all                      0   1    0.0      0.0 to 0.0',
      '',
      'width: median 365 d, quartiles 365 d and 365 d',
      '1 day 0 | to a week 0 | to a month 0 | to a year 1 | to ten years 0 | longer 0 | open 0 | undated 0',
    ])
  })

  test('an error stays on its line', () => {
    expect(renderErrors([{ id: 'a', what: 'extra', kind: 'AGREE', words: ' so\n\tund so ' }])).toBe(
      'a\textra\tAGREE\tso und so',
    )
  })
})
