import { FeatureList, score } from '../src/analyse/linear.ts'
import {
  type MorphSlot,
  morphFeatures,
  SLOT_KEYS,
  slotApplies,
  TAG_FEATURES,
  type TaggerModel,
  uposFeatures,
} from '../src/analyse/tagger.ts'
import type { WordShape, WordShapes } from '../src/analyse/words.ts'
import { UPOS } from '../src/document/tokens.ts'
import { type GoldSentence, type GoldWord, random, shuffle } from './corpus.ts'
import { Perceptron } from './perceptron.ts'

interface Example {
  readonly words: readonly WordShape[]
  readonly gold: GoldSentence
  readonly tags: Uint8Array
  /** Per slot and word the classes that count as right; empty where nothing is known. */
  readonly right: readonly (readonly (readonly number[])[])[]
}

const ADV = UPOS.indexOf('ADV')

/** Value of a key in a slot: one or more that count as right, '' for none, null where the source does not say. */
function valuesOf(word: GoldWord, key: string, source: string): readonly string[] | null {
  if (!word.feats) return null
  const value = word.feats.get(key)
  if (value === '?') return null
  if (value !== undefined) return value.split(',')
  if (source === 'hdt' || source === 'news') return null
  return ['']
}

function slotClasses(sentences: readonly GoldSentence[], name: MorphSlot['name']) {
  const keys = SLOT_KEYS[name]
  const counts = new Map<string, number>()
  const byUpos = UPOS.map(() => new Map<string, number>())
  for (const { words, source } of sentences) {
    if (source !== 'gsd' && source !== 'pud') continue
    for (const word of words) {
      if (!slotApplies(name, word.upos)) continue
      const values = keys.map((key) => valuesOf(word, key, source))
      if (values.some((v) => v === null || v.length > 1)) continue
      const text = keys
        .flatMap((key, i) =>
          values[i]![0] && !(word.upos === ADV && key === 'Degree') ? [`${key}=${values[i]![0]}`] : [],
        )
        .join('|')
      counts.set(text, (counts.get(text) ?? 0) + 1)
      byUpos[word.upos]!.set(text, (byUpos[word.upos]!.get(text) ?? 0) + 1)
    }
  }
  const classes = [...counts]
    .filter(([, n]) => n > 2)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .map(([text]) => text)
  const allowed = byUpos.map((of) => classes.flatMap((text, c) => ((of.get(text) ?? 0) > 1 ? [c] : [])))
  return { classes, allowed }
}

export interface TaggerOptions {
  readonly epochs: number
  readonly seed: number
  readonly bits: number
}

export function trainTagger(
  sentences: readonly GoldSentence[],
  shapes: WordShapes,
  options: TaggerOptions,
): TaggerModel {
  const names = ['nominal', 'verbal', 'other'] as const
  const inventory = names.map((name) => slotClasses(sentences, name))
  const upos = new Perceptron(UPOS.length, options.bits)
  const slots = inventory.map(({ classes }) => new Perceptron(classes.length, options.bits))
  const parsed = inventory.map(({ classes }, s) =>
    classes.map((text) => {
      const map = new Map(
        text === '' ? [] : text.split('|').map((pair) => pair.split('=') as [string, string]),
      )
      return SLOT_KEYS[names[s]!].map((key) => map.get(key) ?? '')
    }),
  )
  const examples = sentences.map((gold): Example => {
    const right = inventory.map(({ allowed }, s) =>
      gold.words.map((word) => {
        if (!word.feats || !slotApplies(names[s]!, word.upos)) return []
        const values = SLOT_KEYS[names[s]!].map((key) =>
          key === 'Degree' && word.upos === ADV ? [''] : valuesOf(word, key, gold.source),
        )
        if (values.every((v) => v === null)) return []
        return allowed[word.upos]!.filter((c) =>
          values.every((v, k) => v === null || v.includes(parsed[s]![c]![k]!)),
        )
      }),
    )
    return {
      words: gold.words.map((w) => shapes.of(w.form)),
      gold,
      tags: Uint8Array.from(gold.words, (w) => w.upos),
      right,
    }
  })
  const next = random(options.seed)
  const features = new FeatureList(TAG_FEATURES)
  const scores = new Float64Array(512)
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    for (const example of shuffle(examples, next)) {
      const { words, tags } = example
      const guess = new Uint8Array(words.length)
      const nominal = new Int16Array(words.length).fill(-1)
      for (let i = 0; i < words.length; i++) {
        uposFeatures(words, guess, i, features)
        score(upos, features, scores)
        guess[i] = argmax(scores, UPOS.length)
        if (guess[i] !== tags[i]) upos.update(features, tags[i]!, guess[i]!)
        upos.step++
      }
      for (let i = 0; i < words.length; i++) {
        morphFeatures(words, tags, nominal, i, features)
        for (let s = 0; s < slots.length; s++) {
          const allowed = inventory[s]!.allowed[tags[i]!]!
          if (allowed.length === 0) continue
          score(slots[s]!, features, scores)
          const best = bestOf(scores, allowed)
          if (s === 0) nominal[i] = best
          const right = example.right[s]![i]!
          if (right.length > 0 && !right.includes(best))
            slots[s]!.update(features, bestOf(scores, right), best)
          slots[s]!.step++
        }
      }
    }
  }
  return {
    upos: upos.averaged(),
    slots: names.map((name, s) => ({ name, ...inventory[s]!, model: slots[s]!.averaged() })),
  }
}

function argmax(scores: Float64Array, n: number): number {
  let best = 0
  for (let c = 1; c < n; c++) if (scores[c]! > scores[best]!) best = c
  return best
}

function bestOf(scores: Float64Array, among: readonly number[]): number {
  let best = among[0]!
  for (const c of among) if (scores[c]! > scores[best]!) best = c
  return best
}
