import { UPOS } from '../document/tokens.ts'
import { finish, mix } from './hash.ts'
import { FeatureList, type LinearModel, score } from './linear.ts'
import type { WordShape } from './words.ts'

/** Morphological features that are predicted together, one class a combination of values (`Case=Dat|Number=Sing`; '' for none). */
export interface MorphSlot {
  readonly name: 'nominal' | 'verbal' | 'other'
  readonly classes: readonly string[]
  /** For each part of speech the classes that it may have; an empty list: the slot does not apply. */
  readonly allowed: readonly (readonly number[])[]
  readonly model: LinearModel
}

export interface TaggerModel {
  readonly upos: LinearModel
  readonly slots: readonly MorphSlot[]
}

/** Feature keys of each slot, as they are told apart in training. */
export const SLOT_KEYS = {
  nominal: ['Case', 'Gender', 'Number'],
  verbal: ['Mood', 'Number', 'Person', 'Tense', 'VerbForm'],
  other: ['Definite', 'Degree', 'Foreign', 'NumType', 'Person', 'Polarity', 'Poss', 'PronType', 'Reflex'],
} as const satisfies Record<MorphSlot['name'], readonly string[]>

const VERBAL = new Set([UPOS.indexOf('VERB'), UPOS.indexOf('AUX')])
/** Which of a token's features a slot may hold, by part of speech. */
export function slotApplies(name: MorphSlot['name'], upos: number): boolean {
  return name === 'verbal' ? VERBAL.has(upos) : !VERBAL.has(upos)
}

/** Tags of one sentence: `upos[i]`, and per slot the class of each word, -1 where the slot does not apply. */
export interface Tagging {
  readonly upos: Uint8Array
  readonly slots: readonly Int16Array[]
}

const EDGE = 0x5bd1e995
export const TAG_FEATURES = 64

export function uposFeatures(
  words: readonly WordShape[],
  tags: ArrayLike<number>,
  i: number,
  out: FeatureList,
): void {
  const w = words[i]!
  const p = words[i - 1]
  const n = words[i + 1]
  const nn = words[i + 2]
  const pp = words[i - 2]
  const t1 = i > 0 ? tags[i - 1]! + 1 : 0
  const t2 = i > 1 ? tags[i - 2]! + 1 : 0
  const first = i === 0 ? 1 : 0
  let c = 0
  let id = 1
  const { cells } = out
  const add = (a: number, b = 0) => {
    cells[c++] = finish(mix(mix(a, id++), b))
  }
  add(w.hash)
  add(w.hash, w.shape)
  for (const s of w.suffixes) add(s)
  add(w.suffixes[2]!, w.shape + first)
  for (const s of w.prefixes) add(s)
  add(w.shape, first)
  add(t1)
  add(t1, t2)
  add(t1, w.hash)
  add(t1, w.suffixes[2]!)
  add(mix(t1, t2), w.suffixes[1]!)
  add(p?.hash ?? EDGE)
  add(pp?.hash ?? EDGE)
  add(n?.hash ?? EDGE)
  add(nn?.hash ?? EDGE)
  add(p?.hash ?? EDGE, w.hash)
  add(n?.hash ?? EDGE, w.hash)
  add(n?.suffixes[2] ?? EDGE)
  add(n?.suffixes[2] ?? EDGE, w.suffixes[2]!)
  add(n?.shape ?? EDGE, w.shape)
  add(p?.suffixes[2] ?? EDGE, w.suffixes[2]!)
  add(w.fine)
  add(w.fine, t1)
  add(w.coarse, n?.coarse ?? -1)
  add(n?.fine ?? -1)
  add(p?.fine ?? -1)
  add(mix(p?.coarse ?? -1, w.coarse), n?.coarse ?? -1)
  add(mix(n?.shape ?? EDGE, p?.shape ?? EDGE), w.shape)
  add(0x77)
  out.count = c
}

