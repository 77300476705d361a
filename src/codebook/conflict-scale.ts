import { fault, list, parseTsv, required } from '../base/tsv.ts'
import { EVENT_TYPES, type EventType } from '../document/report.ts'

/** No part of the codebook: it is not used for reading, so that another value makes no reading out of date. */
export const CONFLICT_SCALE_TABLE = 'conflict-scale.tsv'

export const SCALE_SOURCE =
  'J. S. Goldstein, A Conflict-Cooperation Scale for WEIS Events Data, Journal of Conflict Resolution 36 (1992), 369-385; by CAMEO root codes'

/** Value of each category, from -10 (conflict) to 10 (cooperation). */
export type ConflictScale = Readonly<Record<EventType, number>>

/**
 * A category that CAMEO told by several root codes has their mean: ASSAULT is 18, 19 and 20.
 *
 * @throws LagebildError `codebook-table`
 */
export function loadConflictScale(text: string): ConflictScale {
  const values = new Map<string, number[]>()
  for (const row of parseTsv(CONFLICT_SCALE_TABLE, text, ['root', 'value', 'categories', 'source'])) {
    const value = Number(required(row, 'value'))
    if (!(value >= -10 && value <= 10)) throw fault(row.file, row.line, 'the value is none from -10 to 10')
    for (const category of list(row, 'categories')) {
      if (!EVENT_TYPES.includes(category as EventType))
        throw fault(row.file, row.line, `${category} is no category`)
      values.set(category, [...(values.get(category) ?? []), value])
    }
  }
  const scale = EVENT_TYPES.map((type) => {
    const own = values.get(type)
    if (own === undefined) throw fault(CONFLICT_SCALE_TABLE, 1, `${type} has no value`)
    return [type, Math.round((own.reduce((sum, value) => sum + value, 0) / own.length) * 100) / 100]
  })
  return Object.fromEntries(scale) as ConflictScale
}
