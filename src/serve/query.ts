import { z } from 'zod'
import { parseEdtf } from '../base/calendar.ts'
import { type Coordinates, parseCoordinates } from '../base/globe.ts'
import type { EventFilter } from '../chronicle/filter.ts'
import { EVENT_TYPES, STANCES, STATUSES } from '../document/report.ts'
import { Problem } from './problem.ts'

export const DEFAULT_LIMIT = 500
export const MAX_LIMIT = 5000
const DEFAULT_KM = 50

/** A person's verdicts, which `status` selects as well. */
const REVIEWS = ['accepted', 'rejected'] as const

const edtf = z.string().refine((value) => parseEdtf(value) !== null, {
  error: 'is no EDTF date such as 2014, 2014-01 or 2014-01-05',
})
const words = z.string().trim().min(1).max(200)

export const eventQuerySchema = z.strictObject({
  from: edtf.optional(),
  to: edtf.optional(),
  actor: words.optional(),
  /** Comma-separated. */
  type: z
    .string()
    .transform((value) => value.split(',').map((type) => type.trim().toUpperCase()))
    .pipe(z.array(z.enum(EVENT_TYPES)).min(1))
    .optional(),
  place: words.optional(),
  since: z.union([z.iso.datetime({ offset: true }), z.iso.date()]).optional(),
  status: z.enum([...STATUSES, ...REVIEWS]).optional(),
  text: words.optional(),
  minConfidence: z.coerce.number().min(0).max(1).optional(),
  /** `LAT,LON` in degrees; `km` is the radius. */
  near: z
    .string()
    .max(60)
    .refine((value) => parseCoordinates(value) !== null, {
      error: 'is no latitude and longitude such as 33.31,44.36',
    })
    .optional(),
  km: z.coerce.number().positive().max(20_040).default(DEFAULT_KM),
  limit: z.coerce.number().int().min(0).max(MAX_LIMIT).default(DEFAULT_LIMIT),
  offset: z.coerce.number().int().min(0).default(0),
})

export const positionQuerySchema = z.strictObject({
  holder: words.optional(),
  topic: words.optional(),
  stance: z.enum(STANCES).optional(),
  limit: z.coerce.number().int().min(0).max(MAX_LIMIT).default(DEFAULT_LIMIT),
  offset: z.coerce.number().int().min(0).default(0),
})

export const textQuerySchema = z.strictObject({
  reading: z
    .string()
    .regex(/^[0-9a-f]{8,64}$/)
    .optional(),
})

export interface EventQuery {
  readonly filter: EventFilter
  readonly limit: number
  readonly offset: number
}

/** @param countriesAround the countries that a circle lies in, by ISO3 */
export function eventQuery(
  query: Record<string, string>,
  countriesAround: (at: Coordinates, km: number) => readonly string[],
): EventQuery {
  const { limit, offset, near, km, ...filter } = parseQuery(eventQuerySchema, query)
  const at = near === undefined ? null : parseCoordinates(near)
  if (at === null) return { filter, limit, offset }
  return { filter: { ...filter, near: { at, km, countries: countriesAround(at, km) } }, limit, offset }
}

/** Empty values count as absent: a form sends them. */
export function parseQuery<Schema extends z.ZodType>(
  schema: Schema,
  query: Record<string, string>,
): z.output<Schema> {
  const given = Object.fromEntries(Object.entries(query).filter(([, value]) => value !== ''))
  const result = schema.safeParse(given)
  if (result.success) return result.data
  const issue = result.error.issues[0]!
  const where = issue.path[0] ?? (issue.code === 'unrecognized_keys' ? issue.keys.join(', ') : 'query')
  throw new Problem(
    400,
    'query-invalid',
    `${String(where)}: ${issue.message}`,
    'See /api/v1/schema for the parameters and their forms.',
  )
}
