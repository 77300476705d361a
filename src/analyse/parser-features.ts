import { UPOS } from '../document/tokens.ts'
import { finish, mix } from './hash.ts'
import type { FeatureList } from './linear.ts'
import type { ParserState } from './transitions.ts'
import type { WordShape } from './words.ts'

export const PARSE_FEATURES = 128
/** Treebanks differ in convention; the parser reads one of them into its features. Texts are parsed as `news`. */
export const SOURCES = ['news', 'gsd', 'pud', 'hdt'] as const
export type Source = (typeof SOURCES)[number]

/** One sentence as the parser sees it; arrays have a place more than words, for the artificial root. */
export interface ParserInput {
  readonly words: readonly WordShape[]
  readonly upos: ArrayLike<number>
  /** Class of the nominal and of the verbal slot plus 1, 0 for none. */
  readonly nominal: ArrayLike<number>
  readonly verbal: ArrayLike<number>
  /** Next verb or auxiliary behind each word, -1 for none. */
  readonly nextVerb: ArrayLike<number>
  /** Number of commas and of verbs before each word. */
  readonly commas: ArrayLike<number>
  readonly verbs: ArrayLike<number>
  readonly source: number
}

const VERB = UPOS.indexOf('VERB')
const AUX = UPOS.indexOf('AUX')
const NONE = 0x2545f491
const ROOT = 0x51ed270b

export function parserInput(
  words: readonly WordShape[],
  upos: ArrayLike<number>,
  nominal: ArrayLike<number>,
  verbal: ArrayLike<number>,
  source: Source,
): ParserInput {
  const size = words.length
  const nextVerb = new Int32Array(size + 1).fill(-1)
  const commas = new Int32Array(size + 2)
  const verbs = new Int32Array(size + 2)
  let next = -1
  for (let i = size - 1; i >= 0; i--) {
    nextVerb[i] = next
    if (upos[i] === VERB || upos[i] === AUX) next = i
  }
  for (let i = 0; i < size; i++) {
    commas[i + 1] = commas[i]! + (words[i]!.form === ',' ? 1 : 0)
    verbs[i + 1] = verbs[i]! + (upos[i] === VERB || upos[i] === AUX ? 1 : 0)
  }
  const plus = (slot: ArrayLike<number>) =>
    Int16Array.from({ length: size + 1 }, (_, i) => (i < size ? slot[i]! + 1 : 0))
  const tags = new Uint8Array(size + 1)
  for (let i = 0; i < size; i++) tags[i] = upos[i]!
  tags[size] = UPOS.length
  return {
    words,
    upos: tags,
    nominal: plus(nominal),
    verbal: plus(verbal),
    nextVerb,
    commas,
    verbs,
    source: SOURCES.indexOf(source),
  }
}

const BUCKETS = [0, 1, 2, 3, 4, 5, 6, 6, 6, 6, 7]

