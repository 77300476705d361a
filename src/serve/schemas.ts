import { z } from 'zod'
import { AUX, EVENT_TYPES, FIGURE_UNITS, SECTORS, STANCES, STATUSES } from '../document/report.ts'
import { FEED_STANDINGS } from '../ingest/feeds/health.ts'

/** The parts that answers of the API are made of. The OpenAPI document and the types come from here. */

export const list = <Item extends z.ZodType>(item: Item) => z.array(item).readonly()
const text = z.string()
const maybe = z.string().nullable()
const count = z.number().int().min(0)
const span = { from: count, to: count }
const quoted = z.object({ ...span, quote: text })

export const dateSchema = z.object({ edtf: text, marked: z.boolean() }).describe('EDTF; not marked: inferred')

/** One side in a list: its name, and where that needs its country, the name with it in each language. */
export const sideSchema = z.object({
  key: text,
  name: text,
  shown: z.object({ de: text, en: text }).optional(),
  country: maybe,
  sector: z.enum(SECTORS).nullable(),
  /** Whether `/actors/{key}` answers; never for private persons. */
  page: z.boolean(),
})

export const placeSchema = z.object({
  name: text,
  country: maybe,
  codebook: maybe,
  precision: z.enum(['exact', 'near', 'region', 'country']).nullable(),
  coordinates: z.tuple([z.number(), z.number()]).readonly().nullable(),
})

/** A figure without where it stands. */
export const amountSchema = z.object({
  value: z.number().nullable(),
  min: z.number().nullable(),
  max: z.number().nullable(),
  approx: z.boolean(),
  unit: z.enum(FIGURE_UNITS),
  counted: maybe.describe('As its sentence has it'),
})

export const eventSummarySchema = z.object({
  id: text,
  type: z.enum(EVENT_TYPES),
  mode: maybe,
  aux: z.enum(AUX).nullable(),
  date: dateSchema.nullable(),
  actors: list(sideSchema),
  recipients: list(sideSchema),
  place: placeSchema.nullable(),
  status: z.enum(STATUSES),
  /** Who stands behind a claim or a denial. */
  by: maybe,
  figures: list(amountSchema),
  /** Of its canonical mention; empty where the text may not travel. */
  quote: text,
  outlets: list(text),
  mentions: count,
  independentSources: count,
  contradictions: count,
  confidence: z.number().min(0).max(1),
  review: z.enum(['accepted', 'rejected']).nullable(),
})

export const coverageSchema = z.object({
  documents: count,
  sightings: count,
  outlets: list(z.object({ name: text, sightings: count })),
  period: maybe,
  undated: count,
  unread: list(z.object({ id: text, code: text, message: text, recordedAt: text })),
  failed: list(z.object({ report: text, code: text, message: text })),
})

/** A feed that is polled, and how it is. Times are ISO 8601 UTC. */
export const feedSchema = z.object({
  url: text,
  name: text,
  text: z.enum(['full', 'feed']),
  every: z.number().describe('Minutes between two polls'),
  standing: z.enum(FEED_STANDINGS),
  lastPoll: maybe,
  lastSuccess: maybe,
  nextPoll: maybe,
  lastItem: maybe.describe('When it last brought something new, of the last 30 days'),
  newest: maybe.describe('EDTF; publication of the newest item that it lists'),
  itemsADay: z.number().min(0).nullable(),
  quietSince: maybe.describe('It has brought nothing since then, which is unusually long for it'),
  pending: count.describe('Items that are still to be read'),
  errors: count.describe('Failures in a row'),
  error: z.object({ code: text, message: text }).nullable(),
})

/** Every answer says what it stands on. */
export const standing = { asOf: maybe, coverage: coverageSchema }
/** `next` is the cursor of the page after this one, null on the last. */
export const page = { total: count, next: maybe }

/** How many events of each type. */
export const tallySchema = z.partialRecord(z.enum(EVENT_TYPES), count)

const quoteSide = z.object({ report: text, quote: text, ...span, text })
export const contradictionSchema = z.object({
  id: text,
  kind: z.enum(['figures', 'actors', 'denial', 'place', 'date']),
  event: text,
  left: quoteSide,
  right: quoteSide,
  message: text,
  resolved: z.enum(['revised', 'superseded']).nullable(),
})

export const positionSchema = z.object({
  holder: sideSchema,
  topic: text,
  topicKey: text,
  stance: z.enum(STANCES),
  report: text,
  text,
  published: maybe,
  evidence: quoted,
})

export const figureReadingSchema = z.object({
  report: text,
  outlet: maybe,
  published: maybe,
  amount: amountSchema,
  asOf: maybe,
  /** Who says so. */
  by: maybe,
  quote: text,
  sentence: quoted,
  sourceKey: text,
})

export const decisionKindSchema = z.enum(['accept', 'reject', 'merge', 'split', 'set', 'undo', 'forget'])

export const journalEntrySchema = z.object({
  id: text,
  recordedAt: text,
  by: text,
  why: maybe,
  kind: decisionKindSchema,
  field: maybe,
  value: maybe,
  undoneBy: maybe,
  events: list(text),
  lost: count,
})

/** Every answer that is no success: RFC 9457, `application/problem+json`. */
export const problemSchema = z.object({
  type: text.describe('urn:lagebild:problem:CODE'),
  title: text,
  status: z.number().int(),
  detail: text.describe('The cause'),
  code: text,
  remedy: text,
})
