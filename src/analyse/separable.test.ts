import { expect, it } from 'vitest'
import { UPOS } from '../document/tokens.ts'
import { german } from '../language/de/index.ts'
import type { WordRow } from './columns.ts'
import { separableLemmas } from './separable.ts'

const row = (
  form: string,
  lemma: string,
  upos: (typeof UPOS)[number],
  head: number,
  deprel: string,
): WordRow => ({
  from: 0,
  to: 0,
  part: 0,
  form,
  lemma,
  upos: UPOS.indexOf(upos),
  feats: '_',
  head,
  deprel,
})

it.each([
  ['sagte', 'sagen', 'zu', 'compound:prt', 'zusagen'],
  ['gab', 'ausgeben', 'aus', 'compound:prt', 'ausgeben'],
  ['ging', 'gehen', 'dort', 'advmod', 'gehen'],
  ['ging', 'gehen', 'dort', 'compound:prt', 'gehen'],
])('%s (%s) with %s as %s is %s', (form, lemma, particle, relation, expected) => {
  const rows = [row(form, lemma, 'VERB', -1, 'root'), row(particle, particle, 'ADP', 0, relation)]
  separableLemmas(rows, german)
  expect(rows[0]!.lemma).toBe(expected)
})

it.each([
  ['blieb', 'bleiben', 'fern', 'advmod', 'fernbleiben'],
  ['blieb', 'bleiben', 'still', 'advmod', 'bleiben'],
  ['knüppelten', 'knüppelten', 'nieder', 'compound:prt', 'niederknüppeln'],
])('%s (%s) with %s as %s is the known verb %s', (form, lemma, particle, relation, expected) => {
  const rows = [row(form, lemma, 'VERB', -1, 'root'), row(particle, particle, 'ADJ', 0, relation)]
  const known = ['fernbleiben', 'niederknüppeln']
  separableLemmas(rows, german, {
    isKnown: (_upos, word) => known.includes(word),
    lemma: (word) => (word === 'niederknüppelten' ? 'niederknüppeln' : word),
  })
  expect(rows[0]!.lemma).toBe(expected)
})
