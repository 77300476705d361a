import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { Document, type RawDocument } from '../document/document.ts'
import { namesOf } from '../document/names.ts'
import { german } from '../language/de/index.ts'
import { type Analyser, createAnalyser } from './analyser.ts'
import { analyseComponent } from './component.ts'
import { readConllu, reannotate, writeConllu } from './conllu.ts'

let analyser: Analyser
beforeAll(() => {
  analyser = createAnalyser(readFileSync('models/de/model.bin'), german, {
    names: readFileSync('models/de/names.bin'),
  })
})
const read = (text: string) => analyser.analyse(text, [{ from: 0, to: text.length }])
const raw = (text: string): RawDocument => ({
  id: 'x',
  text,
  source: { outlet: null, agency: [], url: null, path: null, sha256: '', fetched: null },
  published: null,
  titleText: null,
  language: 'de',
  blocks: null,
  diagnostics: [],
})

describe('names', () => {
  const namesIn = (text: string) =>
    namesOf(read(text)).map(({ from, to, label }) => `${label} ${text.slice(from, to)}`)

  it.each([
    [
      'Gestern sprach Jakob Lindenmeier mit dem Bürgermeister von Rosenheim.',
      ['PER Jakob Lindenmeier', 'LOC Rosenheim'],
    ],
    ['Die Hofmann GmbH liefert Fenster nach Polen.', ['ORG Hofmann GmbH', 'LOC Polen']],
    ['Die deutschen Winzer hoffen auf Regen.', ['LOCderiv deutschen']],
    ['Der EU-Gipfel beginnt heute.', ['ORGpart EU-Gipfel']],
    ['Im Keller stand ein alter Schrank.', []],
  ])('%s', (text, names) => {
    expect(namesIn(text)).toEqual(names)
  })

  it('leave all else as it is without them', () => {
    const text = 'Gestern sprach Jakob Lindenmeier mit dem Bürgermeister von Rosenheim.'
    const without = createAnalyser(readFileSync('models/de/model.bin'), german)
    const { name, ...rest } = without.analyse(text, [{ from: 0, to: text.length }]).data
    expect(name.every((tag) => tag === 0)).toBe(true)
    expect({ ...read(text).data, name }).toEqual({ ...rest, name })
  })

  it('are those of the network that they were trained on: model-mismatch', () => {
    const model = Uint8Array.from(readFileSync('models/de/model.bin'))
    // inside of the second layer's weights
    for (let at = Math.floor(model.length * 0.75); at < model.length - 200_000; at += 997)
      model[at] = model[at]! ^ 1
    expect(() => createAnalyser(model, german, { names: readFileSync('models/de/names.bin') })).toThrow(
      expect.objectContaining({ code: 'model-mismatch' }),
    )
  })

  it('are also told of an analysis from outside', () => {
    const text = 'Gestern sprach Jakob Lindenmeier.'
    const doc = new Document(raw(text))
    doc.assign('body', [{ from: 0, to: text.length }])
    doc.assign('blocks', [])
    analyseComponent(analyser, () => writeConllu(read(text), text)).run(doc)
    expect(namesOf(doc.layer('tokens')).map(({ from, to }) => text.slice(from, to))).toEqual([
      'Jakob Lindenmeier',
    ])
  })
})

describe('analyse', () => {
  it('finds subject, verb with its particle and object', () => {
    const tokens = read('Der Minister sagte dem Nachbarland am Montag Hilfe zu.')
    const verb = tokens.sentences[0]!.root!
    expect(verb.lemma).toBe('zusagen')
    expect(verb.upos).toBe('VERB')
    expect(verb.child('nsubj')?.form).toBe('Minister')
    expect(verb.child('compound:prt')?.form).toBe('zu')
  })

  it('gives the parts of a contraction one span', () => {
    const tokens = read('Im Norden blieb es ruhig.')
    const [first, second] = [tokens.at(0)!, tokens.at(1)!]
    expect([first.form, second.form]).toEqual(['In', 'dem'])
    expect([first.from, first.to, second.from, second.to]).toEqual([0, 2, 0, 2])
    expect(Array.from(tokens.data.part.slice(0, 3))).toEqual([0, 1, 0])
  })

  it.each([
    ['Die Truppen versuchten, die Brücke zurückzuerobern.', 'zurückzuerobern', 'zurückerobern'],
    ['Die Soldaten wurden getötet.', 'getötet', 'töten'],
    ['Die Häuser brannten.', 'Häuser', 'Haus'],
  ])('lemma in %j', (text, form, lemma) => {
    const token = read(text).sentences[0]!.tokens.find((t) => t.form === form)
    expect(token?.lemma).toBe(lemma)
  })

  it.each([
    '.',
    '?! …',
    'a',
    '„',
    'Und',
    '1 2 3',
    '\u0000\u0001',
    '😀😀',
    'aber aber aber '.repeat(300),
    '( ( ( ( ) ) ',
  ])('gives one root and no cycle for %j', (text) => {
    const { data } = read(text)
    for (let s = 0; s + 1 < data.sentenceStart.length; s++) {
      const [start, end] = [data.sentenceStart[s]!, data.sentenceStart[s + 1]!]
      let roots = 0
      for (let row = start; row < end; row++) {
        if (data.head[row] === -1) roots++
        let at = row
        for (let n = 0; n <= end - start && at >= 0; n++) at = data.head[at]!
        expect(at).toBe(-1)
        if (data.head[row] === -1) expect(data.strings[data.deprel[row]!]).toBe('root')
        else expect(data.strings[data.deprel[row]!]).not.toBe('root')
      }
      expect(roots).toBe(1)
    }
  })

  it('depends on nothing but the text', () => {
    const text = 'Der Rat tagte am 5. November. Die Polizei nahm drei Männer fest.'
    const first = writeConllu(read(text), text)
    read('Ganz etwas anderes steht hier, mit vielen neuen Wörtern.')
    expect(writeConllu(read(text), text)).toBe(first)
  })
})

