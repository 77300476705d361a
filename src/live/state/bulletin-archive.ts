import type Database from 'libsql'
import type { SentBulletin } from '../dispatch/sent-bulletin.ts'

/** Bulletins that were sent out, each version as it went. */
export class BulletinArchive {
  private readonly db: Database.Database

  constructor(db: Database.Database) {
    this.db = db
  }

  add(bulletin: SentBulletin): void {
    this.db
      .prepare('INSERT INTO bulletins (id, version, body) VALUES (?, ?, ?)')
      .run(bulletin.id, bulletin.version, JSON.stringify(bulletin))
  }

  replace(bulletin: SentBulletin): void {
    this.db
      .prepare('UPDATE bulletins SET body = ? WHERE id = ? AND version = ?')
      .run(JSON.stringify(bulletin), bulletin.id, bulletin.version)
  }

  get(id: string, version: number): SentBulletin | null {
    const row = this.db.prepare('SELECT body FROM bulletins WHERE id = ? AND version = ?').get(id, version) as
      | { body: string }
      | undefined
    return row === undefined ? null : (JSON.parse(row.body) as SentBulletin)
  }

  latest(id: string): SentBulletin | null {
    const row = this.db
      .prepare('SELECT body FROM bulletins WHERE id = ? ORDER BY version DESC LIMIT 1')
      .get(id) as { body: string } | undefined
    return row === undefined ? null : (JSON.parse(row.body) as SentBulletin)
  }

  /** The newest version of each, newest first. */
  list(limit: number): SentBulletin[] {
    const rows = this.db
      .prepare(
        `SELECT body FROM bulletins AS one WHERE version = (SELECT max(version) FROM bulletins WHERE id = one.id)
         ORDER BY json_extract(body, '$.changed') DESC LIMIT ?`,
      )
      .all(limit) as { body: string }[]
    return rows.map(({ body }) => JSON.parse(body) as SentBulletin)
  }

  /** All versions that quote a text. */
  quoting(text: string): SentBulletin[] {
    const rows = this.db.prepare('SELECT body FROM bulletins WHERE instr(body, ?) > 0').all(text) as {
      body: string
    }[]
    return rows.map(({ body }) => JSON.parse(body) as SentBulletin)
  }
}
