import { z } from 'zod'
import { NAME_LABELS } from './names.ts'

/**
 * The report, `lagebild/report@1`: what one reading found in one document. The types and the JSON Schema
 * (`lagebild schema`) come from here. All offsets are UTF-16 code units, half-open, into the document text.
 * Fields may be added; a field that stands here keeps its meaning.
 */
const offset = z.int().min(0)
const spanSchema = z.object({ from: offset, to: offset })
const pair = z.tuple([offset, offset])

export const BLOCK_KINDS = ['title', 'lead', 'body', 'caption', 'byline', 'stamp', 'furniture'] as const
export const PUBLISHED_BASES = ['given', 'metadata', 'stated', 'inferred', 'unknown'] as const
export const ENTITY_KINDS = [
  'person',
  'state',
  'government',
  'organisation',
  'armed-group',
  'place',
  'role',
  'population',
  /** What is attacked, seized or sent: a mosque, a convoy. */
  'object',
] as const
export const SECTORS = [
  'GOV',
  'MIL',
  'COP',
  'SPY',
  'LEG',
  'JUD',
  'PTY',
  'OPP',
  'REB',
  'UAF',
  'CRM',
  'CVL',
  'MED',
  'BUS',
  'REL',
  'EDU',
  'NGO',
  'IGO',
] as const
export const FIGURE_UNITS = [
  'killed',
  'injured',
  'abducted',
  'arrested',
  'displaced',
  'troops',
  'police',
  'militants',
  'protesters',
  'civilians',
  'attacks',
  'aircraft',
  'rockets',
  'money',
  'days',
  'other',
] as const
export const EVENT_TYPES = [
  'AGREE',
  'CONSULT',
  'SUPPORT',
  'CONCEDE',
  'COOPERATE',
  'AID',
  'RETREAT',
  'REQUEST',
  'ACCUSE',
  'REJECT',
  'THREATEN',
  'PROTEST',
  'SANCTION',
  'MOBILIZE',
  'COERCE',
  'ASSAULT',
] as const
export const AUX = ['future', 'hypothetical', 'negated', 'historical'] as const
export const STATUSES = [
  'asserted',
  'claimed',
  'announced',
  'offered',
  'promised',
  'planned',
  'hypothetical',
  'conditional',
  'denied',
  'ruled-out',
  'negated',
  'historical',
] as const
export const SOURCE_KINDS = [
  'outlet',
  'agency',
  'official',
  'military',
  'security',
  'medical',
  'eyewitness',
  'party',
  'anonymous',
  'media',
] as const
export const STANCES = ['supports', 'opposes', 'demands', 'rules-out', 'offers', 'denies'] as const
export const QUOTE_KINDS = [
  'direct',
  'indirect',
  'free-indirect',
  'indirect-free-indirect',
  'reported',
] as const

const attributionSchema = z.object({
  name: z.string(),
  entity: z.string().nullable(),
  from: offset,
  to: offset,
  /** Outermost first. A link that stands in no text (the outlet of the file) has an empty span. */
  chain: z.array(
    z.object({
      name: z.string(),
      entity: z.string().nullable(),
      kind: z.enum(SOURCE_KINDS),
      from: offset,
      to: offset,
    }),
  ),
})

const blockSchema = z.object({
  from: offset,
  to: offset,
  kind: z.enum(BLOCK_KINDS),
  /** EDTF; a live blog's entries carry their own time. */
  published: z.string().nullable(),
})

const publishedSchema = z.object({
  edtf: z.string().nullable(),
  basis: z.enum(PUBLISHED_BASES),
  evidence: z.array(z.object({ from: offset, to: offset, why: z.string() })),
})

const entitySchema = z.object({
  id: z.string(),
  kind: z.enum(ENTITY_KINDS),
  name: z.string(),
  /** ISO 3166-1 alpha-3, XKX, IGO or NGO. */
  country: z.string().nullable(),
  sector: z.enum(SECTORS).nullable(),
  codebook: z.string().nullable(),
  role: z.string().nullable(),
  /** Places known to the gazetteer: `[latitude, longitude]`, decimal degrees. */
  coordinates: z.tuple([z.number(), z.number()]).nullable().optional(),
  mentions: z.array(z.object({ from: offset, to: offset, kind: z.enum(['name', 'nominal', 'pronoun']) })),
})

const timeSchema = z.object({
  from: offset,
  to: offset,
  type: z.enum(['DATE', 'TIME', 'DURATION', 'SET']),
  /** TIMEX3 value. */
  value: z.string(),
  /** The same as an EDTF interval, where it names one on the calendar. */
  edtf: z.string().nullable().optional(),
})

const figureSchema = z.object({
  id: z.string(),
  from: offset,
  to: offset,
  value: z.number().nullable(),
  min: z.number().nullable(),
  max: z.number().nullable(),
  approx: z.boolean(),
  unit: z.enum(FIGURE_UNITS),
  /** The words that are counted: `Soldaten`. */
  counted: z.string().nullable(),
  place: z.string().nullable(),
  asOf: z.string().nullable(),
  period: z.string().nullable(),
  relation: z.object({ kind: z.enum(['part-of', 'revises', 'adds-to']), figure: z.string() }).nullable(),
  attribution: attributionSchema.nullable(),
})

const quoteSchema = z.object({
  kind: z.enum(QUOTE_KINDS),
  quote: z.array(pair),
  speaker: z.array(pair),
  cue: z.array(pair),
  addressee: z.array(pair),
  frame: z.array(pair),
  nested: z.boolean(),
  speakerEntity: z.string().nullable(),
})

