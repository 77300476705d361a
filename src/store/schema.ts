import type { Generated } from 'kysely'
import type { NewsItem } from '../document/report.ts'

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
  /** How far sources were read that hold many records. */
  progress: { source: string; fingerprint: string; body: string }
  /** Derived: readings that were under embargo when they came. A row outlives what `forget` erases, without its item. */
  embargoes: { seq: number; item: string; facts: string; until: string }
  /** Derived: every reading with its place in the log; `recorded_at` is since when it may be known, so the end of an embargo where there was one. */
  readings: { id: string; sighting: string; text: string; recorded_at: string; seq: number; has_text: number }
  /** Derived: the newest reading of each sighting. */
  current_readings: { sighting: string; seq: number }
}

/** Raised when a table changes; a store of a newer layout is not opened. */
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
CREATE TABLE IF NOT EXISTS progress (source TEXT PRIMARY KEY, fingerprint TEXT NOT NULL, body TEXT NOT NULL) WITHOUT ROWID;
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
CREATE INDEX IF NOT EXISTS readings_recorded ON readings (recorded_at);
CREATE TABLE IF NOT EXISTS embargoes (seq INTEGER PRIMARY KEY, item TEXT NOT NULL, facts TEXT NOT NULL, until TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS embargoes_until ON embargoes (until, seq);
CREATE INDEX IF NOT EXISTS embargoes_item ON embargoes (item) WHERE item != '';
CREATE TABLE IF NOT EXISTS current_readings (sighting TEXT PRIMARY KEY, seq INTEGER NOT NULL) WITHOUT ROWID;
`

/** A log body of kind `reading`: the report without its text, and what it was identified as. */
export interface ReadingBody {
  readonly sighting: string
  readonly text: string
  readonly hasText: boolean
  readonly report: { readonly source: { readonly item?: NewsItem | undefined } }
}
