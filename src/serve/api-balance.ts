import { z } from 'zod'
import { EVENT_TYPES } from '../document/report.ts'
import { list, standing, tallySchema } from './schemas.ts'

const count = z.number().int().min(0)

/** Conflict and cooperation over time, by a published scale. */
export const balanceAnswerSchema = z.object({
  ...standing,
  /** Value of each category from -10 (conflict) to 10 (cooperation), and who set them; null where the server has none. */
  scale: z.object({ source: z.string(), values: z.record(z.enum(EVENT_TYPES), z.number()) }).nullable(),
  step: z.enum(['day', 'month', 'year']),
  periods: list(
    z.object({
      edtf: z.string(),
      first: z.number().int(),
      last: z.number().int(),
      events: count,
      types: tallySchema,
      /** Mean value of its events. */
      mean: z.number().nullable(),
    }),
  ),
  /** Events that pass the filter. */
  total: count,
  /** Of these, not counted: dated no better than a step, negated, wished for or announced, denied. */
  undated: count,
  unreal: count,
})

export type BalanceAnswer = z.infer<typeof balanceAnswerSchema>
