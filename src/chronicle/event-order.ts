import { facetsOf } from './facets.ts'
import type { ChronicleEvent } from './types.ts'
import { compareText } from './words.ts'

/** By first day, then last day, then id; undated last. */
export function compareEvents(a: ChronicleEvent, b: ChronicleEvent): number {
  const left = facetsOf(a).days
  const right = facetsOf(b).days
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
