import { LagebildError } from '../base/errors.ts'
import type { LemmaModel } from './lemmatiser.ts'
import { type LinearModel, tableLength } from './linear.ts'
import type { ParserModel } from './parser.ts'
import type { MorphSlot, TaggerModel } from './tagger.ts'
import type { Clusters } from './words.ts'

/** All that was learned of a language. */
export interface AnalysisModel {
  readonly language: string
  readonly clusters: Clusters
  readonly tagger: TaggerModel
  readonly lemmas: LemmaModel
  readonly parser: ParserModel
}

/** First bytes of a model file: name and version of the layout. */
export const MAGIC = 'LBM1'

/**
 * Layout (little endian): magic; u32 length of the head; the head, JSON in ASCII; then the weight tables in the order of
 * `tables`. A table holds only its non-zero cells: gap to the last one as a varint, then the int8 value q, which stands for
 * sign(q) * q * q (square-root companding).
 */
export interface ModelHead {
  readonly language: string
  readonly labels: readonly string[]
  readonly scripts: readonly string[]
  readonly slots: readonly {
    readonly name: MorphSlot['name']
    readonly classes: readonly string[]
    readonly allowed: readonly (readonly number[])[]
  }[]
  /** Lines `UPOS form<TAB>lemma`. */
  readonly lexicon: string
  /** Lines `word fine coarse`. */
  readonly clusters: string
  readonly tables: readonly TableHead[]
  /** What one unit of a lemma weight is worth in training's units. */
  readonly lemmaUnit: number
}
export interface TableHead {
  readonly name: string
  readonly classes: number
  readonly bits: number
  readonly cells: number
  readonly bytes: number
}

/** @throws LagebildError `model-format` when the bytes are no model of this version. */
export function readModel(bytes: Uint8Array): AnalysisModel & { readonly lemmaUnit: number } {
  const wrong = (why: string) =>
    new LagebildError(
      'model-format',
      `The language model cannot be read: ${why}`,
      'Run `npm run train` or restore models/ from the package.',
    )
  if (bytes.length < 8 || ascii(bytes, 0, 4) !== MAGIC) throw wrong(`it does not start with ${MAGIC}`)
  const length = bytes[4]! | (bytes[5]! << 8) | (bytes[6]! << 16) | (bytes[7]! << 24)
  if (length <= 0 || 8 + length > bytes.length) throw wrong('its head is cut off')
  const head = JSON.parse(ascii(bytes, 8, 8 + length)) as ModelHead
  const tables = new Map<string, LinearModel>()
  let at = 8 + length
  for (const table of head.tables) {
    if (at + table.bytes > bytes.length) throw wrong(`the table "${table.name}" is cut off`)
    tables.set(table.name, {
      classes: table.classes,
      bits: table.bits,
      weights: unpackTable(bytes, at, table),
    })
    at += table.bytes
  }
  const table = (name: string): LinearModel => {
    const found = tables.get(name)
    if (!found) throw wrong(`the table "${name}" is missing`)
    return found
  }
  const lexicon = new Map<string, string>()
  const known = new Set<string>()
  for (const line of head.lexicon.split('\n')) {
    const tab = line.indexOf('\t')
    if (tab < 0) continue
    lexicon.set(line.slice(0, tab), line.slice(tab + 1))
    known.add(`${line.slice(0, line.indexOf(' '))}:${line.slice(tab + 1)}`)
  }
  const clusters = new Map<string, readonly [number, number]>()
  for (const line of head.clusters.split('\n')) {
    const [word, fine, coarse] = line.split(' ')
    if (word && fine && coarse) clusters.set(word, [Number(fine), Number(coarse)])
  }
  return {
    language: head.language,
    clusters,
    tagger: { upos: table('upos'), slots: head.slots.map((slot) => ({ ...slot, model: table(slot.name) })) },
    lemmas: { scripts: head.scripts, model: table('lemma'), lexicon, known },
    parser: { labels: head.labels, model: table('parser') },
    lemmaUnit: head.lemmaUnit,
  }
}

function unpackTable(bytes: Uint8Array, from: number, table: TableHead): Int16Array {
  const weights = new Int16Array(tableLength(table.bits, table.classes))
  let at = from
  let cell = -1
  for (let n = 0; n < table.cells; n++) {
    let gap = 0
    let shift = 0
    let byte: number
    do {
      byte = bytes[at++]!
      gap |= (byte & 127) << shift
      shift += 7
    } while (byte > 127)
    cell += gap
    const q = (bytes[at++]! << 24) >> 24
    weights[cell] = q < 0 ? -q * q : q * q
  }
  return weights
}

/** Without TextDecoder: the engine knows neither Node nor DOM. */
function ascii(bytes: Uint8Array, from: number, to: number): string {
  const parts: string[] = []
  for (let at = from; at < to; at += 8192)
    parts.push(String.fromCharCode(...bytes.subarray(at, Math.min(at + 8192, to))))
  return parts.join('')
}
