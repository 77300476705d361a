import type { LinearModel } from '../src/analyse/linear.ts'
import { type AnalysisModel, MAGIC, type ModelHead, type TableHead } from '../src/analyse/model.ts'

/** Weights below this share of a table's standard deviation (of its non-zero weights) are left out. */
const PRUNE = 0.2

export function packModel(model: AnalysisModel, prune = PRUNE): Uint8Array {
  const sources: [string, LinearModel][] = [
    ['upos', model.tagger.upos],
    ...model.tagger.slots.map((slot): [string, LinearModel] => [slot.name, slot.model]),
    ['lemma', model.lemmas.model],
    ['parser', model.parser.model],
  ]
  const packed = sources.map(([name, table]) => packTable(name, table, prune))
  const head: ModelHead = {
    language: model.language,
    labels: model.parser.labels,
    scripts: model.lemmas.scripts,
    slots: model.tagger.slots.map(({ name, classes, allowed }) => ({ name, classes, allowed })),
    lexicon: [...model.lemmas.lexicon].map(([key, lemma]) => `${key}\t${lemma}`).join('\n'),
    clusters: [...model.clusters].map(([word, [fine, coarse]]) => `${word} ${fine} ${coarse}`).join('\n'),
    tables: packed.map((p) => p.head),
    lemmaUnit: packed.find((p) => p.head.name === 'lemma')!.unit,
  }
  const json = JSON.stringify(head).replace(
    /[\u0080-\uffff]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
  const out = new Uint8Array(8 + json.length + packed.reduce((n, p) => n + p.bytes.length, 0))
  const put = (text: string, at: number) => {
    for (let i = 0; i < text.length; i++) out[at + i] = text.charCodeAt(i)
  }
  put(MAGIC, 0)
  new DataView(out.buffer).setUint32(4, json.length, true)
  put(json, 8)
  let at = 8 + json.length
  for (const { bytes } of packed) {
    out.set(bytes, at)
    at += bytes.length
  }
  return out
}

function packTable(
  name: string,
  { weights, classes, bits }: LinearModel,
  prune: number,
): { head: TableHead; bytes: Uint8Array; unit: number } {
  let squares = 0
  let filled = 0
  let top = 0
  for (const w of weights) {
    if (w === 0) continue
    squares += w * w
    filled++
    top = Math.max(top, Math.abs(w))
  }
  const least = prune * Math.sqrt(squares / Math.max(1, filled))
  const unit = top / (127 * 127) || 1
  const bytes: number[] = []
  let cells = 0
  let last = -1
  for (let i = 0; i < weights.length; i++) {
    const w = weights[i]!
    if (Math.abs(w) < least) continue
    const q = Math.round(Math.sqrt(Math.abs(w) / unit)) * Math.sign(w)
    if (q === 0) continue
    let gap = i - last
    while (gap > 127) {
      bytes.push((gap & 127) | 128)
      gap >>>= 7
    }
    bytes.push(gap, q & 255)
    last = i
    cells++
  }
  return { head: { name, classes, bits, cells, bytes: bytes.length }, bytes: Uint8Array.from(bytes), unit }
}
