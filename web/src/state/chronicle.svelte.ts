import type { ChronicleEvent, Contradiction, Coverage } from '../../../src/chronicle/types.ts'
import type { ChronicleAnswer } from '../../../src/serve/api.ts'
import { getJson } from '../lib/api.ts'

const PAGE = 400

/** The list as far as it is loaded. While a new one comes, the old one stays in view. */
class ChronicleState {
  events = $state.raw<readonly ChronicleEvent[]>([])
  contradictions = $state.raw<readonly Contradiction[]>([])
  coverage = $state.raw<Coverage | null>(null)
  total = $state(0)
  all = $state(0)
  loading = $state(true)
  error = $state.raw<unknown>(null)
  readonly contradicted = $derived(new Set(this.contradictions.map(({ event }) => event)))

  #query = ''
  #pending: AbortController | null = null

  async load(query: string): Promise<void> {
    this.#query = query
    const answer = await this.#fetch(0)
    if (!answer) return
    this.events = answer.events
    this.contradictions = answer.contradictions
  }

  async more(): Promise<void> {
    if (this.loading || this.events.length >= this.total) return
    const answer = await this.#fetch(this.events.length)
    if (!answer) return
    this.events = [...this.events, ...answer.events]
    this.contradictions = [...this.contradictions, ...answer.contradictions]
  }

  /** The event beside this one in the list as shown; the first when there is none. */
  neighbour(shown: readonly ChronicleEvent[], id: string | null, step: 1 | -1): ChronicleEvent | null {
    const index = shown.findIndex((event) => event.id === id)
    return (index < 0 ? shown[0] : shown[index + step]) ?? null
  }

  async #fetch(offset: number): Promise<ChronicleAnswer | null> {
    this.#pending?.abort()
    const pending = new AbortController()
    this.#pending = pending
    this.loading = true
    const params = new URLSearchParams(this.#query)
    params.set('limit', String(PAGE))
    params.set('offset', String(offset))
    try {
      const answer = await getJson<ChronicleAnswer>(`/api/v1/chronicle?${params}`, pending.signal)
      this.coverage = answer.coverage
      this.total = answer.total
      this.all = answer.all
      this.error = null
      return answer
    } catch (error) {
      if (!pending.signal.aborted) this.error = error
      return null
    } finally {
      if (this.#pending === pending) this.loading = false
    }
  }
}

export const chronicle = new ChronicleState()
