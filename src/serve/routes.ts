import type { z } from 'zod'
import type { Chronicle } from '../chronicle/types.ts'
import { actorAnswer, actorsAnswer } from './answers/actors.ts'
import { balanceAnswer } from './answers/balance.ts'
import type { Changer } from './answers/changes.ts'
import { journalAnswer, reviewAnswer } from './answers/desk.ts'
import { contradictionsAnswer, positionsAnswer, stancesAnswer } from './answers/disputed.ts'
import { eventsAnswer, placesAnswer, timelineAnswer } from './answers/events.ts'
import { feedsAnswer } from './answers/feeds.ts'
import { figuresAnswer, seriesAnswer } from './answers/figures.ts'
import type { Searcher } from './answers/search.ts'
import { standingOf } from './answers/standing.ts'
import { storiesAnswer, storyAnswer } from './answers/stories.ts'
import * as api from './api.ts'
import { balanceAnswerSchema } from './api-balance.ts'
import { figuresAnswerSchema, seriesAnswerSchema } from './api-figures.ts'
import { stancesAnswerSchema } from './api-stances.ts'
import { storiesAnswerSchema, storyAnswerSchema } from './api-stories.ts'
import type { ServeDeps } from './deps.ts'
import * as queries from './query.ts'
import * as tables from './tables.ts'
import {
  balanceTable,
  figuresTable,
  seriesTable,
  stancesTable,
  storiesTable,
  storyTable,
} from './tables-lines.ts'

/** What an answer is made from. */
export interface Asked<Query> {
  readonly deps: ServeDeps
  readonly chronicle: Chronicle
  readonly search: Searcher
  readonly changes: Changer
  readonly query: Query
  /** The last part of the path, where the route has one. */
  readonly key: string
}

/** One address that reads: `/api/v1{path}`, and where it has a twin `{twin}.json`, `.csv`, `.md`. */
export interface Route {
  readonly path: string
  readonly summary: string
  readonly twin: string | null
  readonly query: z.ZodType<object>
  readonly answer: z.ZodType<object>
  readonly answerOf: (asked: Asked<object>) => object | Promise<object>
  readonly tableOf: (answer: object) => tables.Table
}

function route<Query extends z.ZodType<object>, Answer extends z.ZodType<object>>(spec: {
  path: string
  summary: string
  twin?: string
  query: Query
  answer: Answer
  answerOf: (asked: Asked<z.output<Query>>) => z.output<Answer> | Promise<z.output<Answer>>
  tableOf?: (answer: z.output<Answer>) => tables.Table
}): Route {
  // The parts fit each other by the signature above; the list of routes only calls them together.
  return { twin: null, tableOf: tables.noTable, ...spec } as unknown as Route
}

