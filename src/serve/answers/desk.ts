import type { z } from 'zod'
import { actionOf, decisionToUndo } from '../../chronicle/decide.ts'
import { type JournalEntry, journalOf } from '../../chronicle/journal.ts'
import type { Chronicle, ChronicleEvent, DecisionAction } from '../../chronicle/types.ts'
import type { JournalAnswer, ReviewAnswer } from '../api.ts'
import type { ServeDeps } from '../deps.ts'
import { pageOf } from '../page.ts'
import { Problem } from '../problem.ts'
import type { decisionSchema, filterPageQuerySchema, pageQuerySchema } from '../query.ts'
import { select } from '../select.ts'
import { standingOf } from './standing.ts'
import { summaryOf } from './summary.ts'

/** What makes an event doubtful besides the reader's own doubt, and how much it weighs (of 1 that the reader's doubt can be). */
const DOUBTS: Readonly<
  Record<string, { weight: number; holds: (event: ChronicleEvent, disputed: ReadonlySet<string>) => boolean }>
> = {
  contradicted: { weight: 0.3, holds: ({ id }, disputed) => disputed.has(id) },
  'no-actor': { weight: 0.15, holds: ({ actors }) => actors.length === 0 },
  undated: { weight: 0.1, holds: ({ date }) => date === null },
  'one-source': { weight: 0.1, holds: ({ independentSources }) => independentSources < 2 },
}

export function reviewAnswer(
  chronicle: Chronicle,
  query: z.output<typeof filterPageQuerySchema>,
  writable: boolean,
): ReviewAnswer {
  const { limit, cursor, ...filter } = query
  const queue = queueOf(select(chronicle, filter), chronicle)
  const page = pageOf(queue, ({ event }) => event.id, { limit, cursor })
  return {
    ...standingOf(chronicle),
    total: queue.length,
    next: page.next,
    queue: page.items.map((item) => ({ ...item, event: summaryOf(item.event, chronicle) })),
    writable,
  }
}

/** Made once for a selection: of a great chronicle that takes a second. */
const queues = new WeakMap<readonly ChronicleEvent[], ReturnType<typeof queueMade>>()

function queueOf(events: readonly ChronicleEvent[], chronicle: Chronicle): ReturnType<typeof queueMade> {
  const known = queues.get(events) ?? queueMade(events, chronicle)
  queues.set(events, known)
  return known
}

function queueMade(events: readonly ChronicleEvent[], chronicle: Chronicle) {
  const disputed = new Set<string>(
    chronicle.contradictions.flatMap(({ event, resolved }) => (resolved === null ? event : [])),
  )
  return events
    .filter(({ review }) => review === null)
    .map((event) => {
      const reasons = Object.keys(DOUBTS).filter((reason) => DOUBTS[reason]!.holds(event, disputed))
      const doubt = reasons.reduce((sum, reason) => sum + DOUBTS[reason]!.weight, 1 - event.confidence)
      return { event, doubt: Math.round(doubt * 1000) / 1000, reasons }
    })
    .sort((a, b) => b.doubt - a.doubt || (a.event.id < b.event.id ? -1 : 1))
}

/** Newest first. */
export async function journalAnswer(
  { store }: Pick<ServeDeps, 'store'>,
  chronicle: Chronicle,
  { limit, cursor }: z.output<typeof pageQuerySchema>,
): Promise<JournalAnswer> {
  const entries = journalOf(chronicle, (await store.decisions?.()) ?? []).reverse()
  const page = pageOf(entries, ({ id }) => id, { limit, cursor })
  return {
    ...standingOf(chronicle),
    total: entries.length,
    next: page.next,
    entries: page.items.map(entryOf),
  }
}

function entryOf({ id, recordedAt, by, why, action, undoneBy, events, lost }: JournalEntry) {
  return {
    ...{ id, recordedAt, by, why, undoneBy, events, lost },
    kind: action.kind,
    field: action.kind === 'set' ? action.field : null,
    value: action.kind === 'set' ? action.value : action.kind === 'undo' ? action.decision : null,
  }
}

/** Writes a decision down and gives its entry of the journal. */
export async function decide(
  { store, chronicleOf }: Pick<ServeDeps, 'store' | 'chronicleOf'>,
  { by, why, ...request }: z.output<typeof decisionSchema>,
): Promise<JournalAnswer['entries'][number]> {
  if (!store.decide || !store.decisions) {
    throw new Problem(
      405,
      'read-only',
      'This server writes no decisions down',
      'Use `lagebild decide`, or start `lagebild serve` without --read-only.',
    )
  }
  const action: DecisionAction =
    request.kind === 'undo'
      ? { kind: 'undo', decision: decisionToUndo(await store.decisions(), request.decision, by).id }
      : actionOf(await chronicleOf(), request)
  const { id } = await store.decide(by, action, why === '' ? null : why)
  const entries = journalOf(await chronicleOf(), await store.decisions())
  return entryOf(entries.find((entry) => entry.id === id)!)
}
