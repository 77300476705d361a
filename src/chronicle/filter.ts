import type { EventType } from '../document/report.ts'
import type { Near } from './near.ts'

/** One filter for the command line, the API and the page. All conditions must hold. */
export interface EventFilter {
  /** EDTF bounds of the event's own date. */
  readonly from?: string | undefined
  readonly to?: string | undefined
  /** Part of a name, an ISO3 country or a codebook id, on either side. */
  readonly actor?: string | undefined
  readonly type?: readonly EventType[] | undefined
  readonly place?: string | undefined
  /** ISO 8601; events with a mention recorded since then. */
  readonly since?: string | undefined
  readonly status?: string | undefined
  readonly text?: string | undefined
  readonly minConfidence?: number | undefined
  /** Events whose place lies in the circle; those told less precisely are listed apart (`eventsApart`). */
  readonly near?: Near | undefined
}