const eventSchema = z.object({
  id: z.string(),
  type: z.enum(EVENT_TYPES),
  mode: z.string().nullable(),
  contexts: z.array(z.string()),
  actors: z.array(z.string()),
  recipients: z.array(z.string()),
  place: z.string().nullable(),
  placePrecision: z.enum(['exact', 'near', 'region', 'country']).nullable(),
  arguments: z.array(
    z.object({
      role: z.enum(['actor', 'recipient', 'place', 'date', 'figure']),
      entity: z.string().nullable(),
      mention: spanSchema,
      /** Chance that it is right, given where the report as a whole tells it and not the sentence. */
      chance: z.number().min(0).max(1).optional(),
    }),
  ),
  date: z.object({ edtf: z.string(), marked: z.boolean(), from: offset, to: offset }).nullable(),
  aux: z.enum(AUX).nullable(),
  factuality: z.object({ status: z.enum(STATUSES), by: z.string().nullable(), cue: spanSchema.nullable() }),
  attribution: attributionSchema.nullable(),
  /** Ids of `figures`; reports of others may give indexes. */
  figures: z.array(z.union([z.string(), z.int()])),
  evidence: spanSchema,
  trigger: spanSchema,
  /** Further spans that tell the same event. */
  mentions: z.array(spanSchema),
  rule: z.string(),
  confidence: z.number().min(0).max(1),
})

const positionSchema = z.object({
  holder: z.string(),
  topic: z.string(),
  topicKey: z.string(),
  stance: z.enum(STANCES),
  evidence: spanSchema,
})

const diagnosticSchema = z.object({
  code: z.string(),
  severity: z.enum(['info', 'warning', 'error']),
  message: z.string(),
  from: offset,
  to: offset,
})

/** Whether an item may be used: `withheld` until further notice, `canceled` for good. */
export const ITEM_STATUSES = ['usable', 'withheld', 'canceled'] as const

/** What a newsroom format says of an item besides its text. Instants are ISO 8601 UTC with milliseconds. */
const itemSchema = z.object({
  /** What all versions of the item have in common: guid, uri, doc-id, Message-ID. */
  uri: z.string(),
  version: z.string().nullable(),
  /** When this version was made. */
  created: z.string().nullable(),
  status: z.enum(ITEM_STATUSES),
  /** Nobody may use it before this instant. */
  embargoed: z.string().nullable(),
  /** 1, flash, to 9. */
  urgency: z.int().min(1).max(9).nullable(),
  /** True when it says that it corrects the version before it. */
  corrects: z.boolean(),
  /** Other items that it takes the place of, corrects or takes back. */
  replaces: z.array(z.object({ uri: z.string(), as: z.enum(['version', 'correction', 'withdrawal']) })),
  /** Slug line, keyword line, subject codes. */
  keywords: z.array(z.string()),
})

const nameSchema = z.object({ from: offset, to: offset, label: z.enum(NAME_LABELS) })

export const reportSchema = z.object({
  schema: z.literal('lagebild/report@1'),
  id: z.string(),
  language: z.string(),
  reader: z.object({ program: z.string(), model: z.string(), codebook: z.string() }),
  source: z.object({
    outlet: z.string().nullable(),
    agency: z.array(z.string()),
    url: z.string().nullable(),
    path: z.string().nullable(),
    /** Of the decoded text. */
    sha256: z.string(),
    /** Of the bytes as found. */
    bytesSha256: z.string().nullable().optional(),
    /** EDTF; when a page says that it was last changed. */
    updated: z.string().nullable().optional(),
    fetched: z.string().nullable(),
    /** Of items in a newsroom format; absent where the format knows no such facts. */
    item: itemSchema.optional(),
  }),
  /** Null where the text may not travel; then offsets point into the text whose hash `source.sha256` is. */
  text: z.string().nullable(),
  blocks: z.array(blockSchema),
  title: spanSchema.nullable(),
  /** A title that came beside the text and stands nowhere in it. */
  titleText: z.string().nullable().optional(),
  published: publishedSchema,
  body: z.array(pair),
  sentences: z.array(pair),
  entities: z.array(entitySchema),
  /** Names as the recogniser tells them, works, derived words and all, in text order; left out where none has read the text. */
  names: z.array(nameSchema).optional(),
  times: z.array(timeSchema),
  figures: z.array(figureSchema),
  quotes: z.array(quoteSchema),
  events: z.array(eventSchema),
  positions: z.array(positionSchema),
  diagnostics: z.array(diagnosticSchema),
})

export type Report = z.infer<typeof reportSchema>
export type Block = z.infer<typeof blockSchema>
export type BlockKind = Block['kind']
export type Published = z.infer<typeof publishedSchema>
export type SourceInfo = Report['source']
export type NewsItem = z.infer<typeof itemSchema>
export type ItemStatus = NewsItem['status']
export type Entity = z.infer<typeof entitySchema>
export type EntityKind = Entity['kind']
export type Sector = NonNullable<Entity['sector']>
export type Mention = Entity['mentions'][number]
export type TimeExpression = z.infer<typeof timeSchema>
export type Figure = z.infer<typeof figureSchema>
export type FigureUnit = Figure['unit']
export type Quote = z.infer<typeof quoteSchema>
export type QuoteKind = Quote['kind']
export type ReportedEvent = z.infer<typeof eventSchema>
export type EventType = ReportedEvent['type']
export type Aux = NonNullable<ReportedEvent['aux']>
export type Factuality = ReportedEvent['factuality']
export type Status = Factuality['status']
export type Attribution = z.infer<typeof attributionSchema>
export type SourceLink = Attribution['chain'][number]
export type SourceKind = SourceLink['kind']
export type Position = z.infer<typeof positionSchema>
export type Stance = Position['stance']

/** The JSON Schema (draft 2020-12) of a report. */
export function reportJsonSchema(): unknown {
  return z.toJSONSchema(reportSchema, { target: 'draft-2020-12' })
}
