import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { GoldSentence } from './corpus.ts'
import { random } from './corpus.ts'

/** Words that get a cluster, context words on either side, and clusters. */
const VOCABULARY = 40_000
const CONTEXT = 400
const FINE = 320
const COARSE = 48
const DIMENSIONS = 96
const ROUNDS = 12

/**
 * Clusters words by what stands next to them: counts of the most frequent words to the left and right, as positive pointwise
 * mutual information, projected at random to {@link DIMENSIONS} and grouped by k-means on the sphere.
 * Raw text: plenary protocols (free of copyright) and the training sentences themselves.
 */
export function makeClusters(
  raw: string,
  train: readonly GoldSentence[],
  seed: number,
  log: (line: string) => void,
): Map<string, readonly [number, number]> {
  const counts = new Map<string, number>()
  const texts = function* (): Generator<string[]> {
    for (const file of readdirSync(raw).sort()) {
      if (!file.endsWith('.txt.gz')) continue
      yield wordsOf(gunzipSync(readFileSync(join(raw, file))).toString('utf8'))
    }
    // the news is what we read: it counts four times
    for (let again = 0; again < 4; again++) for (const s of train) yield s.words.map((w) => normal(w.form))
  }
  for (const words of texts()) for (const w of words) counts.set(w, (counts.get(w) ?? 0) + 1)
  const ranked = [...counts]
    .filter(([, n]) => n > 4)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, VOCABULARY)
  const id = new Map(ranked.map(([w], i) => [w, i]))
  log(`clusters: ${ranked.length} words from ${[...counts.values()].reduce((a, b) => a + b, 0)} tokens`)
  const size = ranked.length
  const width = 2 * CONTEXT
  const table = new Float32Array(size * width)
  for (const words of texts()) {
    let previous = -1
    for (const w of words) {
      const here = id.get(w) ?? -1
      if (here >= 0 && previous >= 0) {
        if (previous < CONTEXT) table[here * width + previous]!++
        if (here < CONTEXT) table[previous * width + CONTEXT + here]!++
      }
      previous = here
    }
  }
  const vectors = project(table, size, width, seed)
  log('clusters: vectors made')
  const fine = kMeans(vectors, size, FINE, seed)
  const coarse = kMeans(vectors, size, COARSE, seed)
  log('clusters: grouped')
  return new Map(ranked.map(([w], i) => [w, [fine[i]! + 1, coarse[i]! + 1] as const]))
}

const normal = (form: string) => form.toLowerCase().replaceAll('ß', 'ss')

function wordsOf(text: string): string[] {
  return (text.match(/[\p{L}\p{N}]+(?:[-.,][\p{L}\p{N}]+)*|[^\s\p{L}\p{N}]/gu) ?? []).map((w) =>
    /^[„“”»«]$/.test(w) ? '"' : normal(w),
  )
}

/** Rows of shifted square-rooted PMI, times a random matrix of signs; unit length. */
function project(table: Float32Array, size: number, width: number, seed: number): Float32Array {
  const columns = new Float64Array(width)
  const rows = new Float64Array(size)
  let total = 0
  for (let r = 0; r < size; r++) {
    for (let c = 0; c < width; c++) {
      const n = table[r * width + c]!
      columns[c]! += n
      rows[r]! += n
      total += n
    }
  }
  const next = random(seed + 7)
  const signs = Float32Array.from({ length: width * DIMENSIONS }, () => (next() < 0.5 ? -1 : 1))
  const out = new Float32Array(size * DIMENSIONS)
  for (let r = 0; r < size; r++) {
    const at = r * DIMENSIONS
    for (let c = 0; c < width; c++) {
      const n = table[r * width + c]!
      if (n === 0) continue
      const pmi = Math.log((n * total) / (rows[r]! * columns[c]!))
      if (pmi <= 0) continue
      const value = pmi * Math.min(1, n / 3)
      for (let d = 0; d < DIMENSIONS; d++) out[at + d]! += value * signs[c * DIMENSIONS + d]!
    }
    normalise(out, at)
  }
  return out
}

function normalise(vectors: Float32Array, at: number): void {
  let length = 0
  for (let d = 0; d < DIMENSIONS; d++) length += vectors[at + d]! ** 2
  length = Math.sqrt(length) || 1
  for (let d = 0; d < DIMENSIONS; d++) vectors[at + d]! /= length
}

function kMeans(vectors: Float32Array, size: number, k: number, seed: number): Int32Array {
  const next = random(seed + k)
  const centres = new Float32Array(k * DIMENSIONS)
  // starts among the frequent words, whose vectors are the reliable ones
  for (let c = 0; c < k; c++) {
    const row = Math.floor(next() * Math.min(size, 8000))
    centres.set(vectors.subarray(row * DIMENSIONS, (row + 1) * DIMENSIONS), c * DIMENSIONS)
  }
  const owner = new Int32Array(size)
  for (let round = 0; round < ROUNDS; round++) {
    const sums = new Float32Array(k * DIMENSIONS)
    for (let r = 0; r < size; r++) {
      let best = 0
      let top = Number.NEGATIVE_INFINITY
      for (let c = 0; c < k; c++) {
        let dot = 0
        for (let d = 0; d < DIMENSIONS; d++)
          dot += vectors[r * DIMENSIONS + d]! * centres[c * DIMENSIONS + d]!
        if (dot > top) {
          top = dot
          best = c
        }
      }
      owner[r] = best
      for (let d = 0; d < DIMENSIONS; d++) sums[best * DIMENSIONS + d]! += vectors[r * DIMENSIONS + d]!
    }
    for (let c = 0; c < k; c++) {
      normalise(sums, c * DIMENSIONS)
      centres.set(sums.subarray(c * DIMENSIONS, (c + 1) * DIMENSIONS), c * DIMENSIONS)
    }
  }
  return owner
}
