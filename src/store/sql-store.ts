import { gunzipSync, gzipSync } from 'node:zlib'
import { type Kysely, sql } from 'kysely'
import type { TextId } from '../base/ids.ts'
import type { Decision, DecisionAction, Forgetting, Reading, Unread } from '../chronicle/types.ts'
import type { Report } from '../document/report.ts'
import { asOfOf, checkAction, unknownDecision } from './checks.ts'
import { ended, forgetEmbargoes, hold, isFree, versionAt } from './embargoes.ts'
import { storeError } from './errors.ts'
import type { Appended, AppendOptions, Forgotten, Progress, Store, StoreHealth } from './port.ts'
import { keepProgress, progressFrom } from './progress.ts'
import type { ReadingBody, Tables } from './schema.ts'
import {
  appendReport,
  decisionFrom,
  derive,
  enter,
  enterUnread,
  forgottenReader,
  lastEntry,
  now,
  PAGE,
  readingEntries,
  readingFrom,
} from './sql-entries.ts'
import { SqlFeeds, settleItems } from './sql-feeds.ts'
import { partsOf } from './versions.ts'

/** The store over SQL. One connection; each write is one transaction that takes the lock at its start. */
export class SqlStore implements Store {
  readonly feeds: SqlFeeds
  private readonly db: Kysely<Tables>
  private readonly kind: string
  private readonly location: string
  private readonly bytes: () => number

  private readonly forgotten = forgottenReader()
  private readonly purge: () => Promise<void>

  /** @param purge takes what was deleted off the disk. */
  constructor(
    db: Kysely<Tables>,
    kind: string,
    location: string,
    bytes: () => number,
    purge: () => Promise<void>,
  ) {
    this.db = db
    this.purge = purge
    this.kind = kind
    this.location = location
    this.bytes = bytes
    this.feeds = new SqlFeeds(
      db,
      (work) => this.guard(work),
      (work) => this.write(work),
    )
  }

  async append(
    reports: readonly Report[],
    { unread = [], progress = [], settled = [] }: AppendOptions = {},
  ): Promise<Appended[]> {
    if (reports.length + unread.length + progress.length + settled.length === 0) return []
    return this.write(async (tx) => {
      const recordedAt = await now(tx)
      const forgotten = await this.forgotten(tx)
      const done: Appended[] = []
      for (const report of reports) done.push(await appendReport(tx, report, recordedAt, forgotten))
      await settleItems(tx, settled)
      await enterUnread(tx, unread, recordedAt)
      await keepProgress(tx, progress)
      return done
    })
  }

  async progressOf(source: string): Promise<Progress | null> {
    return this.guard(async () => {
      const row = await this.db
        .selectFrom('progress')
        .selectAll()
        .where('source', '=', source)
        .executeTakeFirst()
      return row === undefined ? null : progressFrom(row)
    })
  }

  async decide(by: string, action: DecisionAction, why: string | null = null): Promise<Decision> {
    checkAction(action)
    return this.write(async (tx) => {
      if (action.kind === 'undo') {
        const target = await tx
          .selectFrom('log')
          .select('seq')
          .where('kind', '=', 'decision')
          .where('id', '=', action.decision)
          .executeTakeFirst()
        if (target === undefined) throw unknownDecision(action.decision)
      }
      return enter(tx, by, action, why)
    })
  }

  async forget(by: string, forgetting: Forgetting, why: string | null = null): Promise<Forgotten> {
    const forgotten = await this.write(async (tx) => {
      const readings = await tx
        .selectFrom('readings')
        .select(['seq', 'sighting'])
        .where('text', '=', forgetting.text)
        .execute()
      await forgetEmbargoes(
        tx,
        readings.map(({ seq }) => seq),
      )
      for (const { seq } of readings) await tx.deleteFrom('log').where('seq', '=', seq).execute()
      const sightings = new Set(readings.map(({ sighting }) => sighting))
      for (const sighting of sightings)
        await tx.deleteFrom('current_readings').where('sighting', '=', sighting).execute()
      await tx.deleteFrom('readings').where('text', '=', forgetting.text).execute()
      await tx.deleteFrom('texts').where('id', '=', forgetting.text).execute()
      await tx.deleteFrom('kept').execute()
      // A later state that waits to be read holds words of this one.
      await tx
        .updateTable('feed_items')
        .set({ body: null, state: 'unread' })
        .where('text', '=', forgetting.text)
        .execute()
      const decision = await enter(tx, by, forgetting, why)
      return { decision, readings: readings.length, sightings: sightings.size }
    })
    await this.guard(() => this.purge())
    return forgotten
  }

