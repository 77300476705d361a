import type { WatchTables } from '../../src/live/watch/match.ts'
import { type WatchRule, watchRuleSchema } from '../../src/live/watch/rule.ts'

export const TABLES: WatchTables = {
  categories: [
    { type: 'ASSAULT', quad: 'material-conflict' },
    { type: 'AGREE', quad: 'verbal-cooperation' },
  ],
  countriesAround: () => ['IRQ'],
}

export const rule = (given: unknown): WatchRule => watchRuleSchema.parse(given)

/** Times of recording are milliseconds: what comes next must not share one with what was. */
export async function nextInstant(): Promise<void> {
  const now = new Date().toISOString()
  while (new Date().toISOString() <= now) await new Promise((resolve) => setTimeout(resolve, 1))
}
