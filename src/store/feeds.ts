import type { TextId } from '../base/ids.ts'

/** What a user settled about a feed. Its address as added is its key. */
export interface Feed {
  readonly url: string
  /** How lists call it; null: its own title, else its host. */
  readonly name: string | null
  /** `full`: the page behind each item is fetched and read; `feed`: what the feed itself says is read. */
  readonly text: 'full' | 'feed'
  /** Minutes between two polls; null: as the feed asks, else the default. */
  readonly every: number | null
  /** Hosts on private networks that may be fetched for it, by name. */
  readonly allowPrivate: readonly string[]
  /** ISO 8601 UTC. */
  readonly addedAt: string
}

/** What polling has to remember. Times are ISO 8601 UTC. */
export interface FeedState {
  /** Where the feed has moved for good; null while it is where it was added. */
  readonly address: string | null
  readonly title: string | null
  readonly etag: string | null
  readonly lastModified: string | null
  /** Minutes between two polls that the feed asks for. */
  readonly asks: number | null
  /** Null: polled no more, because its server says that it is gone. */
  readonly nextPoll: string | null
  readonly lastPoll: string | null
  readonly lastSuccess: string | null
  /** Publication of the newest item that it listed last. */
  readonly newest: string | null
  /** Failures in a row. */
  readonly errors: number
  /** Why the last poll failed, or what was wrong with the feed though it could be read. */
  readonly error: { readonly code: string; readonly message: string } | null
}

/** An item that is still to be read, as its feed gave it. */
export interface PendingItem {
  readonly id: string
  /** Where the whole report stands; null where the feed does not tell. */
  readonly url: string | null
  readonly title: string | null
  /** The feed's own text, HTML or plain; empty when it has none. */
  readonly content: string
  /** EDTF. */
  readonly published: string | null
  readonly outlet: string | null
  readonly language: string | null
}

/** An item that a poll found. */
export interface FoundItem {
  /** Hash of what stays the same when the item is told again. */
  readonly key: string
  /** Hash of what changes when the item is rewritten. */
  readonly fingerprint: string
  /** Host that reading it asks; empty when the feed's text suffices. */
  readonly host: string
  readonly body: PendingItem
}

export interface Validators {
  readonly etag: string | null
  readonly lastModified: string | null
}

/** What is left of an item once it was read: hashes, so that nothing of an erased text stays. */
export interface ReadState extends Validators {
  readonly text: TextId | null
}

export interface ClaimedItem {
  readonly feed: Feed
  readonly key: string
  readonly fingerprint: string
  /** Tries that failed so far. */
  readonly tries: number
  readonly body: PendingItem
  /** Of the last time that it was read; null the first time. */
  readonly read: ReadState | null
}

/** What became of a claimed item. Only `retry` leaves it to be read. */
export type ItemOutcome =
  | { readonly kind: 'read'; readonly read: ReadState }
  | { readonly kind: 'unread' }
  | { readonly kind: 'retry'; readonly at: string }

export interface SettledItem {
  readonly item: Pick<ClaimedItem, 'key' | 'fingerprint'> & { readonly feed: Pick<Feed, 'url'> }
  readonly outcome: ItemOutcome
}

export interface FeedRecord {
  readonly feed: Feed
  readonly state: FeedState
  /** Items that are still to be read. */
  readonly pending: number
  /** When new items came in the last 30 days, oldest first, and how many. */
  readonly arrivals: readonly { readonly at: string; readonly items: number }[]
}

/** A feed to poll. */
export type ClaimedFeed = Pick<FeedRecord, 'feed' | 'state'>

/** What a host told that holds for all its feeds and pages. */
export interface HostMemory {
  /** The rules that stand in robots.txt; null when they are not known. */
  readonly robots: { readonly text: string; readonly at: string } | null
  /** Ask nothing before this; from Retry-After. */
  readonly holdUntil: string | null
}

export interface FeedStore {
  /** In the order of their addresses. */
  list(): Promise<FeedRecord[]>
  /** A feed of the same address gets the new settings and keeps its state and when it was added. */
  put(feed: Feed): Promise<void>
  /** False when there is none of that address. Reports that came from it stay. */
  remove(url: string): Promise<boolean>
  /** Feeds that are due (or all), given to no one else until they are settled or the claimer has ended. */
  claimFeeds(now: string, all?: boolean): Promise<ClaimedFeed[]>
  /**
   * Writes down what a poll brought: the feed's state and its items, in one transaction; so what the feed need not be asked for again is
   * there to be read. Known items that did not change are left alone.
   *
   * @returns how many items are new, how many rewritten
   */
  polled(
    url: string,
    state: FeedState,
    items: readonly FoundItem[],
    now: string,
  ): Promise<{ added: number; changed: number }>
  /** One item that is due, of none of these hosts; null when there is none. */
  claimItem(now: string, busy: readonly string[]): Promise<ClaimedItem | null>
  /** For what brings no report; what does is settled by `Store.append`. */
  settle(items: readonly SettledItem[]): Promise<void>
  /** How another feed's item of the same key was read since a time; null when it was not. */
  readElsewhere(key: string, feed: string, since: string): Promise<ReadState | null>
  /** Gives free what this process, or one of this machine that has ended, had claimed. */
  release(own: boolean): Promise<void>
  /** When the next feed or item is due, ISO 8601 UTC; null when none waits. */
  nextDue(): Promise<string | null>
  host(name: string): Promise<HostMemory | null>
  putHost(name: string, memory: HostMemory): Promise<void>
}

export const NEW_FEED: FeedState = {
  address: null,
  title: null,
  etag: null,
  lastModified: null,
  asks: null,
  nextPoll: new Date(0).toISOString(),
  lastPoll: null,
  lastSuccess: null,
  newest: null,
  errors: 0,
  error: null,
}

/** How long a claim may stand before another process takes it over, in ms. */
export const CLAIM_LEASE = 15 * 60_000
/** A page that was just read is not asked for again sooner because its item was rewritten, in ms. */
export const REREAD_AFTER = 5 * 60_000
/** Over so long a time arrivals are told, in ms. */
export const ARRIVALS_WITHIN = 30 * 86_400_000
/** Items that a feed has not listed for so long are forgotten, in ms. */
export const ITEMS_KEPT = 120 * 86_400_000