describe('analyseComponent', () => {
  it('reads the body alone and ends a sentence with its block', () => {
    const doc = new Document(raw('Rat tagt in Genf Die Runde begann gestern. Werbung'))
    doc.assign('body', [{ from: 0, to: 42 }])
    doc.assign('blocks', [
      { from: 0, to: 16, kind: 'title', published: null },
      { from: 17, to: 42, kind: 'body', published: null },
      { from: 43, to: 50, kind: 'furniture', published: null },
    ])
    analyseComponent(analyser).run(doc)
    expect(doc.layer('tokens').sentences.map((s) => [s.from, s.to])).toEqual([
      [0, 16],
      [17, 42],
    ])
  })

  it('falls back to no words', () => {
    const doc = new Document(raw('x'))
    analyseComponent(analyser).fallback(doc)
    expect(doc.layer('tokens').length).toBe(0)
    expect(doc.layer('tokens').sentences).toEqual([])
  })
})

describe('CoNLL-U', () => {
  const text = 'Im Rat, so hieß es, sei man „zufrieden“.\nSie gingen.'

  it('comes back from a file as it went in', () => {
    const written = writeConllu(read(text), text)
    expect(written).toContain('1-2\tIm\t')
    expect(written).toContain('# text = Im Rat, so hieß es, sei man „zufrieden“.')
    const back = readConllu(written)
    expect(writeConllu(back.tokens, back.text)).toBe(written)
  })

  it('is annotated anew without touching tokens, comments, XPOS and MISC', () => {
    const given =
      '# own = 1\n1\tSie\t_\tX\tPPER\t_\t0\troot\t_\tNote=1\n2\tgingen\t_\tX\tVVFIN\t_\t1\tdep\t_\tSpaceAfter=No\n3\t.\t_\tX\t$.\t_\t1\tdep\t_\t_\n\n'
    const made = reannotate(given, analyser).split('\n')
    expect(made[0]).toBe('# own = 1')
    expect(made[2]!.split('\t')).toEqual([
      '2',
      'gingen',
      'gehen',
      'VERB',
      'VVFIN',
      expect.any(String),
      '0',
      'root',
      '_',
      'SpaceAfter=No',
    ])
    expect(made[1]!.split('\t').slice(6)).toEqual(['2', 'nsubj', '_', 'Note=1'])
    expect(made).toHaveLength(given.split('\n').length)
  })

  it.each([
    ['1\tSie\t_', 'conllu-row'],
    ['1\tSie\tsie\tWORT\t_\t_\t0\troot\t_\t_', 'conllu-row'],
    ['1\tSie\tsie\tPRON\t_\t_\t7\tnsubj\t_\t_', 'conllu-row'],
  ])('%j is an error with a code', (line, code) => {
    expect(() => readConllu(`${line}\n\n`)).toThrow(expect.objectContaining({ code }))
  })
})

describe('createAnalyser', () => {
  it.each([
    ['no bytes', new Uint8Array(0)],
    ['other bytes', new Uint8Array(64).fill(7)],
    ['half a model', readFileSync('models/de/model.bin').subarray(0, 100_000)],
  ])('%s: model-format', (_, bytes) => {
    expect(() => createAnalyser(bytes, german)).toThrow(expect.objectContaining({ code: 'model-format' }))
  })
  it('another language: model-language', () => {
    expect(() => createAnalyser(readFileSync('models/de/model.bin'), { ...german, code: 'nl' })).toThrow(
      expect.objectContaining({ code: 'model-language' }),
    )
  })
})
