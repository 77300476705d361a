import type Database from 'libsql'
import { hasEnded, OWNER } from '../../store/owner.ts'
import type { Alert } from '../watch/alerts.ts'

/** Who gets it, in which language. */
export interface Target {
  readonly channel: string
  /** An address of mail; elsewhere empty. */
  readonly recipient: string
  readonly lang: string
}

export interface Delivery extends Target {
  /** The same in every try: by it a receiver knows a delivery again. */
  readonly id: string
  readonly tries: number
}

/** Who, what, when, how often, and why not. */
export interface DeliveryReport extends Delivery {
  readonly state: 'pending' | 'sent' | 'dead'
  readonly alerts: readonly string[]
  readonly createdAt: string
  /** Of a pending one: when it is tried next. */
  readonly dueAt: string
  readonly doneAt: string | null
  readonly error: string | null
}

export interface Outcome {
  readonly id: string
  readonly state: 'pending' | 'sent' | 'dead'
  /** Milliseconds since 1970. */
  readonly dueAt: number
  readonly error: string | null
}

/** How long a try may take before another process takes it over, in ms. */
const LEASE = 120_000

/** Deliveries on the disk. A try that a crash cut off is made again, under the same id. */
export class DeliveryQueue {
  private readonly db: Database.Database

  constructor(db: Database.Database) {
    this.db = db
  }

  /** Adds an alert to a delivery, which is made when it is not there; one that is sent already takes none in any more. */
  add(id: string, alert: string, to: Target, dueAt: number): void {
    this.put(id, to, dueAt)
    this.db.prepare('INSERT INTO delivery_alerts VALUES (?, ?) ON CONFLICT DO NOTHING').run(id, alert)
  }

  /** Adds the delivery of a version of a bulletin. */
  addBulletin(id: string, bulletin: string, version: number, to: Target, dueAt: number): void {
    this.put(id, to, dueAt)
    this.db
      .prepare('INSERT INTO delivery_bulletins VALUES (?, ?, ?) ON CONFLICT DO NOTHING')
      .run(id, bulletin, version)
  }

  private put(id: string, to: Target, dueAt: number): void {
    this.db
      .prepare(
        `INSERT INTO deliveries (id, channel, recipient, lang, state, due_at, created_at)
         VALUES (?, ?, ?, ?, 'pending', ?, ?) ON CONFLICT (id) DO NOTHING`,
      )
      .run(id, to.channel, to.recipient, to.lang, dueAt, new Date().toISOString())
  }

  /** Takes an alert out of a delivery that was never tried; false when there is none: somebody may have got it. */
  withdraw(alert: string, { channel, recipient, lang }: Target): boolean {
    const rows = this.db
      .prepare(
        `SELECT id, tries, state FROM deliveries JOIN delivery_alerts ON delivery = id
         WHERE alert = ? AND channel = ? AND recipient = ? AND lang = ?`,
      )
      .all(alert, channel, recipient, lang) as { id: string; tries: number; state: string }[]
    if (rows.length === 0 || rows.some(({ tries, state }) => tries > 0 || state !== 'pending')) return false
    for (const { id } of rows) {
      this.db.prepare('DELETE FROM delivery_alerts WHERE delivery = ? AND alert = ?').run(id, alert)
      this.db
        .prepare('DELETE FROM deliveries WHERE id = ? AND id NOT IN (SELECT delivery FROM delivery_alerts)')
        .run(id)
    }
    return true
  }

  /** Drops what was never tried of a bulletin; and all to whom a version of it went, or may have gone. */
  recallBulletin(bulletin: string): Target[] {
    const untried = `SELECT delivery FROM delivery_bulletins JOIN deliveries ON id = delivery
      WHERE bulletin = ? AND state = 'pending' AND tries = 0`
    this.db.prepare(`DELETE FROM deliveries WHERE id IN (${untried})`).run(bulletin)
    this.db
      .prepare(
        'DELETE FROM delivery_bulletins WHERE bulletin = ? AND delivery NOT IN (SELECT id FROM deliveries)',
      )
      .run(bulletin)
    return this.db
      .prepare(
        `SELECT DISTINCT channel, recipient, lang FROM deliveries JOIN delivery_bulletins ON delivery = id
         WHERE bulletin = ? ORDER BY channel, recipient, lang`,
      )
      .all(bulletin) as Target[]
  }

  /** The version of a bulletin that a delivery brings; null when it brings alerts. */
  bulletinOf(delivery: string): { readonly bulletin: string; readonly version: number } | null {
    const row = this.db
      .prepare('SELECT bulletin, version FROM delivery_bulletins WHERE delivery = ?')
      .get(delivery) as { bulletin: string; version: number } | undefined
    return row ?? null
  }

  /** The deliveries that brought versions of a bulletin to the same recipient, oldest first. */
  bulletinDeliveriesTo(bulletin: string, { channel, recipient, lang }: Target): string[] {
    const rows = this.db
      .prepare(
        `SELECT id FROM deliveries JOIN delivery_bulletins ON delivery = id
         WHERE bulletin = ? AND channel = ? AND recipient = ? AND lang = ? ORDER BY version`,
      )
      .all(bulletin, channel, recipient, lang) as { id: string }[]
    return rows.map(({ id }) => id)
  }

