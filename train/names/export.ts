import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { FORM_CELLS, formCells, wordKey } from '../../src/analyse/forms.ts'
import { FLAGS, FORM_NUMBERS, formFeatures, sentenceFlags } from '../../src/analyse/names/features.ts'
import { HashTable, type NameLexicon } from '../../src/analyse/names/lexicon.ts'
import { groupsOf } from '../../src/analyse/neural/abreast.ts'
import { encoderOf } from '../../src/analyse/neural/encoder.ts'
import type { NetworkModel } from '../../src/analyse/neural/model.ts'
import type { TaggedSentence } from './gold.ts'

export function hashTable(entries: ReadonlyMap<number, number>): HashTable {
  const sorted = [...entries].sort(([a], [b]) => a - b)
  return new HashTable(
    Uint32Array.from(sorted, ([key]) => key),
    Uint32Array.from(sorted, ([, value]) => value),
  )
}

/**
 * Writes what `train/neural/train_names.py` reads of some sentences, as `<name>.*`: `tags` (uint8), `forms` (int32, rows of the next), `table` (uint32
 * rows: word, letter groups), `numbers` (float32 rows), `flags` (uint8, a byte a flag), `states` (int16, both layers of the
 * encoder side by side), `lengths` (int32).
 */
export function exportSentences(
  folder: string,
  name: string,
  sentences: readonly TaggedSentence[],
  network: NetworkModel,
  lexicon: NameLexicon,
  cellBits: number,
): void {
  mkdirSync(folder, { recursive: true })
  const write = (kind: string, array: ArrayBufferView) =>
    writeFileSync(
      join(folder, `${name}.${kind}.bin`),
      new Uint8Array(array.buffer, array.byteOffset, array.byteLength),
    )
  const all = [...new Set(sentences.flatMap(({ words }) => words))]
  const ids = new Map(all.map((form, i) => [form, i]))
  const features = all.map((form) => formFeatures(form, lexicon))
  const table = new Uint32Array(all.length * (FORM_CELLS + 1))
  const numbers = new Float32Array(all.length * FORM_NUMBERS)
  all.forEach((form, i) => {
    table[i * (FORM_CELLS + 1)] = network.words.get(wordKey(form)) ?? 0
    table.set(formCells(form, cellBits), i * (FORM_CELLS + 1) + 1)
    numbers.set(features[i]!.numbers, i * FORM_NUMBERS)
  })
  const words = sentences.reduce((sum, s) => sum + s.words.length, 0)
  const flags = new Uint8Array(words * FLAGS)
  let row = 0
  for (const s of sentences) {
    const own = s.words.map((form) => features[ids.get(form)!]!)
    for (const set of sentenceFlags(s.words, own, lexicon)) {
      for (const flag of set) flags[row * FLAGS + flag] = 1
      row++
    }
  }
  write(
    'lengths',
    Int32Array.from(sentences, (s) => s.words.length),
  )
  write('tags', Uint8Array.from(sentences.flatMap((s) => s.tags)))
  write('forms', Int32Array.from(sentences.flatMap((s) => s.words.map((form) => ids.get(form)!))))
  write('table', table)
  write('numbers', numbers)
  write('flags', flags)
  write('states', statesOf(sentences, network, words))
}

/** What the encoder holds of each word: both layers, 4 * hidden numbers a word. */
function statesOf(sentences: readonly TaggedSentence[], network: NetworkModel, words: number): Int16Array {
  const { encoder, machine } = encoderOf(network)
  const memory = machine.i16
  const wide = 2 * network.hidden
  const out = new Int16Array(words * 2 * wide)
  const starts: number[] = []
  let start = 0
  for (const s of sentences) {
    starts.push(start)
    start += s.words.length
  }
  for (const { members, words } of groupsOf(sentences.map((s) => s.words))) {
    const { states } = encoder.encode(words, 'news')
    members.forEach((i, s) => {
      for (let t = 0; t < sentences[i]!.words.length; t++) {
        states.forEach((address, layer) => {
          const from = (address >> 1) + (words.start[t]! + s) * wide
          out.set(memory.subarray(from, from + wide), (2 * (starts[i]! + t) + layer) * wide)
        })
      }
    })
  }
  return out
}

/** `meta.json` and the encoder's word vectors, for Python. */
export function exportMeta(
  folder: string,
  parts: readonly string[],
  { wordVectors, hidden }: NetworkModel,
  cellBits: number,
): void {
  const { columns, values, scales } = wordVectors
  const vectors = Float32Array.from(values, (value, i) => value * scales[Math.floor(i / columns)]!)
  writeFileSync(join(folder, 'vectors.bin'), new Uint8Array(vectors.buffer))
  const widths = {
    cells: FORM_CELLS,
    numbers: FORM_NUMBERS,
    flags: FLAGS,
    states: 4 * hidden,
    vector: columns,
  }
  writeFileSync(join(folder, 'meta.json'), JSON.stringify({ parts, cellBits, ...widths }))
}
