import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { CHRONICLE, EVENTS, fixtureDeps, SHELLING_EVENT } from '../../test/web.fixture.ts'
import type { Chronicle, ChronicleEvent, FigureReading, View } from '../chronicle/types.ts'
import { loadConflictScale } from '../codebook/conflict-scale.ts'
import type { ChangesAnswer } from './api.ts'
import type { BalanceAnswer } from './api-balance.ts'
import type { FiguresAnswer, SeriesAnswer } from './api-figures.ts'
import type { StancesAnswer } from './api-stances.ts'
import type { StoriesAnswer, StoryAnswer } from './api-stories.ts'
import { createApp } from './app.ts'
import type { ServeDeps } from './deps.ts'

/** What runs over time: series of figures, stories, stances, the balance, changes. */

const ask = async <Answer>(path: string, deps: ServeDeps = fixtureDeps()): Promise<Answer> =>
  (await createApp(deps).request(path)).json() as Promise<Answer>
const withEvent = (event: ChronicleEvent): Chronicle => ({
  ...CHRONICLE,
  events: [event],
  figures: event.figures,
})

const [doctor, , clinic] = SHELLING_EVENT.figures as [
  FigureReading,
  FigureReading,
  FigureReading,
  FigureReading,
]
const told = (
  reading: FigureReading,
  at: string,
  values: Partial<FigureReading['figure']>,
): FigureReading => ({
  ...reading,
  published: at,
  figure: { ...reading.figure, id: `${reading.figure.id}${at}`, counted: null, min: null, ...values },
})

test('a figure stands in the form that its sentence has', async () => {
  const { series } = await ask<FiguresAnswer>('/api/v1/figures')
  expect(series.flatMap(({ readings }) => readings.map(({ amount }) => amount.counted))).toContain('Kämpfer')
  const lemma = { ...clinic, figure: { ...clinic.figure, counted: 'Mensch' } }
  const deps = fixtureDeps(withEvent({ ...SHELLING_EVENT, figures: [lemma] }))
  const answer = await ask<FiguresAnswer>('/api/v1/figures', deps)
  expect(answer.series[0]!.readings[0]!.amount.counted).toBe('Menschen')
  expect(answer.series[0]!.event.figures[0]!.counted).toBe('Menschen')
})

test('a series says who revised, who else counts, and what can still hold', async () => {
  const figures = [
    told(doctor, '2014-01-05', { min: 17 }),
    told(doctor, '2014-01-06', { value: 19 }),
    told(clinic, '2014-01-07', { value: 23 }),
    told(clinic, '2014-01-08', { value: 19 }),
  ]
  const answer = await ask<FiguresAnswer>(
    '/api/v1/figures',
    fixtureDeps(withEvent({ ...SHELLING_EVENT, figures })),
  )
  const [series] = answer.series
  expect(series!.readings.map(({ step, latest }) => [step, latest])).toEqual([
    ['first', false],
    ['narrowed', true],
    ['other-speaker', false],
    ['lowered', true],
  ])
  expect(series!.readings.map(({ speaker }) => speaker)).toEqual([0, 0, 1, 1])
  expect(series!.agreed).toEqual({ low: 19, high: 19 })
})

test('parts that sum up to more than their whole are told', async () => {
  const whole = told(clinic, 'a', { value: 10 })
  const part = (at: string, value: number) =>
    told(clinic, at, { value, relation: { kind: 'part-of', figure: whole.figure.id } })
  const event = { ...SHELLING_EVENT, figures: [whole, part('b', 7), part('c', 6)] }
  const { series } = await ask<FiguresAnswer>('/api/v1/figures', fixtureDeps(withEvent(event)))
  expect(series[0]!.sumFaults.map(({ sum, parts }) => [sum.low, parts.length])).toEqual([[13, 2]])
})

test('one question goes through all reports', async () => {
  const soldiers = (reading: FigureReading, at: string, value: number): FigureReading => ({
    ...told(reading, at, { value, unit: 'troops', counted: 'Soldat' }),
    placeKey: 'kairo',
  })
  const figures = [
    soldiers(doctor, '2014-01-01', 30),
    soldiers(clinic, '2014-02-01', 50),
    ...SHELLING_EVENT.figures,
  ]
  const deps = fixtureDeps({ ...CHRONICLE, figures })
  const found = await ask<SeriesAnswer>('/api/v1/series?q=Soldaten%20in%20Kairo', deps)
  expect(found.series.map(({ readings }) => readings.map(({ amount }) => amount.value))).toEqual([[30, 50]])
  expect((await ask<SeriesAnswer>('/api/v1/series?q=Panzer', deps)).total).toBe(0)
  // The dead of all events are no question that anybody asked.
  expect((await ask<SeriesAnswer>('/api/v1/series', deps)).series.map(({ unit }) => unit)).toEqual(['troops'])
})

