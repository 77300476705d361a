import type { Chronicle, Reading } from '../../chronicle/types.ts'
import type { SearchAnswer } from '../api.ts'
import type { ServeDeps } from '../deps.ts'
import { eventsWithin, type SearchIndex, searchIndex } from '../search-index.ts'
import { standingOf } from './standing.ts'
import { summaryOf } from './summary.ts'

export type Searcher = (chronicle: Chronicle, query: { q: string; limit: number }) => Promise<SearchAnswer>

/** Keeps its index until the store grows. */
export function searcher({ store, words }: Pick<ServeDeps, 'store' | 'words'>): Searcher {
  let kept: { version: number; index: Promise<SearchIndex> } | null = null
  const indexNow = async (): Promise<SearchIndex> => {
    const readings: Reading[] = []
    // What a newsroom withholds or has taken back is not found by its words.
    for await (const reading of store.readings())
      if ((reading.report.source.item?.status ?? 'usable') === 'usable') readings.push(reading)
    return searchIndex(readings, words?.() ?? null)
  }
  return async (chronicle, { q, limit }) => {
    const version = await store.version()
    if (kept?.version !== version) kept = { version, index: indexNow() }
    const { terms, total, hits } = (await kept.index).search(q, limit)
    const eventsIn = eventsWithin(chronicle)
    return {
      ...standingOf(chronicle),
      terms,
      total,
      hits: hits.map((hit) => {
        const { reading, from, to, quote, marks } = hit
        const { id, source, published } = reading.report
        return {
          ...{ report: id, text: reading.text, outlet: source.outlet, published: published.edtf, marks },
          sentence: { from, to, quote },
          events: eventsIn(hit).map((event) => summaryOf(event, chronicle)),
        }
      }),
    }
  }
}
