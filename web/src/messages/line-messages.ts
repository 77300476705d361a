import type { BalanceAnswer } from '../../../src/serve/api-balance.ts'
import type { FigureSeriesSummary } from '../../../src/serve/api-figures.ts'

type Reading = FigureSeriesSummary['readings'][number]
export type ResolvedAs = 'revised' | 'superseded'

/** Words of what runs over time: series of figures, stories, stances, the balance, and news from the stream. */
export interface LineMessages {
  readonly series: {
    readonly byEvent: string
    readonly byQuestion: string
    readonly shape: string
    readonly question: string
    readonly questionHint: string
    readonly questionLead: string
    readonly found: (count: number) => string
    readonly nothing: string
    readonly chart: (count: number, low: string, high: string) => string
    readonly step: Readonly<Record<Reading['step'], string>>
    readonly superseded: Readonly<Record<NonNullable<Reading['superseded']>, string>>
    readonly agreed: (range: string) => string
    readonly apart: string
    readonly from: (low: string) => string
    readonly between: (low: string, high: string) => string
    readonly sumFails: (sum: string, whole: string) => string
    readonly whole: string
    readonly part: string
    readonly earlier: (count: number) => string
    readonly key: string
  }

  readonly stories: {
    readonly title: string
    readonly lead: string
    readonly unnamed: string
    readonly undated: string
    readonly single: (count: number) => string
    readonly passing: (count: number, all: number) => string
    readonly outlets: (count: number) => string
    readonly contradictions: (count: number) => string
    readonly open: string
    readonly back: string
    readonly course: string
    readonly more: (count: number) => string
    readonly parties: string
    readonly places: string
    readonly print: string
  }

  readonly stances: {
    readonly lead: string
    readonly none: string
    readonly first: string
    readonly instead: (before: string) => string
    readonly again: (count: number, last: string) => string
    readonly changes: (count: number) => string
  }

  /** What became of a contradiction that is settled. */
  readonly resolved: Readonly<Record<ResolvedAs, string>>

  readonly live: {
    readonly news: (fresh: number, changed: number, retracted: number) => string
    readonly some: string
    readonly show: string
    readonly shown: string
  }

  readonly balance: {
    readonly title: string
    readonly shape: string
    readonly lead: string
    readonly step: Readonly<Record<BalanceAnswer['step'], string>>
    readonly label: (periods: number) => string
    readonly point: (when: string, mean: string, events: number) => string
    readonly top: string
    readonly bottom: string
    readonly source: string
    readonly values: string
    readonly left: (undated: number, unreal: number) => string
    readonly none: string
    readonly noScale: string
  }
}
