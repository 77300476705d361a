import { inOrder } from './decisions.ts'
import type { EventLine } from './event-lines.ts'
import { eventFinder, refsIn } from './journal.ts'
import type { ChronicleEvent, Decision, DecisionAction, Reading, View } from './types.ts'
import { compareText } from './words.ts'

/** Why an event is told otherwise than before. */
export type Cause =
  /** `report`: one came in; `reread`: a newer reader read it; `superseded`: its address carries another text now. */
  | {
      readonly kind: 'report' | 'reread' | 'superseded'
      readonly report: string
      readonly outlet: string | null
      readonly recordedAt: string
    }
  /** A report that corrects a figure of its own or of another. */
  | {
      readonly kind: 'correction'
      readonly report: string
      readonly outlet: string | null
      readonly recordedAt: string
    }
  | {
      readonly kind: 'decision'
      readonly decision: string
      readonly action: DecisionAction['kind']
      readonly by: string
      readonly why: string | null
      readonly recordedAt: string
    }
  /** Nothing about the event itself came in; others that came in changed what is one source, or one event, with it. */
  | { readonly kind: 'neighbours'; readonly reports: number }

export type CauseFinder = (events: readonly ChronicleEvent[]) => Cause[]

/** Finds the causes of what became of events; several belong together when they share a history. */
export function causesBetween(
  before: View,
  after: View,
  bounds: { readonly before: string; readonly after: string | null },
  lines: readonly EventLine[],
): CauseFinder {
  const known = knownBefore(before.readings)
  const fresh = new Map<string, Cause>()
  for (const reading of after.readings) {
    const cause = known.causeOf(reading)
    if (cause !== null) fresh.set(reading.id, cause)
  }
  const replaced = replacements(before.readings, after.readings, fresh)
  const decided = decisionsAbout(before, after, bounds)
  const own: CauseFinder = (events) => {
    const causes = new Set<Cause>()
    for (const event of events) {
      for (const { reading } of event.mentions) {
        for (const cause of [fresh.get(reading), replaced.get(reading)]) if (cause) causes.add(cause)
      }
      for (const cause of decided.get(event.id) ?? []) causes.add(cause)
    }
    return sorted(causes)
  }
  let families: ReturnType<typeof familiesOf> | null = null
  return (events) => {
    const direct = own(events)
    if (direct.length > 0) return direct
    families ??= familiesOf(lines)
    const around = own([...new Set(events.flatMap((event) => families!.get(event) ?? []))])
    return around.length > 0 ? around : [{ kind: 'neighbours', reports: fresh.size }]
  }
}

function knownBefore(readings: readonly Reading[]) {
  const ids = new Set(readings.map(({ id }) => id))
  const sightings = new Set(readings.map(({ sighting }) => sighting))
  const texts = new Set(readings.map(({ text }) => text))
  const urls = new Set(readings.map(({ report }) => report.source.url).filter((url) => url !== null))
  return {
    /** Null for a reading that was there already. */
    causeOf(reading: Reading): Cause | null {
      if (ids.has(reading.id)) return null
      const { report, recordedAt } = reading
      const kind = sightings.has(reading.sighting)
        ? 'reread'
        : report.figures.some(({ relation }) => relation?.kind === 'revises')
          ? 'correction'
          : report.source.url !== null && urls.has(report.source.url) && !texts.has(reading.text)
            ? 'superseded'
            : 'report'
      return { kind, report: report.id, outlet: report.source.outlet, recordedAt }
    },
  }
}

/** For readings that are not current any more: what has taken their place. */
function replacements(
  before: readonly Reading[],
  after: readonly Reading[],
  fresh: ReadonlyMap<string, Cause>,
): Map<string, Cause> {
  const current = new Set(after.map(({ id }) => id))
  const bySighting = new Map<string, Reading>(after.map((reading) => [reading.sighting, reading]))
  const byUrl = new Map<string, Reading>()
  for (const reading of after) {
    const { url } = reading.report.source
    if (url !== null && fresh.has(reading.id)) byUrl.set(url, reading)
  }
  const found = new Map<string, Cause>()
  for (const { id, sighting, report } of before) {
    if (current.has(id)) continue
    const heir =
      bySighting.get(sighting) ?? (report.source.url === null ? undefined : byUrl.get(report.source.url))
    const cause = heir === undefined ? undefined : fresh.get(heir.id)
    if (cause !== undefined) found.set(id, cause)
  }
  return found
}

/** Decisions made between the two views, by the id of each event, then or now, that they point at. */
function decisionsAbout(
  before: View,
  after: View,
  bounds: { readonly before: string; readonly after: string | null },
): Map<string, Cause[]> {
  const ordered = inOrder(after.decisions)
  const byId = new Map<string, Decision>(ordered.map((decision) => [decision.id, decision]))
  const finders = [eventFinder(before.chronicle), eventFinder(after.chronicle)]
  const found = new Map<string, Cause[]>()
  for (const { id, recordedAt, by, why, action } of ordered) {
    if (recordedAt <= bounds.before || (bounds.after !== null && recordedAt > bounds.after)) continue
    const cause: Cause = { kind: 'decision', decision: id, action: action.kind, by, why, recordedAt }
    const events = new Set(refsIn(action, byId).flatMap((ref) => finders.map((find) => find(ref))))
    for (const event of events) {
      if (event !== null) found.set(event, [...(found.get(event) ?? []), cause])
    }
  }
  return found
}

/** Events, earlier and later ones, that are tied by mentions in common. */
function familiesOf(lines: readonly EventLine[]): Map<ChronicleEvent, readonly ChronicleEvent[]> {
  const families = new Map<ChronicleEvent, Set<ChronicleEvent>>()
  for (const { event, before } of lines) {
    const family = new Set<ChronicleEvent>([event])
    for (const member of before) for (const other of families.get(member) ?? [member]) family.add(other)
    for (const member of family) families.set(member, family)
  }
  return new Map([...families].map(([event, family]) => [event, [...family]]))
}

function sorted(causes: ReadonlySet<Cause>): Cause[] {
  const key = (cause: Cause) =>
    cause.kind === 'neighbours'
      ? ''
      : `${cause.recordedAt} ${'report' in cause ? cause.report : cause.decision}`
  return [...causes].sort((a, b) => compareText(key(a), key(b)))
}
