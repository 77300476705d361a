import type { EventType } from '../../document/report.ts'

/** Verbal acts are their own actor's; only deeds have somebody who tells them. */
export const VERBAL: ReadonlySet<EventType> = new Set<EventType>([
  'AGREE',
  'SUPPORT',
  'CONCEDE',
  'REQUEST',
  'ACCUSE',
  'REJECT',
  'THREATEN',
])
