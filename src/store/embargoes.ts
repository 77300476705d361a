import { type ExpressionWrapper, type Kysely, type RawBuilder, type SqlBool, sql } from 'kysely'
import { isLaterVersion } from '../chronicle/items.ts'
import type { NewsItem } from '../document/report.ts'
import type { Tables } from './schema.ts'
import { versionOf } from './versions.ts'

const clock = () => new Date().toISOString()

/** The version of a store: the last entry of its log, and how many embargoes have ended. */
export async function versionAt(db: Kysely<Tables>, seq: number): Promise<number> {
  const { n } = await db
    .selectFrom('embargoes')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('until', '<=', clock())
    .executeTakeFirstOrThrow()
  return versionOf(seq, n)
}

/** Entries whose embargo was not among the first `released` to end. */
export function ended(db: Kysely<Tables>, released: number) {
  return db.selectFrom('embargoes').select('seq').orderBy('until').orderBy('seq').limit(-1).offset(released)
}

/** Holds for entries that are under no embargo now. */
export function isFree(
  db: Kysely<Tables>,
  column: 'newest.seq' | 'readings.seq',
): RawBuilder<SqlBool> | ExpressionWrapper<Tables, never, SqlBool> {
  const held = db.selectFrom('embargoes').select('seq').where('until', '>', clock())
  return sql<SqlBool>`${sql.ref(column)} NOT IN (${held})`
}

/**
 * Takes down the embargo of an entry. An earlier version that is still held stays so as long as a later one is: the newest word on
 * an item's embargo holds.
 *
 * @param recordedAt of the entry; what was free by then is none
 * @returns since when the entry may be known, ISO 8601 UTC
 */
export async function hold(
  tx: Kysely<Tables>,
  seq: number,
  item: NewsItem | undefined,
  recordedAt: string,
): Promise<string> {
  if (item === undefined) return recordedAt
  const facts = versionFacts(item, recordedAt, seq)
  const held = await tx
    .selectFrom('embargoes')
    .selectAll()
    .where('item', '=', item.uri)
    .where('until', '>', recordedAt)
    .where('seq', '<', seq)
    .execute()
  const own = item.embargoed ?? ''
  let until = own
  for (const other of held) {
    const isLater = isLaterVersion(JSON.parse(other.facts) as VersionFacts, facts)
    if (isLater && own > recordedAt && other.until > until) until = other.until
    if (isLater || own <= other.until) continue
    await tx.updateTable('embargoes').set({ until: own }).where('seq', '=', other.seq).execute()
    await tx.updateTable('readings').set({ recorded_at: own }).where('seq', '=', other.seq).execute()
  }
  if (until <= recordedAt) return recordedAt
  const row = { item: item.uri, facts: JSON.stringify(facts), until }
  await tx
    .insertInto('embargoes')
    .values({ seq, ...row })
    .onConflict((conflict) => conflict.column('seq').doUpdateSet(row))
    .execute()
  return until
}

type VersionFacts = Parameters<typeof isLaterVersion>[0]

function versionFacts(item: NewsItem, recordedAt: string, seq: number): VersionFacts {
  const { uri, version, created, status, corrects } = item
  return { item: { uri, version, created, status, corrects, replaces: [] }, recordedAt, reading: String(seq) }
}

/** The rows stay, as counts of them are in versions that others hold, but say nothing any more. */
export async function forgetEmbargoes(tx: Kysely<Tables>, entries: readonly number[]): Promise<void> {
  for (const seq of entries)
    await tx.updateTable('embargoes').set({ item: '', facts: '' }).where('seq', '=', seq).execute()
}
