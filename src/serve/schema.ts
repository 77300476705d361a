import { z } from 'zod'
import { reportJsonSchema } from '../document/report.ts'
import { eventQuerySchema, positionQuerySchema, textQuerySchema } from './query.ts'

/** JSON Schemas of the report and of the query parameters, by route. */
export function apiSchema(): unknown {
  const query = (schema: z.ZodType) => z.toJSONSchema(schema, { target: 'draft-2020-12', io: 'input' })
  return {
    report: reportJsonSchema(),
    queries: {
      '/api/v1/chronicle': query(eventQuerySchema),
      '/api/v1/positions': query(positionQuerySchema),
      '/api/v1/texts/:textId': query(textQuerySchema),
    },
  }
}
