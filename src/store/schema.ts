import type { Generated } from 'kysely'

/** The tables as the query layer sees them. */
export interface Tables {
  /** Append-only. All else, texts apart, is made from it. */
  log: {
    seq: Generated<number>
    recorded_at: string
    kind: 'reading' | 'unread' | 'decision'
    id: string
    /** JSON; the text of a report stands in `texts`. */
    body: string
  }
  /** By content, append-only like the log. */
  texts: { id: string; text: string }
  /** Derived: every reading with its place in the log. */
  readings: { id: string; sighting: string; text: string; recorded_at: string; seq: number; has_text: number }
  /** Derived: the newest reading of each sighting. */
  current_readings: { sighting: string; seq: number }
  /** Derived: the pieces of what was last made of the log, each compressed. `version` is the log's last `seq` at that time. */
  kept: { piece: number; key: string; version: number; body: Uint8Array }
}

/** Raised when a table changes or comes (2: `kept`); a store of a newer layout is not opened, as an older `forget` would miss what is new. */
export const LAYOUT = 2

export const LOG_DDL = `
CREATE TABLE IF NOT EXISTS log (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  recorded_at TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('reading', 'unread', 'decision')),
  id TEXT NOT NULL,
  body TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS log_kind ON log (kind, seq);
CREATE INDEX IF NOT EXISTS log_id ON log (id);
CREATE TABLE IF NOT EXISTS texts (id TEXT PRIMARY KEY, text TEXT NOT NULL) WITHOUT ROWID;
CREATE TRIGGER IF NOT EXISTS log_stays BEFORE UPDATE ON log BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
`

export const DERIVED_DDL = `
CREATE TABLE IF NOT EXISTS readings (
  id TEXT PRIMARY KEY,
  sighting TEXT NOT NULL,
  text TEXT NOT NULL,
  recorded_at TEXT NOT NULL,
  seq INTEGER NOT NULL,
  has_text INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS readings_sighting ON readings (sighting, seq);
CREATE INDEX IF NOT EXISTS readings_text ON readings (text);
CREATE TABLE IF NOT EXISTS current_readings (sighting TEXT PRIMARY KEY, seq INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS kept (piece INTEGER PRIMARY KEY, key TEXT NOT NULL, version INTEGER NOT NULL, body BLOB NOT NULL);
`

/** A log body of kind `reading`: the report without its text, and what it was identified as. */
export interface ReadingBody {
  readonly sighting: string
  readonly text: string
  readonly hasText: boolean
  readonly report: unknown
}
