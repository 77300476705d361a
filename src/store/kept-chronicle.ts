import type { Chronicle } from '../chronicle/types.ts'
import type { Store } from './port.ts'

/** Items of a piece: some megabytes of JSON. */
const PIECE = 1000

const LISTS = ['events', 'contradictions', 'positions', 'figures'] as const
type ListName = (typeof LISTS)[number]

/** The first piece; the lists follow, cut into pieces. */
interface Head {
  readonly coverage: Chronicle['coverage']
  readonly counts: Record<ListName, number>
}

/**
 * Keeps the chronicle of the whole log as it was at a version, so that the next process need not make it again. Never a source of
 * truth: it is dropped as soon as the log changes, and `key` names the program that made it.
 */
export function keepChronicle(
  store: Pick<Store, 'keep'>,
  key: string,
  version: number,
  chronicle: Chronicle,
): Promise<boolean> {
  return store.keep(key, version, piecesOf(chronicle))
}

function* piecesOf(chronicle: Chronicle): Iterable<string> {
  const { events, contradictions, positions, figures, coverage } = chronicle
  const counts = {
    events: events.length,
    contradictions: contradictions.length,
    positions: positions.length,
    figures: figures.length,
  }
  yield JSON.stringify({ coverage, counts } satisfies Head)
  for (const name of LISTS) {
    const list = chronicle[name]
    for (let at = 0; at < list.length; at += PIECE) yield JSON.stringify(list.slice(at, at + PIECE))
  }
}

/** The chronicle of the log as it is now, where this program has kept it; else null. */
export async function keptChronicle(store: Pick<Store, 'kept'>, key: string): Promise<Chronicle | null> {
  let head: Head | null = null
  const items: Record<ListName, unknown[]> = { events: [], contradictions: [], positions: [], figures: [] }
  for await (const piece of store.kept(key)) {
    if (head === null) {
      head = JSON.parse(piece) as Head
      continue
    }
    const { counts } = head
    const name = LISTS.find((list) => items[list].length < counts[list])
    if (name === undefined) return null
    for (const item of JSON.parse(piece) as unknown[]) items[name].push(item)
  }
  // Another process may have dropped it while it was read.
  if (head === null || LISTS.some((name) => items[name].length !== head.counts[name])) return null
  return { asOf: null, coverage: head.coverage, ...items } as Chronicle
}
