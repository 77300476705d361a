import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readModel } from '../../src/analyse/model.ts'
import { german } from '../../src/language/de/index.ts'
import { packModel, readTensors } from '../pack.ts'
import { python } from '../python.ts'
import { exportMeta, exportSentences, hashTable } from './export.ts'
import { nameTable } from './lists.ts'
import { Usage } from './usage.ts'

/**
 * `npx tsx train/names/fixture.ts`: writes `src/analyse/names/fixture.json`, a tiny recogniser on the tiny network of
 * `src/analyse/neural/fixture.json`, and what the Python program says of made-up sentences. Run it when `train/neural/names.py` or the features have changed.
 */
const CELL_BITS = 4
const SENTENCES = [
  'Gestern traf Berta Kohlmann in Neuhafen den Bürgermeister .',
  'Neuhafen schweigt .',
  'Die Hafenwerke Neuhafen und die Neuhafener Polizei loben Kohlmanns Bericht .',
  'Ja',
].map((sentence) => sentence.split(' '))
const LISTS = new Map([
  ['first', new Set(['Berta'])],
  ['last', new Set(['Kohlmann'])],
  ['place', new Set(['Neuhafen'])],
  ['company', new Set(['Hafenwerke Neuhafen'])],
] as const)
const RAW =
  'Der Hafen und der Bericht. Ein Hafen, ein Bericht. Die Polizei und die Werke der Polizei. Wir loben die Werke im Hafen, die Polizei lobt den Bericht.'

const usage = new Usage()
usage.add(RAW)
const tables = { names: nameTable(LISTS, german), usage: usage.table() }
const lexicon = { names: hashTable(tables.names), usage: hashTable(tables.usage) }
const neural = JSON.parse(readFileSync('src/analyse/neural/fixture.json', 'utf8')) as {
  tensors: Record<string, { shape: number[]; values: number[] }>
}
const noLemmas = { scripts: [], model: { classes: 0, bits: 0, weights: new Float32Array(1) } }
const tensors = new Map(
  Object.entries(neural.tensors).map(([name, { shape, values }]) => [
    name,
    { shape, values: Float32Array.from(values) },
  ]),
)
const packed = packModel('de', { ...neural, tensors } as never, {
  ...noLemmas,
  lexicon: new Map<string, string>(),
  known: new Set<string>(),
})
const { network } = readModel(packed)
const folder = mkdtempSync(join(tmpdir(), 'lagebild-names-'))
const sentences = SENTENCES.map((words) => ({ words, tags: words.map(() => 0) }))
exportSentences(folder, 'gold', sentences, network, lexicon, CELL_BITS)
exportMeta(folder, ['gold'], network, CELL_BITS)
python('fixture_names.py', [folder], console.log)
const expected = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as object[]
const round = (_: string, value: unknown) =>
  typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(7)) : value
const fixture = {
  cellBits: CELL_BITS,
  names: [...tables.names],
  usage: [...tables.usage],
  tensors: Object.fromEntries(
    [...readTensors(join(folder, 'names'))].map(([name, { shape, values }]) => [
      name,
      { shape, values: [...values] },
    ]),
  ),
  sentences: SENTENCES.map((forms, i) => ({ forms, ...expected[i] })),
}
writeFileSync('src/analyse/names/fixture.json', `${JSON.stringify(fixture, round)}\n`)