/** `nominal[j]` for `j < i` are the nominal classes decided so far (case agreement runs from left to right). */
export function morphFeatures(
  words: readonly WordShape[],
  tags: ArrayLike<number>,
  nominal: ArrayLike<number>,
  i: number,
  out: FeatureList,
): void {
  const w = words[i]!
  const p = words[i - 1]
  const n = words[i + 1]
  const nn = words[i + 2]
  const last = words.length
  const tag = (j: number) => (j >= 0 && j < last ? tags[j]! + 1 : 0)
  const t = tag(i)
  const c1 = i > 0 ? nominal[i - 1]! + 2 : 0
  const c2 = i > 1 ? nominal[i - 2]! + 2 : 0
  const w1 = p?.hash ?? EDGE
  let c = 0
  let id = 101
  const { cells } = out
  const add = (a: number, b = 0) => {
    cells[c++] = finish(mix(mix(mix(a, id++), b), t))
  }
  add(0x77)
  add(w.hash)
  for (const s of w.suffixes) add(s)
  add(w.suffixes[1]!, c1)
  add(w.suffixes[2]!, w1)
  add(w.hash, w1)
  add(w.hash, c1)
  add(c1)
  add(c1, c2)
  add(c1, tag(i + 1))
  add(mix(c1, c2), w.suffixes[1]!)
  add(w1)
  add(w1, words[i - 2]?.hash ?? EDGE)
  add(w1, w.suffixes[0]!)
  add(words[i - 2]?.hash ?? EDGE, w.suffixes[1]!)
  add(tag(i - 1), tag(i + 1))
  add(mix(tag(i - 1), tag(i - 2)), w.suffixes[1]!)
  add(mix(tag(i + 1), tag(i + 2)), w.hash)
  add(n?.hash ?? EDGE)
  add(n?.hash ?? EDGE, w.hash)
  add(n?.suffixes[1] ?? EDGE, w.hash)
  add(mix(n?.suffixes[1] ?? EDGE, tag(i + 1)), w.suffixes[1]!)
  add(mix(nn?.suffixes[1] ?? EDGE, tag(i + 2)), w.hash)
  add(mix(nn?.suffixes[2] ?? EDGE, tag(i + 2)), mix(tag(i + 1), w.hash))
  add(n?.fine ?? -1, w.hash)
  add(nn?.fine ?? -1, w.hash)
  add(w.fine)
  add(w.fine, c1)
  // the nearest preposition and the nearest verb to the left, as far as the noun phrase may reach
  let j = i - 1
  while (
    j >= 0 &&
    j > i - 5 &&
    tag(j) - 1 !== ADP &&
    tag(j) - 1 !== VERB &&
    tag(j) - 1 !== AUX &&
    tag(j) - 1 !== PUNCT
  )
    j--
  const left = words[j]?.hash ?? EDGE
  add(left, tag(j))
  add(left, w.suffixes[1]!)
  add(left, c1)
  add(i === 0 ? 1 : 0, w.suffixes[1]!)
  add(w.shape)
  for (const s of w.prefixes) add(s)
  out.count = c
}

const ADP = UPOS.indexOf('ADP')
const VERB = UPOS.indexOf('VERB')
const AUX = UPOS.indexOf('AUX')
const PUNCT = UPOS.indexOf('PUNCT')

/** Tags sentences, greedily from left to right. */
export class Tagger {
  readonly model: TaggerModel
  readonly #features = new FeatureList(TAG_FEATURES)
  readonly #scores = new Float64Array(512)

  constructor(model: TaggerModel) {
    this.model = model
  }

  tag(words: readonly WordShape[]): Tagging {
    const upos = new Uint8Array(words.length)
    const scores = this.#scores
    for (let i = 0; i < words.length; i++) {
      uposFeatures(words, upos, i, this.#features)
      score(this.model.upos, this.#features, scores)
      let best = 0
      for (let c = 1; c < UPOS.length; c++) if (scores[c]! > scores[best]!) best = c
      upos[i] = best
    }
    return { upos, slots: this.morph(words, upos) }
  }

  morph(words: readonly WordShape[], upos: Uint8Array): Int16Array[] {
    const slots = this.model.slots.map(() => new Int16Array(words.length).fill(-1))
    const nominal = slots[0]!
    for (let i = 0; i < words.length; i++) {
      morphFeatures(words, upos, nominal, i, this.#features)
      for (let s = 0; s < slots.length; s++) {
        const slot = this.model.slots[s]!
        const allowed = slot.allowed[upos[i]!]!
        if (allowed.length === 0) continue
        if (allowed.length > 1) score(slot.model, this.#features, this.#scores)
        let best = allowed[0]!
        for (const c of allowed) if (this.#scores[c]! > this.#scores[best]!) best = c
        slots[s]![i] = best
      }
    }
    return slots
  }

  /** Features of word `i` in CoNLL-U notation, keys in alphabetical order, `_` for none. */
  feats(tagging: Tagging, i: number): string {
    const pairs: string[] = []
    for (let s = 0; s < tagging.slots.length; s++) {
      const c = tagging.slots[s]![i]!
      if (c >= 0 && this.model.slots[s]!.classes[c] !== '')
        pairs.push(...this.model.slots[s]!.classes[c]!.split('|'))
    }
    return pairs.length === 0
      ? '_'
      : pairs.sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1)).join('|')
  }
}
