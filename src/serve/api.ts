import type { ReadingId, TextId } from '../base/ids.ts'
import type { ChronicleEvent, Contradiction, Coverage, PositionReading } from '../chronicle/types.ts'
import type { Block, Report } from '../document/report.ts'

/** The answers of `/api/v1`, and of the `.json` twin of each page. */

/** `/api/v1/chronicle`, `/chronicle.json` */
export interface ChronicleAnswer {
  readonly asOf: string | null
  readonly coverage: Coverage
  /** One page of the events that pass the filter, in the chronicle's order. */
  readonly events: readonly ChronicleEvent[]
  /** How many events pass the filter, and how many pass when there is none: a person's rejections are left out of both. */
  readonly total: number
  readonly all: number
  readonly limit: number
  readonly offset: number
  /** With `near`: events that may lie in the circle, but whose place is told less precisely than its radius; at most `limit`. */
  readonly apart: readonly ChronicleEvent[]
  /** Those of the events on this page. */
  readonly contradictions: readonly Contradiction[]
}

/** `/api/v1/events/:id`, `/event/:id.json`; `:id` may be an alias. */
export interface EventAnswer {
  readonly event: ChronicleEvent
  readonly contradictions: readonly Contradiction[]
}

/** `/api/v1/texts/:textId?reading=` */
export interface TextAnswer {
  readonly id: TextId
  /** Null where the text may not travel: then the quotes of the mentions are all there is to show. */
  readonly text: string | null
  readonly blocks: readonly Block[]
  readonly report: ReportMeta
  readonly reading: ReadingId
  /** All stored readings of this text, newest last. */
  readonly readings: readonly ReadingId[]
}

/** A report without its findings. */
export type ReportMeta = Pick<
  Report,
  'id' | 'language' | 'reader' | 'source' | 'published' | 'title' | 'diagnostics'
> & { readonly titleText: string | null; readonly recordedAt: string }

/** `/api/v1/coverage`, `/coverage.json` */
export interface CoverageAnswer {
  readonly asOf: string | null
  readonly coverage: Coverage
}

/** `/api/v1/positions`, `/positions.json` */
export interface PositionsAnswer {
  readonly positions: readonly PositionReading[]
  readonly total: number
  readonly coverage: Coverage
}

/** Every answer that is no success. */
export interface ErrorAnswer {
  readonly code: string
  readonly cause: string
  readonly remedy: string
}
