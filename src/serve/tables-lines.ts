import type { BalanceAnswer } from './api-balance.ts'
import type { FigureSeriesSummary, FiguresAnswer, SeriesAnswer } from './api-figures.ts'
import type { Stance, StancesAnswer } from './api-stances.ts'
import type { StoriesAnswer, StoryAnswer } from './api-stories.ts'
import { type Cell, EVENT, eventCells, sides, type Table } from './tables.ts'

/** Tables of what runs over time: series of figures, stories, stances, conflict and cooperation. */

const READING = [
  ...[
    'series',
    'unit',
    'counted',
    'place',
    'published',
    'asOf',
    'report',
    'outlet',
    'value',
    'min',
    'max',
    'approx',
  ],
  ...['low', 'high', 'by', 'speaker', 'question', 'step', 'latest', 'superseded', 'quote'],
]

const readingCells = ({ id, unit, place, readings }: FigureSeriesSummary): Cell[][] =>
  readings.map(
    ({
      published,
      asOf,
      report,
      outlet,
      amount,
      bounds,
      by,
      speaker,
      question,
      step,
      latest,
      superseded,
      sentence,
    }) => [
      ...[id, unit, amount.counted, place, published, asOf, report, outlet],
      ...[amount.value, amount.min, amount.max, amount.approx, bounds.low, bounds.high],
      ...[by, speaker + 1, question + 1, step, latest, superseded, sentence.quote],
    ],
  )

export const figuresTable = ({ series }: FiguresAnswer): Table => ({
  columns: ['event', 'contradictions', 'sumsFail', ...READING],
  rows: series.flatMap((one) =>
    readingCells(one).map((cells) => [one.event.id, one.contradictions, one.sumFaults.length, ...cells]),
  ),
})

export const seriesTable = ({ series }: SeriesAnswer): Table => ({
  columns: READING,
  rows: series.flatMap(readingCells),
})

const STANCE = ['holder', 'topic', 'published', 'stance', 'from', 'report', 'quote']

const stanceCells = ({ holder, topic, readings }: Stance): Cell[][] =>
  readings.map(({ published, stance, from, report, evidence }) => [
    ...[sides([holder]), topic, published, stance, from, report, evidence.quote],
  ])

export const stancesTable = ({ stances }: StancesAnswer): Table => ({
  columns: STANCE,
  rows: stances.flatMap(stanceCells),
})

export const storiesTable = ({ stories }: StoriesAnswer): Table => ({
  columns: ['id', 'events', 'passing', 'period', 'parties', 'places', 'outlets', 'contradictions'],
  rows: stories.map(({ id, events, passing, period, parties, places, outlets, contradictions }) => [
    ...[id, events, passing, period, sides(parties), places.map(({ name }) => name).join('; ')],
    ...[outlets, contradictions],
  ]),
})

/** Its events, each with what it answers, follows or is part of. */
export const storyTable = ({ events, relations }: StoryAnswer): Table => ({
  columns: [...EVENT, 'relations'],
  rows: events.map((event) => [
    ...eventCells(event),
    relations.flatMap(({ kind, from, to }) => (from === event.id ? `${kind} ${to}` : [])).join('; '),
  ]),
})

export const balanceTable = ({ periods }: BalanceAnswer): Table => ({
  columns: ['period', 'events', 'mean', 'type', 'ofType'],
  rows: periods.flatMap(({ edtf, events, mean, types }) =>
    Object.entries(types).map(([type, ofType]) => [edtf, events, mean, type, ofType ?? 0]),
  ),
})
