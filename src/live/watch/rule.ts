import { parse as parseYaml } from 'yaml'
import { z } from 'zod'
import { LagebildError } from '../../base/errors.ts'
import { EVENT_TYPES, FIGURE_UNITS } from '../../document/report.ts'
import { readerLanguage, slug, timeOfDay, timeZone } from './fields.ts'

const words = z.string().trim().min(1).max(200)

export const QUADS = [
  'verbal-cooperation',
  'material-cooperation',
  'verbal-conflict',
  'material-conflict',
] as const

/** Which events a rule is about; all conditions must hold. */
const whenSchema = z.strictObject({
  /** Part of a name, an ISO3 country or a codebook id, on either side. */
  actor: words.optional(),
  /** Two such, one on each side, or both among the actors. */
  dyad: z.tuple([words, words]).optional(),
  type: z.array(z.enum(EVENT_TYPES)).min(1).optional(),
  quad: z.array(z.enum(QUADS)).min(1).optional(),
  place: words.optional(),
  near: z
    .strictObject({
      /** Latitude and longitude, decimal degrees. */
      at: z.tuple([z.number().min(-90).max(90), z.number().min(-180).max(180)]),
      km: z.number().positive().max(20_040),
    })
    .optional(),
  /** A story's id, or an event of it. */
  story: words.optional(),
  /** Words in the evidence; of a position, in its topic. */
  text: words.optional(),
  minConfidence: z.number().min(0).max(1).optional(),
})

const figureSchema = z.strictObject({
  figure: z.strictObject({
    unit: z.enum(FIGURE_UNITS),
    /** Passed when a report gives this many or more: its lower bound counts. */
    atLeast: z.number(),
  }),
})

/** On what an alert fires. A plain word, or a bound for a figure. */
export const TRIGGERS = [
  'new',
  'changed',
  'status',
  'figure-revised',
  'contradiction',
  'contradiction-ended',
  'second-source',
  'position',
] as const
const onSchema = z.union([z.enum(TRIGGERS), figureSchema])

export const watchRuleSchema = z.strictObject({
  id: slug,
  name: words,
  when: whenSchema.default({}),
  on: z.array(onSchema).min(1).default(['new']),
  /** Languages in which alerts are told. */
  lang: z.array(readerLanguage).min(1).default(['de']),
  /** Names of channels (`lagebild channel list`). */
  channels: z.array(slug).default([]),
  /** No delivery within these hours; what fires then is delivered together at their end. */
  quiet: z.strictObject({ from: timeOfDay, to: timeOfDay, timeZone }).optional(),
  /** Deliver together, each full hour or each day at a time. */
  digest: z
    .union([
      z.strictObject({ every: z.literal('hour') }),
      z.strictObject({ every: z.literal('day'), at: timeOfDay, timeZone }),
    ])
    .optional(),
})

export type WatchRule = z.infer<typeof watchRuleSchema>
export type Trigger = WatchRule['on'][number]

export function watchRuleJsonSchema(): unknown {
  return z.toJSONSchema(watchRuleSchema, { target: 'draft-2020-12', io: 'input', unrepresentable: 'any' })
}

/**
 * Rules from YAML or JSON: one rule, or a list of them.
 *
 * @throws LagebildError `watch-invalid`
 */
export function parseRules(text: string, file: string): WatchRule[] {
  return parseConfig(
    text,
    file,
    watchRuleSchema,
    'watch-invalid',
    'Run `lagebild watch schema` for the fields there are.',
  )
}

/** @throws LagebildError with the code, for the first fault in the file */
export function parseConfig<Schema extends z.ZodType>(
  text: string,
  file: string,
  schema: Schema,
  code: string,
  remedy: string,
): z.output<Schema>[] {
  let value: unknown
  try {
    // Aliases could make a small file huge.
    value = parseYaml(text, { maxAliasCount: 0 })
  } catch (error) {
    throw new LagebildError(
      code,
      `${file}: ${error instanceof Error ? error.message : String(error)}`,
      remedy,
    )
  }
  return (Array.isArray(value) ? value : [value]).map((one: unknown, index) => {
    const result = schema.safeParse(one)
    if (result.success) return result.data
    const issue = result.error.issues[0]!
    const where = [`${file}`, `entry ${index + 1}`, issue.path.join('.')]
      .filter((part) => part !== '')
      .join(', ')
    throw new LagebildError(code, `${where}: ${issue.message}`, remedy)
  })
}
