import type { ReadingId, SightingId, TextId } from '../base/ids.ts'
import type { Decision, DecisionAction, Forgetting, Reading, Unread } from '../chronicle/types.ts'
import type { Report } from '../document/report.ts'
import type { FeedStore, SettledItem } from './feeds.ts'

/** What happened to a report that was handed to the store. */
export interface Appended {
  readonly reading: ReadingId
  readonly sighting: SightingId
  readonly text: TextId
  /**
   * `same`: this very reading is stored already; `reread`: a known sighting, a newer reader; `copy`: a known text at another sighting;
   * `forgotten`: the text was erased on purpose, so nothing was stored.
   */
  readonly outcome: 'new' | 'same' | 'reread' | 'copy' | 'forgotten'
}

/** How far a source that holds many records was read: written down with the reports, so that a run that breaks goes on there. */
export interface Progress {
  /** Absolute path. */
  readonly source: string
  /** Of the source as it was, the reader and the options: where it differs the position means nothing. */
  readonly fingerprint: string
  /** Records taken so far. */
  readonly records: number
  /** True once it was read to its end. */
  readonly isDone: boolean
}

export interface AppendOptions {
  /** What could not be read. */
  readonly unread?: readonly Omit<Unread, 'recordedAt'>[]
  readonly progress?: readonly Progress[]
  /** Items of feeds that the reports came from: they count as read in the transaction that stores the reports. */
  readonly settled?: readonly SettledItem[]
}

export interface Forgotten {
  readonly decision: Decision
  /** How many were erased; 0 when the text was not there (any more). */
  readonly readings: number
  readonly sightings: number
}

export interface StoreHealth {
  readonly kind: string
  readonly location: string
  readonly logEntries: number
  readonly readings: number
  readonly sightings: number
  readonly decisions: number
  readonly unread: number
  readonly bytes: number
  /** Result of the engine's own integrity check: `ok` or what is wrong. */
  readonly integrity: string
}

/**
 * The append-only log of readings and decisions; only `forget` takes anything out of it. A call that has resolved is on the disk.
 * All derived state can be thrown away and made again from the log.
 */
export interface Store {
  /** All of it in one transaction. */
  append(reports: readonly Report[], more?: AppendOptions): Promise<Appended[]>
  /** Null where the source was never begun. */
  progressOf(source: string): Promise<Progress | null>
  /** @throws LagebildError `decision-invalid`, `decision-unknown` */
  decide(by: string, action: DecisionAction, why?: string | null): Promise<Decision>
  /**
   * Erases a text and all its readings and leaves the tombstone, in one transaction; from then on the text is not taken in again until
   * the tombstone is undone. Harmless when repeated.
   */
  forget(by: string, forgetting: Forgetting, why?: string | null): Promise<Forgotten>
  /** All texts that were ever stored under a report's label. */
  textsLabelled(report: string): Promise<TextId[]>
  /**
   * The newest reading of each sighting, in a stable order; `asOf` cuts by `recordedAt`. `since`, a version that the store had once,
   * leaves out those that were there by then. What is under embargo now is never given, whatever `asOf` is.
   */
  readings(options?: { asOf?: string; since?: number }): AsyncIterable<Reading>
  decisions(options?: { asOf?: string }): Promise<Decision[]>
  unread(): Promise<Unread[]>
  /** By text hash, for the page that shows the source. */
  text(id: TextId): Promise<string | null>
  /** A number that grows with every append and when an embargo ends, to know when a cached chronicle is stale. */
  version(): Promise<number>
  /**
   * Keeps in pieces what was made of the log as it was at a version, in place of what was kept before. `forget` and `rebuild` drop it.
   * @returns false when the log has changed since: then nothing is kept
   */
  keep(key: string, version: number, pieces: Iterable<string>): Promise<boolean>
  /** The pieces kept under this key, in their order; none when they are not of the log as it is now. */
  kept(key: string): AsyncIterable<string>
  /** Feeds, their state and the items that are to be read; no part of the log. */
  readonly feeds: FeedStore
  /** The times by now at which readings (see `recordedAt`) or decisions were recorded, after a time of that form (null: all), oldest first. */
  instants(after: string | null): Promise<string[]>
  rebuild(): Promise<void>
  health(): Promise<StoreHealth>
  close(): Promise<void>
}
