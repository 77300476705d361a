import { type MorphSlot, SLOT_KEYS, slotApplies } from '../src/analyse/morphology.ts'
import { UPOS } from '../src/document/tokens.ts'
import type { GoldSentence, GoldWord } from './corpus.ts'

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

/** Inventory of the slots, and for each word of a sentence the classes that count as right (empty: nothing is known). */
export function slotInventory(sentences: readonly GoldSentence[]) {
  const names = ['nominal', 'verbal', 'other'] as const
  const inventory = names.map((name) => slotClasses(sentences, name))
  const parsed = inventory.map(({ classes }, s) =>
    classes.map((text) => {
      const map = new Map(
        text === '' ? [] : text.split('|').map((pair) => pair.split('=') as [string, string]),
      )
      return SLOT_KEYS[names[s]!].map((key) => map.get(key) ?? '')
    }),
  )
  const right = (gold: GoldSentence): number[][][] =>
    inventory.map(({ allowed }, s) =>
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
  return { slots: names.map((name, s) => ({ name, ...inventory[s]! })), right }
}
