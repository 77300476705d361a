import { expect, test } from 'vitest'
import { UPOS } from '../document/tokens.ts'
import { german } from '../language/de/index.ts'
import type { WordRow } from './columns.ts'
import { oneSubject } from './subjects.ts'

type Short = readonly [
  form: string,
  upos: (typeof UPOS)[number],
  head: number,
  deprel: string,
  feats?: string,
]

/** Words with heads counted from 1, 0 for the root. */
const rowsOf = (...words: Short[]): WordRow[] =>
  words.map(([form, upos, head, deprel, feats = '_'], i) => ({
    from: i,
    to: i + 1,
    part: 0,
    form,
    lemma: form,
    upos: UPOS.indexOf(upos),
    feats,
    head: head - 1,
    deprel,
  }))
const relations = (rows: WordRow[]) => {
  oneSubject(rows, german)
  return rows.map((row) => `${row.form}:${row.deprel}:${row.head + 1}`)
}

test('a pronoun in the nominative leaves the noun to be the object', () => {
  const rows = rowsOf(
    ['Entsendung', 'NOUN', 2, 'nsubj'],
    ['schloss', 'VERB', 0, 'root'],
    ['er', 'PRON', 2, 'nsubj'],
  )
  expect(relations(rows)).toEqual(['Entsendung:obj:2', 'schloss:root:0', 'er:nsubj:2'])
})

test('the number of the verb tells', () => {
  const fin = 'Number=Plur|VerbForm=Fin'
  const rows = rowsOf(
    ['Falludscha', 'PROPN', 2, 'nsubj', 'Number=Sing'],
    ['eroberten', 'VERB', 0, 'root', fin],
    ['Kämpfer', 'NOUN', 2, 'nsubj', 'Number=Plur'],
  )
  expect(relations(rows)).toEqual(['Falludscha:obj:2', 'eroberten:root:0', 'Kämpfer:nsubj:2'])
})

test('the subject of what is said goes to the clause that is said', () => {
  const rows = rowsOf(
    ['Lage', 'NOUN', 4, 'nsubj'],
    ['sei', 'AUX', 3, 'cop'],
    ['ernst', 'ADJ', 4, 'ccomp'],
    ['sagte', 'VERB', 0, 'root'],
    ['sie', 'PRON', 4, 'nsubj'],
  )
  expect(relations(rows)[0]).toBe('Lage:nsubj:3')
})

test('where nothing tells, both stay', () => {
  const rows = rowsOf(
    ['Kerry', 'PROPN', 2, 'nsubj'],
    ['traf', 'VERB', 0, 'root'],
    ['Maliki', 'PROPN', 2, 'nsubj'],
  )
  expect(relations(rows)).toEqual(['Kerry:nsubj:2', 'traf:root:0', 'Maliki:nsubj:2'])
})
