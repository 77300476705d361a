import { formatEdtf, parseEdtf } from '../../base/calendar.ts'
import { relationsByEvent, relationsOf } from '../../chronicle/relations.ts'
import type { Chronicle, ChronicleEvent, EventRelation } from '../../chronicle/types.ts'
import type { Codebook } from '../../codebook/types.ts'
import type { EventAnswer, EventsAnswer, PlacesAnswer, TimelineAnswer } from '../api.ts'
import { pageOf } from '../page.ts'
import { eventUnknown } from '../problem.ts'
import type { EventQuery, FilterQuery } from '../query.ts'
import { eventsById, select, selectApart } from '../select.ts'
import { drawnPrecision } from './precision.ts'
import { amountOf, summaryOf, tally } from './summary.ts'

export function standingOf({ asOf, coverage }: Chronicle): Pick<EventsAnswer, 'asOf' | 'coverage'> {
  return { asOf, coverage }
}

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

export function eventAnswer(chronicle: Chronicle, id: string): EventAnswer {
  const byId = eventsById(chronicle)
  const event = byId.get(id)
  if (!event) throw eventUnknown(id)
  return {
    event,
    summary: summaryOf(event, chronicle),
    contradictions: chronicle.contradictions.filter((found) => found.event === event.id),
    relations: (relationsIn(chronicle).get(event.id) ?? []).flatMap((relation) => {
      const about = byId.get(relation.event)
      return about === undefined ? [] : [{ ...relation, about: summaryOf(about, chronicle) }]
    }),
    amounts: event.figures.map(amountOf),
  }
}

/** Found once for a chronicle, when the first event is asked for. */
const relations = new WeakMap<Chronicle, ReadonlyMap<string, readonly EventRelation[]>>()

export function relationsIn(chronicle: Chronicle): ReadonlyMap<string, readonly EventRelation[]> {
  const known = relations.get(chronicle) ?? relationsByEvent(relationsOf(chronicle.events))
  relations.set(chronicle, known)
  return known
}

function finite(day: number | undefined): number | null {
  return day === undefined || !Number.isFinite(day) ? null : day
}
