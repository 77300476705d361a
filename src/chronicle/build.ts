import { LagebildError } from '../base/errors.ts'
import { LiveChronicle } from './live.ts'
import { asOfBound } from './published.ts'
import type { Chronicle, Decision, Reading, Unread } from './types.ts'

/**
 * The chronicle: a pure function of readings, decisions and as-of time. Their order does not matter.
 *
 * @param asOf ISO 8601 time, or a day (its end in UTC); only what was recorded by then counts.
 * @throws LagebildError `as-of-invalid`
 */
export function buildChronicle(
  readings: readonly Reading[],
  decisions: readonly Decision[],
  unread: readonly Unread[],
  asOf: string | null = null,
): Chronicle {
  const bound = asOf === null ? null : asOfBound(asOf)
  if (asOf !== null && bound === null) {
    throw new LagebildError(
      'as-of-invalid',
      `"${asOf}" is no time`,
      'Give a day (2014-01-05) or an ISO 8601 time.',
    )
  }
  const isKnown = ({ recordedAt }: { recordedAt: string }) => bound === null || recordedAt <= bound
  const live = new LiveChronicle()
  for (const reading of readings) if (isKnown(reading)) live.add(reading)
  live.decide(decisions, bound)
  return { ...live.chronicle(unread.filter(isKnown)), asOf }
}
