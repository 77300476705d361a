import { getJson } from '../lib/api.ts'
import { Resource } from './resource.svelte.ts'

/** A list that comes in pages, as far as someone has asked for it. */
export class Pages<Answer extends { readonly next: string | null; readonly total: number }, Item> {
  readonly answer: Resource<Answer>
  #further = $state.raw<readonly Item[]>([])
  #next = $state<string | null>(null)
  readonly #path: () => string
  readonly #itemsOf: (answer: Answer) => readonly Item[]
  readonly items = $derived.by((): readonly Item[] =>
    this.answer.data ? [...this.#itemsOf(this.answer.data), ...this.#further] : [],
  )
  readonly remaining = $derived.by(() =>
    this.#next === null ? 0 : (this.answer.data?.total ?? 0) - this.items.length,
  )

  constructor(path: () => string, itemsOf: (answer: Answer) => readonly Item[]) {
    this.#path = path
    this.#itemsOf = itemsOf
    this.answer = new Resource<Answer>(path)
    $effect(() => {
      this.#further = []
      this.#next = this.answer.data?.next ?? null
    })
  }

  async more(): Promise<void> {
    const [cursor, path] = [this.#next, this.#path()]
    if (cursor === null) return
    const [address = '', query] = path.split('?')
    const params = new URLSearchParams(query)
    params.set('cursor', cursor)
    const page = await getJson<Answer>(`${address}?${params}`)
    if (path !== this.#path()) return
    this.#further = [...this.#further, ...this.#itemsOf(page)]
    this.#next = page.next
  }
}
