import type { ReportedEvent } from '../../../document/report.ts'

/** All events of a report, as questions about one of them look the others up. */
export interface Course {
  /** Events in which an entity acts, and in which something is done to it. */
  actsOf(id: string): readonly ReportedEvent[]
  suffersOf(id: string): readonly ReportedEvent[]
  /** The last event whose word stands before that of this one. */
  before(event: ReportedEvent): ReportedEvent | undefined
  /** How many others tell of words that this one tells of too. */
  overlapping(event: ReportedEvent): number
}

/** @param events in the order of the text */
export function courseOf(events: readonly ReportedEvent[]): Course {
  const acts = new Map<string, ReportedEvent[]>()
  const suffers = new Map<string, ReportedEvent[]>()
  for (const event of events) {
    for (const id of new Set(event.actors)) put(acts, id, event)
    for (const id of new Set(event.recipients)) put(suffers, id, event)
  }
  const byEvidence = [...events].sort((a, b) => a.evidence.from - b.evidence.from)
  const longest = Math.max(0, ...byEvidence.map(({ evidence }) => evidence.to - evidence.from))
  return {
    actsOf: (id) => acts.get(id) ?? NONE,
    suffersOf: (id) => suffers.get(id) ?? NONE,
    before: ({ trigger }) => events[firstFrom(events, trigger.from, (e) => e.trigger.from) - 1],
    overlapping(event) {
      const { from, to } = event.evidence
      let count = 0
      for (
        let i = firstFrom(byEvidence, from - longest, (e) => e.evidence.from);
        i < byEvidence.length && byEvidence[i]!.evidence.from < to;
        i++
      )
        if (byEvidence[i] !== event && from < byEvidence[i]!.evidence.to) count++
      return count
    },
  }
}

const NONE: readonly ReportedEvent[] = []

function put<Key>(map: Map<Key, ReportedEvent[]>, key: Key, event: ReportedEvent): void {
  const known = map.get(key)
  if (known) known.push(event)
  else map.set(key, [event])
}

/** Index of the first of a sorted list that lies at a place or behind it. */
export function firstFrom<Item>(list: readonly Item[], at: number, placeOf: (item: Item) => number): number {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (placeOf(list[middle]!) < at) low = middle + 1
    else high = middle
  }
  return low
}
