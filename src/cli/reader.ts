import { eld } from 'eld/small'
import { createAnalyser } from '../analyse/analyser.ts'
import { analyseComponent } from '../analyse/component.ts'
import { hashOf, sha256Bytes } from '../base/ids.ts'
import { createNameIndex } from '../codebook/name-index.ts'
import { Document, type RawDocument } from '../document/document.ts'
import type { Report } from '../document/report.ts'
import { toReport } from '../document/serialise.ts'
import { cleanComponent } from '../extract/clean/component.ts'
import { datingComponent } from '../extract/dating/component.ts'
import { entitiesComponent } from '../extract/entities/component.ts'
import { createNounIndex } from '../extract/entities/nouns.ts'
import { LEAST_CONFIDENCE } from '../extract/events/choices/decide.ts'
import { type ChoiceWeights, readChoiceWeights } from '../extract/events/choices/weights.ts'
import type { CoderTables } from '../extract/events/coder.ts'
import { eventsComponent } from '../extract/events/component.ts'
import { figuresComponent } from '../extract/figures/component.ts'
import { positionsComponent } from '../extract/positions/component.ts'
import { quotesComponent } from '../extract/quotes/component.ts'
import { timesFound, timesResolved } from '../extract/times/component.ts'
import { german } from '../language/de/index.ts'
import { vocabularyOf } from '../language/lexicon.ts'
import { assemble, type Pipeline } from '../pipeline/pipeline.ts'
import { analysesIn } from './outside-analyses.ts'
import {
  packageVersion,
  readChoices,
  readCodebook,
  readDatingWeights,
  readLexicon,
  readModels,
} from './resources.ts'

export interface NodeReader {
  readonly reader: Report['reader']
  readonly pipeline: Pipeline
  /** What the event coder reads with. */
  readonly tables: CoderTables
  read(raw: RawDocument): Report
}

export interface ReaderOptions {
  /** Folder of CoNLL-U files, one a report, that take the place of our own analysis. */
  readonly analysisFrom?: string
  /** Events less sure than this are left out; from 0 to 1. */
  readonly minConfidence?: number
  /** Weights in place of the package's own, as training measures them. */
  readonly choices?: ChoiceWeights
}

/** Text of which the language is told: enough to be sure, little enough to be quick. Characters. */
const LANGUAGE_SAMPLE = 2000

/** Who reads: program, model and codebook, without loading the pipeline. */
export function readerIdentity(): Report['reader'] {
  const { model, names } = readModels()
  return identityOf(model, names, readDatingWeights(), readCodebook().version)
}

function identityOf(
  model: Uint8Array,
  names: Uint8Array,
  weights: string,
  codebook: string,
): Report['reader'] {
  return {
    program: packageVersion(),
    model: hashOf(sha256Bytes(Buffer.concat([model, names])), weights).slice(0, 12),
    codebook,
  }
}

/** The reading pipeline with the tables and weights of this package. Loading takes about a second. */
export function createNodeReader(options: ReaderOptions = {}): NodeReader {
  const codebook = readCodebook()
  const lexicon = readLexicon()
  const { model, names: namesModel } = readModels()
  const weights = readDatingWeights()
  const names = createNameIndex(codebook)
  const nouns = createNounIndex(codebook.roleNouns, lexicon)
  const outside = options.analysisFrom === undefined ? undefined : analysesIn(options.analysisFrom)
  const detect = (text: string) => eld.detect(text.slice(0, LANGUAGE_SAMPLE)).language || null
  const tables: CoderTables = {
    lexicon,
    names,
    choices: options.choices ?? readChoiceWeights(readChoices()),
    least: options.minConfidence ?? LEAST_CONFIDENCE,
  }
  const pipeline = assemble([
    cleanComponent(codebook.outlets, detect),
    analyseComponent(
      createAnalyser(model, german, { names: namesModel, vocabulary: vocabularyOf(lexicon) }),
      outside,
    ),
    entitiesComponent(names, nouns),
    timesFound,
    quotesComponent,
    figuresComponent(nouns),
    datingComponent(codebook, () => weights),
    timesResolved,
    eventsComponent(tables),
    positionsComponent,
  ])
  const reader = identityOf(model, namesModel, weights, codebook.version)
  return {
    reader,
    pipeline,
    tables,
    read(raw) {
      const doc = new Document(raw)
      pipeline.run(doc)
      return toReport(doc, reader)
    },
  }
}
