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
  /** Feeds and what polling has to remember; unlike the log they change. */
  feeds: {
    url: string
    /** JSON. */
    body: string
    /** JSON. */
    state: string
    /** When it is polled next, or while it is claimed, when another may take it over; null: never. */
    due_at: string | null
    /** Who has claimed it. */
    owner: string | null
  }
  feed_items: {
    feed: string
    key: string
    fingerprint: string
    host: string
    state: 'pending' | 'read' | 'unread'
    found_at: string
    /** When the feed last listed it, to the day. */
    listed_on: string
    due_at: string
    tries: number
    owner: string | null
    /** JSON, while it is to be read. */
    body: string | null
    /** JSON; how it was read last. */
    read: string | null
    read_at: string | null
    /** Text that it was read as. */
    text: string | null
  }
  hosts: { name: string; body: string }
  /** Derived: the pieces of what was last made of the log, each compressed. `version` is the store's at that time. */
  kept: { piece: number; key: string; version: number; body: Uint8Array }
}

/** Raised when a table changes or comes (2: `kept`, feeds, embargoes, progress); a store of a newer layout is not opened, as an older `forget` would miss what is new. */
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
CREATE TABLE IF NOT EXISTS kept (piece INTEGER PRIMARY KEY, key TEXT NOT NULL, version INTEGER NOT NULL, body BLOB NOT NULL);
`

/** Since layout 2. */
export const FEEDS_DDL = `
CREATE TABLE IF NOT EXISTS feeds (
  url TEXT PRIMARY KEY,
  body TEXT NOT NULL,
  state TEXT NOT NULL,
  due_at TEXT,
  owner TEXT
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS feed_items (
  feed TEXT NOT NULL,
  key TEXT NOT NULL,
  fingerprint TEXT NOT NULL,
  host TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('pending', 'read', 'unread')),
  found_at TEXT NOT NULL,
  listed_on TEXT NOT NULL,
  due_at TEXT NOT NULL,
  tries INTEGER NOT NULL DEFAULT 0,
  owner TEXT,
  body TEXT,
  read TEXT,
  read_at TEXT,
  text TEXT,
  PRIMARY KEY (feed, key)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS feed_items_due ON feed_items (due_at) WHERE state = 'pending';
CREATE INDEX IF NOT EXISTS feed_items_key ON feed_items (key);
CREATE INDEX IF NOT EXISTS feed_items_text ON feed_items (text) WHERE text IS NOT NULL;
CREATE TABLE IF NOT EXISTS hosts (name TEXT PRIMARY KEY, body TEXT NOT NULL) WITHOUT ROWID;
`

/** A log body of kind `reading`: the report without its text, and what it was identified as. */
export interface ReadingBody {
  readonly sighting: string
  readonly text: string
  readonly hasText: boolean
  readonly report: { readonly source: { readonly item?: NewsItem | undefined } }
}