  async textsLabelled(report: string): Promise<TextId[]> {
    const texts = new Set<TextId>()
    let after = 0
    for (;;) {
      const page = await this.guard(() => readingEntries(this.db, after))
      for (const { body } of page) {
        const entry = JSON.parse(body) as ReadingBody & { report: { id: string } }
        if (entry.report.id === report) texts.add(entry.text as TextId)
      }
      if (page.length < PAGE) return [...texts].sort()
      after = page.at(-1)!.seq
    }
  }

  async *readings(options: { asOf?: string; since?: number } = {}): AsyncIterable<Reading> {
    const bound = asOfOf(options.asOf)
    let after = ''
    for (;;) {
      const page = await this.guard(() => this.page(after, bound, options.since ?? null))
      for (const row of page) yield readingFrom(row)
      if (page.length < PAGE) return
      after = page.at(-1)!.sighting
    }
  }

  private page(after: string, bound: string | null, since: number | null) {
    const { seq, released } = partsOf(since ?? 0)
    const current = this.db.selectFrom('current_readings').select(['sighting', 'seq'])
    const then = this.db
      .selectFrom('readings')
      .where('recorded_at', '<=', bound ?? '')
      .groupBy('sighting')
      .select(['sighting', sql<number>`max(seq)`.as('seq')])
    return this.db
      .selectFrom((bound === null ? current : then).as('newest'))
      .innerJoin('log', 'log.seq', 'newest.seq')
      .innerJoin('readings', 'readings.id', 'log.id')
      .leftJoin('texts', (join) =>
        join.onRef('texts.id', '=', 'readings.text').on('readings.has_text', '=', 1),
      )
      .select([
        'readings.id',
        'readings.sighting',
        'readings.text',
        'readings.recorded_at',
        'log.body',
        'texts.text as content',
      ])
      .where('newest.sighting', '>', after)
      .where(({ eb, or }) =>
        since === null
          ? eb.lit(true)
          : or([eb('newest.seq', '>', seq), eb('newest.seq', 'in', ended(this.db, released))]),
      )
      .where(isFree(this.db, 'newest.seq'))
      .orderBy('newest.sighting')
      .limit(PAGE)
      .execute()
  }

  async decisions(options: { asOf?: string } = {}): Promise<Decision[]> {
    const bound = asOfOf(options.asOf)
    return this.guard(async () => {
      let query = this.db.selectFrom('log').selectAll().where('kind', '=', 'decision').orderBy('seq')
      if (bound !== null) query = query.where('recorded_at', '<=', bound)
      const rows = await query.execute()
      return rows.map(decisionFrom)
    })
  }

  async unread(): Promise<Unread[]> {
    return this.guard(async () => {
      const rows = await this.db
        .selectFrom('log')
        .selectAll()
        .where('kind', '=', 'unread')
        .orderBy('seq')
        .execute()
      return rows.map(({ recorded_at, body }) => ({ ...JSON.parse(body), recordedAt: recorded_at }) as Unread)
    })
  }

  async text(id: TextId): Promise<string | null> {
    return this.guard(async () => {
      const row = await this.db.selectFrom('texts').select('text').where('id', '=', id).executeTakeFirst()
      return row?.text ?? null
    })
  }

  async version(): Promise<number> {
    return this.guard(async () => versionAt(this.db, await lastEntry(this.db)))
  }

