import type Database from 'libsql'
import { LagebildError } from '../../base/errors.ts'
import type { Channel } from '../deliver/channel.ts'
import type { Alert, Standing } from '../watch/alerts.ts'
import type { WatchRule } from '../watch/rule.ts'
import { BulletinArchive } from './bulletin-archive.ts'
import { openLiveDatabase } from './database.ts'
import { DeliveryQueue } from './delivery-queue.ts'

export interface KeptRule {
  readonly rule: WatchRule
  /** It watches what is recorded after this, ISO 8601 UTC. */
  readonly addedAt: string
  /** ISO 8601 UTC, or `forever`. */
  readonly mutedUntil: string | null
}

/** Rules, channels, alerts and deliveries, on the disk when a call returns. */
export class LiveState {
  readonly deliveries: DeliveryQueue
  readonly bulletins: BulletinArchive
  private readonly db: Database.Database

  constructor(dataDir: string) {
    this.db = openLiveDatabase(dataDir)
    this.deliveries = new DeliveryQueue(this.db)
    this.bulletins = new BulletinArchive(this.db)
  }

  close(): void {
    this.db.close()
  }

  /** All of it or nothing. */
  transaction<Result>(work: () => Result): Result {
    return this.db.transaction(work).immediate()
  }

  rules(): KeptRule[] {
    const rows = this.db.prepare('SELECT body, added_at, muted_until FROM rules ORDER BY id').all() as {
      body: string
      added_at: string
      muted_until: string | null
    }[]
    return rows.map(({ body, added_at, muted_until }) => ({
      rule: JSON.parse(body) as WatchRule,
      addedAt: added_at,
      mutedUntil: muted_until,
    }))
  }

  /** A rule of the same id is replaced; its alerts stay. */
  putRule(rule: WatchRule, addedAt: string = new Date().toISOString()): void {
    this.db
      .prepare(
        'INSERT INTO rules (id, body, added_at) VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE SET body = excluded.body',
      )
      .run(rule.id, JSON.stringify(rule), addedAt)
  }

  /** @throws LagebildError `watch-unknown` */
  muteRule(id: string, until: string | null): void {
    const { changes } = this.db.prepare('UPDATE rules SET muted_until = ? WHERE id = ?').run(until, id)
    if (changes === 0) throw unknownRule(id)
  }

  /** @throws LagebildError `watch-unknown` */
  removeRule(id: string): void {
    this.transaction(() => {
      const { changes } = this.db.prepare('DELETE FROM rules WHERE id = ?').run(id)
      if (changes === 0) throw unknownRule(id)
      this.db.prepare('DELETE FROM standing WHERE rule = ?').run(id)
    })
  }

  channels(): Channel[] {
    const rows = this.db.prepare('SELECT body FROM channels ORDER BY name').all() as { body: string }[]
    return rows.map(({ body }) => JSON.parse(body) as Channel)
  }

  putChannel(channel: Channel): void {
    this.db
      .prepare(
        'INSERT INTO channels (name, body) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET body = excluded.body',
      )
      .run(channel.name, JSON.stringify(channel))
  }

  /** @throws LagebildError `channel-unknown` */
  removeChannel(name: string): void {
    const { changes } = this.db.prepare('DELETE FROM channels WHERE name = ?').run(name)
    if (changes === 0)
      throw new LagebildError(
        'channel-unknown',
        `There is no channel "${name}"`,
        'See `lagebild channel list`.',
      )
  }

  /** The last time of recording that was worked through; null before the first. */
  cursor(): string | null {
    const row = this.db.prepare('SELECT at FROM cursor').get() as { at: string } | undefined
    return row?.at ?? null
  }

  moveCursor(at: string): void {
    this.db
      .prepare('INSERT INTO cursor (one, at) VALUES (1, ?) ON CONFLICT (one) DO UPDATE SET at = excluded.at')
      .run(at)
  }

  /** False when the alert was there already. */
  addAlert(alert: Alert): boolean {
    const { changes } = this.db
      .prepare('INSERT INTO alerts (id, rule, at, body) VALUES (?, ?, ?, ?) ON CONFLICT (id) DO NOTHING')
      .run(alert.id, alert.rule.id, alert.at, JSON.stringify(alert))
    return changes > 0
  }

  /** Alerts whose event or position a text tells of. */
  alertsAbout(text: string): Alert[] {
    const rows = this.db
      .prepare('SELECT body FROM alerts WHERE instr(body, ?) > 0 ORDER BY seq')
      .all(text) as {
      body: string
    }[]
    return rows.map(({ body }) => JSON.parse(body) as Alert)
  }

  replaceAlert(alert: Alert): void {
    this.db.prepare('UPDATE alerts SET body = ? WHERE id = ?').run(JSON.stringify(alert), alert.id)
  }

  /** False when the alert held no more anyway. */
  endStanding(alert: string): boolean {
    return this.db.prepare('DELETE FROM standing WHERE alert = ?').run(alert).changes > 0
  }

  alert(id: string): Alert | null {
    const row = this.db.prepare('SELECT body FROM alerts WHERE id = ?').get(id) as
      | { body: string }
      | undefined
    return row === undefined ? null : (JSON.parse(row.body) as Alert)
  }

  /** Oldest first; the newest `limit` ones. */
  alerts(rule: string | null, limit: number): Alert[] {
    const rows = this.db
      .prepare('SELECT body FROM alerts WHERE ? IS NULL OR rule = ? ORDER BY seq DESC LIMIT ?')
      .all(rule, rule, limit) as { body: string }[]
    return rows.map(({ body }) => JSON.parse(body) as Alert).reverse()
  }

  standing(): Standing {
    const { db } = this
    const found = db.prepare('SELECT alert FROM standing WHERE rule = ? AND fact = ? AND event = ?')
    const put = db.prepare(
      'INSERT INTO standing VALUES (?, ?, ?, ?) ON CONFLICT (rule, fact, event) DO UPDATE SET alert = excluded.alert',
    )
    const drop = db.prepare('DELETE FROM standing WHERE rule = ? AND fact = ? AND event = ?')
    return {
      find(rule, fact, events) {
        for (const event of events) {
          const row = found.get(rule, fact, event) as { alert: string } | undefined
          if (row !== undefined) return row.alert
        }
        return null
      },
      put: (rule, fact, event, alert) => void put.run(rule, fact, event, alert),
      drop(rule, fact, events) {
        for (const event of events) drop.run(rule, fact, event)
      },
    }
  }
}

export function memoryStanding(): Standing {
  const kept = new Map<string, string>()
  const key = (...parts: string[]) => parts.join('\n')
  return {
    find: (rule, fact, events) =>
      events.map((event) => kept.get(key(rule, fact, event))).find((alert) => alert !== undefined) ?? null,
    put: (rule, fact, event, alert) => void kept.set(key(rule, fact, event), alert),
    drop(rule, fact, events) {
      for (const event of events) kept.delete(key(rule, fact, event))
    },
  }
}

function unknownRule(id: string): LagebildError {
  return new LagebildError('watch-unknown', `There is no rule "${id}"`, 'See `lagebild watch list`.')
}
