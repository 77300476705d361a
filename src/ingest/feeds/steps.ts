import type { RawDocument } from '../../document/document.ts'
import type { Report } from '../../document/report.ts'
import type { Appended, Store } from '../../store/port.ts'
import type { Fetcher } from '../fetch-url.ts'
import type { Clock } from './clock.ts'

export interface PollDeps {
  readonly store: Pick<Store, 'append' | 'feeds'>
  readonly fetcher: Fetcher
  readonly read: (document: RawDocument) => Promise<Report>
  readonly clock: Clock
}

/** What was done, one after the other. */
export type PollStep =
  | {
      readonly kind: 'feed'
      readonly feed: string
      readonly outcome: 'new' | 'unchanged' | 'failed'
      readonly added: number
      readonly changed: number
      readonly code: string | null
      readonly message: string | null
    }
  | {
      readonly kind: 'item'
      readonly feed: string
      readonly id: string
      readonly outcome: Appended['outcome'] | 'later' | 'unread'
      readonly code: string | null
      readonly message: string | null
    }