test('a story has its events in order, their figures, contradictions and stances', async () => {
  const { stories, single } = await ask<StoriesAnswer>('/api/v1/stories?actor=Irakische')
  expect([stories.length, stories[0]!.events, stories[0]!.passing, single]).toEqual([1, 5, 3, 0])
  const story = await ask<StoryAnswer>(`/api/v1/stories/${SHELLING_EVENT.id}`)
  expect(story.story.id).toBe(stories[0]!.id)
  const dates = story.events.map(({ date }) => date!.edtf)
  expect(dates).toEqual([...dates].sort())
  expect(story.contradictions).toHaveLength(2)
  expect(story.figures.length).toBeGreaterThan(1)
  expect(story.stances.map(({ changes }) => changes)).toEqual([1])
  const response = await createApp(fixtureDeps()).request('/api/v1/stories/nowhere')
  expect(response.status).toBe(404)
})

test('a great chronicle makes stories of what passes the filter only', async () => {
  const many = Array.from({ length: 5_001 }, (_, at) => ({
    ...EVENTS[0]!,
    id: `${at}`.padStart(16, '0') as ChronicleEvent['id'],
    date: { edtf: `${1900 + (at % 100)}-01-01`, marked: true },
  }))
  const app = createApp(fixtureDeps({ ...CHRONICLE, events: many }))
  const response = await app.request('/api/v1/stories')
  expect([response.status, ((await response.json()) as { code: string }).code]).toEqual([
    400,
    'stories-too-many',
  ])
  expect((await app.request('/api/v1/stories?from=1950&to=1950')).status).toBe(200)
})

test('a stance says when it was first stated, and what changed it', async () => {
  const { stances } = await ask<StancesAnswer>('/api/v1/stances')
  expect(stances[0]!.readings.map(({ stance, from }) => [stance, from])).toEqual([
    ['rules-out', null],
    ['offers', 'rules-out'],
  ])
  expect((await ask<StancesAnswer>('/api/v1/stances?stance=demands')).total).toBe(0)
})

const SCALE = loadConflictScale(
  readFileSync(new URL('../codebook/data/conflict-scale.tsv', import.meta.url), 'utf8'),
)

test('the balance is the mean of what was done, by day, month or year', async () => {
  const deps = { ...fixtureDeps(), scale: () => SCALE }
  const day = await ask<BalanceAnswer>('/api/v1/balance?from=2014-01-05&to=2014-01-06', deps)
  const { ASSAULT, REQUEST, COERCE } = SCALE
  expect([day.step, day.periods.map(({ mean }) => mean)]).toEqual([
    'day',
    [Math.round((ASSAULT + REQUEST) * 50) / 100, COERCE],
  ])
  // An offer and a refusal of what was not done; what nobody dated.
  expect([day.total, day.unreal]).toEqual([5, 2])
  const all = await ask<BalanceAnswer>('/api/v1/balance', deps)
  expect([all.step, all.periods.map(({ edtf }) => edtf), all.undated]).toEqual([
    'month',
    ['2009-01', '2014-01'],
    2,
  ])
  expect((await ask<BalanceAnswer>('/api/v1/balance')).scale).toBeNull()
})

test('a settled contradiction stays on show after the open ones, and disputes nothing', async () => {
  const { contradictions } = await ask<{ contradictions: { resolved: string | null }[] }>(
    '/api/v1/contradictions',
  )
  expect(contradictions.map(({ resolved }) => resolved)).toEqual([null, 'superseded'])
  const settled = CHRONICLE.contradictions.map((one) => ({ ...one, resolved: 'revised' as const }))
  const deps = fixtureDeps({ ...CHRONICLE, contradictions: settled })
  const { series } = await ask<FiguresAnswer>('/api/v1/figures', deps)
  expect(series.every(({ contradictions, event }) => contradictions + event.contradictions === 0)).toBe(true)
})

test('changes are worked out once for a time, until the store grows', async () => {
  let version = 1
  let views = 0
  const base = fixtureDeps()
  const view = (events: Chronicle['events']): View => ({
    chronicle: { ...CHRONICLE, events, contradictions: [] },
    readings: [],
    decisions: [],
  })
  const app = createApp({
    ...base,
    store: { ...base.store, version: async () => version },
    viewOf: async (asOf) => {
      views++
      return view(asOf === null ? EVENTS : [])
    },
  })
  const get = async (query: string) =>
    (await (await app.request(`/api/v1/changes?since=2026-11-20T18:00:00Z${query}`)).json()) as ChangesAnswer
  expect((await get('')).total).toBe(EVENTS.length)
  expect((await get('&type=ASSAULT')).total).toBe(2)
  expect(views).toBe(2)
  version = 2
  await get('')
  expect(views).toBe(4)
})
