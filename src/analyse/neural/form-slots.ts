import { formHashes, wordKey } from '../forms.ts'
import type { Abreast } from './abreast.ts'

/** A form that has got a slot just now, and what its vectors are found by. */
export interface FreshForm {
  readonly form: string
  readonly slot: number
  readonly key: string
  readonly hashes: Uint32Array
}

export interface PlacedForms {
  /** Slot of each word's form, side by side. */
  readonly slots: Int32Array
  readonly fresh: readonly FreshForm[]
}

/**
 * Gives forms slots in tables of what was worked out for them. Where all slots are taken, forms that were not met again for long give
 * theirs up (the clock algorithm).
 */
export class FormSlots {
  readonly capacity: number
  readonly #slots = new Map<string, number>()
  readonly #forms: string[] = []
  /** The call that met the form of a slot last. */
  readonly #met: Uint32Array
  /** 1 for a form that was met again since the hand passed its slot. */
  readonly #again: Uint8Array
  #hand = 0
  #call = 0

  /** @param capacity more than the words that are placed at a time */
  constructor(capacity: number) {
    this.capacity = capacity
    this.#met = new Uint32Array(capacity)
    this.#again = new Uint8Array(capacity)
  }

  clear(): void {
    this.#slots.clear()
    this.#forms.length = 0
    this.#hand = 0
  }

  place({ sentences, start, rows }: Abreast): PlacedForms {
    const slots = new Int32Array(rows)
    const fresh: FreshForm[] = []
    this.#call++
    for (let s = 0; s < sentences.length; s++) {
      const forms = sentences[s]!
      for (let t = 0; t < forms.length; t++) {
        const form = forms[t]!
        let slot = this.#slots.get(form)
        if (slot === undefined) {
          slot = this.#free()
          this.#slots.set(form, slot)
          this.#forms[slot] = form
          this.#again[slot] = 0
          const key = wordKey(form)
          fresh.push({ form, slot, key, hashes: formHashes(form, key) })
        } else this.#again[slot] = 1
        this.#met[slot] = this.#call
        slots[start[t]! + s] = slot
      }
    }
    return { slots, fresh }
  }

  #free(): number {
    if (this.#forms.length < this.capacity) return this.#forms.length
    for (;;) {
      const slot = this.#hand
      this.#hand = (slot + 1) % this.capacity
      // what was met in this call is wanted yet
      if (this.#met[slot] === this.#call) continue
      if (this.#again[slot] === 1) {
        this.#again[slot] = 0
        continue
      }
      this.#slots.delete(this.#forms[slot]!)
      return slot
    }
  }
}
