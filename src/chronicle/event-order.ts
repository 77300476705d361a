import { type DayInterval, parseEdtf } from '../base/calendar.ts'
import type { ChronicleEvent } from './types.ts'
import { compareText } from './words.ts'

const days = new WeakMap<ChronicleEvent, DayInterval | 'undated'>()

/** The days of an event, parsed once; null when it has no date. */
export function daysOfEvent(event: ChronicleEvent): DayInterval | null {
  let known = days.get(event)
  if (known === undefined) {
    known = (event.date === null ? null : parseEdtf(event.date.edtf)) ?? 'undated'
    days.set(event, known)
  }
  return known === 'undated' ? null : known
}

/** By first day, then last day, then id; undated last. */
export function compareEvents(a: ChronicleEvent, b: ChronicleEvent): number {
  const left = daysOfEvent(a)
  const right = daysOfEvent(b)
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
