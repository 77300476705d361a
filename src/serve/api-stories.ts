import { z } from 'zod'
import { RELATION_KINDS } from '../chronicle/types.ts'
import { eventSeriesSchema } from './api-figures.ts'
import { stanceSchema } from './api-stances.ts'
import {
  contradictionSchema,
  eventSummarySchema,
  list,
  page,
  sideSchema,
  standing,
  tallySchema,
} from './schemas.ts'

const count = z.number().int().min(0)

/** Events of one matter within a time. */
export const storySchema = z.object({
  id: z.string(),
  events: count,
  /** How many of them pass the filter. */
  passing: count,
  /** Most frequent first. */
  parties: list(sideSchema.extend({ events: count })),
  places: list(z.object({ name: z.string(), events: count })),
  /** EDTF interval; null when none of its events is dated. */
  period: z.string().nullable(),
  types: tallySchema,
  outlets: count,
  contradictions: count,
})

export const storiesAnswerSchema = z.object({
  ...standing,
  ...page,
  stories: list(storySchema),
  /** Events that are a story of their own and are not listed. */
  single: count,
})

export const storyAnswerSchema = z.object({
  ...standing,
  story: storySchema,
  /** In the order of their dates; at most 500. */
  events: list(eventSummarySchema),
  /** How its events hang together, seen from the later one. */
  relations: list(z.object({ kind: z.enum(RELATION_KINDS), from: z.string(), to: z.string() })),
  figures: list(eventSeriesSchema.extend({ event: z.string() })),
  contradictions: list(contradictionSchema),
  /** What its parties want, reject or offer in the reports that tell it. */
  stances: list(stanceSchema),
})

export type StorySummary = z.infer<typeof storySchema>
export type StoriesAnswer = z.infer<typeof storiesAnswerSchema>
export type StoryAnswer = z.infer<typeof storyAnswerSchema>
