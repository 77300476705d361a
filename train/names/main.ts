import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { readModel } from '../../src/analyse/model.ts'
import { german } from '../../src/language/de/index.ts'
import { readTensors } from '../pack.ts'
import { python } from '../python.ts'
import { augment } from './augment.ts'
import { exportMeta, exportSentences, hashTable } from './export.ts'
import { PARTS, readNamesGold, type TaggedSentence, tagged } from './gold.ts'
import { nameTable, readLists } from './lists.ts'
import { packNames } from './pack.ts'
import { rawSentences, readRawTexts } from './raw.ts'
import { Usage } from './usage.ts'

/**
 * `npm run train:names`: the recogniser of names (`models/de/names.bin`) from the encoder of `models/de/model.bin`, which it leaves as it is, and
 * GermEval 2014. One part of it in five is held out; `--check` holds out a second one and prints figures on that.
 */
const { values } = parseArgs({
  options: {
    out: { type: 'string', default: 'models/de' },
    shared: { type: 'string', default: '../shared' },
    seed: { type: 'string', default: '1' },
    /** Part that is held out of training and never looked at by this program. */
    hold: { type: 'string', default: '0' },
    /** Part that is held out as well, for figures along the way. */
    check: { type: 'string' },
    work: { type: 'string', default: join(tmpdir(), 'lagebild-train-names') },
    /** `no`: packs what an earlier run left in the work folder. */
    network: { type: 'string', default: 'yes' },
    copies: { type: 'string', default: '3' },
    /** Raw sentences that the teachers tag. */
    raw: { type: 'string', default: '16000' },
    teachers: { type: 'string', default: '2' },
    epochs: { type: 'string', default: '3' },
    'student-epochs': { type: 'string', default: '4' },
  },
})
/** Rows of the table of letter groups: 2 ** 14. */
const CELL_BITS = 14
const started = Date.now()
const log = (line: string) =>
  process.stdout.write(`${((Date.now() - started) / 1000).toFixed(0).padStart(4)} s  ${line}\n`)
const language = german
const { network } = readModel(readFileSync('models/de/model.bin'))

const raw = readRawTexts(values.shared)
const usage = new Usage()
for (const text of [...raw.reports, ...raw.speeches]) usage.add(text)
const lists = readLists()
const tables = { names: nameTable(lists, language), usage: usage.table() }
log(`${tables.names.size} entries of names, usage of ${tables.usage.size} words`)
const lexicon = { names: hashTable(tables.names), usage: hashTable(tables.usage) }

if (values.network === 'yes') trainNetwork()
const bytes = packNames(language.code, CELL_BITS, readTensors(join(values.work, 'names')), tables, network)
mkdirSync(values.out, { recursive: true })
writeFileSync(join(values.out, 'names.bin'), bytes)
log(`${join(values.out, 'names.bin')}: ${(bytes.length / 1e6).toFixed(1)} MB`)

function trainNetwork(): void {
  const gold = readNamesGold(join(values.shared, 'gold/entities'))
  const held = new Set([values.hold, ...(values.check === undefined ? [] : [values.check])].map(Number))
  const of = (parts: ReadonlySet<number>) =>
    gold.filter(({ part }) => parts.has(part)).flatMap(({ sentence }) => tagged(sentence, language))
  const training = of(new Set(Array.from({ length: PARTS }, (_, i) => i).filter((i) => !held.has(i))))
  const parts: Record<string, TaggedSentence[]> = {
    gold: training,
    augmented: augment(training, lists, language, Number(values.copies), Number(values.seed)),
    raw: rawSentences(raw, values.shared, language, Number(values.raw), Number(values.seed)),
    check: values.check === undefined ? [] : of(new Set([Number(values.check)])),
  }
  const written = Object.keys(parts).filter((name) => parts[name]!.length > 0)
  for (const name of written) exportSentences(values.work, name, parts[name]!, network, lexicon, CELL_BITS)
  exportMeta(values.work, written, network, CELL_BITS)
  log(`written for Python: ${values.work}`)
  const passed = (['seed', 'teachers', 'epochs', 'student-epochs'] as const).flatMap((name) => [
    `--${name}`,
    values[name],
  ])
  python('train_names.py', [values.work, ...passed], log)
}
