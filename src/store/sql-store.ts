import { type Kysely, sql } from 'kysely'
import type { ReadingId, SightingId, TextId } from '../base/ids.ts'
import type { Decision, DecisionAction, Reading, Unread } from '../chronicle/types.ts'
import type { Report } from '../document/report.ts'
import { asOfOf, checkAction, unknownDecision } from './checks.ts'
import { storeError } from './errors.ts'
import { decisionId, identify } from './identify.ts'
import type { Appended, Store, StoreHealth } from './port.ts'
import type { ReadingBody, Tables } from './schema.ts'

/** Readings fetched at a time. */
const PAGE = 200

/** The store over SQL. One connection; each write is one transaction that takes the lock at its start. */
export class SqlStore implements Store {
  private readonly db: Kysely<Tables>
  private readonly kind: string
  private readonly location: string
  private readonly bytes: () => number

  constructor(db: Kysely<Tables>, kind: string, location: string, bytes: () => number) {
    this.db = db
    this.kind = kind
    this.location = location
    this.bytes = bytes
  }

  async append(reports: readonly Report[]): Promise<Appended[]> {
    if (reports.length === 0) return []
    return this.write(async (tx) => {
      const recordedAt = await now(tx)
      const done: Appended[] = []
      for (const report of reports) done.push(await appendReport(tx, report, recordedAt))
      return done
    })
  }

  async appendUnread(items: readonly Omit<Unread, 'recordedAt'>[]): Promise<void> {
    if (items.length === 0) return
    await this.write(async (tx) => {
      const recordedAt = await now(tx)
      for (const { id, code, message } of items) {
        const body = JSON.stringify({ id, code, message })
        const last = await tx
          .selectFrom('log')
          .select('body')
          .where('kind', '=', 'unread')
          .where('id', '=', id)
          .orderBy('seq', 'desc')
          .executeTakeFirst()
        if (last?.body === body) continue
        await tx.insertInto('log').values({ recorded_at: recordedAt, kind: 'unread', id, body }).execute()
      }
    })
  }

  async decide(by: string, action: DecisionAction): Promise<Decision> {
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
      const recordedAt = await now(tx)
      const decision = { id: decisionId(by, action, recordedAt, await lastEntry(tx)), recordedAt, by, action }
      const body = JSON.stringify({ by, action })
      await tx
        .insertInto('log')
        .values({ recorded_at: recordedAt, kind: 'decision', id: decision.id, body })
        .execute()
      return decision
    })
  }

  async *readings(options: { asOf?: string } = {}): AsyncIterable<Reading> {
    const bound = asOfOf(options.asOf)
    let after = ''
    for (;;) {
      const page = await this.guard(() => this.page(after, bound))
      for (const row of page) yield readingFrom(row)
      if (page.length < PAGE) return
      after = page.at(-1)!.sighting
    }
  }

  private page(after: string, bound: string | null) {
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
        'log.recorded_at',
        'log.body',
        'texts.text as content',
      ])
      .where('newest.sighting', '>', after)
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
      return rows.map(
        ({ id, recorded_at, body }) => ({ id, recordedAt: recorded_at, ...JSON.parse(body) }) as Decision,
      )
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
    return this.guard(() => lastEntry(this.db))
  }

  async rebuild(): Promise<void> {
    await this.write(async (tx) => {
      await tx.deleteFrom('current_readings').execute()
      await tx.deleteFrom('readings').execute()
      let after = 0
      for (;;) {
        const page = await tx
          .selectFrom('log')
          .selectAll()
          .where('kind', '=', 'reading')
          .where('seq', '>', after)
          .orderBy('seq')
          .limit(PAGE)
          .execute()
        for (const { seq, id, recorded_at, body } of page) {
          const { sighting, text, hasText } = JSON.parse(body) as ReadingBody
          await derive(tx, { id, sighting, text, recorded_at, seq, has_text: hasText ? 1 : 0 })
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

async function appendReport(tx: Kysely<Tables>, report: Report, recordedAt: string): Promise<Appended> {
  const identity = identify(report)
  const known = await tx
    .selectFrom('readings')
    .select('id')
    .where('id', '=', identity.reading)
    .executeTakeFirst()
  if (known !== undefined) return { ...identity, outcome: 'same' }
  const atSighting = await tx
    .selectFrom('readings')
    .select('id')
    .where('sighting', '=', identity.sighting)
    .executeTakeFirst()
  const ofText = await tx
    .selectFrom('readings')
    .select('id')
    .where('text', '=', identity.text)
    .executeTakeFirst()
  const { text, ...rest } = report
  if (text !== null) {
    await tx
      .insertInto('texts')
      .values({ id: identity.text, text })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
  const hasText = text !== null
  const body: ReadingBody = { sighting: identity.sighting, text: identity.text, hasText, report: rest }
  const entry = {
    recorded_at: recordedAt,
    kind: 'reading' as const,
    id: identity.reading,
    body: JSON.stringify(body),
  }
  const { seq } = await tx.insertInto('log').values(entry).returning('seq').executeTakeFirstOrThrow()
  await derive(tx, {
    ...{ id: identity.reading, sighting: identity.sighting, text: identity.text },
    ...{ recorded_at: recordedAt, seq, has_text: hasText ? 1 : 0 },
  })
  return { ...identity, outcome: atSighting !== undefined ? 'reread' : ofText !== undefined ? 'copy' : 'new' }
}

async function derive(tx: Kysely<Tables>, row: Tables['readings']): Promise<void> {
  await tx.insertInto('readings').values(row).execute()
  await tx
    .insertInto('current_readings')
    .values({ sighting: row.sighting, seq: row.seq })
    .onConflict((conflict) => conflict.column('sighting').doUpdateSet({ seq: row.seq }))
    .execute()
}

async function lastEntry(db: Kysely<Tables>): Promise<number> {
  const row = await db.selectFrom('log').select('seq').orderBy('seq', 'desc').limit(1).executeTakeFirst()
  return row?.seq ?? 0
}

/** The time of an entry, never before that of the entry in front of it: clocks of several machines, or one set back, must not reorder. */
async function now(tx: Kysely<Tables>): Promise<string> {
  const last = await tx
    .selectFrom('log')
    .select('recorded_at')
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  const clock = new Date().toISOString()
  return last !== undefined && last.recorded_at > clock ? last.recorded_at : clock
}

interface Row {
  readonly id: string
  readonly sighting: string
  readonly text: string
  readonly recorded_at: string
  readonly body: string
  readonly content: string | null
}

function readingFrom({ id, sighting, text, recorded_at, body, content }: Row): Reading {
  const { report } = JSON.parse(body) as { report: Omit<Report, 'text'> }
  return {
    id: id as ReadingId,
    sighting: sighting as SightingId,
    text: text as TextId,
    recordedAt: recorded_at,
    report: { ...report, text: content },
  }
}
