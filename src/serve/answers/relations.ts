import { formatDay, parseEdtf } from '../../base/calendar.ts'
import { relationsByEvent, relationsOf } from '../../chronicle/relations.ts'
import type { Chronicle, ChronicleEvent, EventRelation } from '../../chronicle/types.ts'
import { select } from '../select.ts'

type Relations = ReadonlyMap<string, readonly EventRelation[]>

/** Events among which relations are looked for at once; docs/performance.md says how long it takes. */
const AT_ONCE = 20_000
/** Days around an event of a greater chronicle: as far as a counted series can reach, else as far as a deed follows its announcement. */
const AROUND = [366, 61] as const

/** Found once for a list of events. */
const found = new WeakMap<readonly ChronicleEvent[], Relations>()

/** The relations of each event to others of the list, by its id. */
export function relationsAmong(events: readonly ChronicleEvent[]): Relations {
  const known = found.get(events) ?? relationsByEvent(relationsOf(events))
  found.set(events, known)
  return known
}

/** In a great chronicle only events near in time are looked at. */
export function relationsOfEvent(event: ChronicleEvent, chronicle: Chronicle): readonly EventRelation[] {
  const pool = chronicle.events.length <= AT_ONCE ? chronicle.events : around(event, chronicle)
  return relationsAmong(pool).get(event.id) ?? []
}

function around({ date, firstReported }: ChronicleEvent, chronicle: Chronicle): readonly ChronicleEvent[] {
  const days = parseEdtf(date?.edtf ?? firstReported ?? '')
  if (days === null || !Number.isFinite(days.first) || !Number.isFinite(days.last)) return []
  for (const reach of AROUND) {
    // Whole months, so that neighbours share one list.
    const from = `${formatDay(days.first - reach).slice(0, 7)}-01`
    const to = formatDay(days.last + reach).slice(0, 7)
    const pool = select(chronicle, { from, to })
    if (pool.length <= AT_ONCE) return pool
  }
  return []
}
