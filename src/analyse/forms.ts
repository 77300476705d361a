import { isQuote } from './characters.ts'
import { finish, hashString, mix } from './hash.ts'

/** Letter groups that a form is seen as, beside its own vector: its ends, its beginnings, its shape, and itself. */
const SUFFIXES = [1, 2, 3, 4, 5, 6, 8] as const
const PREFIXES = [1, 2, 3, 4, 5] as const
/** Cells of one form; 0 stands for "none" (a suffix that is longer than the form). */
export const FORM_CELLS = SUFFIXES.length + PREFIXES.length + 2

/** The form that word vectors are kept under: lower case, ss for ß, 0 for every digit, one quotation mark for all. */
export function wordKey(form: string): string {
  const short = form.length > 64 ? form.slice(0, 64) : form
  return isQuote(short) ? '"' : short.toLowerCase().replaceAll('ß', 'ss').replace(/[0-9]/g, '0')
}

/** Rows of the table of letter groups, `2 ** bits` long, that make up a form. */
export function formCells(form: string, bits: number): Uint32Array {
  return formHashes(form).map((hash) => cellOf(hash, bits))
}

/** Row of a letter group in a table of `2 ** bits`. */
export function cellOf(hash: number, bits: number): number {
  return hash === 0 ? 0 : Math.max(1, hash >>> (32 - bits))
}

/** Hashes of a form's letter groups, which pick their rows; 0 for none. @param key {@link wordKey} of the form */
export function formHashes(form: string, key = wordKey(form)): Uint32Array {
  const hashes = new Uint32Array(FORM_CELLS)
  const { length } = key
  let at = 0
  const put = (hash: number) => {
    hashes[at] = Math.max(1, finish(mix(hash, at + 1)))
    at++
  }
  for (const n of SUFFIXES) {
    if (n < length) put(hashString(key, length - n))
    else at++
  }
  for (const n of PREFIXES) {
    if (n < length) put(hashString(key, 0, n))
    else at++
  }
  put(hashString(shapeOf(form.length > 64 ? form.slice(0, 64) : form)))
  put(hashString(key))
  return hashes
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
