import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { german } from '../language/de/index.ts'
import { alignConllu } from './align.ts'

const row = (id: number | string, form: string, upos: string, head: number | string, deprel: string) =>
  [id, form, form.toLowerCase(), upos, '_', '_', head, deprel, '_', '_'].join('\t')
const sentence = (...rows: string[]) => `${rows.join('\n')}\n\n`

const ANALYSIS =
  sentence(
    row(1, 'Kerry', 'PROPN', 2, 'nsubj'),
    row(2, 'sagte', 'VERB', 0, 'root'),
    row(3, 'Hilfe', 'NOUN', 2, 'obj'),
    row(4, 'zu', 'ADP', 2, 'compound:prt'),
    row(5, '.', 'PUNCT', 2, 'punct'),
  ) +
  sentence(
    `1-2\tIm\t_\t_\t_\t_\t_\t_\t_\t_`,
    row(1, 'In', 'ADP', 3, 'case'),
    row(2, 'dem', 'DET', 3, 'det'),
    row(3, 'Irak', 'PROPN', 0, 'root'),
  )

const wholeOf = (text: string) => [{ from: 0, to: text.length }]

describe('an analysis from outside', () => {
  it('is put where its words stand, contractions and particles as ours', () => {
    const text = 'Kerry  sagte\nHilfe zu.  Im Irak'
    const tokens = alignConllu(ANALYSIS, text, wholeOf(text), german)
    expect(tokens.sentences.map((s) => text.slice(s.from, s.to))).toEqual([
      'Kerry  sagte\nHilfe zu.',
      'Im Irak',
    ])
    expect(tokens.at(1)!.lemma).toBe('zusagte')
    expect([tokens.at(5)!.from, tokens.at(6)!.from]).toEqual([25, 25].map(() => text.indexOf('Im')))
  })

  it('may leave out what is not read, or hold it', () => {
    const text = 'Anzeige\nKerry sagte Hilfe zu. Im Irak'
    const body = [{ from: 8, to: text.length }]
    expect(alignConllu(ANALYSIS, text, body, german).length).toBe(8)
    const withAdvert = sentence(row(1, 'Anzeige', 'NOUN', 0, 'root')) + ANALYSIS
    expect(alignConllu(withAdvert, text, body, german).length).toBe(8)
  })

  it.each([
    ['a word that is not there', 'Kerry sagt Hilfe zu. Im Irak', 'analysis-unaligned'],
    ['read text that the analysis leaves out', 'Kerry sagte gestern Hilfe zu. Im Irak', 'analysis-unaligned'],
    ['a text that ends early', 'Kerry sagte', 'analysis-unaligned'],
  ])('says so: %s', (_, text, code) => {
    expect(() => alignConllu(ANALYSIS, text, wholeOf(text), german)).toThrow(
      expect.objectContaining({ code }),
    )
  })

  it('needs a tree', () => {
    const loop = sentence(row(1, 'a', 'X', 2, 'dep'), row(2, 'b', 'X', 1, 'dep'), row(3, 'c', 'X', 0, 'root'))
    expect(() => alignConllu(loop, 'a b c', wholeOf('a b c'), german)).toThrow(
      expect.objectContaining({ code: 'analysis-no-tree' }),
    )
  })

  it('never leaves the text, whatever text it is given', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        try {
          const tokens = alignConllu(ANALYSIS, text, wholeOf(text), german)
          expect([...tokens.data.to].every((to) => to <= text.length)).toBe(true)
        } catch (error) {
          expect(error).toMatchObject({ code: 'analysis-unaligned' })
        }
      }),
    )
  })
})
