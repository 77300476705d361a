/** A part of the day in TIMEX3: morning, midday, afternoon, evening, night. */
export type Daytime = 'MO' | 'MI' | 'AF' | 'EV' | 'NI'
/** TIMEX3 units; `TH` is an hour (`PT1H`), `WE` a weekend, `DE` a decade, `CE` a century, `NI` a night. */
export type Unit = 'D' | 'W' | 'M' | 'Q' | 'Y' | 'DE' | 'CE' | 'WE' | 'TH' | 'TM' | 'TS'
export type Edge = 'START' | 'MID' | 'END'
export type Season = 'SP' | 'SU' | 'FA' | 'WI'

/** What a time expression says before anyone knows when the document was written. Years, months and days are numbers of the calendar. */
export type Meaning =
  /** A calendar date, as much of it as is named. `yearOffset` counts from the document's year: `8. Mai dieses Jahres`. */
  | {
      readonly kind: 'date'
      readonly year: number | null
      readonly yearOffset: number | null
      readonly month: number | null
      readonly day: number | null
      readonly weekday: number | null
      readonly daytime: Daytime | null
      readonly edge: Edge | null
    }
  /**
   * ISO weekday; `sign` -1 past, 0 this, 1 next, null when the words leave it open; `week` counts from the document's own (`am Freitag
   * vergangener Woche`). `nightBefore`: the night that ends on it.
   */
  | {
      readonly kind: 'weekday'
      readonly weekday: number
      readonly sign: number | null
      readonly week: number | null
      readonly daytime: Daytime | null
      readonly nightBefore: boolean
    }
  /** Days from the document's own. */
  | { readonly kind: 'day'; readonly offset: number; readonly daytime: Daytime | null }
  /** Days from the day last named. */
  | { readonly kind: 'next-day'; readonly offset: number }
  /** The year last named, or a month of it. */
  | { readonly kind: 'same-year'; readonly month: number | null }
  /** The document's week, month, year …, or one `offset` from it. */
  | { readonly kind: 'period'; readonly unit: Unit; readonly offset: number; readonly edge: Edge | null }
  /** A distance from the document's day: `sign` -1 ago, 1 hence. `count` null: some. */
  | { readonly kind: 'distance'; readonly count: number | null; readonly unit: Unit; readonly sign: number }
  /** A stretch up to the document's day (`sign` -1) or from it (1): `in den vergangenen drei Wochen`. */
  | { readonly kind: 'stretch'; readonly count: number | null; readonly unit: Unit; readonly sign: number }
  | { readonly kind: 'duration'; readonly value: string }
  | { readonly kind: 'set'; readonly value: string }
  | {
      readonly kind: 'season'
      readonly season: Season
      readonly year: number | null
      readonly yearOffset: number | null
      readonly edge: Edge | null
    }
  | { readonly kind: 'quarter'; readonly quarter: number; readonly year: number | null }
  | { readonly kind: 'decade'; readonly decade: number; readonly edge: Edge | null }
  | { readonly kind: 'century'; readonly century: number; readonly edge: Edge | null }
  /** Easter Sunday plus `days`, or a fixed day. */
  | {
      readonly kind: 'feast'
      readonly easter: number | null
      readonly month: number | null
      readonly day: number | null
      readonly year: number | null
    }
  /** Belongs to the day last named, else to the document's. */
  | { readonly kind: 'clock'; readonly hour: number; readonly minute: number }
  | { readonly kind: 'daytime'; readonly daytime: Daytime }
  | { readonly kind: 'reference'; readonly value: 'PRESENT_REF' | 'PAST_REF' | 'FUTURE_REF' }

export type MeaningKind = Meaning['kind']
/** Narrows what the `rawTimes` layer carries. Only `times-found` writes that layer, and only meanings. */
export function meaningOf(raw: { readonly meaning: { readonly kind: string } }): Meaning {
  return raw.meaning as unknown as Meaning
}
