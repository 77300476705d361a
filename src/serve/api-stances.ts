import { z } from 'zod'
import { STANCES } from '../document/report.ts'
import { list, page, positionSchema, sideSchema, standing } from './schemas.ts'

/** What one party said on one topic, in the order of publication. */
export const stanceSchema = z.object({
  holder: sideSchema,
  topic: z.string(),
  topicKey: z.string(),
  /** How often the stance was another one than in the reading before. */
  changes: z.number().int().min(0),
  readings: list(
    positionSchema.omit({ holder: true, topic: true, topicKey: true }).extend({
      /** The stance before, where this sentence changes it. */
      from: z.enum(STANCES).nullable(),
    }),
  ),
})

export const stancesAnswerSchema = z.object({ ...standing, ...page, stances: list(stanceSchema) })

export type Stance = z.infer<typeof stanceSchema>
export type StancesAnswer = z.infer<typeof stancesAnswerSchema>