  /** Takes deliveries that are due; none of them is given out again before the lease is over. */
  claim(limit: number, now: number): Delivery[] {
    return this.db
      .prepare(
        `UPDATE deliveries SET due_at = ?, tries = tries + 1, owner = ? WHERE id IN (
           SELECT id FROM deliveries WHERE state = 'pending' AND due_at <= ? ORDER BY due_at LIMIT ?
         ) RETURNING id, channel, recipient, lang, tries`,
      )
      .all(now + LEASE, OWNER, now, limit) as Delivery[]
  }

  /** Gives tries free that processes of this machine had begun when they were killed. */
  releaseDead(now: number): void {
    const rows = this.db.prepare('SELECT DISTINCT owner FROM deliveries WHERE owner IS NOT NULL').all() as {
      owner: string
    }[]
    for (const { owner } of rows) {
      if (!hasEnded(owner)) continue
      this.db
        .prepare("UPDATE deliveries SET due_at = ?, owner = NULL WHERE owner = ? AND state = 'pending'")
        .run(now, owner)
    }
  }

  settle(outcomes: readonly Outcome[]): void {
    if (outcomes.length === 0) return
    const update = this.db.prepare(
      'UPDATE deliveries SET state = ?, due_at = ?, done_at = ?, error = ?, owner = NULL WHERE id = ?',
    )
    const now = new Date().toISOString()
    this.db
      .transaction(() => {
        for (const { id, state, dueAt, error } of outcomes)
          update.run(state, dueAt, state === 'pending' ? null : now, error, id)
      })
      .immediate()
  }

  /** When the next one is due, ms since 1970; null when none waits. */
  nextDue(): number | null {
    const row = this.db
      .prepare("SELECT min(due_at) AS due FROM deliveries WHERE state = 'pending'")
      .get() as {
      due: number | null
    }
    return row.due
  }

  alertsOf(delivery: string): Alert[] {
    const rows = this.db
      .prepare(
        `SELECT alerts.body FROM delivery_alerts JOIN alerts ON alerts.id = delivery_alerts.alert
         WHERE delivery = ? ORDER BY alerts.seq`,
      )
      .all(delivery) as { body: string }[]
    return rows.map(({ body }) => JSON.parse(body) as Alert)
  }

  /** To whom an alert went, or is to go. */
  recipientsOf(alert: string): Target[] {
    return this.db
      .prepare(
        `SELECT DISTINCT channel, recipient, lang FROM deliveries JOIN delivery_alerts ON delivery = id
         WHERE alert = ? ORDER BY channel, recipient, lang`,
      )
      .all(alert) as Target[]
  }

  /** The deliveries that brought an alert to the same recipient. */
  deliveriesTo(alert: string, { channel, recipient, lang }: Delivery): string[] {
    const rows = this.db
      .prepare(
        `SELECT id FROM deliveries JOIN delivery_alerts ON delivery = id
         WHERE alert = ? AND channel = ? AND recipient = ? AND lang = ? ORDER BY created_at`,
      )
      .all(alert, channel, recipient, lang) as { id: string }[]
    return rows.map(({ id }) => id)
  }

  /** Newest first. */
  reports(of: {
    readonly state?: string
    readonly channel?: string
    readonly limit: number
  }): DeliveryReport[] {
    const rows = this.db
      .prepare(
        `SELECT *, (SELECT group_concat(alert, ' ') FROM delivery_alerts WHERE delivery = id) AS alerts FROM deliveries
         WHERE (? IS NULL OR state = ?) AND (? IS NULL OR channel = ?) ORDER BY created_at DESC, id LIMIT ?`,
      )
      .all(of.state ?? null, of.state ?? null, of.channel ?? null, of.channel ?? null, of.limit) as Row[]
    return rows.map((row) => ({
      ...{ id: row.id, channel: row.channel, recipient: row.recipient, lang: row.lang, tries: row.tries },
      ...{
        state: row.state,
        alerts: row.alerts === null ? [] : row.alerts.split(' '),
        createdAt: row.created_at,
      },
      ...{ dueAt: new Date(row.due_at).toISOString(), doneAt: row.done_at, error: row.error },
    }))
  }

  counts(): Record<'pending' | 'sent' | 'dead', number> {
    const rows = this.db.prepare('SELECT state, count(*) AS n FROM deliveries GROUP BY state').all() as {
      state: 'pending' | 'sent' | 'dead'
      n: number
    }[]
    return { pending: 0, sent: 0, dead: 0, ...Object.fromEntries(rows.map(({ state, n }) => [state, n])) }
  }

  /** Makes dead letters, or the one delivery named, due again; how many. */
  redeliver(id: string | null): number {
    const { changes } = this.db
      .prepare(
        `UPDATE deliveries SET state = 'pending', due_at = ?, tries = 0, done_at = NULL
         WHERE (? IS NULL AND state = 'dead') OR id = ?`,
      )
      .run(Date.now(), id, id)
    return changes
  }
}

interface Row {
  readonly id: string
  readonly channel: string
  readonly recipient: string
  readonly lang: string
  readonly state: DeliveryReport['state']
  readonly tries: number
  readonly due_at: number
  readonly created_at: string
  readonly done_at: string | null
  readonly error: string | null
  readonly alerts: string | null
}
