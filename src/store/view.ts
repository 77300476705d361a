import { buildChronicle } from '../chronicle/build.ts'
import type { Reading, View } from '../chronicle/types.ts'
import type { Store } from './port.ts'

/** The chronicle with what it was made from. */
export async function viewOf(
  store: Pick<Store, 'readings' | 'decisions' | 'unread'>,
  asOf: string | null = null,
): Promise<View> {
  const readings: Reading[] = []
  for await (const reading of store.readings(asOf === null ? {} : { asOf })) readings.push(reading)
  const decisions = await store.decisions()
  return { readings, decisions, chronicle: buildChronicle(readings, decisions, await store.unread(), asOf) }
}
