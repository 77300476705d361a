import type { EventId } from '../base/ids.ts'
import { type Cause, causesBetween } from './causes.ts'
import { type ChangedField, changedFields } from './changed-fields.ts'
import { linesBetween } from './event-lines.ts'
import type { ChronicleEvent, View } from './types.ts'

/** What became of one event between two times, and why. */
export interface Change {
  readonly kind: 'new' | 'changed' | 'retracted'
  /** As it is now; of a retracted one as it was. */
  readonly event: ChronicleEvent
  /** What it was before; null of a new one. */
  readonly before: ChronicleEvent | null
  readonly fields: readonly ChangedField[]
  /** At least one. */
  readonly causes: readonly Cause[]
  /** Ids of other events that this one has taken in. */
  readonly mergedFrom: readonly EventId[]
  /** The event from which this one was taken out. */
  readonly splitFrom: EventId | null
}

/**
 * What is new, changed and retracted in `after` against `before`, in the order of the chronicle, retracted events last. An event that a
 * person has rejected is not told, so a rejection retracts it and taking that back makes it new; nor is one whose reports were all withdrawn.
 *
 * @param bounds recording times of the two views, ISO 8601 UTC as in `recordedAt`; `after` null: now
 */
export function changesBetween(
  before: View,
  after: View,
  bounds: { readonly before: string; readonly after: string | null },
): Change[] {
  const lines = linesBetween(before.chronicle.events, after.chronicle.events)
  const causesOf = causesBetween(before, after, bounds, lines)
  const changes: Change[] = []
  for (const line of lines) {
    const { event, continued, taken } = line
    const causes = () => causesOf([event, ...line.before])
    const was = line.before.filter((one) => isTold(one) && (one === continued || taken.includes(one)))
    if (!isTold(event)) {
      for (const one of was) changes.push(bare('retracted', one, one, causes()))
    } else if (was.length === 0) {
      const splitFrom = continued === null ? (line.before[0]?.id ?? null) : null
      changes.push({ ...bare('new', event, null, causes()), splitFrom })
    } else {
      const own = was.find((one) => one === continued) ?? was[0]!
      const fields = changedFields(own, event, before.chronicle, after.chronicle)
      const mergedFrom = was.filter((one) => one !== own).map(({ id }) => id)
      if (fields.length === 0 && mergedFrom.length === 0) continue
      changes.push({ ...bare('changed', event, own, causes()), fields, mergedFrom })
    }
  }
  const followed = new Set(lines.flatMap((line) => line.before))
  for (const event of before.chronicle.events) {
    if (isTold(event) && !followed.has(event))
      changes.push(bare('retracted', event, event, causesOf([event])))
  }
  const last = ({ kind }: Change) => Number(kind === 'retracted')
  return changes.sort((a, b) => last(a) - last(b))
}

function bare(
  kind: Change['kind'],
  event: ChronicleEvent,
  before: ChronicleEvent | null,
  causes: readonly Cause[],
): Change {
  return { kind, event, before, fields: [], causes, mergedFrom: [], splitFrom: null }
}

function isTold({ review, retracted }: ChronicleEvent): boolean {
  return review !== 'rejected' && !retracted
}
