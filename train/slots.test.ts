import { expect, it } from 'vitest'
import type { Source } from '../src/analyse/neural/model.ts'
import { UPOS } from '../src/document/tokens.ts'
import type { GoldSentence } from './corpus.ts'
import { slotInventory } from './slots.ts'

const sentence = (
  source: Source,
  words: readonly (readonly [string, string, string | null])[],
): GoldSentence => ({
  source,
  document: 'd',
  lines: [],
  words: words.map(([form, upos, feats]) => ({
    form,
    lemma: null,
    upos: UPOS.indexOf(upos as never),
    feats:
      feats === null ? null : new Map(feats.split('|').map((pair) => pair.split('=') as [string, string])),
    head: -1,
    relations: ['root'],
  })),
})
const gold = [
  ...Array.from({ length: 4 }, () =>
    sentence('gsd', [
      ['Brücken', 'NOUN', 'Case=Nom|Gender=Fem|Number=Plur'],
      ['Brücken', 'NOUN', 'Case=Acc|Gender=Fem|Number=Plur'],
      ['fielen', 'VERB', 'Mood=Ind|Number=Plur|Person=3|Tense=Past|VerbForm=Fin'],
    ]),
  ),
]
const { slots, right } = slotInventory(gold)
const classesOf = (s: number, classes: readonly number[]) => classes.map((c) => slots[s]!.classes[c]!).sort()

it('knows the classes of each slot and where it applies', () => {
  expect(slots.map((slot) => slot.name)).toEqual(['nominal', 'verbal', 'other'])
  expect([...slots[0]!.classes].sort()).toEqual([
    'Case=Acc|Gender=Fem|Number=Plur',
    'Case=Nom|Gender=Fem|Number=Plur',
  ])
  expect(slots[0]!.allowed[UPOS.indexOf('NOUN')]!.length).toBe(2)
  expect(slots[0]!.allowed[UPOS.indexOf('VERB')]).toEqual([])
})

it.each<[string, Source, string | null, string[]]>([
  ['all that is said', 'gsd', 'Case=Acc|Gender=Fem|Number=Plur', ['Case=Acc|Gender=Fem|Number=Plur']],
  ['a case from the tree, the rest unknown', 'news', 'Case=Nom', ['Case=Nom|Gender=Fem|Number=Plur']],
  ['nothing', 'news', null, []],
  [
    'one of two values',
    'gsd',
    'Case=Acc,Nom|Gender=Fem|Number=Plur',
    ['Case=Acc|Gender=Fem|Number=Plur', 'Case=Nom|Gender=Fem|Number=Plur'],
  ],
])('counts as right: %s', (_, source, feats, expected) => {
  const [nominal] = right(sentence(source, [['Brücken', 'NOUN', feats]]))
  expect(classesOf(0, nominal![0]!)).toEqual(expected)
})
