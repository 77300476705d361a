import type { Kysely } from 'kysely'
import type { Progress } from './port.ts'
import type { Tables } from './schema.ts'

export async function keepProgress(tx: Kysely<Tables>, progress: readonly Progress[]): Promise<void> {
  for (const { source, fingerprint, records, isDone } of progress) {
    const row = { fingerprint, body: JSON.stringify({ records, isDone }) }
    await tx
      .insertInto('progress')
      .values({ source, ...row })
      .onConflict((conflict) => conflict.column('source').doUpdateSet(row))
      .execute()
  }
}

export function progressFrom({ source, fingerprint, body }: Tables['progress']): Progress {
  return { source, fingerprint, ...(JSON.parse(body) as Pick<Progress, 'records' | 'isDone'>) }
}
