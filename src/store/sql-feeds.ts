import { type Kysely, sql } from 'kysely'
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
  type PendingItem,
  REREAD_AFTER,
  type ReadState,
  type SettledItem,
} from './feeds.ts'
import { hasEnded, OWNER } from './owner.ts'
import type { Tables } from './schema.ts'

type Guard = <Result>(work: () => Promise<Result>) => Promise<Result>
type Write = <Result>(work: (tx: Kysely<Tables>) => Promise<Result>) => Promise<Result>

/** Feeds over SQL, in the database of the log, so that a report and what its feed has to remember are one transaction. */
export class SqlFeeds implements FeedStore {
  private readonly db: Kysely<Tables>
  private readonly guard: Guard
  private readonly write: Write

  constructor(db: Kysely<Tables>, guard: Guard, write: Write) {
    this.db = db
    this.guard = guard
    this.write = write
  }

  list(): Promise<FeedRecord[]> {
    return this.guard(async () => {
      const rows = await this.db.selectFrom('feeds').selectAll().orderBy('url').execute()
      return recordsOf(this.db, rows)
    })
  }

  async put(feed: Feed): Promise<void> {
    await this.write(async (tx) => {
      const known = await tx.selectFrom('feeds').select('body').where('url', '=', feed.url).executeTakeFirst()
      const addedAt = known === undefined ? feed.addedAt : (JSON.parse(known.body) as Feed).addedAt
      const body = JSON.stringify({ ...feed, addedAt })
      const fresh = { state: JSON.stringify(NEW_FEED), due_at: NEW_FEED.nextPoll, owner: null }
      await tx
        .insertInto('feeds')
        .values({ url: feed.url, body, ...fresh })
        .onConflict((conflict) => conflict.column('url').doUpdateSet({ body }))
        .execute()
    })
  }

  remove(url: string): Promise<boolean> {
    return this.write(async (tx) => {
      await tx.deleteFrom('feed_items').where('feed', '=', url).execute()
      const { numDeletedRows } = await tx.deleteFrom('feeds').where('url', '=', url).executeTakeFirst()
      return numDeletedRows > 0n
    })
  }

  claimFeeds(now: string, all = false): Promise<ClaimedFeed[]> {
    return this.write(async (tx) => {
      let due = tx
        .selectFrom('feeds')
        .selectAll()
        .where('due_at', 'is not', null)
        .where((where) => where.or([where('owner', 'is', null), where('due_at', '<=', now)]))
      if (!all) due = due.where('due_at', '<=', now)
      const rows = await due.orderBy('due_at').execute()
      for (const { url } of rows) {
        const claim = { due_at: later(now, CLAIM_LEASE), owner: OWNER }
        await tx.updateTable('feeds').set(claim).where('url', '=', url).execute()
      }
      return rows.map(claimedFrom)
    })
  }

  polled(
    url: string,
    state: FeedState,
    items: readonly FoundItem[],
    now: string,
  ): Promise<{ added: number; changed: number }> {
    return this.write(async (tx) => {
      const { numUpdatedRows } = await tx
        .updateTable('feeds')
        .set({ state: JSON.stringify(state), due_at: state.nextPoll, owner: null })
        .where('url', '=', url)
        .executeTakeFirst()
      // It was removed meanwhile.
      if (numUpdatedRows === 0n) return { added: 0, changed: 0 }
      let [added, changed] = [0, 0]
      for (const [place, item] of items.entries()) {
        // In the feed's order, which has the newest on top.
        const outcome = await note(tx, url, item, now, later(now, place - items.length))
        if (outcome === 'added') added++
        else if (outcome === 'changed') changed++
      }
      await tx
        .deleteFrom('feed_items')
        .where('feed', '=', url)
        .where('state', '!=', 'pending')
        .where('listed_on', '<', later(now, -ITEMS_KEPT).slice(0, 10))
        .execute()
      return { added, changed }
    })
  }

  claimItem(now: string, busy: readonly string[]): Promise<ClaimedItem | null> {
    return this.write(async (tx) => {
      let due = tx
        .selectFrom('feed_items')
        .innerJoin('feeds', 'feeds.url', 'feed_items.feed')
        .select([
          ...(['feed_items.feed', 'feed_items.key', 'feed_items.fingerprint', 'feed_items.tries'] as const),
          ...(['feed_items.body', 'feed_items.read', 'feeds.body as settings'] as const),
        ])
        .where('feed_items.state', '=', 'pending')
        .where('feed_items.due_at', '<=', now)
      if (busy.length > 0) due = due.where('feed_items.host', 'not in', [...busy])
      const row = await due.orderBy('feed_items.due_at').limit(1).executeTakeFirst()
      if (row === undefined) return null
      await tx
        .updateTable('feed_items')
        .set({ due_at: later(now, CLAIM_LEASE), owner: OWNER })
        .where('feed', '=', row.feed)
        .where('key', '=', row.key)
        .execute()
      return {
        feed: JSON.parse(row.settings) as Feed,
        ...{ key: row.key, fingerprint: row.fingerprint, tries: row.tries },
        body: JSON.parse(row.body!) as PendingItem,
        read: row.read === null ? null : (JSON.parse(row.read) as ReadState),
      }
    })
  }

  async settle(items: readonly SettledItem[]): Promise<void> {
    await this.write((tx) => settleItems(tx, items))
  }