/** Features after Zhang & Nivre (2011), with case, clusters, the frame so far and the verb that is still to come. */
export function parserFeatures(input: ParserInput, state: ParserState, out: FeatureList): void {
  const { words, upos, nominal, verbal } = input
  const size = state.size
  const s0 = state.top
  const s1 = state.second
  const b0 = state.front
  const b1 = b0 + 1 < size ? b0 + 1 : -1
  const b2 = b0 + 2 < size ? b0 + 2 : -1
  const word = (i: number) => (i < 0 ? NONE : i >= size ? ROOT : words[i]!.hash)
  const tag = (i: number) => (i < 0 ? 31 : upos[i]!)
  const fine = (i: number) => (i < 0 || i >= size ? 0 : words[i]!.fine)
  const coarse = (i: number) => (i < 0 || i >= size ? 0 : words[i]!.coarse)
  const label = (i: number) => (i < 0 ? 99 : state.label[i]!)
  const morph = (i: number) => (i < 0 ? -1 : (tag(i) << 16) | (nominal[i]! << 8) | verbal[i]!)
  const suffix = (i: number) => (i < 0 || i >= size ? NONE : words[i]!.suffixes[2]!)

  const s0h = s0 >= 0 ? state.head[s0]! : -1
  const s0l = s0 >= 0 ? state.left1[s0]! : -1
  const s0r = s0 >= 0 ? state.right1[s0]! : -1
  const s0l2 = s0 >= 0 ? state.left2[s0]! : -1
  const s0r2 = s0 >= 0 ? state.right2[s0]! : -1
  const b0l = state.left1[b0]!
  const b0l2 = state.left2[b0]!
  const s0w = word(s0)
  const b0w = word(b0)
  const s0t = tag(s0)
  const b0t = tag(b0)
  const s0m = morph(s0)
  const b0m = morph(b0)
  const b1t = tag(b1)
  const b2t = tag(b2)
  const s1t = tag(s1)
  const ht = tag(s0h)
  const gap = s0 < 0 ? 0 : BUCKETS[Math.min(b0 - s0, 10)]!
  const headed = s0h >= 0 ? 1 : 0
  const tt = (s0t << 6) | (b0t << 1) | headed
  const s0taken = s0 >= 0 ? state.taken[s0]! : 0
  const b0taken = state.taken[b0]!
  const between =
    s0 < 0
      ? 0
      : (Math.min(input.commas[b0]! - input.commas[s0 + 1]!, 3) << 2) |
        Math.min(input.verbs[b0]! - input.verbs[s0 + 1]!, 3)
  const nv = input.nextVerb[b0]!

  let c = 0
  let id = 1001
  const { cells } = out
  const add = (a: number, b = 0, d = 0) => {
    cells[c++] = finish(mix(mix(mix(a, id++), b), d))
  }
  add(tt, input.source)
  add(s0w, s0t)
  add(b0w, b0t)
  add(s0w, b0t, headed)
  add(b0w, s0t, headed)
  add(s0w, b0w)
  add(s0m, b0m)
  add(s0m, b0w)
  add(s0w, b0m)
  add(tt, gap)
  add(s0w, gap, headed)
  add(b0w, gap)
  add(tt, between)
  add(word(b1), b1t)
  add(word(b2), b2t)
  add(tt, b1t)
  add(tt, b1t, b2t)
  add(tt, s1t)
  add(tt, ht, label(s0))
  add(tt, s1t, b1t)
  add(b0w, word(b1))
  add(b0w, b1t, s0t)
  add(s0w, b0t, b1t)
  add(s0w, label(s0), b0t)
  add(word(s1), s0t, b0t)
  add(s1t, s0w, b0t)
  add(tt, word(b1))
  add(tt, tag(s0l), label(s0l))
  add(tt, tag(s0r), label(s0r))
  add(tt, tag(b0l), label(b0l))
  add(tt, label(s0l), label(s0l2))
  add(tt, label(s0r), label(s0r2))
  add(tt, label(b0l), label(b0l2))
  add(s0w, label(s0r), b0t)
  add(s0w, label(s0l), b0t)
  add(word(s0l), tt)
  add(word(s0r), tt)
  add(word(b0l), tt)
  add(word(s0h), s0w, b0t)
  add(ht, label(s0), b0w)
  add(s0taken, b0m, s0t)
  add(b0taken, s0m, b0t)
  add(s0taken, s0w, b0t)
  add(s0taken, b0taken, tt)
  add(s0taken, s0m, b0m)
  add(b0taken, s0m, b0m)
  add(s0m, b0t, between)
  add(b0m, s0t, between)
  add(word(nv), tt)
  add(morph(nv), tt, s0m)
  add(morph(nv), b0m, s0w)
  add(word(nv), s0m, b0t)
  add(fine(s0), fine(b0), headed)
  add(fine(s0), b0t, coarse(b1))
  add(fine(b0), s0t, gap)
  add(coarse(s0), coarse(b0), gap)
  add(s0w, fine(b0), headed)
  add(b0w, fine(s0), headed)
  add(fine(s1), fine(s0), b0t)
  add(fine(b0), fine(b1), s0t)
  add(suffix(s0), b0t, headed)
  add(suffix(b0), s0t, headed)
  add(s0m, b0m, morph(b1))
  add(s0m, b0m, morph(s1))
  add(morph(s1), s0m, label(s0))
  add(s0w, input.source, b0t)
  add(b0w, input.source, s0t)
  add(s0 >= 0 ? Math.min(state.children[s0]!, 4) : 0, tt, gap)
  add(s0m, b0m, gap)
  add(morph(s0h), s0m, b0m)
  add(Math.min(state.depth, 4), tt, b1t)
  add(tag(state.depth > 2 ? state.stack[state.depth - 3]! : -1), s1t, tt)
  out.count = c
}
