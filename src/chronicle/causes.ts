import { inOrder } from './decisions.ts'
import type { EventLine } from './event-lines.ts'
import { eventFinder, refsIn } from './journal.ts'
import type { ChronicleEvent, Decision, DecisionAction, Reading, View } from './types.ts'
import { compareText } from './words.ts'

/** Why an event is told otherwise than before. */
export type Cause =
  /**
   * `report`: one came in; `reread`: a newer reader read it; `superseded`: its address carries another text now; `correction` and
   * `withdrawal`: it says so of another report, or of a figure.
   */
  | {
      readonly kind: 'report' | 'reread' | 'superseded' | 'correction' | 'withdrawal'
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
  const fresh = freshReadings(before.readings, after.readings)
  const heirs = heirsOf(before.readings, after.readings)
  const decided = decisionsAbout(before, after, bounds)
  const own: CauseFinder = (events) => {
    const causes = new Map<string, Cause>()
    const note = (cause: Cause | undefined) => {
      if (cause !== undefined) causes.set(JSON.stringify(cause), cause)
    }
    const successors = new Set<string>()
    for (const { mentions } of events) {
      for (const { superseded } of mentions) {
        const later = superseded === null ? undefined : fresh.get(superseded.reading)
        if (superseded === null || later === undefined || later.kind === 'reread') continue
        successors.add(superseded.reading)
        note({ ...later, kind: superseded.kind === 'version' ? 'superseded' : superseded.kind })
      }
    }
    for (const event of events) {
      for (const { reading } of event.mentions) {
        if (!successors.has(reading)) note(fresh.get(reading))
        note(fresh.get(heirs.get(reading) ?? ''))
      }
      for (const cause of decided.get(event.id) ?? []) note(cause)
    }
    return sorted([...causes.values()])
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

type ReportCause = Extract<Cause, { readonly report: string }>

/** Readings that were not there before, each with what it is to those that were. */
function freshReadings(before: readonly Reading[], after: readonly Reading[]): Map<string, ReportCause> {
  const ids = new Set(before.map(({ id }) => id))
  const sightings = new Set(before.map(({ sighting }) => sighting))
  const fresh = new Map<string, ReportCause>()
  for (const { id, sighting, report, recordedAt } of after) {
    if (ids.has(id)) continue
    const revises = report.figures.some(({ relation }) => relation?.kind === 'revises')
    const kind = sightings.has(sighting) ? 'reread' : revises ? 'correction' : 'report'
    fresh.set(id, { kind, report: report.id, outlet: report.source.outlet, recordedAt })
  }
  return fresh
}

/** For readings that are not current any more, the one that took their place. */
function heirsOf(before: readonly Reading[], after: readonly Reading[]): Map<string, string> {
  const current = new Map<string, Reading>(after.map((reading) => [reading.sighting, reading]))
  const heirs = new Map<string, string>()
  for (const { id, sighting } of before) {
    const heir = current.get(sighting)
    if (heir !== undefined && heir.id !== id) heirs.set(id, heir.id)
  }
  return heirs
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

function sorted(causes: readonly Cause[]): Cause[] {
  const key = (cause: Cause) =>
    cause.kind === 'neighbours'
      ? ''
      : `${cause.recordedAt} ${'report' in cause ? cause.report : cause.decision}`
  return [...causes].sort((a, b) => compareText(key(a), key(b)))
}
