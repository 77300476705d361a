import { LiveChronicle } from '../chronicle/live.ts'
import type { Decision, Reading, View } from '../chronicle/types.ts'
import type { Store } from '../store/port.ts'
import { viewOf } from '../store/view.ts'

export interface Step {
  /** Time of recording, ISO 8601 UTC. */
  readonly at: string
  readonly before: View
  readonly after: View
}

type StepSource = Pick<Store, 'readings' | 'decisions' | 'unread' | 'instants' | 'version'>

/** Where a walk has come to, kept so that the next one costs what is new. */
export interface StepMemory {
  last: Standing | null
}

/** The chronicle as of a time, which can grow. */
interface Standing {
  readonly at: string
  readonly view: View
  readonly live: LiveChronicle
  /** By sighting. */
  readonly readings: Map<string, Reading>
  /** A version of the store up to which nothing is missing. */
  since: number
  /** How many decisions there were, of any time, how many of them count, and how many texts were erased. */
  readonly decided: readonly [all: number, heard: number, erasures: number]
}

/**
 * Walks through the log one time of recording at a time, so that what changed does not hang on when, or how often, somebody looked.
 * A time that is not over yet is left for the next walk: more may still be recorded at it.
 *
 * @param after ISO 8601 as in `recordedAt`; null from the beginning
 * @param until the last time to walk to; null: now
 */
export async function* stepsSince(
  store: StepSource,
  after: string | null,
  until: string | null = null,
  memory: StepMemory = { last: null },
): AsyncGenerator<Step> {
  const version = await store.version()
  const now = new Date().toISOString()
  const found = await store.instants(after)
  const instants = found.filter((at) => at < now && (until === null || at <= until))
  if (memory.last !== null && memory.last.at !== after) memory.last = null
  for (const at of instants) {
    const decisions = await store.decisions()
    const decided = countsOf(decisions, at)
    // What stood before an erasure holds what whoever comes later cannot see any more: all shall see the same.
    const known = memory.last?.decided[2] === decided[2] ? memory.last : null
    const before = known?.view ?? (await viewOf(store, new Date(Date.parse(at) - 1).toISOString()))
    const own = await grown(store, known, decisions, decided, at)
    yield { at, before, after: own.view }
    memory.last = own
  }
  // Only now nothing up to that version is missing any more.
  if (memory.last !== null && instants.length === found.length) memory.last.since = version
}

/** What stands as of a time, from what stood as of an earlier one (null: nothing) and what the store has got since. */
async function grown(
  store: StepSource,
  known: Standing | null,
  decisions: readonly Decision[],
  decided: Standing['decided'],
  at: string,
): Promise<Standing> {
  const live = known?.live ?? new LiveChronicle()
  const readings = known?.readings ?? new Map<string, Reading>()
  const since = known?.since ?? 0
  for await (const reading of store.readings({ asOf: at, since })) {
    live.add(reading)
    readings.set(reading.sighting, reading)
  }
  if (known === null || decided.join() !== known.decided.join()) live.decide(decisions, at)
  const unread = (await store.unread()).filter(({ recordedAt }) => recordedAt <= at)
  const inOrder = [...readings].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, reading]) => reading)
  const view = { readings: inOrder, decisions, chronicle: { ...live.chronicle(unread), asOf: at } }
  return { at, view, live, readings, since, decided }
}

function countsOf(decisions: readonly Decision[], at: string): Standing['decided'] {
  const heard = decisions.filter(({ recordedAt }) => recordedAt <= at)
  const erasures = decisions.filter(({ action }) => action.kind === 'forget')
  return [decisions.length, heard.length, erasures.length]
}
