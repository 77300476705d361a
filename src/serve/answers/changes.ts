import type { z } from 'zod'
import { type Change, changesBetween } from '../../chronicle/changes.ts'
import { sinceBounds } from '../../chronicle/published.ts'
import type { Chronicle } from '../../chronicle/types.ts'
import type { ChangesAnswer } from '../api.ts'
import type { ServeDeps } from '../deps.ts'
import { Problem } from '../problem.ts'
import type { changesQuerySchema } from '../query.ts'
import { select } from '../select.ts'
import { standingOf } from './standing.ts'
import { summaryOf } from './summary.ts'

export type Changer = (query: z.output<typeof changesQuerySchema>) => Promise<ChangesAnswer>

/** Times of which the changes are kept while the store does not grow. */
const KEPT = 8

/** What changed since a time; without the readings, which would keep every report in memory. */
interface Changes {
  readonly changes: readonly Change[]
  readonly before: Chronicle
  readonly after: Chronicle
}

/** Builds the chronicle of a time once, and keeps what has changed since until the store grows. */
export function changer({ store, viewOf }: Pick<ServeDeps, 'store' | 'viewOf'>): Changer {
  const kept = new Map<string, Promise<Changes>>()
  let seen = -1
  const changesSince = async (since: string): Promise<Changes> => {
    const version = await store.version()
    if (version !== seen) kept.clear()
    seen = version
    const known = kept.get(since)
    if (known) return known
    const found = between(since, viewOf!)
    kept.set(since, found)
    // One that failed is tried again.
    found.catch(() => kept.delete(since))
    if (kept.size > KEPT) kept.delete(kept.keys().next().value!)
    return found
  }
  return async ({ since, limit, ...filter }) => {
    if (!viewOf) {
      throw new Problem(404, 'no-history', 'This server keeps no history', 'Use /api/v1/events?since=')
    }
    const { changes, before, after } = await changesSince(since)
    const passing = new Set([before, after].flatMap((one) => select(one, filter).map(({ id }) => id)))
    const found = changes.filter(({ event }) => passing.has(event.id))
    return {
      ...standingOf(after),
      since,
      total: found.length,
      changes: found.slice(0, limit).map(({ kind, event, fields, causes }) => ({
        kind,
        event: summaryOf(event, kind === 'retracted' ? before : after),
        fields: fields.map(({ field }) => field),
        causes: causes.map((cause) => ({
          kind: cause.kind,
          report: 'report' in cause ? cause.report : null,
          by: 'by' in cause ? cause.by : null,
        })),
      })),
    }
  }
}

async function between(since: string, viewOf: NonNullable<ServeDeps['viewOf']>): Promise<Changes> {
  const bounds = sinceBounds(since, null)
  const before = await viewOf(bounds.before)
  const after = await viewOf(null)
  return {
    changes: changesBetween(before, after, bounds),
    before: before.chronicle,
    after: after.chronicle,
  }
}
