import type { Kysely } from 'kysely'
import type { ReadingId, SightingId, TextId } from '../base/ids.ts'
import { forgottenTexts } from '../chronicle/decisions.ts'
import type { Decision, DecisionAction, Reading, Unread } from '../chronicle/types.ts'
import type { Report } from '../document/report.ts'
import { hold } from './embargoes.ts'
import { decisionId, identify } from './identify.ts'
import type { Appended } from './port.ts'
import type { ReadingBody, Tables } from './schema.ts'

/** Rows of the log fetched at a time. */
export const PAGE = 200

export async function appendReport(
  tx: Kysely<Tables>,
  report: Report,
  recordedAt: string,
  forgotten: ReadonlySet<TextId>,
): Promise<Appended> {
  const identity = identify(report)
  if (forgotten.has(identity.text)) return { ...identity, outcome: 'forgotten' }
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
  const knownSince = await hold(tx, seq, report.source.item, recordedAt)
  await derive(tx, {
    ...{ id: identity.reading, sighting: identity.sighting, text: identity.text },
    ...{ recorded_at: knownSince, seq, has_text: hasText ? 1 : 0 },
  })
  return { ...identity, outcome: atSighting !== undefined ? 'reread' : ofText !== undefined ? 'copy' : 'new' }
}

/** What could not be read, each word once. */
export async function enterUnread(
  tx: Kysely<Tables>,
  items: readonly Omit<Unread, 'recordedAt'>[],
  recordedAt: string,
): Promise<void> {
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
}

export async function enter(
  tx: Kysely<Tables>,
  by: string,
  action: DecisionAction,
  why: string | null,
): Promise<Decision> {
  const recordedAt = await now(tx)
  const id = decisionId(by, action, recordedAt, await lastEntry(tx))
  const body = JSON.stringify({ by, why, action })
  await tx.insertInto('log').values({ recorded_at: recordedAt, kind: 'decision', id, body }).execute()
  return { id, recordedAt, by, why, action }
}

/** The texts under a tombstone, read anew only when there is a newer decision. */
export function forgottenReader(): (tx: Kysely<Tables>) => Promise<ReadonlySet<TextId>> {
  let known: { newest: number; texts: ReadonlySet<TextId> } = { newest: 0, texts: new Set() }
  return async (tx) => {
    const decisions = tx.selectFrom('log').where('kind', '=', 'decision')
    const last = await decisions.select('seq').orderBy('seq', 'desc').limit(1).executeTakeFirst()
    const newest = last?.seq ?? 0
    if (newest !== known.newest) {
      const rows = await decisions.selectAll().orderBy('seq').execute()
      known = { newest, texts: forgottenTexts(rows.map(decisionFrom)) }
    }
    return known.texts
  }
}

export function decisionFrom({
  id,
  recorded_at,
  body,
}: {
  id: string
  recorded_at: string
  body: string
}): Decision {
  // Decisions of the first version have no reason.
  return { id, recordedAt: recorded_at, why: null, ...JSON.parse(body) } as Decision
}

export function readingEntries(db: Kysely<Tables>, after: number) {
  return db
    .selectFrom('log')
    .selectAll()
    .where('kind', '=', 'reading')
    .where('seq', '>', after)
    .orderBy('seq')
    .limit(PAGE)
    .execute()
}

export async function derive(tx: Kysely<Tables>, row: Tables['readings']): Promise<void> {
  await tx.insertInto('readings').values(row).execute()
  await tx
    .insertInto('current_readings')
    .values({ sighting: row.sighting, seq: row.seq })
    .onConflict((conflict) => conflict.column('sighting').doUpdateSet({ seq: row.seq }))
    .execute()
}

export async function lastEntry(db: Kysely<Tables>): Promise<number> {
  const row = await db.selectFrom('log').select('seq').orderBy('seq', 'desc').limit(1).executeTakeFirst()
  return row?.seq ?? 0
}

/** The time of an entry, never before that of the entry in front of it: clocks of several machines, or one set back, must not reorder. */
export async function now(tx: Kysely<Tables>): Promise<string> {
  const last = await tx
    .selectFrom('log')
    .select('recorded_at')
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  const clock = new Date().toISOString()
  return last !== undefined && last.recorded_at > clock ? last.recorded_at : clock
}

export interface Row {
  readonly id: string
  readonly sighting: string
  readonly text: string
  readonly recorded_at: string
  readonly body: string
  readonly content: string | null
}

export function readingFrom({ id, sighting, text, recorded_at, body, content }: Row): Reading {
  const { report } = JSON.parse(body) as { report: Omit<Report, 'text'> }
  return {
    id: id as ReadingId,
    sighting: sighting as SightingId,
    text: text as TextId,
    recordedAt: recorded_at,
    report: { ...report, text: content },
  }
}
