import type { Report } from '../document/report.ts'
import type { Reading } from './types.ts'
import { compareText, fold, wordsOf } from './words.ts'

/** Words a shingle spans. */
const SHINGLE = 5
/** One shingle in three is kept, by its hash: overlaps stay comparable, the index stays small. */
const SAMPLE = 3
/** Below this number of kept shingles a text is too short to be told from a chance likeness. */
const MIN_SHINGLES = 6
/** Only so many members of a posting list are compared with all others; copies of copies still meet in the union. */
const ANCHORS = 24
const NEAR_COPY = 0.35
/** A shortened copy: most of the smaller text, if it is not a mere item of a much longer one. */
const SHORTENED = 0.7
const SHORTENED_SIZE = 1 / 3

/**
 * The key of the one source behind each reading. Readings share it when they carry the same text, a near-copy (overlap of word
 * five-grams), an earlier or later state of the same url, or the copy of the same agency.
 */
export function sourceKeys(readings: readonly Reading[]): Map<string, string> {
  const texts = new Map<string, Reading[]>()
  for (const reading of readings) {
    const known = texts.get(reading.text)
    if (known === undefined) texts.set(reading.text, [reading])
    else known.push(reading)
  }
  const ids = [...texts.keys()].sort(compareText)
  const union = new UnionFind(ids.length)
  joinByUrl(ids, texts, union)
  joinNearCopies(
    ids.map((id) => shinglesOf(texts.get(id)!.find((reading) => reading.report.text !== null)?.report)),
    union,
  )
  const agencies = new Map<number, Set<string>>()
  ids.forEach((id, index) => {
    const root = union.find(index)
    const names = agencies.get(root) ?? new Set()
    for (const reading of texts.get(id)!)
      for (const agency of reading.report.source.agency) names.add(fold(agency))
    agencies.set(root, names)
  })
  const keys = new Map<string, string>()
  ids.forEach((id, index) => {
    const root = union.find(index)
    const names = [...agencies.get(root)!].sort(compareText)
    const key = names.length > 0 ? `agency:${names.join('+')}` : `text:${ids[root]!.slice(0, 16)}`
    for (const reading of texts.get(id)!) keys.set(reading.id, key)
  })
  return keys
}

function joinByUrl(ids: readonly string[], texts: ReadonlyMap<string, Reading[]>, union: UnionFind): void {
  const byUrl = new Map<string, number>()
  ids.forEach((id, index) => {
    for (const { report } of texts.get(id)!) {
      if (report.source.url === null) continue
      const url = report.source.url.replace(/#.*$/, '').replace(/\/$/, '')
      const known = byUrl.get(url)
      if (known === undefined) byUrl.set(url, index)
      else union.join(known, index)
    }
  })
}

function joinNearCopies(shingles: readonly Set<number>[], union: UnionFind): void {
  const postings = new Map<number, number[]>()
  shingles.forEach((set, index) => {
    if (set.size < MIN_SHINGLES) return
    for (const shingle of set) {
      const list = postings.get(shingle)
      if (list === undefined) postings.set(shingle, [index])
      else list.push(index)
    }
  })
  const shared = new Map<number, number>()
  const count = shingles.length
  for (const list of postings.values()) {
    for (let i = 0; i < Math.min(list.length, ANCHORS); i++) {
      for (let j = i + 1; j < list.length; j++) {
        const pair = list[i]! * count + list[j]!
        shared.set(pair, (shared.get(pair) ?? 0) + 1)
      }
    }
  }
  for (const [pair, common] of shared) {
    const left = Math.floor(pair / count)
    const right = pair % count
    const smaller = Math.min(shingles[left]!.size, shingles[right]!.size)
    const larger = Math.max(shingles[left]!.size, shingles[right]!.size)
    const near = common / (smaller + larger - common) >= NEAR_COPY
    const shortened = common / smaller >= SHORTENED && smaller / larger >= SHORTENED_SIZE
    if (near || shortened) union.join(left, right)
  }
}

function shinglesOf(report: Report | undefined): Set<number> {
  const kept = new Set<number>()
  if (report === undefined || report.text === null) return kept
  const text = report.text
  const words = wordsOf(
    report.body.length === 0 ? text : report.body.map(([from, to]) => text.slice(from, to)).join('\n'),
  )
  for (let i = 0; i + SHINGLE <= words.length; i++) {
    const hash = fnv(words, i)
    if (hash % SAMPLE === 0) kept.add(hash)
  }
  return kept
}

/** FNV-1a over the words of one shingle, 32 bit. */
function fnv(words: readonly string[], at: number): number {
  let hash = 0x811c9dc5
  for (let i = at; i < at + SHINGLE; i++) {
    const word = words[i]!
    for (let k = 0; k < word.length; k++) hash = Math.imul(hash ^ word.charCodeAt(k), 0x01000193)
    hash = Math.imul(hash ^ 32, 0x01000193)
  }
  return hash >>> 0
}

/** Disjoint sets over `0 … size - 1`; the root of a set is its smallest member. */
export class UnionFind {
  private readonly parent: Int32Array

  constructor(size: number) {
    this.parent = Int32Array.from({ length: size }, (_, i) => i)
  }

  find(index: number): number {
    let root = index
    while (this.parent[root]! !== root) root = this.parent[root]!
    while (this.parent[index]! !== root) {
      const next = this.parent[index]!
      this.parent[index] = root
      index = next
    }
    return root
  }

  join(a: number, b: number): void {
    const left = this.find(a)
    const right = this.find(b)
    this.parent[Math.max(left, right)] = Math.min(left, right)
  }
}
