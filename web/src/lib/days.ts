import type { ChronicleEvent } from '../../../src/chronicle/types.ts'
import { dayKey } from './dates.ts'

export interface Day {
  /** EDTF without times; null for events without a date. */
  readonly edtf: string | null
  readonly events: readonly ChronicleEvent[]
}

/** Events under one heading a day or interval, in the order the days first come; the undated last. */
export function byDay(events: readonly ChronicleEvent[]): Day[] {
  const days = new Map<string | null, ChronicleEvent[]>()
  for (const event of events) {
    const key = event.date ? dayKey(event.date.edtf) : null
    const day = days.get(key)
    if (day) day.push(event)
    else days.set(key, [event])
  }
  const undated = days.get(null)
  days.delete(null)
  const dated = [...days].map(([edtf, list]) => ({ edtf, events: list }))
  return undated ? [...dated, { edtf: null, events: undated }] : dated
}
