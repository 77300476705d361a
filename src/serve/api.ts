import { z } from 'zod'
import type { ReadingId, TextId } from '../base/ids.ts'
import type { ChronicleEvent, Contradiction, EventRelation } from '../chronicle/types.ts'
import type { Block, Report } from '../document/report.ts'
import type { EventSeriesSummary } from './api-figures.ts'
import { stanceSchema } from './api-stances.ts'
import {
  contradictionSchema,
  eventSummarySchema,
  feedSchema,
  journalEntrySchema,
  list,
  page,
  placeSchema,
  positionSchema,
  type problemSchema,
  sideSchema,
  standing,
  tallySchema,
} from './schemas.ts'

/** The answers of `/api/v1`, and of the `.json` twin of each page. */

const CAUSES = [
  'report',
  'reread',
  'superseded',
  'correction',
  'withdrawal',
  'decision',
  'neighbours',
] as const
const count = z.number().int().min(0)

export const eventsAnswerSchema = z.object({
  ...standing,
  ...page,
  events: list(eventSummarySchema),
  /** How many events pass when there is no filter; what a person rejected is left out. */
  all: count,
  /** With `near`: events that may lie in the circle, but whose place is told less precisely than its radius; at most `limit`. */
  apart: list(eventSummarySchema),
  offset: count,
})

export const timelineAnswerSchema = z.object({
  ...standing,
  total: count,
  all: count,
  /** In the order of the events: runs of events of one date, the undated last. */
  days: list(
    z.object({
      edtf: z.string().nullable(),
      /** Day numbers from 1970-01-01; null where open or undated. */
      first: z.number().int().nullable(),
      last: z.number().int().nullable(),
      types: tallySchema,
    }),
  ),
})

export const placesAnswerSchema = z.object({
  ...standing,
  total: count,
  /** Events that pass the filter and name no place. */
  placeless: count,
  places: list(placeSchema.extend({ events: count, types: tallySchema })),
})

export const actorsAnswerSchema = z.object({
  ...standing,
  actors: list(sideSchema.extend({ events: count, acting: count, receiving: count, types: tallySchema })),
  /** Who acts upon whom, by the keys of `actors`. */
  dyads: list(z.object({ actor: z.string(), recipient: z.string(), events: count, types: tallySchema })),
  /** Parties of the events that are not shown: beyond the most frequent, or private persons. */
  others: count,
})

export const actorAnswerSchema = z.object({
  ...standing,
  actor: sideSchema,
  /** Offices by date, from the codebook. */
  roles: list(
    z.object({ role: z.string(), of: z.string(), from: z.string(), to: z.string(), source: z.string() }),
  ),
  acting: list(eventSummarySchema),
  receiving: list(eventSummarySchema),
  total: count,
  /** What it stands for, by matter. */
  stances: list(stanceSchema),
  /** What it is said to have said: events that are told with it as their source. */
  statements: list(eventSummarySchema),
})

export const contradictionsAnswerSchema = z.object({
  ...standing,
  ...page,
  contradictions: list(contradictionSchema.extend({ about: eventSummarySchema })),
})

export const positionsAnswerSchema = z.object({ ...standing, ...page, positions: list(positionSchema) })

export const coverageAnswerSchema = z.object(standing)

export const feedsAnswerSchema = z.object({
  ...standing,
  /** Those that need a look first, then by name. */
  feeds: list(feedSchema),
})

export const searchAnswerSchema = z.object({
  ...standing,
  /** The stems that were looked for, each with the words of the texts that it found. */
  terms: list(z.object({ term: z.string(), words: list(z.string()) })),
  total: count,
  /** Best first. */
  hits: list(
    z.object({
      report: z.string(),
      text: z.string(),
      outlet: z.string().nullable(),
      published: z.string().nullable(),
      sentence: z.object({ from: count, to: count, quote: z.string() }),
      /** Spans of the found words within the quote. */
      marks: list(z.tuple([count, count]).readonly()),
      /** Events that this sentence tells. */
      events: list(eventSummarySchema),
    }),
  ),
})

export const reviewAnswerSchema = z.object({
  ...standing,
  ...page,
  /** Most doubtful first; those that a person has judged are not among them. */
  queue: list(z.object({ event: eventSummarySchema, doubt: z.number(), reasons: list(z.string()) })),
  /** Whether this server writes decisions down. */
  writable: z.boolean(),
})

export const journalAnswerSchema = z.object({ ...standing, ...page, entries: list(journalEntrySchema) })

export const changesAnswerSchema = z.object({
  ...standing,
  since: z.string(),
  total: count,
  changes: list(
    z.object({
      kind: z.enum(['new', 'changed', 'retracted']),
      event: eventSummarySchema,
      fields: list(z.string()),
      causes: list(
        z.object({ kind: z.enum(CAUSES), report: z.string().nullable(), by: z.string().nullable() }),
      ),
    }),
  ),
})

export const countriesAnswerSchema = z.object({
  countries: list(z.object({ code: z.string(), de: z.string(), en: z.string() })),
})

export type EventsAnswer = z.infer<typeof eventsAnswerSchema>
export type EventSummary = z.infer<typeof eventSummarySchema>
export type Side = z.infer<typeof sideSchema>
export type TimelineAnswer = z.infer<typeof timelineAnswerSchema>
export type PlacesAnswer = z.infer<typeof placesAnswerSchema>
export type ActorsAnswer = z.infer<typeof actorsAnswerSchema>
export type ActorAnswer = z.infer<typeof actorAnswerSchema>
export type ContradictionsAnswer = z.infer<typeof contradictionsAnswerSchema>
export type PositionsAnswer = z.infer<typeof positionsAnswerSchema>
export type CoverageAnswer = z.infer<typeof coverageAnswerSchema>
export type FeedsAnswer = z.infer<typeof feedsAnswerSchema>
export type SearchAnswer = z.infer<typeof searchAnswerSchema>
export type ReviewAnswer = z.infer<typeof reviewAnswerSchema>
export type JournalAnswer = z.infer<typeof journalAnswerSchema>
export type ChangesAnswer = z.infer<typeof changesAnswerSchema>
export type CountriesAnswer = z.infer<typeof countriesAnswerSchema>
export type ErrorAnswer = z.infer<typeof problemSchema>

/** `/api/v1/events/{id}`; the id may be an alias. */
export interface EventAnswer {
  readonly event: ChronicleEvent
  readonly summary: EventSummary
  readonly contradictions: readonly Contradiction[]
  readonly relations: readonly (EventRelation & { readonly about: EventSummary })[]
  readonly series: readonly EventSeriesSummary[]
}

/** `/api/v1/texts/{textId}?reading=` */
export interface TextAnswer {
  readonly id: TextId
  /** Null where the text may not travel: then the quotes of the mentions are all there is to show. */
  readonly text: string | null
  readonly blocks: readonly Block[]
  readonly report: ReportMeta
  readonly reading: ReadingId
  /** All stored readings of this text, newest last. */
  readonly readings: readonly ReadingId[]
}

/** A report without its findings. */
export type ReportMeta = Pick<
  Report,
  'id' | 'language' | 'reader' | 'source' | 'published' | 'title' | 'diagnostics'
> & { readonly titleText: string | null; readonly recordedAt: string }
