import type { EventAnswer, EventSummary, EventsAnswer, TimelineAnswer } from '../../../src/serve/api.ts'
import { getJson } from '../lib/api.ts'
import { dayKey } from '../lib/dates.ts'
import { Rows } from '../lib/rows.ts'
import { standing } from './standing.svelte.ts'

/** Events are loaded in stretches of this length. */
const STRETCH = 100

/** The chronicle as filtered: all its dates, and the events as far as someone has looked. While a new one comes, the old one stays. */
class ChronicleState {
  timeline = $state.raw<TimelineAnswer | null>(null)
  loading = $state(true)
  error = $state.raw<unknown>(null)
  readonly rows = $derived(new Rows(this.timeline?.days ?? []))
  readonly total = $derived(this.timeline?.total ?? 0)
  #events = $state.raw<readonly (EventSummary | undefined)[]>([])
  #query: string | null = null
  #revision = 0
  #pending: AbortController | null = null
  #asked = new Set<number>()

  /** @param revision another one asks again for what is there already */
  async load(query: string, revision: number = this.#revision + 1): Promise<void> {
    if (query === this.#query && revision === this.#revision) return
    this.#query = query
    this.#revision = revision
    this.#pending?.abort()
    const pending = new AbortController()
    this.#pending = pending
    this.loading = true
    try {
      const [timeline, first] = await Promise.all([
        getJson<TimelineAnswer>(`/api/v1/timeline${query}`, pending.signal),
        getJson<EventsAnswer>(`/api/v1/events${addressed(query, 0)}`, pending.signal),
      ])
      standing.note(timeline)
      this.#asked = new Set([0])
      this.#events = placed([], 0, first.events, timeline.total)
      this.timeline = timeline
      this.error = null
    } catch (error) {
      if (!pending.signal.aborted) this.error = error
    } finally {
      if (this.#pending === pending) this.loading = false
    }
  }

  /** An event by its index; undefined until it is loaded. */
  event(index: number): EventSummary | undefined {
    return this.#events[index]
  }

  indexOf(id: string): number | null {
    const index = this.#events.findIndex((event) => event?.id === id)
    return index < 0 ? null : index
  }

  /** The index of an event that need not be loaded: by its date, then among all events of that date. Null where the filter hides it. */
  async locate(id: string): Promise<number | null> {
    const known = this.indexOf(id)
    if (known !== null) return known
    const { summary } = await getJson<EventAnswer>(`/api/v1/events/${encodeURIComponent(id)}`)
    const dates = this.rows.indexesOfDate(summary.date === null ? null : dayKey(summary.date.edtf))
    if (dates === null) return null
    await this.need(dates.first, dates.last)
    return this.indexOf(summary.id)
  }

  /** Loads what is missing between two indexes. */
  async need(from: number, to: number): Promise<void> {
    const stretches: number[] = []
    for (let at = Math.floor(from / STRETCH); at <= Math.floor(to / STRETCH); at++) {
      if (at * STRETCH < this.total && !this.#asked.has(at)) stretches.push(at)
    }
    await Promise.all(stretches.map((stretch) => this.#fetch(stretch)))
  }

  async #fetch(stretch: number): Promise<void> {
    const [pending, query] = [this.#pending, this.#query]
    this.#asked.add(stretch)
    try {
      const { events, total } = await getJson<EventsAnswer>(
        `/api/v1/events${addressed(query ?? '', stretch * STRETCH)}`,
        pending?.signal,
      )
      if (query !== this.#query) return
      // The chronicle has grown meanwhile: all indexes have moved.
      if (total !== this.total) return void this.load(query ?? '')
      this.#events = placed(this.#events, stretch * STRETCH, events, total)
    } catch (error) {
      this.#asked.delete(stretch)
      if (!pending?.signal.aborted) this.error = error
    }
  }
}

function addressed(query: string, offset: number): string {
  const params = new URLSearchParams(query)
  params.set('limit', String(STRETCH))
  params.set('offset', String(offset))
  return `?${params}`
}

function placed(
  known: readonly (EventSummary | undefined)[],
  offset: number,
  events: readonly EventSummary[],
  total: number,
): readonly (EventSummary | undefined)[] {
  const all = known.length === total ? [...known] : Array.from<EventSummary | undefined>({ length: total })
  events.forEach((event, at) => {
    all[offset + at] = event
  })
  return all
}

export const chronicle = new ChronicleState()
