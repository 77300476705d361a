import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'libsql'
import { storeError } from '../../store/errors.ts'

export const LIVE_FILE = 'live.db'

const DDL = `
CREATE TABLE IF NOT EXISTS rules (id TEXT PRIMARY KEY, body TEXT NOT NULL, added_at TEXT NOT NULL, muted_until TEXT) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS channels (name TEXT PRIMARY KEY, body TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS cursor (one INTEGER PRIMARY KEY CHECK (one = 1), at TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS standing (
  rule TEXT NOT NULL, fact TEXT NOT NULL, event TEXT NOT NULL, alert TEXT NOT NULL,
  PRIMARY KEY (rule, fact, event)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS alerts (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE, rule TEXT NOT NULL, at TEXT NOT NULL, body TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS alerts_rule ON alerts (rule, seq);
CREATE TABLE IF NOT EXISTS deliveries (
  id TEXT PRIMARY KEY,
  channel TEXT NOT NULL, recipient TEXT NOT NULL, lang TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('pending', 'sent', 'dead')),
  tries INTEGER NOT NULL DEFAULT 0,
  -- When it may be tried next; while a try runs, when another may take it over.
  due_at INTEGER NOT NULL,
  -- Whose try runs: host and process.
  owner TEXT,
  created_at TEXT NOT NULL, done_at TEXT, error TEXT
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS deliveries_due ON deliveries (state, due_at);
CREATE INDEX IF NOT EXISTS deliveries_owner ON deliveries (owner) WHERE owner IS NOT NULL;
CREATE TABLE IF NOT EXISTS delivery_alerts (
  delivery TEXT NOT NULL, alert TEXT NOT NULL, PRIMARY KEY (delivery, alert)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS delivery_alerts_alert ON delivery_alerts (alert);
CREATE TABLE IF NOT EXISTS bulletins (
  id TEXT NOT NULL, version INTEGER NOT NULL, body TEXT NOT NULL, PRIMARY KEY (id, version)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS delivery_bulletins (
  delivery TEXT PRIMARY KEY, bulletin TEXT NOT NULL, version INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS delivery_bulletins_bulletin ON delivery_bulletins (bulletin);
`

/**
 * What live work has to remember: rules, channels, how far it has come, what it has told and to whom. A file of its own in the data
 * folder: unlike the chronicle it cannot be made again from the log, and the log stays free of it.
 *
 * @throws LagebildError `store-…`
 */
export function openLiveDatabase(dataDir: string): Database.Database {
  const file = join(dataDir, LIVE_FILE)
  try {
    mkdirSync(dataDir, { recursive: true })
    const database = new Database(file, { timeout: 15_000 })
    database.exec('PRAGMA busy_timeout = 15000')
    database.exec('PRAGMA journal_mode = WAL')
    database.exec('PRAGMA synchronous = FULL')
    // What is erased on purpose is overwritten.
    database.exec('PRAGMA secure_delete = ON')
    database.exec(DDL)
    return database
  } catch (error) {
    throw storeError(error, file)
  }
}