  readElsewhere(key: string, feed: string, since: string): Promise<ReadState | null> {
    return this.guard(async () => {
      const row = await this.db
        .selectFrom('feed_items')
        .select('read')
        .where('key', '=', key)
        .where('feed', '!=', feed)
        .where('state', '=', 'read')
        .where('read_at', '>=', since)
        .orderBy('read_at', 'desc')
        .executeTakeFirst()
      return row === undefined || row.read === null ? null : (JSON.parse(row.read) as ReadState)
    })
  }

  async release(own: boolean): Promise<void> {
    await this.write(async (tx) => {
      const now = new Date().toISOString()
      for (const table of ['feeds', 'feed_items'] as const) {
        const rows = await tx
          .selectFrom(table)
          .select('owner')
          .distinct()
          .where('owner', 'is not', null)
          .execute()
        for (const { owner } of rows)
          if (owner !== null && (owner === OWNER ? own : hasEnded(owner)))
            await tx.updateTable(table).set({ owner: null, due_at: now }).where('owner', '=', owner).execute()
      }
    })
  }

  nextDue(): Promise<string | null> {
    return this.guard(async () => {
      const { rows } = await sql<{ due: string | null }>`
        SELECT min(due) AS due FROM (
          SELECT min(due_at) AS due FROM feeds
          UNION ALL SELECT min(due_at) FROM feed_items WHERE state = 'pending'
        )`.execute(this.db)
      return rows[0]?.due ?? null
    })
  }

  host(name: string): Promise<HostMemory | null> {
    return this.guard(async () => {
      const row = await this.db.selectFrom('hosts').select('body').where('name', '=', name).executeTakeFirst()
      return row === undefined ? null : (JSON.parse(row.body) as HostMemory)
    })
  }

  async putHost(name: string, memory: HostMemory): Promise<void> {
    const body = JSON.stringify(memory)
    await this.write((tx) =>
      tx
        .insertInto('hosts')
        .values({ name, body })
        .onConflict((conflict) => conflict.column('name').doUpdateSet({ body }))
        .execute(),
    )
  }
}

/** Part of the transaction that stores what the items brought. An item that was rewritten meanwhile stays to be read. */
export async function settleItems(tx: Kysely<Tables>, items: readonly SettledItem[]): Promise<void> {
  const now = new Date().toISOString()
  for (const { item, outcome } of items) {
    const known = tx.updateTable('feed_items').where('feed', '=', item.feed.url).where('key', '=', item.key)
    await known.set({ owner: null, due_at: now }).execute()
    const same = known.where('fingerprint', '=', item.fingerprint)
    switch (outcome.kind) {
      case 'read': {
        const { read } = outcome
        const kept = { read: JSON.stringify(read), read_at: now, text: read.text, tries: 0 }
        await same.set({ ...kept, state: 'read', body: null }).execute()
        break
      }
      case 'unread':
        await same.set({ state: 'unread', body: null, tries: 0 }).execute()
        break
      case 'retry':
        await same.set((column) => ({ due_at: outcome.at, tries: column('tries', '+', 1) })).execute()
        break
      default:
        outcome satisfies never
    }
  }
}

async function note(
  tx: Kysely<Tables>,
  feed: string,
  { key, fingerprint, host, body }: FoundItem,
  now: string,
  dueAt: string,
): Promise<'added' | 'changed' | 'known'> {
  const known = await tx
    .selectFrom('feed_items')
    .select(['fingerprint', 'listed_on', 'read_at', 'owner'])
    .where('feed', '=', feed)
    .where('key', '=', key)
    .executeTakeFirst()
  const listed = now.slice(0, 10)
  const pending = {
    fingerprint,
    host,
    state: 'pending' as const,
    listed_on: listed,
    body: JSON.stringify(body),
  }
  if (known === undefined) {
    await tx
      .insertInto('feed_items')
      .values({ feed, key, found_at: now, due_at: dueAt, tries: 0, owner: null, ...pending })
      .execute()
    return 'added'
  }
  const own = tx.updateTable('feed_items').where('feed', '=', feed).where('key', '=', key)
  if (known.fingerprint !== fingerprint) {
    const soonest = known.read_at === null ? dueAt : later(known.read_at, REREAD_AFTER)
    const due = known.owner === null ? { due_at: soonest > dueAt ? soonest : dueAt } : {}
    await own.set({ ...pending, ...due, tries: 0 }).execute()
    return 'changed'
  }
  if (known.listed_on !== listed) await own.set({ listed_on: listed }).execute()
  return 'known'
}

async function recordsOf(db: Kysely<Tables>, rows: readonly Tables['feeds'][]): Promise<FeedRecord[]> {
  const since = later(new Date().toISOString(), -ARRIVALS_WITHIN)
  const items = db.selectFrom('feed_items')
  const arrivals = await items
    .select(['feed', 'found_at as at', (column) => column.fn.countAll<number>().as('items')])
    .where('found_at', '>=', since)
    .groupBy(['feed', 'found_at'])
    .orderBy('found_at')
    .execute()
  const pending = await items
    .select(['feed', (column) => column.fn.countAll<number>().as('items')])
    .where('state', '=', 'pending')
    .groupBy('feed')
    .execute()
  return rows.map(({ url, body, state }) => ({
    ...claimedFrom({ body, state }),
    pending: pending.find(({ feed }) => feed === url)?.items ?? 0,
    arrivals: arrivals.flatMap(({ feed, at, items: count }) => (feed === url ? [{ at, items: count }] : [])),
  }))
}

function claimedFrom({ body, state }: Pick<Tables['feeds'], 'body' | 'state'>): ClaimedFeed {
  return { feed: JSON.parse(body) as Feed, state: JSON.parse(state) as FeedState }
}

function later(time: string, ms: number): string {
  return new Date(Date.parse(time) + ms).toISOString()
}
