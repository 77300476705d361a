import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { FORM_CELLS, formCells, wordKey } from '../src/analyse/forms.ts'
import type { MorphSlot } from '../src/analyse/morphology.ts'
import { SOURCES } from '../src/analyse/neural/model.ts'
import { tokenise } from '../src/analyse/sentences.ts'
import { syntacticWords } from '../src/analyse/syntactic-words.ts'
import type { LanguageData } from '../src/language/contract.ts'
import type { Corpus, GoldSentence } from './corpus.ts'
import { slotInventory } from './slots.ts'

/** Rows of the table of letter groups: 2 ** 15. */
export const CELL_BITS = 15
/** Words that get a vector: the most frequent ones, seen at least {@link LEAST} times. */
const VOCABULARY = 40_000
const LEAST = 5
/** Raw sentences of this many written tokens are read: the rest are headings, lists and errors. */
const RAW_LENGTH = { from: 4, to: 60 }

export interface Export {
  readonly words: readonly string[]
  readonly labels: readonly string[]
  readonly slots: readonly MorphSlot[]
}

/** Numbers every form that it meets, and counts. */
class Forms {
  readonly ids = new Map<string, number>()
  readonly counts: number[] = []

  add(form: string, weight: number): number {
    let id = this.ids.get(form)
    if (id === undefined) {
      id = this.ids.size
      this.ids.set(form, id)
      this.counts.push(0)
    }
    this.counts[id]! += weight
    return id
  }
}

/**
 * Writes what `train/neural` reads, numbers only: `forms.bin` (uint32 rows: word, letter groups), `raw.bin` (int32 forms, -1
 * behind each sentence; reports first), `sentences.jsonl` (the treebanks), `meta.json` (sizes and names).
 * @param shared folder with `raw/`, `gold/quotes/train` and `gold/events`
 */
export function exportCorpus(out: string, corpus: Corpus, shared: string, language: LanguageData): Export {
  mkdirSync(out, { recursive: true })
  const forms = new Forms()
  const raw: number[] = []
  const addText = (text: string) => {
    for (const sentence of tokenise(text, [{ from: 0, to: text.length }], language)) {
      if (sentence.length < RAW_LENGTH.from || sentence.length > RAW_LENGTH.to) continue
      for (const word of syntacticWords(sentence, language)) raw.push(forms.add(word.form, 1))
      raw.push(-1)
    }
  }
  for (const text of reports(shared, corpus)) addText(text)
  const reportsEnd = raw.length
  const folder = join(shared, 'raw/bundestag')
  for (const file of readdirSync(folder).sort())
    if (file.endsWith('.txt.gz')) addText(gunzipSync(readFileSync(join(folder, file))).toString('utf8'))
  writeFileSync(join(out, 'raw.bin'), bytesOf(Int32Array.from(raw)))

  const inventory = slotInventory(corpus.train)
  const labels = labelsOf(corpus.train)
  const lines: string[] = []
  const put = (part: string, weight: number, sentences: readonly GoldSentence[]) => {
    for (const s of sentences) {
      lines.push(
        JSON.stringify({
          part,
          source: SOURCES.indexOf(s.source),
          forms: s.words.map((w) => forms.add(w.form, weight)),
          upos: s.words.map((w) => w.upos),
          head: s.words.map((w) => w.head),
          labels: s.words.map((w) => w.relations.map((r) => labels.indexOf(r))),
          slots: inventory.right(s),
        }),
      )
    }
  }
  // what is trained on counts more than raw text when the vocabulary is chosen; what is held out counts nothing
  put('train', 3, corpus.train)
  for (const [name, sentences] of Object.entries(corpus.heldOut)) put(name, 0, sentences)
  writeFileSync(join(out, 'sentences.jsonl'), lines.join('\n'))

  const { words, table } = vocabulary(forms)
  writeFileSync(join(out, 'forms.bin'), bytesOf(table))
  const meta = {
    cells: FORM_CELLS,
    cellBits: CELL_BITS,
    words: words.length,
    forms: forms.ids.size,
    reportsEnd,
    labels,
    classes: inventory.slots.map((slot) => slot.classes.length),
    /** For each slot the parts of speech that have it. */
    applies: inventory.slots.map((slot) => slot.allowed.map((classes) => classes.length > 0)),
    sources: SOURCES.length,
  }
  writeFileSync(join(out, 'meta.json'), JSON.stringify(meta))
  return { words, labels, slots: inventory.slots }
}

/** Plain texts of Wikinews reports, without those that events are measured on and those that are held out. */
function* reports(shared: string, corpus: Corpus): Generator<string> {
  const folder = join(shared, 'gold/quotes/train')
  const left = new Set(Object.values(corpus.heldOut).flatMap((sentences) => sentences.map((s) => s.document)))
  for (const file of existsSync(folder) ? readdirSync(folder).sort() : []) {
    if (left.has(file.replace('.json', ''))) continue
    if (existsSync(join(shared, 'gold/events/annotations', file))) continue
    yield (JSON.parse(readFileSync(join(folder, file), 'utf8')) as { text: string }).text
  }
}

/** All relations, most frequent first behind `root`. */
function labelsOf(sentences: readonly GoldSentence[]): string[] {
  const counts = new Map<string, number>()
  for (const { words } of sentences)
    for (const { relations } of words) counts.set(relations[0]!, (counts.get(relations[0]!) ?? 0) + 1)
  counts.delete('root')
  const ranked = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  return ['root', ...ranked.map(([label]) => label)]
}

function vocabulary(forms: Forms): { words: string[]; table: Uint32Array } {
  const keys = new Map<string, number>()
  for (const [form, id] of forms.ids) {
    const key = wordKey(form)
    keys.set(key, (keys.get(key) ?? 0) + forms.counts[id]!)
  }
  const words = [...keys]
    .filter(([, n]) => n >= LEAST)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, VOCABULARY)
    .map(([word]) => word)
  const ids = new Map(words.map((word, i) => [word, i + 1]))
  const width = FORM_CELLS + 1
  const table = new Uint32Array(forms.ids.size * width)
  for (const [form, id] of forms.ids) {
    table[id * width] = ids.get(wordKey(form)) ?? 0
    table.set(formCells(form, CELL_BITS), id * width + 1)
  }
  return { words, table }
}

const bytesOf = (array: Int32Array | Uint32Array) =>
  new Uint8Array(array.buffer, array.byteOffset, array.byteLength)
