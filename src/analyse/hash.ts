/** 32-bit hashes for features; the same in training and in reading, or the weights mean nothing. */

/** FNV-1a over the code units `[from, to)` of a string. */
export function hashString(text: string, from = 0, to = text.length, seed = 0x811c9dc5): number {
  let hash = seed
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i)
    hash = Math.imul(hash ^ (code & 0xff), 0x01000193)
    hash = Math.imul(hash ^ (code >>> 8), 0x01000193)
  }
  return hash | 0
}

/** Mixes two hashes; order matters. */
export function mix(a: number, b: number): number {
  let hash = Math.imul(a, 0x9e3779b1) ^ b
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b)
  return hash ^ (hash >>> 13)
}

/** Last step: spreads a hash over the low bits that index a table. */
export function finish(hash: number): number {
  let out = Math.imul(hash ^ (hash >>> 16), 0x7feb352d)
  out = Math.imul(out ^ (out >>> 15), 0x846ca68b)
  return (out ^ (out >>> 16)) >>> 0
}
