import { formatEdtf, parseEdtf } from '../../base/calendar.ts'
import type { Chronicle, ChronicleEvent } from '../../chronicle/types.ts'
import type { Codebook } from '../../codebook/types.ts'
import type { EventsAnswer, PlacesAnswer, TimelineAnswer } from '../api.ts'
import { pageOf } from '../page.ts'
import type { EventQuery, FilterQuery } from '../query.ts'
import { select, selectApart } from '../select.ts'
import { drawnPrecision } from './precision.ts'
import { standingOf } from './standing.ts'
import { summaryOf, tally } from './summary.ts'

export function eventsAnswer(chronicle: Chronicle, query: EventQuery): EventsAnswer {
  const { limit, offset, cursor, ...filter } = query
  const selected = select(chronicle, filter)
  const page = pageOf(selected, ({ id }) => id, { limit, offset, cursor })
  return {
    ...standingOf(chronicle),
    events: page.items.map((event) => summaryOf(event, chronicle)),
    total: selected.length,
    all: select(chronicle, {}).length,
    apart: selectApart(chronicle, filter)
      .slice(0, limit)
      .map((event) => summaryOf(event, chronicle)),
    offset: page.offset,
    next: page.next,
  }
}

export function timelineAnswer(chronicle: Chronicle, filter: FilterQuery): TimelineAnswer {
  const selected = select(chronicle, filter)
  const runs: { edtf: string | null; first: number | null; last: number | null; events: ChronicleEvent[] }[] =
    []
  for (const event of selected) {
    const days = event.date === null ? null : parseEdtf(event.date.edtf)
    const edtf = days === null ? null : formatEdtf(days)
    const run = runs.at(-1)
    if (run && run.edtf === edtf) run.events.push(event)
    else runs.push({ edtf, first: finite(days?.first), last: finite(days?.last), events: [event] })
  }
  return {
    ...standingOf(chronicle),
    total: selected.length,
    all: select(chronicle, {}).length,
    days: runs.map(({ events, ...run }) => ({ ...run, types: tally(events) })),
  }
}

export function placesAnswer(
  chronicle: Chronicle,
  filter: FilterQuery,
  codebook: Codebook | null,
): PlacesAnswer {
  const precisionOf = drawnPrecision(codebook)
  const selected = select(chronicle, filter)
  const places = new Map<string, ChronicleEvent[]>()
  let placeless = 0
  for (const event of selected) {
    if (event.place === null) {
      placeless++
      continue
    }
    const { name, country, precision, coordinates } = event.place
    const key = JSON.stringify([name, country, precision, coordinates])
    const known = places.get(key)
    if (known) known.push(event)
    else places.set(key, [event])
  }
  return {
    ...standingOf(chronicle),
    total: selected.length,
    placeless,
    places: [...places.values()]
      .map((events) => ({
        ...events[0]!.place!,
        precision: precisionOf(events[0]!.place!),
        events: events.length,
        types: tally(events),
      }))
      .sort((a, b) => b.events - a.events || (a.name < b.name ? -1 : 1)),
  }
}

function finite(day: number | undefined): number | null {
  return day === undefined || !Number.isFinite(day) ? null : day
}
