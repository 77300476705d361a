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

/** Acts that are events even where nobody is named. */
export const DEEDS: ReadonlySet<string> = new Set([
  'ASSAULT',
  'COERCE',
  'PROTEST',
  'RETREAT',
  'MOBILIZE',
  'SANCTION',
  'AID',
])
