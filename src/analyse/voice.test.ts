import { expect, it } from 'vitest'
import type { WordRow } from './columns.ts'
import { voiceOfSubjects } from './voice.ts'

const row = (head: number, deprel: string): WordRow => ({
  from: 0,
  to: 0,
  part: 0,
  form: '',
  lemma: '',
  upos: 0,
  feats: '_',
  head,
  deprel,
})

it.each([
  [
    ['nsubj', 'aux:pass'],
    ['nsubj:pass', 'aux:pass'],
  ],
  [
    ['nsubj:pass', 'aux'],
    ['nsubj', 'aux'],
  ],
  [
    ['nsubj:pass', 'aux:pass'],
    ['nsubj:pass', 'aux:pass'],
  ],
  [
    ['csubj', 'aux:pass'],
    ['csubj:pass', 'aux:pass'],
  ],
  [
    ['obj', 'aux:pass'],
    ['obj', 'aux:pass'],
  ],
])('%j under one verb becomes %j', (given, expected) => {
  const rows = [row(-1, 'root'), ...given.map((relation) => row(0, relation))]
  voiceOfSubjects(rows)
  expect(rows.slice(1).map((r) => r.deprel)).toEqual(expected)
})
