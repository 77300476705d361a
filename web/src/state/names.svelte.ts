import { SvelteMap } from 'svelte/reactivity'

/** Names of the parties that a view has shown, by key: for a filter that the address gives by key only. */
class Names {
  #names = new SvelteMap<string, string>()

  note(key: string, name: string): void {
    if (!this.#names.has(key)) this.#names.set(key, name)
  }

  of(key: string): string | null {
    return this.#names.get(key) ?? null
  }
}

export const names = new Names()
