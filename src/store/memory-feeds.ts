import {
  ARRIVALS_WITHIN,
  CLAIM_LEASE,
  type ClaimedFeed,
  type ClaimedItem,
  type Feed,
  type FeedRecord,
  type FeedState,
  type FeedStore,
  type FoundItem,
  type HostMemory,
  ITEMS_KEPT,
  NEW_FEED,
  REREAD_AFTER,
  type ReadState,
  type SettledItem,
} from './feeds.ts'

interface KeptFeed {
  feed: Feed
  state: FeedState
  dueAt: string | null
  isClaimed: boolean
}

interface KeptItem extends FoundItem {
  readonly feed: string
  state: 'pending' | 'read' | 'unread'
  foundAt: string
  listedOn: string
  dueAt: string
  tries: number
  isClaimed: boolean
  read: ReadState | null
  readAt: string | null
}

/** Feeds of a store that lives as long as the process. */
export class MemoryFeeds implements FeedStore {
  private readonly feeds = new Map<string, KeptFeed>()
  private readonly items = new Map<string, KeptItem>()
  private readonly hosts = new Map<string, HostMemory>()

  async list(): Promise<FeedRecord[]> {
    const urls = [...this.feeds.keys()].sort()
    return urls.map((url) => this.recordOf(this.feeds.get(url)!))
  }

  async put(feed: Feed): Promise<void> {
    const known = this.feeds.get(feed.url)
    if (known !== undefined) known.feed = { ...feed, addedAt: known.feed.addedAt }
    else this.feeds.set(feed.url, { feed, state: NEW_FEED, dueAt: NEW_FEED.nextPoll, isClaimed: false })
  }

  async remove(url: string): Promise<boolean> {
    for (const [id, item] of this.items) if (item.feed === url) this.items.delete(id)
    return this.feeds.delete(url)
  }

  async claimFeeds(now: string, all = false): Promise<ClaimedFeed[]> {
    const due = [...this.feeds.values()]
      .filter(({ dueAt, isClaimed }) => dueAt !== null && (dueAt <= now || (all && !isClaimed)))
      .sort((a, b) => compare(a.dueAt!, b.dueAt!))
    for (const one of due) Object.assign(one, { dueAt: later(now, CLAIM_LEASE), isClaimed: true })
    return due.map(({ feed, state }) => ({ feed, state }))
  }

  async polled(url: string, state: FeedState, items: readonly FoundItem[], now: string) {
    const kept = this.feeds.get(url)
    if (kept === undefined) return { added: 0, changed: 0 }
    Object.assign(kept, { state, dueAt: state.nextPoll, isClaimed: false })
    const outcomes = items.map((item, place) => this.note(url, item, now, later(now, place - items.length)))
    const old = later(now, -ITEMS_KEPT).slice(0, 10)
    for (const [id, { feed, state: at, listedOn }] of this.items)
      if (feed === url && at !== 'pending' && listedOn < old) this.items.delete(id)
    const count = (outcome: string) => outcomes.filter((one) => one === outcome).length
    return { added: count('added'), changed: count('changed') }
  }

  private note(feed: string, item: FoundItem, now: string, dueAt: string): 'added' | 'changed' | 'known' {
    const id = idOf(feed, item.key)
    const known = this.items.get(id)
    const listedOn = now.slice(0, 10)
    if (known === undefined) {
      const fresh = { state: 'pending', foundAt: now, dueAt, tries: 0, isClaimed: false } as const
      this.items.set(id, { ...item, feed, listedOn, ...fresh, read: null, readAt: null })
      return 'added'
    }
    known.listedOn = listedOn
    if (known.fingerprint === item.fingerprint) return 'known'
    const soonest = known.readAt === null ? dueAt : later(known.readAt, REREAD_AFTER)
    if (!known.isClaimed) known.dueAt = soonest > dueAt ? soonest : dueAt
    Object.assign(known, item, { state: 'pending', tries: 0 })
    return 'changed'
  }

  async claimItem(now: string, busy: readonly string[]): Promise<ClaimedItem | null> {
    const item = [...this.items.values()]
      .filter(({ state, dueAt, host }) => state === 'pending' && dueAt <= now && !busy.includes(host))
      .sort((a, b) => compare(a.dueAt, b.dueAt))[0]
    if (item === undefined) return null
    Object.assign(item, { dueAt: later(now, CLAIM_LEASE), isClaimed: true })
    const { key, fingerprint, tries, body, read } = item
    return { feed: this.feeds.get(item.feed)!.feed, key, fingerprint, tries, body, read }
  }

  async settle(items: readonly SettledItem[]): Promise<void> {
    const now = new Date().toISOString()
    for (const { item, outcome } of items) {
      const kept = this.items.get(idOf(item.feed.url, item.key))
      if (kept === undefined) continue
      Object.assign(kept, { isClaimed: false, dueAt: now })
      if (kept.fingerprint !== item.fingerprint) continue
      if (outcome.kind === 'retry') Object.assign(kept, { dueAt: outcome.at, tries: kept.tries + 1 })
      else if (outcome.kind === 'unread') Object.assign(kept, { state: 'unread', tries: 0 })
      else Object.assign(kept, { state: 'read', tries: 0, read: outcome.read, readAt: now })
    }
  }

  /** What waits to be read as a later state of an erased text holds words of it. */
  forget(text: string): void {
    for (const item of this.items.values()) if (item.read?.text === text) item.state = 'unread'
  }

  async readElsewhere(key: string, feed: string, since: string): Promise<ReadState | null> {
    const found = [...this.items.values()].find(
      (one) => one.key === key && one.feed !== feed && one.state === 'read' && (one.readAt ?? '') >= since,
    )
    return found?.read ?? null
  }

  async release(own: boolean): Promise<void> {
    if (!own) return
    const now = new Date().toISOString()
    for (const one of [...this.feeds.values(), ...this.items.values()])
      if (one.isClaimed) Object.assign(one, { isClaimed: false, dueAt: now })
  }

  async nextDue(): Promise<string | null> {
    const pending = [...this.items.values()].filter(({ state }) => state === 'pending')
    const due = [...this.feeds.values(), ...pending].flatMap(({ dueAt }) => dueAt ?? [])
    return due.sort(compare)[0] ?? null
  }

  async host(name: string): Promise<HostMemory | null> {
    return this.hosts.get(name) ?? null
  }

  async putHost(name: string, memory: HostMemory): Promise<void> {
    this.hosts.set(name, memory)
  }

  private recordOf({ feed, state }: KeptFeed): FeedRecord {
    const since = later(new Date().toISOString(), -ARRIVALS_WITHIN)
    const own = [...this.items.values()].filter((item) => item.feed === feed.url)
    const counts = new Map<string, number>()
    for (const { foundAt } of own) if (foundAt >= since) counts.set(foundAt, (counts.get(foundAt) ?? 0) + 1)
    return {
      ...{ feed, state, pending: own.filter((item) => item.state === 'pending').length },
      arrivals: [...counts].sort(([a], [b]) => compare(a, b)).map(([at, items]) => ({ at, items })),
    }
  }
}

const idOf = (feed: string, key: string): string => `${feed}\n${key}`
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

function later(time: string, ms: number): string {
  return new Date(Date.parse(time) + ms).toISOString()
}
