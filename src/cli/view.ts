import { LagebildError } from '../base/errors.ts'
import type { TextId } from '../base/ids.ts'
import { forgottenTexts } from '../chronicle/decisions.ts'
import { LiveChronicle } from '../chronicle/live.ts'
import type { Chronicle } from '../chronicle/types.ts'
import { keepChronicle, keptChronicle } from '../store/kept-chronicle.ts'
import type { Store } from '../store/port.ts'
import { viewOf } from '../store/view.ts'
import { chronicleProgram } from './resources.ts'
import { note } from './terminal.ts'

/** Milliseconds from which a chronicle is kept for the next process: below, making it again is no wait. */
const WORTH_KEEPING = 2000

/**
 * The chronicle as the store has it now, or had it at a time. What was forgotten since is missing then too. That of now is taken as an
 * earlier process kept it, where the log and the program are still the same.
 */
export async function chronicleOf(
  store: Store,
  asOf: string | null = null,
  worthKeeping = WORTH_KEEPING,
): Promise<Chronicle> {
  if (asOf !== null) return (await viewOf(store, asOf)).chronicle
  const program = chronicleProgram()
  const kept = await keptChronicle(store, program)
  if (kept !== null) return kept
  const version = await store.version()
  const start = performance.now()
  const { chronicle } = await viewOf(store)
  if (performance.now() - start >= worthKeeping) await keep(store, program, version, chronicle)
  return chronicle
}

/** A question is answered also where its answer can't be kept. */
async function keep(store: Store, program: string, version: number, chronicle: Chronicle): Promise<void> {
  try {
    await keepChronicle(store, program, version, chronicle)
  } catch (error) {
    if (!(error instanceof LagebildError)) throw error
    note(`The chronicle was not kept for the next time (${error.code}): ${error.message}`)
  }
}

/** When the newest entry of the log was recorded, ISO 8601 UTC; the beginning of time for an empty one. */
export async function newestEntry(store: Store): Promise<string> {
  let newest = new Date(0).toISOString()
  const hear = (recordedAt: string) => {
    if (recordedAt > newest) newest = recordedAt
  }
  for await (const { recordedAt } of store.readings()) hear(recordedAt)
  for (const { recordedAt } of await store.decisions()) hear(recordedAt)
  for (const { recordedAt } of await store.unread()) hear(recordedAt)
  return newest
}

/** Keeps the chronicle and takes in what the store has got since, at the cost of that alone. */
export function cachedChronicle(store: Store): () => Promise<Chronicle> {
  const live = new LiveChronicle()
  const forgotten = new Set<TextId>()
  let seen = -1
  let current: Promise<Chronicle> | null = null
  const takeIn = async (version: number): Promise<Chronicle> => {
    const decisions = await store.decisions()
    const gone = forgottenTexts(decisions)
    for (const text of gone) if (!forgotten.has(text)) live.forget(text)
    forgotten.clear()
    for (const text of gone) forgotten.add(text)
    for await (const reading of store.readings(seen < 0 ? {} : { since: seen }))
      if (!gone.has(reading.text)) live.add(reading)
    live.decide(decisions)
    seen = version
    return live.chronicle(await store.unread())
  }
  let asked = -1
  return async () => {
    const version = await store.version()
    if (current === null || asked !== version) {
      asked = version
      // One after the other; a failed one leaves the next to try again from where the last good one ended.
      current = (current ?? Promise.resolve(null)).catch(() => null).then(() => takeIn(version))
    }
    return current
  }
}
