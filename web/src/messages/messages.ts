import type { Contradiction } from '../../../src/chronicle/types.ts'
import type {
  BlockKind,
  EventType,
  FigureUnit,
  Sector,
  SourceKind,
  Status,
} from '../../../src/document/report.ts'
import type { Mode, Quad } from '../lib/quads.ts'
import type { LineMessages } from './line-messages.ts'
import type { ViewMessages } from './view-messages.ts'

export type Language = 'de' | 'en'

/** Every word of the pages. A language is one object of this type, so a missing word does not compile. */
export interface Messages {
  readonly code: Language
  /** BCP 47, for dates and numbers. */
  readonly locale: string
  readonly skipToChronicle: string
  readonly chronicle: string
  readonly close: string
  readonly retry: string
  readonly loading: string
  readonly json: string
  readonly help: string
  readonly changeTheme: string
  readonly changeLanguage: string

  readonly filter: {
    readonly label: string
    readonly show: (active: number) => string
    readonly text: string
    readonly textHint: string
    readonly actor: string
    readonly actorHint: string
    readonly place: string
    readonly type: string
    readonly anyType: string
    readonly wholeQuad: (quad: string) => string
    readonly status: string
    readonly anyStatus: string
    readonly from: string
    readonly to: string
    readonly reset: string
  }

  readonly list: {
    readonly count: (total: number, all: number) => string
    readonly undated: string
    readonly undatedWhy: string
    readonly unknownActor: string
    readonly sources: (count: number) => string
    readonly sourcesWhy: string
    readonly contradiction: string
  }

  readonly empty: {
    readonly title: string
    readonly nothingRead: string
    readonly nothingReadHint: string
    readonly quiet: string
    readonly covers: (documents: number, period: string | null) => string
    readonly unread: (count: number) => string
  }

  readonly coverage: {
    readonly title: string
    readonly documents: (count: number) => string
    readonly outlets: (count: number) => string
    readonly unread: (count: number) => string
    readonly failed: (count: number) => string
    readonly undated: (count: number) => string
    readonly noPeriod: string
    readonly period: string
    readonly outletList: string
    readonly unreadList: string
    readonly failedList: string
    readonly why: string
    readonly legend: string
    readonly legendWhy: string
    readonly pick: string
  }

  readonly detail: {
    readonly previous: string
    readonly next: string
    readonly who: string
    readonly what: string
    readonly toWhom: string
    readonly where: string
    readonly when: string
    readonly status: string
    readonly noRecipient: string
    readonly noPlace: string
    readonly noDate: string
    readonly inferred: string
    readonly near: string
    readonly region: string
    readonly filterBy: (name: string) => string
    readonly figures: string
    readonly contradictions: string
    readonly contradictionKind: Readonly<Record<Contradiction['kind'], string>>
    readonly mentions: (count: number) => string
    readonly sameOrigin: string
    readonly chain: string
    readonly unknownOutlet: string
    readonly undatedReport: string
    readonly openSource: string
    readonly accepted: string
    readonly rejected: string
    readonly formerAddress: string
  }

  readonly source: {
    readonly title: string
    readonly wholeText: string
    readonly excerpt: string
    readonly textWithheld: string
    readonly evidence: string
    readonly attribution: string
    readonly figure: string
    readonly furniture: string
    readonly blockKind: Readonly<Record<BlockKind, string>>
  }

  readonly shortcuts: {
    readonly title: string
    readonly next: string
    readonly previous: string
    readonly open: string
    readonly close: string
    readonly search: string
    readonly theme: string
    readonly language: string
    readonly help: string
  }

  readonly views: ViewMessages
  readonly lines: LineMessages

  readonly errors: { readonly unreachable: string; readonly unreachableRemedy: string }

  readonly type: Readonly<Record<EventType, string>>
  readonly mode: Readonly<Record<Mode, string>>
  readonly quad: Readonly<Record<Quad, string>>
  readonly statusName: Readonly<Record<Status, string>>
  readonly statusBy: (status: string, by: string) => string
  readonly sector: Readonly<Record<Sector, string>>
  readonly unit: Readonly<Record<FigureUnit, string>>
  readonly sourceKind: Readonly<Record<SourceKind, string>>
  readonly bound: {
    readonly about: (number: string) => string
    readonly atLeast: (number: string) => string
    readonly atMost: (number: string) => string
    readonly between: (low: string, high: string) => string
    readonly uncounted: string
  }
  readonly date: {
    readonly between: (first: string, last: string) => string
    readonly until: (last: string) => string
    readonly since: (first: string) => string
    readonly at: (date: string, time: string) => string
    /** A day without its month, in front of "and". */
    readonly dayOnly: (day: number) => string
  }
}
