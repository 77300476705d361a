import { describe, expect, test } from 'vitest'
import { loadLexicon } from './lexicon.ts'

const NOUNS = 'lemma\tkind\tsector\tunit'
const PREDICATES = 'lemma\tpos\ttype\tmode\tactor\trecipient\treciprocal\tneeds'
const load = (nouns: string[], predicates: string[]) =>
  loadLexicon({
    'actor-nouns.tsv': [NOUNS, ...nouns].join('\n'),
    'predicates.tsv': [PREDICATES, ...predicates].join('\n'),
  })

test('a noun and a predicate as the tables have them', () => {
  const lexicon = load(
    ['Soldat\tpopulation\tMIL\ttroops', 'Menge\tpopulation\t\t'],
    [
      'treffen\tverb\tCONSULT\t\tsubj|mit\t-\tyes\t',
      'zünden\tverb\tASSAULT\texplosives\tsubj\tauf|in\tno\tBombe|Rakete',
    ],
  )
  expect(lexicon.actorNouns.get('Soldat')).toEqual({
    lemma: 'Soldat',
    kind: 'population',
    sector: 'MIL',
    unit: 'troops',
  })
  expect(lexicon.actorNouns.get('Menge')).toMatchObject({ sector: null, unit: null })
  expect(lexicon.byLemma.get('verb:treffen')).toMatchObject([
    { type: 'CONSULT', mode: null, actor: ['subj', 'mit'], recipient: [], reciprocal: true, needs: [] },
  ])
  expect(lexicon.byLemma.get('verb:zünden')).toMatchObject([
    { mode: 'explosives', recipient: ['auf', 'in'], reciprocal: false, needs: ['Bombe', 'Rakete'], line: 3 },
  ])
})

test('two frames of one lemma keep their order', () => {
  const rows = [
    'sprengen\tverb\tASSAULT\texplosives\tsubj\tobj\tno\t',
    'sprengen\tverb\tASSAULT\t\tsubj\tin\tno\t*sich',
  ]
  expect(
    load([], rows)
      .byLemma.get('verb:sprengen')
      ?.map(({ mode }) => mode),
  ).toEqual(['explosives', null])
})

describe('a wrong row is refused with file and line', () => {
  test.each([
    ['an unknown kind', ['Soldat\tanimal\tMIL\t'], [], 'actor-nouns.tsv:2'],
    ['an unknown sector', ['Soldat\tpopulation\tXYZ\t'], [], 'actor-nouns.tsv:2'],
    ['an unknown unit', ['Soldat\tpopulation\tMIL\tpieces'], [], 'actor-nouns.tsv:2'],
    ['an unknown type', [], ['tun\tverb\tDANCE\t\tsubj\tobj\tno\t'], 'predicates.tsv:2'],
    ['an unknown part of speech', [], ['tun\tadverb\tAID\t\tsubj\tobj\tno\t'], 'predicates.tsv:2'],
    ['no lemma', [], ['\tverb\tAID\t\tsubj\tobj\tno\t'], 'predicates.tsv:2'],
  ])('%s', (_name, nouns, predicates, place) => {
    expect(() => load(nouns, predicates)).toThrow(place)
  })
})
