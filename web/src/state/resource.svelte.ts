import type { CoverageAnswer } from '../../../src/serve/api.ts'
import { getJson } from '../lib/api.ts'
import { revision } from './revision.svelte.ts'
import { standing } from './standing.svelte.ts'

/** What an address answers. While a new answer comes, the old one stays in view. Made while a component is set up. */
export class Resource<Answer> {
  data = $state.raw<Answer | null>(null)
  error = $state.raw<unknown>(null)
  loading = $state(true)
  #attempt = $state(0)

  /** @param path Null: there is nothing to ask for yet. */
  constructor(path: () => string | null) {
    $effect(() => {
      void this.#attempt
      void revision.count
      const address = path()
      if (address === null) {
        this.data = null
        this.error = null
        this.loading = false
        return
      }
      const abort = new AbortController()
      this.loading = true
      getJson<Answer>(address, abort.signal)
        .then(
          (answer) => {
            this.data = answer
            this.error = null
            standing.note(answer as Partial<CoverageAnswer>)
          },
          (error) => {
            if (abort.signal.aborted) return
            this.data = null
            this.error = error
          },
        )
        .finally(() => {
          if (!abort.signal.aborted) this.loading = false
        })
      return () => abort.abort()
    })
  }

  retry = (): void => {
    this.#attempt++
  }
}
