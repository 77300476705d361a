import { expect, it } from 'vitest'
import { caseFromTree } from './case-from-trees.ts'

const rows = (list: [string, string, number, string][]) =>
  list.map(([form, upos, head, relation]) => ({ form, upos, head, relation }))

it('reads case off relations, prepositions and agreement', () => {
  const given = rows([
    ['Der', 'DET', 1, 'det'],
    ['Rat', 'NOUN', 2, 'nsubj'],
    ['lehnt', 'VERB', -1, 'root'],
    ['neue', 'ADJ', 4, 'amod'],
    ['Hilfen', 'NOUN', 2, 'obj'],
    ['mit', 'ADP', 6, 'case'],
    ['Nachdruck', 'NOUN', 2, 'obl'],
  ])
  expect(caseFromTree(given)).toEqual(['Nom', 'Nom', null, 'Acc', 'Acc', null, 'Dat'])
})

it('says nothing where the article contradicts', () => {
  const given = rows([
    ['dem', 'DET', 1, 'det'],
    ['Land', 'NOUN', 2, 'obj'],
    ['hilft', 'VERB', -1, 'root'],
  ])
  expect(caseFromTree(given)).toEqual([null, null, null])
})
