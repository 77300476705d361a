import { width } from '../base/calendar.ts'
import { dayIndex } from './day-index.ts'
import { boundsOf } from './figures.ts'
import { countryOf, placeKey } from './parties.ts'
import type { Relatable } from './relatable.ts'
import { likenessOfSides } from './sides.ts'
import type { ChronicleEvent, Relation } from './types.ts'

/** A series that is told over more days than this (a war) has everything as its part, which tells nothing. */
const LONGEST = 366
const MOST = 2000

/**
 * Single acts with the series that a report counts ("66 attacks since 17 October"): same type, within its days, its place and its
 * parties. Where several series fit, the shortest.
 */
export function partsOf(all: readonly Relatable[]): Relation[] {
  const singles = all.filter(({ event, dated }) => dated && event.aux === null && countOf(event) < 2)
  const index = dayIndex(singles, ({ event }) => [event.type])
  const shortest = new Map<string, { series: Relatable; days: number }>()
  for (const series of all) {
    const { event, days, dated } = series
    if (!dated || days === null || event.aux !== null || countOf(event) < 2) continue
    const length = width(days)
    if (length > LONGEST) continue
    for (const single of index.between(event.type, days.first, days.last, MOST)) {
      if (single.days!.last > days.last || !belongs(single.event, event)) continue
      const known = shortest.get(single.event.id)
      if (
        known === undefined ||
        length < known.days ||
        (length === known.days && event.id < known.series.event.id)
      )
        shortest.set(single.event.id, { series, days: length })
    }
  }
  return [...shortest].map(([id, { series }]) => ({
    kind: 'part-of' as const,
    from: id as Relation['from'],
    to: series.event.id,
    rule: 'counted-series',
  }))
}

/** The number of attacks that the event is told to be; 1 where nobody counts. */
function countOf({ figures }: ChronicleEvent): number {
  return figures
    .filter(({ figure }) => figure.unit === 'attacks')
    .reduce((most, { figure }) => Math.max(most, boundsOf(figure).low), 1)
}

function belongs(single: ChronicleEvent, series: ChronicleEvent): boolean {
  const both = (event: ChronicleEvent) => [...event.actors, ...event.recipients]
  const actors = likenessOfSides(single.actors, series.actors)
  const recipients = likenessOfSides(single.recipients, series.recipients)
  const actorsFit = actors > 0 || single.actors.length === 0 || series.actors.length === 0
  const recipientsFit = recipients > 0 || single.recipients.length === 0 || series.recipients.length === 0
  return (
    actorsFit &&
    recipientsFit &&
    likenessOfSides(both(single), both(series)) > 0 &&
    isPlacedWithin(single, series)
  )
}

/** The series' place is the same, or wide and of the same country, or open. */
function isPlacedWithin(
  { place: single }: ChronicleEvent,
  { place: series, recipients }: ChronicleEvent,
): boolean {
  if (series === null || single === null) return true
  if (placeKey(series) === placeKey(single)) return true
  const wide = series.precision === 'country' || series.precision === 'region'
  if (!wide) return false
  if (series.country === null || single.country === null) return false
  return series.country === single.country || recipients.some((party) => countryOf(party) === single.country)
}
