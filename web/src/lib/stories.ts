import type { StorySummary } from '../../../src/serve/api-stories.ts'
import type { Messages } from '../messages/messages.ts'
import { formatPeriod } from './dates.ts'
import { sideName } from './event-line.ts'

/** Parties that give a story its name. */
const NAMED = 3

/** A story has no name of its own: who is in it most, or where it is. */
export function storyTitle(
  { parties, places }: Pick<StorySummary, 'parties' | 'places'>,
  m: Messages,
): string {
  const names = parties.slice(0, NAMED).map((side) => sideName(side, m))
  return names.join(', ') || places[0]?.name || m.lines.stories.unnamed
}

export function storyWhen({ period }: Pick<StorySummary, 'period'>, m: Messages): string {
  return period === null ? m.lines.stories.undated : formatPeriod(period, m)
}
