import { z } from 'zod'
import { FIGURE_UNITS } from '../document/report.ts'
import { eventSummarySchema, figureReadingSchema, list, page, standing } from './schemas.ts'

const STEPS = ['first', 'same', 'narrowed', 'raised', 'lowered', 'other-speaker'] as const
const count = z.number().int().min(0)

/** What a figure, or several together, leave possible; no upper end: null. */
export const boundsSchema = z.object({ low: z.number(), high: z.number().nullable() })

/** Figures that stand side by side, in the order in which they became known. */
export const figureSeriesSchema = z.object({
  id: z.string(),
  unit: z.enum(FIGURE_UNITS),
  /** What is counted, as the first report has it. */
  counted: z.string().nullable(),
  place: z.string().nullable(),
  /** How many sets are counted, or places: their figures stand side by side, and do not revise each other. */
  questions: count,
  /** Independent ones. */
  sources: count,
  /** Readings before the first one here. */
  earlier: count,
  readings: list(
    figureReadingSchema.extend({
      bounds: boundsSchema,
      /** Who counts: equal numbers are one speaker. */
      speaker: count,
      question: count,
      step: z.enum(STEPS).describe('How it stands to the figures before it'),
      latest: z.boolean().describe('The last standing word of its speaker'),
      superseded: z.enum(['version', 'correction', 'withdrawal']).nullable(),
    }),
  ),
  /** What the last words of all speakers leave possible; null where they cannot all hold. */
  agreed: boundsSchema.nullable(),
})

/** A whole whose parts sum up to more than it. */
export const sumFaultSchema = z.object({
  whole: figureReadingSchema,
  parts: list(figureReadingSchema),
  sum: boundsSchema,
})

/** A series of one event. */
export const eventSeriesSchema = figureSeriesSchema.extend({
  contradictions: count,
  sumFaults: list(sumFaultSchema),
})

export const figuresAnswerSchema = z.object({
  ...standing,
  ...page,
  series: list(eventSeriesSchema.extend({ event: eventSummarySchema })),
})

/** The same question over all that was read, whatever the event. */
export const seriesAnswerSchema = z.object({ ...standing, ...page, series: list(figureSeriesSchema) })

export type FigureSeriesSummary = z.infer<typeof figureSeriesSchema>
export type EventSeriesSummary = z.infer<typeof eventSeriesSchema>
export type SumFaultSummary = z.infer<typeof sumFaultSchema>
export type FiguresAnswer = z.infer<typeof figuresAnswerSchema>
export type SeriesAnswer = z.infer<typeof seriesAnswerSchema>
