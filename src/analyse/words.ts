import { isQuote } from './characters.ts'
import { hashString } from './hash.ts'

/** What features see of a word form; made once a form. All fields are 32-bit hashes unless a line says otherwise. */
export interface WordShape {
  readonly form: string
  readonly lower: string
  readonly hash: number
  /** Suffixes of 1 to 5 letters of the lower-case form, prefixes of 1 to 4. */
  readonly suffixes: readonly number[]
  readonly prefixes: readonly number[]
  readonly shape: number
  /** Fine and coarse word cluster, 0 where the word has none. */
  readonly fine: number
  readonly coarse: number
  readonly capital: boolean
}

/** Word clusters of lower-case forms: `[fine, coarse]`, both from 1. */
export type Clusters = ReadonlyMap<string, readonly [number, number]>

/** Forms kept; a text of ever new words empties the cache instead of filling the memory. */
const CACHE = 60_000

export class WordShapes {
  readonly #known = new Map<string, WordShape>()
  readonly #clusters: Clusters

  constructor(clusters: Clusters) {
    this.#clusters = clusters
  }

  of(form: string): WordShape {
    const known = this.#known.get(form)
    if (known) return known
    if (this.#known.size >= CACHE) this.#known.clear()
    const made = this.#make(form)
    this.#known.set(form, made)
    return made
  }

  #make(form: string): WordShape {
    const short = form.length > 64 ? form.slice(0, 64) : form
    const lower = isQuote(short) ? '"' : short.toLowerCase().replaceAll('ß', 'ss')
    const digits = lower.replace(/[0-9]/g, '0')
    const length = digits.length
    const suffixes: number[] = []
    const prefixes: number[] = []
    for (let n = 1; n <= 5; n++)
      suffixes.push(hashString(digits, Math.max(0, length - n), length, 0x1234567 + n))
    for (let n = 1; n <= 4; n++) prefixes.push(hashString(digits, 0, Math.min(n, length), 0x7654321 + n))
    const cluster = this.#clusters.get(lower)
    return {
      form,
      lower,
      hash: hashString(digits),
      suffixes,
      prefixes,
      shape: hashString(shapeOf(short)),
      fine: cluster?.[0] ?? 0,
      coarse: cluster?.[1] ?? 0,
      capital: short.charAt(0) !== lower.charAt(0),
    }
  }
}

/** `Xx` for a capitalised word, `X-X` for initials with a hyphen, `d.` for an ordinal: runs are collapsed. */
export function shapeOf(form: string): string {
  let out = ''
  let last = ''
  for (const char of form) {
    const kind =
      char >= '0' && char <= '9'
        ? 'd'
        : char.toLowerCase() !== char
          ? 'X'
          : char.toUpperCase() !== char
            ? 'x'
            : char
    if (kind !== last) out += kind
    last = kind
  }
  return out
}
