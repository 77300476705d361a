import type { Messages } from '../messages/contract.ts'
import type { DeskWording } from './desk.ts'
import type { SeriesWording } from './series.ts'

/** The words of the desk's own views, in the languages of the program: ICU messages; a missing key fails to compile. */
export interface Wording {
  /** What is told about events. */
  readonly messages: Messages
  readonly labels: Readonly<Record<Label, string>>
  readonly coverage: Readonly<Record<CoverageLine, string>>
  readonly desk: DeskWording
  readonly series: SeriesWording
}

export type Label =
  | (
      | 'chronicle'
      | 'asOf'
      | 'undated'
      | 'noEvents'
      | 'unknown'
      | 'contradictions'
      | 'figures'
      | 'sources'
      | 'source'
      | 'coverage'
    )
  | (
      | 'id'
      | 'aliases'
      | 'type'
      | 'status'
      | 'actors'
      | 'recipients'
      | 'place'
      | 'date'
      | 'unmarked'
      | 'confidence'
      | 'review'
    )
  | (
      | 'accepted'
      | 'rejected'
      | 'mentions'
      | 'report'
      | 'sentence'
      | 'trigger'
      | 'rule'
      | 'saysSo'
      | 'chain'
      | 'also'
      | 'published'
    )
  | (
      | 'firstReported'
      | 'lastReported'
      | 'sameOrigin'
      | 'textWithheld'
      | 'contexts'
      | 'mode'
      | 'independent'
      | 'against'
    )

export type CoverageLine =
  | 'documents'
  | 'outlets'
  | 'period'
  | 'undated'
  | 'unread'
  | 'failed'
  | 'empty'
  | 'noUnread'