export const ROUTES: readonly Route[] = [
  route({
    path: '/events',
    summary: 'Events in the order of their dates, the undated last',
    twin: '/chronicle',
    query: queries.eventQuerySchema,
    answer: api.eventsAnswerSchema,
    answerOf: ({ chronicle, query }) => eventsAnswer(chronicle, query),
    tableOf: tables.eventsTable,
  }),
  route({
    path: '/timeline',
    summary: 'How many events of each type fall on each date, in the order of /events',
    twin: '/timeline',
    query: queries.filterQuerySchema,
    answer: api.timelineAnswerSchema,
    answerOf: ({ chronicle, query }) => timelineAnswer(chronicle, query),
    tableOf: tables.timelineTable,
  }),
  route({
    path: '/places',
    summary: 'Places with their events, as precise as they are told',
    twin: '/map',
    query: queries.filterQuerySchema,
    answer: api.placesAnswerSchema,
    answerOf: ({ deps, chronicle, query }) => placesAnswer(chronicle, query, deps.codebook?.() ?? null),
    tableOf: tables.placesTable,
  }),
  route({
    path: '/actors',
    summary: 'Parties, and who acts upon whom; without private persons',
    twin: '/actors',
    query: queries.filterQuerySchema,
    answer: api.actorsAnswerSchema,
    answerOf: ({ chronicle, query }) => actorsAnswer(chronicle, query),
    tableOf: tables.dyadsTable,
  }),
  route({
    path: '/actors/{key}',
    summary: 'One party: offices by date, events, positions, statements',
    twin: '/actor/{key}',
    query: queries.emptyQuerySchema,
    answer: api.actorAnswerSchema,
    answerOf: ({ deps, chronicle, key }) => actorAnswer(chronicle, key, deps.codebook?.() ?? null),
    tableOf: tables.actorTable,
  }),
  route({
    path: '/figures',
    summary: 'Figures of each event side by side, those that disagree first',
    twin: '/figures',
    query: queries.filterPageQuerySchema,
    answer: figuresAnswerSchema,
    answerOf: ({ deps, chronicle, query }) => figuresAnswer(chronicle, query, deps.codebook?.() ?? null),
    tableOf: figuresTable,
  }),
  route({
    path: '/series',
    summary: 'Figures that answer one question, in the order in which they became known',
    twin: '/series',
    query: queries.seriesQuerySchema,
    answer: seriesAnswerSchema,
    answerOf: ({ deps, chronicle, query }) => seriesAnswer(chronicle, query, deps.codebook?.() ?? null),
    tableOf: seriesTable,
  }),
  route({
    path: '/stories',
    summary: 'Events of one matter together: parties, places, period',
    twin: '/stories',
    query: queries.storiesQuerySchema,
    answer: storiesAnswerSchema,
    answerOf: ({ chronicle, query }) => storiesAnswer(chronicle, query),
    tableOf: storiesTable,
  }),
  route({
    path: '/stories/{key}',
    summary:
      'One story: events in order, relations, figures, contradictions, positions; the key may be that of an event',
    twin: '/story/{key}',
    query: queries.filterQuerySchema,
    answer: storyAnswerSchema,
    answerOf: ({ deps, chronicle, query, key }) =>
      storyAnswer(chronicle, key, query, deps.codebook?.() ?? null),
    tableOf: storyTable,
  }),
  route({
    path: '/balance',
    summary: 'Conflict and cooperation over time, by a published scale',
    twin: '/balance',
    query: queries.filterQuerySchema,
    answer: balanceAnswerSchema,
    answerOf: ({ deps, chronicle, query }) => balanceAnswer(chronicle, query, deps.scale?.() ?? null),
    tableOf: balanceTable,
  }),
  route({
    path: '/contradictions',
    summary: 'Statements that cannot both hold',
    twin: '/disputed',
    query: queries.filterPageQuerySchema,
    answer: api.contradictionsAnswerSchema,
    answerOf: ({ chronicle, query }) => contradictionsAnswer(chronicle, query),
    tableOf: tables.contradictionsTable,
  }),
  route({
    path: '/positions',
    summary: 'What parties want, reject or offer',
    twin: '/positions',
    query: queries.positionQuerySchema,
    answer: api.positionsAnswerSchema,
    answerOf: ({ chronicle, query }) => positionsAnswer(chronicle, query),
    tableOf: tables.positionsTable,
  }),
  route({
    path: '/stances',
    summary: 'Positions over time: when a party first stated one on a topic, and when it changed',
    twin: '/stances',
    query: queries.positionQuerySchema,
    answer: stancesAnswerSchema,
    answerOf: ({ chronicle, query }) => stancesAnswer(chronicle, query),
    tableOf: stancesTable,
  }),
  route({
    path: '/search',
    summary: 'Sentences of the texts by stems and compounds, with the events they tell',
    twin: '/search',
    query: queries.searchQuerySchema,
    answer: api.searchAnswerSchema,
    answerOf: ({ chronicle, search, query }) => search(chronicle, query),
    tableOf: tables.searchTable,
  }),
  route({
    path: '/review',
    summary: 'Events that nobody has judged, most doubtful first',
    twin: '/review',
    query: queries.filterPageQuerySchema,
    answer: api.reviewAnswerSchema,
    answerOf: ({ deps, chronicle, query }) => reviewAnswer(chronicle, query, deps.store.decide !== undefined),
    tableOf: tables.reviewTable,
  }),
  route({
    path: '/journal',
    summary: 'What people decided, newest first',
    twin: '/journal',
    query: queries.pageQuerySchema,
    answer: api.journalAnswerSchema,
    answerOf: ({ deps, chronicle, query }) => journalAnswer(deps, chronicle, query),
    tableOf: tables.journalTable,
  }),
  route({
    path: '/changes',
    summary: 'What is new, changed and retracted since a time, and why',
    twin: '/changes',
    query: queries.changesQuerySchema,
    answer: api.changesAnswerSchema,
    answerOf: ({ changes, query }) => changes(query),
    tableOf: tables.changesTable,
  }),
  route({
    path: '/coverage',
    summary: 'What the chronicle stands on',
    twin: '/coverage',
    query: queries.emptyQuerySchema,
    answer: api.coverageAnswerSchema,
    answerOf: ({ chronicle }) => standingOf(chronicle),
    tableOf: tables.coverageTable,
  }),
  route({
    path: '/feeds',
    summary: 'The feeds that are polled, and how they are',
    twin: '/feeds',
    query: queries.emptyQuerySchema,
    answer: api.feedsAnswerSchema,
    answerOf: ({ deps, chronicle }) => feedsAnswer(deps, chronicle),
    tableOf: tables.feedsTable,
  }),
]
