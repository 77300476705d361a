import { finish, hashString } from '../hash.ts'

/** What a list may say of a name. A name may stand on several. */
export const NAME_LISTS = [
  'first',
  'last',
  'person',
  'place',
  'city',
  'town',
  'organisation',
  'media',
  'company',
  'club',
  'other',
  'adjective',
  'demonym',
  'language',
  'role',
] as const
export type NameList = (typeof NAME_LISTS)[number]

/** Set where longer names begin with these words. */
export const BEGINS = 1 << NAME_LISTS.length

/** How raw text uses a word: shares and logarithms, four bits each; see `train/names/usage.ts`. */
export const USAGE = 7

/** Hash of a part of a word. */
export const wordHash = hashString

/** Hash of a name of one word more; `before` is the hash of the words in front. */
export function longerHash(before: number, form: string, to = form.length): number {
  return hashString(form, 0, to, Math.imul(before ^ 32, 0x01000193))
}

/** Sorted 32-bit keys with a number each, found by their upper half: hashes lie evenly. */
export class HashTable {
  readonly #keys: Uint32Array
  readonly #values: Uint32Array
  /** Where the keys with an upper half begin; one more at the end. */
  readonly #starts = new Uint32Array(65_537)

  constructor(keys: Uint32Array, values: Uint32Array) {
    this.#keys = keys
    this.#values = values
    for (const key of keys) this.#starts[(key >>> 16) + 1]!++
    for (let half = 0; half < 65_536; half++) this.#starts[half + 1]! += this.#starts[half]!
  }

  get size(): number {
    return this.#keys.length
  }

  /** 0 where there is no such key. Two keys in a million are taken for one another. */
  get(hash: number): number {
    const key = finish(hash)
    const end = this.#starts[(key >>> 16) + 1]!
    for (let at = this.#starts[key >>> 16]!; at < end; at++)
      if (this.#keys[at] === key) return this.#values[at]!
    return 0
  }
}

export interface NameLexicon {
  /** By {@link wordHash} or {@link longerHash}: the lists that hold a name, a bit each, and {@link BEGINS}. */
  readonly names: HashTable
  /** By {@link wordHash} of a lower-case word: {@link USAGE} numbers of four bits, the first one lowest, plus 1 << 28. */
  readonly usage: HashTable
}
