import { describe, expect, test } from 'vitest'
import { type TokenColumns, Tokens, UPOS, type Upos } from './tokens.ts'

type Word = readonly [
  from: number,
  to: number,
  form: string,
  upos: Upos,
  feats: string,
  head: number,
  deprel: string,
  part?: number,
]

// `Kerry reist ins Land. Er wartet.`; `ins` is `in` + `das`. Heads are rows.
const TEXT = 'Kerry reist ins Land. Er wartet.'
const WORDS: readonly Word[] = [
  [0, 5, 'Kerry', 'PROPN', 'Case=Nom|Number=Sing', 1, 'nsubj'],
  [6, 11, 'reist', 'VERB', '_', -1, 'root'],
  [12, 15, 'in', 'ADP', '_', 4, 'case'],
  [12, 15, 'das', 'DET', 'Case=Acc', 4, 'det', 1],
  [16, 20, 'Land', 'NOUN', 'Case=Acc', 1, 'obl:arg'],
  [20, 21, '.', 'PUNCT', '_', 1, 'punct'],
  [22, 24, 'Er', 'PRON', '_', 7, 'nsubj'],
  [25, 31, 'wartet', 'VERB', '_', -1, 'root'],
  [31, 32, '.', 'PUNCT', '_', 7, 'punct'],
]

function columns(words: readonly Word[], sentenceStart: number[]): TokenColumns {
  const strings: string[] = []
  const intern = (text: string): number => {
    if (!strings.includes(text)) strings.push(text)
    return strings.indexOf(text)
  }
  return {
    length: words.length,
    strings,
    from: Uint32Array.from(words, (word) => word[0]),
    to: Uint32Array.from(words, (word) => word[1]),
    part: Uint8Array.from(words, (word) => word[7] ?? 0),
    form: Uint32Array.from(words, (word) => intern(word[2])),
    lemma: Uint32Array.from(words, (word) => intern(word[2].toLowerCase())),
    upos: Uint8Array.from(words, (word) => UPOS.indexOf(word[3])),
    feats: Uint32Array.from(words, (word) => intern(word[4])),
    head: Int32Array.from(words, (word) => word[5]),
    deprel: Uint32Array.from(words, (word) => intern(word[6])),
    name: new Uint8Array(words.length),
    sentenceStart: Uint32Array.from(sentenceStart),
  }
}

const tokens = new Tokens(columns(WORDS, [0, 6, 9]))
const at = (row: number) => tokens.at(row)!

describe('a token', () => {
  test('reads its row', () => {
    expect(at(0)).toMatchObject({
      from: 0,
      to: 5,
      form: 'Kerry',
      lemma: 'kerry',
      upos: 'PROPN',
      deprel: 'nsubj',
    })
    expect([at(0).feat('Number'), at(0).feat('Num'), at(1).feat('Case')]).toEqual(['Sing', null, null])
  })

  test('knows the words above and below it', () => {
    expect(at(0).head!.is(at(1))).toBe(true)
    expect(at(1).head).toBeNull()
    expect(at(1).children.map(({ form }) => form)).toEqual(['Kerry', 'Land', '.'])
    expect(at(4).subtree.map(({ form }) => form)).toEqual(['in', 'das', 'Land'])
  })

  test('relations are asked for with or without their subtype', () => {
    expect(at(1).child('obl')!.form).toBe('Land')
    expect(at(1).child('obl:arg')!.form).toBe('Land')
    expect(at(1).child('obl:agent')).toBeNull()
    expect(
      at(1)
        .childrenBy('nsubj', 'punct')
        .map(({ index }) => index),
    ).toEqual([0, 5])
  })

  test('has neighbours, and none past the ends', () => {
    expect([at(0).previous, at(8).next]).toEqual([null, null])
    expect(at(5).next!.form).toBe('Er')
  })

  test('the parts of a contraction share their span', () => {
    expect(tokens.within({ from: 12, to: 15 }).map(({ form }) => form)).toEqual(['in', 'das'])
  })
})

describe('sentences', () => {
  test('reach from their first character to their last', () => {
    expect(tokens.sentences.map(({ from, to }) => TEXT.slice(from, to))).toEqual([
      'Kerry reist ins Land.',
      'Er wartet.',
    ])
  })

  test('have one root each, and every word knows its own', () => {
    expect(tokens.sentences.map(({ root }) => root!.form)).toEqual(['reist', 'wartet'])
    expect(WORDS.map((_, row) => at(row).sentence.index)).toEqual([0, 0, 0, 0, 0, 0, 1, 1, 1])
  })

  test.each([
    [0, 0],
    [20, 0],
    [21, 1],
    [31, 1],
  ])('the one around offset %i is number %i', (offset, index) =>
    expect(tokens.sentenceAt(offset)!.index).toBe(index),
  )

  test('there is none behind the last word', () => expect(tokens.sentenceAt(32)).toBeNull())
})

test('within takes whole words only', () => {
  expect(tokens.within({ from: 2, to: 18 }).map(({ form }) => form)).toEqual(['reist', 'in', 'das'])
})

test('an empty document has no words and no sentences', () => {
  const none = new Tokens(columns([], [0]))
  expect([none.length, none.sentences, none.at(0), none.rowAt(0), none.within({ from: 0, to: 9 })]).toEqual([
    0,
    [],
    null,
    -1,
    [],
  ])
})

test('a circle of heads ends', () => {
  const round = new Tokens(
    columns(
      [
        [0, 1, 'a', 'X', '_', 1, 'dep'],
        [2, 3, 'b', 'X', '_', 0, 'dep'],
      ],
      [0, 2],
    ),
  )
  expect(round.at(0)!.subtree.map(({ form }) => form)).toEqual(['a', 'b'])
})
