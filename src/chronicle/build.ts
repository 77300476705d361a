import { parseEdtf } from '../base/calendar.ts'
import { LagebildError } from '../base/errors.ts'
import { contradictionsOf } from './contradictions.ts'
import { coverageOf } from './coverage.ts'
import { currentReadings } from './current.ts'
import { applyDecisions, standing, withInherited } from './decisions.ts'
import { featuresOf } from './features.ts'
import { allFigures } from './figures.ts'
import { clusters } from './identity.ts'
import { mergeEvent } from './merge.ts'
import { positionsOf } from './positions.ts'
import { asOfBound } from './published.ts'
import { sourceKeys } from './sources.ts'
import { passagesOf } from './tellings.ts'
import type { Chronicle, ChronicleEvent, Contradiction, Decision, Reading, Unread } from './types.ts'
import { compareText } from './words.ts'

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
  const current = currentReadings(readings, bound)
  const sources = sourceKeys(current)
  const passages = passagesOf(current, sources)
  const verdicts = applyDecisions(passages, standing(decisions, bound))
  const events: ChronicleEvent[] = []
  const contradictions: Contradiction[] = []
  for (const cluster of clusters(featuresOf(passages), verdicts)) {
    const own = cluster.map((index) => passages[index]!)
    const event = withInherited(
      mergeEvent(
        own,
        cluster.map((index) => verdicts.review.get(index) ?? null),
      ),
      cluster.flatMap((index) => verdicts.inherited.get(index) ?? []),
    )
    events.push(event)
    if (event.review !== 'rejected') contradictions.push(...contradictionsOf(event, own))
  }
  return {
    asOf,
    events: events.sort(compareEvents),
    contradictions: contradictions.sort((a, b) => compareText(a.event, b.event) || compareText(a.id, b.id)),
    positions: positionsOf(current),
    figures: allFigures(current, sources),
    coverage: coverageOf(current, unread, bound),
  }
}

/** By first day, then last day, then id; undated last. */
export function compareEvents(a: ChronicleEvent, b: ChronicleEvent): number {
  const left = a.date === null ? null : parseEdtf(a.date.edtf)
  const right = b.date === null ? null : parseEdtf(b.date.edtf)
  return (
    order(left?.first ?? Infinity, right?.first ?? Infinity) ||
    order(left?.last ?? Infinity, right?.last ?? Infinity) ||
    compareText(a.id, b.id)
  )
}

/** Subtraction fails on two infinities. */
function order(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1
}
