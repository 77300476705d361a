import { z } from 'zod'
import { parseEdtf, width } from '../base/calendar.ts'
import { goldFault, lineOf, parseGoldJson } from './gold-faults.ts'

export interface DatedDocument {
  readonly id: string
  readonly text: null
  /** True day of publication, days since 1970-01-01. */
  readonly day: number
}

const date = z.string().nullish()
const listSchema = z.array(z.object({ id: z.string(), date }))
const mapSchema = z.record(z.string(), date)
const publishedSchema = z.object({ id: z.string(), published: date })

/** A file `{ id: date }` or `[{ id, date }]`; a document without a date is left out. @throws LagebildError `gold-invalid` */
export function readDates(file: string, json: string): DatedDocument[] {
  const parsed = parseGoldJson(file, json, z.union([mapSchema, listSchema]))
  return Array.isArray(parsed)
    ? parsed.flatMap(({ id, date }, index) => dated(file, json, [index, 'date'], id, date))
    : Object.entries(parsed).flatMap(([id, date]) => dated(file, json, [id], id, date))
}

/** One JSON file with `id` and `published`. @throws LagebildError `gold-invalid` */
export function readPublished(file: string, json: string): DatedDocument[] {
  const { id, published } = parseGoldJson(file, json, publishedSchema)
  return dated(file, json, ['published'], id, published)
}

function dated(
  file: string,
  json: string,
  path: readonly PropertyKey[],
  id: string,
  value: string | null | undefined,
): DatedDocument[] {
  if (!value) return []
  const days = parseEdtf(value)
  if (!days || width(days) !== 1)
    throw goldFault(file, lineOf(json, path), `"${value}" is not a day, YYYY-MM-DD`)
  return [{ id, text: null, day: days.first }]
}
