import { z } from 'zod'
import { parseEdtf } from '../base/calendar.ts'
import { parseCoordinates } from '../base/globe.ts'
import { SET_FIELDS } from '../chronicle/types.ts'
import { EVENT_TYPES, FIGURE_UNITS, STANCES, STATUSES } from '../document/report.ts'
import { Problem } from './problem.ts'

export const DEFAULT_LIMIT = 100
export const MAX_LIMIT = 1000

/** A person's verdicts, which `status` selects as well. */
const REVIEWS = ['accepted', 'rejected'] as const

const edtf = z.string().refine((value) => parseEdtf(value) !== null, {
  error: 'is no EDTF date such as 2014, 2014-01 or 2014-01-05',
})
const words = z.string().trim().min(1).max(200)
const time = z.union([z.iso.datetime({ offset: true }), z.iso.date()])

/** The filter of every view: all conditions must hold. */
const filter = {
  from: edtf.optional().describe('EDTF: events that end on or after it'),
  to: edtf.optional().describe('EDTF: events that begin on or before it'),
  actor: words.optional().describe('Part of a name, an ISO3 country or a codebook id, on either side'),
  type: z
    .string()
    .transform((value) => value.split(',').map((type) => type.trim().toUpperCase()))
    .pipe(z.array(z.enum(EVENT_TYPES)).min(1))
    .optional()
    .describe('PLOVER types, comma-separated'),
  party: words.optional().describe('The key of a party, on either side'),
  acting: words.optional().describe('The key of a party that acts'),
  receiving: words.optional().describe('The key of a party that is acted on'),
  place: words.optional().describe('Part of a name, an ISO3 country or a codebook id'),
  source: words.optional().describe('Part of the name of an outlet or agency'),
  since: time.optional().describe('Events with a mention recorded since then'),
  status: z.enum([...STATUSES, ...REVIEWS]).optional(),
  near: z
    .string()
    .max(60)
    .refine((value) => parseCoordinates(value) !== null, {
      error: 'is no latitude and longitude such as 33.31,44.36',
    })
    .optional()
    .describe('LAT,LON in degrees: events whose place lies in the circle of `km` around it'),
  km: z.coerce
    .number()
    .positive()
    .max(20_040)
    .optional()
    .describe('Radius of `near`; 50 where none is given'),
  text: words.optional().describe('Words that must all occur in names or evidence'),
  minConfidence: z.coerce.number().min(0).max(1).optional(),
}
const limit = z.coerce.number().int().min(0).max(MAX_LIMIT).default(DEFAULT_LIMIT)
const paging = { limit, cursor: z.string().max(400).optional().describe('`next` of the page before') }

export const emptyQuerySchema = z.strictObject({})
export const filterQuerySchema = z.strictObject(filter)
export const eventQuerySchema = z.strictObject({
  ...filter,
  ...paging,
  offset: z.coerce.number().int().min(0).optional().describe('Instead of a cursor: an index in the list'),
})
export const pageQuerySchema = z.strictObject(paging)
export const filterPageQuerySchema = z.strictObject({ ...filter, ...paging })
export const positionQuerySchema = z.strictObject({
  holder: words.optional(),
  topic: words.optional(),
  stance: z.enum(STANCES).optional(),
  ...paging,
})
export const storiesQuerySchema = z.strictObject({
  ...filter,
  ...paging,
  minEvents: z.coerce.number().int().min(1).default(2).describe('Smaller stories are only counted'),
})
export const seriesQuerySchema = z.strictObject({
  q: words.optional().describe('Words of what is counted and where: US-Soldaten im Irak'),
  unit: z.enum(FIGURE_UNITS).optional(),
  ...paging,
})
export const searchQuerySchema = z.strictObject({ q: words, limit })
export const changesQuerySchema = z.strictObject({ ...filter, since: time, limit })
export const textQuerySchema = z.strictObject({
  reading: z
    .string()
    .regex(/^[0-9a-f]{8,64}$/)
    .optional(),
})

export type FilterQuery = z.output<typeof filterQuerySchema>
export type EventQuery = z.output<typeof eventQuerySchema>

const id = z.string().min(4).max(64)
const common = {
  by: z.string().trim().min(1).max(80).describe('Who decides'),
  why: z.string().trim().max(500).nullable().default(null),
}
/** The body of `POST /api/v1/decisions`. */
export const decisionSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('accept'), event: id, ...common }),
  z.strictObject({ kind: z.literal('reject'), event: id, ...common }),
  z.strictObject({ kind: z.literal('merge'), events: z.array(id).min(2).max(50), ...common }),
  z.strictObject({
    kind: z.literal('split'),
    event: id,
    mentions: z.array(z.string().max(400)).min(1).max(200),
    ...common,
  }),
  z.strictObject({
    kind: z.literal('set'),
    event: id,
    field: z.enum(SET_FIELDS),
    value: z.string().max(400),
    ...common,
  }),
  z.strictObject({
    kind: z.literal('undo'),
    decision: id.nullable().describe('Null: the newest of `by` that stands'),
    ...common,
  }),
])

/** Empty values count as absent: a form sends them. */
export function parseQuery<Schema extends z.ZodType>(
  schema: Schema,
  query: Record<string, string>,
): z.output<Schema> {
  const given = Object.fromEntries(Object.entries(query).filter(([, value]) => value !== ''))
  return parsed(schema, given, 'query-invalid', 'query')
}

export function parseBody<Schema extends z.ZodType>(schema: Schema, body: unknown): z.output<Schema> {
  return parsed(schema, body, 'body-invalid', 'body')
}

function parsed<Schema extends z.ZodType>(
  schema: Schema,
  given: unknown,
  code: string,
  whole: string,
): z.output<Schema> {
  const result = schema.safeParse(given)
  if (result.success) return result.data
  const issue = result.error.issues[0]!
  const where = issue.path[0] ?? (issue.code === 'unrecognized_keys' ? issue.keys.join(', ') : whole)
  throw new Problem(
    400,
    code,
    `${String(where)}: ${issue.message}`,
    'See /api/v1/openapi.json for the parameters and their forms.',
  )
}
