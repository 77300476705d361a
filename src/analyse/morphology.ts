import { UPOS } from '../document/tokens.ts'

/** Morphological features that are predicted together, one class a combination of values (`Case=Dat|Number=Sing`; '' for none). */
export interface MorphSlot {
  readonly name: 'nominal' | 'verbal' | 'other'
  readonly classes: readonly string[]
  /** For each part of speech the classes that it may have; an empty list: the slot does not apply. */
  readonly allowed: readonly (readonly number[])[]
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

/** {@link featsOf}, with the text of each combination made once. @param classes class of each slot, by the slot's number */
export function featsReader(slots: readonly MorphSlot[]): (classes: (slot: number) => number) => string {
  const known = new Map<number, string>()
  return (classes) => {
    let key = 0
    for (let s = 0; s < slots.length; s++) key = key * (slots[s]!.classes.length + 1) + classes(s) + 1
    let text = known.get(key)
    if (text === undefined) {
      text = featsOf(
        slots,
        slots.map((_, s) => classes(s)),
      )
      known.set(key, text)
    }
    return text
  }
}

/** Features in CoNLL-U notation, keys in alphabetical order, `_` for none. @param classes of each slot, -1 where it does not apply */
export function featsOf(slots: readonly MorphSlot[], classes: readonly number[]): string {
  const pairs = slots.flatMap((slot, s) => {
    const text = classes[s]! < 0 ? '' : slot.classes[classes[s]!]!
    return text === '' ? [] : text.split('|')
  })
  if (pairs.length === 0) return '_'
  return pairs.sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1)).join('|')
}
