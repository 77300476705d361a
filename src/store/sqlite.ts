import { mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { Kysely, SqliteDialect } from 'kysely'
import Database from 'libsql'
import { LagebildError } from '../base/errors.ts'
import { storeError } from './errors.ts'
import type { Store } from './port.ts'
import { DERIVED_DDL, FEEDS_DDL, LAYOUT, LOG_DDL, type Tables } from './schema.ts'
import { SqlStore } from './sql-store.ts'

export const STORE_FILE = 'lagebild.db'

/** How long a writer waits for another process, in ms. */
const BUSY_TIMEOUT = 15_000

export interface OpenOptions {
  /** Largest number of pages the file may grow to; for tests of a full disk. */
  readonly maxPages?: number
}

/**
 * The embedded store, one file in the data folder, which is made when it is not there. Several processes may have it open and write:
 * each write is one immediate transaction, on the disk before the call resolves.
 *
 * @throws LagebildError `store-unwritable`, `store-corrupt`, `store-newer`, `store-disk-full`
 */
export async function openStore(dataDir: string, options: OpenOptions = {}): Promise<Store> {
  const file = join(dataDir, STORE_FILE)
  try {
    mkdirSync(dataDir, { recursive: true })
    const database = new Database(file, { timeout: BUSY_TIMEOUT })
    try {
      prepare(database, file, options)
    } catch (error) {
      database.close()
      throw error
    }
    const kysely = new Kysely<Tables>({ dialect: new SqliteDialect({ database: database as never }) })
    // The write-ahead log still holds the old pages until it is emptied.
    const purge = async () => void database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
    return new SqlStore(kysely, 'sqlite', file, () => bytesOf(file), purge)
  } catch (error) {
    throw storeError(error, file)
  }
}

function prepare(database: Database.Database, file: string, { maxPages }: OpenOptions): void {
  database.exec(`PRAGMA busy_timeout = ${BUSY_TIMEOUT}`)
  database.exec('PRAGMA journal_mode = WAL')
  database.exec('PRAGMA synchronous = FULL')
  // What `forget` deletes is overwritten, not left in free pages.
  database.exec('PRAGMA secure_delete = ON')
  if (maxPages !== undefined) database.exec(`PRAGMA max_page_count = ${maxPages}`)
  const layout = layoutOf(database)
  if (layout === LAYOUT) return
  if (layout > LAYOUT) {
    throw new LagebildError(
      'store-newer',
      `${file} was written by a newer Lagebild (layout ${layout})`,
      'Update Lagebild.',
    )
  }
  const create = database.transaction(() => {
    // Another process may have been first.
    if (layoutOf(database) === LAYOUT) return
    // Every statement leaves alone what is there, so an older layout gets what it lacks.
    database.exec(LOG_DDL)
    database.exec(DERIVED_DDL)
    database.exec(FEEDS_DDL)
    database.exec(`PRAGMA user_version = ${LAYOUT}`)
  })
  create.immediate()
}

function layoutOf(database: Database.Database): number {
  const row = database.prepare('PRAGMA user_version').get() as { user_version: number }
  return row.user_version
}

function bytesOf(file: string): number {
  let bytes = 0
  for (const suffix of ['', '-wal', '-shm'])
    bytes += statSync(file + suffix, { throwIfNoEntry: false })?.size ?? 0
  return bytes
}
