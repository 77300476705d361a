import { mkdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { readModel } from '../src/analyse/model.ts'
import { Network } from '../src/analyse/neural/network.ts'
import { german } from '../src/language/de/index.ts'
import { type HoldOut, readCorpus } from './corpus.ts'
import { CELL_BITS, exportCorpus } from './export.ts'
import { lemmaExamples, trainLemmatiser } from './lemmatiser.ts'
import { packModel, readTensors } from './pack.ts'
import { python } from './python.ts'

/**
 * `npm run train -- --out models/de`: from the treebanks to packed weights, the same bytes for the same seed on the same machine.
 * Python with torch trains the network (`train/neural`), this program all the rest.
 */
const { values } = parseArgs({
  options: {
    out: { type: 'string', default: 'models/de' },
    shared: { type: 'string', default: '../shared' },
    seed: { type: 'string', default: '1' },
    /** `standard`, or `fifth`: see corpus.ts. */
    hold: { type: 'string', default: 'standard' },
    /** Folder for what goes to Python and comes back. */
    work: { type: 'string', default: join(tmpdir(), 'lagebild-train') },
    /** `no`: packs what an earlier run left in the work folder. */
    network: { type: 'string', default: 'yes' },
    /** Networks that are trained at the same time. */
    processes: { type: 'string', default: '2' },
    /** Tries all steps in a few minutes; the model is worth nothing. */
    quick: { type: 'boolean', default: false },
  },
})

const seed = Number(values.seed)
const started = Date.now()
const log = (line: string) =>
  process.stdout.write(`${((Date.now() - started) / 1000).toFixed(0).padStart(4)} s  ${line}\n`)

const language = german
const corpus = readCorpus(join(values.shared, 'treebanks', language.code), values.hold as HoldOut)
const words = corpus.train.reduce((n, s) => n + s.words.length, 0)
log(`${corpus.train.length} sentences, ${words} words for training`)
const exported = exportCorpus(values.work, corpus, values.shared, language)
log(`written for Python: ${values.work}`)
const options = ['--seed', values.seed, '--processes', values.processes, ...(values.quick ? ['--quick'] : [])]
if (values.network === 'yes') python('train.py', [values.work, ...options], log)
const trained = { ...exported, tensors: readTensors(join(values.work, 'network')), cellBits: CELL_BITS }

// lemmas are learned from the features that the network gives, as they will be read from them
const noLemmas = { scripts: [], model: { classes: 0, bits: 0, weights: new Float32Array(1) } }
const empty = { ...noLemmas, lexicon: new Map<string, string>(), known: new Set<string>() }
const network = new Network(readModel(packModel(language.code, trained, empty)).network)
const lemmas = trainLemmatiser(lemmaExamples(corpus.train, network), language, seed, 8, 19)
log(`lemmatiser: ${lemmas.scripts.length} scripts, ${lemmas.lexicon.size} forms`)

const bytes = packModel(language.code, trained, lemmas)
mkdirSync(values.out, { recursive: true })
writeFileSync(join(values.out, 'model.bin'), bytes)
log(`${join(values.out, 'model.bin')}: ${(bytes.length / 1e6).toFixed(1)} MB`)
log('names.bin was trained on the network before: run `npm run train:names`')
