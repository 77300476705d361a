import type { Report } from '../document/report.ts'
import { hash32, mixed, sharedCount, stemsOf, without, wordsOf } from './words.ts'

/**
 * A fair sample of a text's word five-grams: those whose hash lies below `limit` (FracMinHash, Irber et al. 2022). Long texts keep a
 * smaller share; two texts are compared below the smaller of their limits, where both samples are complete.
 */
export interface Sketch {
  readonly hashes: Uint32Array
  readonly limit: number
  /** Number of five-grams of the whole text. */
  readonly size: number
}

/** Words a shingle spans. */
const SHINGLE = 5
/** Shingles a sketch keeps at most. */
const KEPT = 128
/** Below this number of shingles a text is too short to be told from a chance likeness. */
const MIN_SHINGLES = 18
const NEAR_COPY = 0.35
/** A shortened copy: most of the smaller text, if it is not a mere item of a much longer one. */
const SHORTENED = 0.7
const SHORTENED_SIZE = 1 / 3
const ALL = 2 ** 32

export function sketchOf(report: Report): Sketch {
  const words = wordsOf(bodyOf(report)).map(spellingHash)
  const hashes = new Set<number>()
  for (let i = 0; i + SHINGLE <= words.length; i++) {
    let hash = 0
    for (let k = i; k < i + SHINGLE; k++) hash = mixed(Math.imul(hash, 31) + words[k]!)
    hashes.add(hash)
  }
  const all = Uint32Array.from(hashes).sort()
  let limit = ALL
  let kept: Uint32Array = all
  while (kept.length > KEPT) {
    limit /= 2
    kept = below(all, limit)
  }
  return { hashes: kept.slice(), limit, size: all.length }
}

/** As `hash32`, but words spelled without an umlaut on the keyboard meet those with one: `Grüße`, `Gruesse`. */
function spellingHash(word: string): number {
  let hash = 0x811c9dc5
  let before = 0
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i)
    if (!(code === E && (before === A || before === O || before === U)))
      hash = Math.imul(hash ^ code, 0x01000193)
    before = code
  }
  return hash >>> 0
}
const [A, E, O, U] = [97, 101, 111, 117]

/** Shingles by which copies find each other: two texts that are copies share one of their smallest with near certainty. */
const POSTED = 16

export function postedOf({ hashes, size }: Sketch): Uint32Array {
  return size < MIN_SHINGLES ? hashes.subarray(0, 0) : hashes.subarray(0, POSTED)
}

/** True for a near copy or a shortened copy, as far as the samples tell. */
export function areCopies(a: Sketch, b: Sketch): boolean {
  const limit = Math.min(a.limit, b.limit)
  const left = below(a.hashes, limit)
  const right = below(b.hashes, limit)
  const common = sharedCount(left, right)
  if (common / (left.length + right.length - common) >= NEAR_COPY) return true
  const [smaller, larger] = a.size < b.size ? [left, b.size] : [right, a.size]
  return common / smaller.length >= SHORTENED && Math.min(a.size, b.size) / larger >= SHORTENED_SIZE
}

function below(hashes: Uint32Array, limit: number): Uint32Array {
  if (limit >= ALL) return hashes
  let low = 0
  let high = hashes.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (hashes[middle]! < limit) low = middle + 1
    else high = middle
  }
  return hashes.subarray(0, low)
}

/** Names and nouns kept of a text. */
const STORY = 64

/** A sample of the words with a capital (in German: names and nouns), days of the week apart: what the report as a whole is about. */
export function storyOf(report: Report): Uint32Array {
  const { text, times } = report
  const body = report.body.length > 0 || text === null ? report.body : [[0, text.length] as const]
  const told = body.map(([from, to]) =>
    without(
      text ?? '',
      { from, to },
      times.filter((time) => from <= time.from && time.to <= to),
    ),
  )
  const capitals = told.join('\n').match(/\p{Lu}[\p{L}\p{N}]+/gu) ?? []
  const hashes = [...stemsOf(capitals.join(' '))].map((stem) => mixed(hash32(stem)))
  return Uint32Array.from(new Set(hashes)).sort().slice(0, STORY)
}

/** Share of two reports' words that are common, from 0 to 1. */
export function storyOverlap(a: Uint32Array, b: Uint32Array): number {
  const smaller = Math.min(a.length, b.length)
  if (smaller === 0) return 0
  // Where one sample is full, the other is complete only up to the larger's greatest hash.
  const limit = Math.min(
    a.length < STORY ? ALL : a[a.length - 1]! + 1,
    b.length < STORY ? ALL : b[b.length - 1]! + 1,
  )
  const left = below(a, limit)
  const right = below(b, limit)
  return left.length + right.length === 0 ? 0 : (2 * sharedCount(left, right)) / (left.length + right.length)
}

function bodyOf({ text, body }: Report): string {
  if (text === null) return ''
  return body.length === 0 ? text : body.map(([from, to]) => text.slice(from, to)).join('\n')
}