  async keep(key: string, version: number, pieces: Iterable<string>): Promise<boolean> {
    return this.write(async (tx) => {
      if ((await versionAt(tx, await lastEntry(tx))) !== version) return false
      await tx.deleteFrom('kept').execute()
      let piece = 0
      for (const text of pieces) {
        piece++
        const body = gzipSync(text, { level: 1 })
        await tx.insertInto('kept').values({ piece, key, version, body }).execute()
      }
      return true
    })
  }

  async *kept(key: string): AsyncIterable<string> {
    const version = await this.version()
    for (let piece = 1; ; piece++) {
      const row = await this.guard(() =>
        this.db
          .selectFrom('kept')
          .select('body')
          .where('piece', '=', piece)
          .where('key', '=', key)
          .where('version', '=', version)
          .executeTakeFirst(),
      )
      if (row === undefined) return
      yield gunzipSync(row.body).toString('utf8')
    }
  }

  async instants(after: string | null): Promise<string[]> {
    return this.guard(async () => {
      const decided = this.db
        .selectFrom('log')
        .select('recorded_at')
        .where('kind', '=', 'decision')
        .where('recorded_at', '>', after ?? '')
      const rows = await this.db
        .selectFrom('readings')
        .select('recorded_at')
        .where('recorded_at', '>', after ?? '')
        .where(isFree(this.db, 'readings.seq'))
        .union(decided)
        .orderBy('recorded_at')
        .execute()
      return rows.map(({ recorded_at }) => recorded_at)
    })
  }

  async rebuild(): Promise<void> {
    await this.write(async (tx) => {
      await tx.deleteFrom('current_readings').execute()
      await tx.deleteFrom('readings').execute()
      await tx.deleteFrom('kept').execute()
      let after = 0
      for (;;) {
        const page = await readingEntries(tx, after)
        for (const { seq, id, recorded_at, body } of page) {
          const { sighting, text, hasText, report } = JSON.parse(body) as ReadingBody
          const knownSince = await hold(tx, seq, report.source.item, recorded_at)
          await derive(tx, { id, sighting, text, recorded_at: knownSince, seq, has_text: hasText ? 1 : 0 })
        }
        if (page.length < PAGE) return
        after = page.at(-1)!.seq
      }
    })
  }

  async health(): Promise<StoreHealth> {
    return this.guard(async () => {
      const count = (kind: string) => sql<number>`(SELECT count(*) FROM log WHERE kind = ${kind})`
      const { rows } = await sql<{
        log: number
        readings: number
        sightings: number
        decisions: number
        unread: number
      }>`
        SELECT (SELECT count(*) FROM log) AS log, ${count('reading')} AS readings, ${count('decision')} AS decisions,
        ${count('unread')} AS unread, (SELECT count(*) FROM current_readings) AS sightings`.execute(this.db)
      const row = rows[0]!
      const checked = await sql<{ integrity_check: string }>`PRAGMA integrity_check`.execute(this.db)
      return {
        kind: this.kind,
        location: this.location,
        logEntries: row.log,
        readings: row.readings,
        sightings: row.sightings,
        decisions: row.decisions,
        unread: row.unread,
        bytes: this.bytes(),
        integrity: checked.rows.map((line) => line.integrity_check).join('; '),
      }
    })
  }

  async close(): Promise<void> {
    await this.db.destroy()
  }

  /** One transaction that waits for other writers before it reads, so that what it reads is still true when it writes. */
  private write<Result>(work: (tx: Kysely<Tables>) => Promise<Result>): Promise<Result> {
    return this.guard(() =>
      this.db.connection().execute(async (tx) => {
        await sql`BEGIN IMMEDIATE`.execute(tx)
        try {
          const result = await work(tx)
          await sql`COMMIT`.execute(tx)
          return result
        } catch (error) {
          // A full disk may have rolled back already; then there is nothing left to roll back, and the first error is the one to tell.
          await sql`ROLLBACK`.execute(tx).catch(() => undefined)
          throw error
        }
      }),
    )
  }

  private async guard<Result>(work: () => Promise<Result>): Promise<Result> {
    try {
      return await work()
    } catch (error) {
      throw storeError(error, this.location)
    }
  }
}
