import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { formCells, wordKey } from '../src/analyse/forms.ts'
import { SOURCES } from '../src/analyse/neural/model.ts'
import { readTensors } from './pack.ts'
import { python } from './python.ts'

/**
 * `npx tsx train/fixture.ts`: writes `src/analyse/neural/fixture.json`, a tiny network with made-up weights and what the Python
 * program says of made-up sentences. Run it when `train/neural/network.py` has changed.
 */
const SENTENCES = [
  'Die Stadt schläft .',
  'Gestern brannte im Hafen ein Lagerhaus , sagte die Feuerwehr .',
  'Niemand kam .',
  'Ja',
  'Der Bürgermeister , der die Brücke bauen ließ , dankt den Arbeitern .',
]
const CELL_BITS = 4
const LABELS = ['root', 'nsubj', 'obj', 'det', 'punct', 'obl', 'case']
const SLOTS = [
  {
    name: 'nominal',
    classes: ['', 'Case=Nom', 'Case=Acc'],
    allowed: Array.from({ length: 17 }, () => [0, 1, 2]),
  },
]

const sentences = SENTENCES.map((s) => s.split(' '))
const forms = [...new Set(sentences.flat())]
const words = ['die', '.', 'stadt', ',', 'brannte']
const rows = forms.flatMap((form) => [words.indexOf(wordKey(form)) + 1, ...formCells(form, CELL_BITS)])
const folder = mkdtempSync(join(tmpdir(), 'lagebild-fixture-'))
writeFileSync(join(folder, 'forms.bin'), new Uint8Array(Uint32Array.from(rows).buffer))
writeFileSync(join(folder, 'raw.bin'), '')
const gold = sentences.map((s, i) => ({ source: i % SOURCES.length, forms: s.map((f) => forms.indexOf(f)) }))
const nothing = gold.map((s) => ({
  ...s,
  upos: s.forms.map(() => 0),
  head: s.forms.map(() => -1),
  labels: s.forms.map(() => []),
  slots: [s.forms.map(() => [])],
}))
writeFileSync(join(folder, 'sentences.jsonl'), nothing.map((s) => JSON.stringify(s)).join('\n'))
const meta = {
  cellBits: CELL_BITS,
  words: words.length,
  forms: forms.length,
  labels: LABELS,
  classes: SLOTS.map((slot) => slot.classes.length),
  sources: SOURCES.length,
}
writeFileSync(join(folder, 'meta.json'), JSON.stringify(meta))
python('fixture.py', [folder], console.log)
const expected = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as object[]
const round = (_: string, value: unknown) =>
  typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(7)) : value
const tensors = Object.fromEntries(
  [...readTensors(join(folder, 'network'))].map(([name, { shape, values }]) => [
    name,
    { shape, values: [...values] },
  ]),
)
const fixture = {
  words,
  labels: LABELS,
  slots: SLOTS,
  cellBits: CELL_BITS,
  tensors,
  sentences: sentences.map((s, i) => ({ source: SOURCES[gold[i]!.source], forms: s, ...expected[i] })),
}
writeFileSync('src/analyse/neural/fixture.json', `${JSON.stringify(fixture, round)}\n`)
