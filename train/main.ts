import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { Lemmatiser } from '../src/analyse/lemmatiser.ts'
import { Parser } from '../src/analyse/parser.ts'
import { parserInput } from '../src/analyse/parser-features.ts'
import { Tagger } from '../src/analyse/tagger.ts'
import { WordShapes } from '../src/analyse/words.ts'
import { german } from '../src/language/de/index.ts'
import { makeClusters } from './clusters.ts'
import { readCorpus } from './corpus.ts'
import { evaluate } from './evaluate.ts'
import { type LemmaExample, trainLemmatiser } from './lemmatiser.ts'
import { packModel } from './pack.ts'
import { type ParserExample, trainParser } from './parser.ts'
import { trainTagger } from './tagger.ts'

/** `npm run train -- --out models/de`: from the treebanks to packed weights, the same bytes for the same seed. */
const { values } = parseArgs({
  options: {
    out: { type: 'string', default: 'models/de' },
    treebanks: { type: 'string', default: '../shared/treebanks/de' },
    raw: { type: 'string', default: '../shared/raw/bundestag' },
    seed: { type: 'string', default: '1' },
    epochs: { type: 'string', default: '7' },
    clusters: { type: 'string', default: 'yes' },
    margin: { type: 'string', default: '50' },
    explore: { type: 'string', default: '0.9' },
    folds: { type: 'string', default: '2' },
  },
})

const seed = Number(values.seed)
const started = Date.now()
const log = (line: string) =>
  process.stdout.write(`${((Date.now() - started) / 1000).toFixed(0).padStart(4)} s  ${line}\n`)

const corpus = readCorpus(values.treebanks)
log(
  `${corpus.train.length} sentences, ${corpus.train.reduce((n, s) => n + s.words.length, 0)} words for training`,
)
const clusters =
  values.clusters === 'yes'
    ? makeClusters(values.raw, corpus.train, seed, log)
    : new Map<string, readonly [number, number]>()
const shapes = new WordShapes(clusters)
const tagging = { epochs: 6, seed, bits: 21 }

// The parser must learn from tags as wrong as those it will meet: each fold is tagged by a tagger that has not seen it.
const folds = Number(values.folds)
const examples: ParserExample[] = []
const lemmas: LemmaExample[] = []
for (let fold = 0; fold < folds; fold++) {
  const tagger = new Tagger(
    trainTagger(
      corpus.train.filter((_, i) => i % folds !== fold),
      shapes,
      tagging,
    ),
  )
  for (let i = fold; i < corpus.train.length; i += folds) {
    const gold = corpus.train[i]!
    const words = gold.words.map((w) => shapes.of(w.form))
    const tags = tagger.tag(words)
    examples.push({ gold, input: parserInput(words, tags.upos, tags.slots[0]!, tags.slots[1]!, gold.source) })
    const right = {
      upos: Uint8Array.from(gold.words, (w) => w.upos),
      slots: tagger.morph(
        words,
        Uint8Array.from(gold.words, (w) => w.upos),
      ),
    }
    gold.words.forEach((word, j) => {
      if (word.lemma !== null)
        lemmas.push({
          form: word.form,
          upos: word.upos,
          feats: tagger.feats(right, j),
          lemma: word.lemma,
          source: gold.source,
        })
    })
  }
  log(`fold ${fold + 1} of ${folds} tagged`)
}
const taggerModel = trainTagger(corpus.train, shapes, tagging)
log('tagger trained')
const lemmaModel = trainLemmatiser(lemmas, german, seed, 8, 19)
log(`lemmatiser trained: ${lemmaModel.scripts.length} scripts, ${lemmaModel.lexicon.size} forms`)
const tagger = new Tagger(taggerModel)
const lemmatiser = new Lemmatiser(lemmaModel, german)
log(`GSD test:      ${evaluate(corpus.heldOut.gsd, shapes, tagger, lemmatiser, null, 'gsd')}`)
log(`held-out news: ${evaluate(corpus.heldOut.news, shapes, tagger, lemmatiser, null, 'news')}`)
const parserModel = trainParser(
  examples,
  {
    epochs: Number(values.epochs),
    seed,
    bits: 23,
    explore: Number(values.explore),
    margin: Number(values.margin),
  },
  log,
)
const parser = new Parser(parserModel)
log(`GSD test:      ${evaluate(corpus.heldOut.gsd, shapes, tagger, lemmatiser, parser, 'gsd')}`)
log(`held-out news: ${evaluate(corpus.heldOut.news, shapes, tagger, lemmatiser, parser, 'news')}`)

const bytes = packModel({
  language: 'de',
  clusters,
  tagger: taggerModel,
  lemmas: lemmaModel,
  parser: parserModel,
})
mkdirSync(values.out, { recursive: true })
writeFileSync(join(values.out, 'model.bin'), bytes)
log(`${join(values.out, 'model.bin')}: ${(bytes.length / 1e6).toFixed(1)} MB`)
