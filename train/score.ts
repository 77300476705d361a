import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { createAnalyser } from '../src/analyse/analyser.ts'
import { reannotate } from '../src/analyse/conllu.ts'
import { german } from '../src/language/de/index.ts'
import { type HoldOut, readCorpus } from './corpus.ts'

/**
 * `npx tsx train/score.ts --out FOLDER`: gold and predicted files of the held-out parts, outside the repository, for
 * `eval/score_conllu.py`. `--hold fifth` for a model that was trained so.
 */
const { values } = parseArgs({
  options: {
    out: { type: 'string', default: '/tmp/lagebild-score' },
    model: { type: 'string', default: 'models/de/model.bin' },
    treebanks: { type: 'string', default: '../shared/treebanks/de' },
    hold: { type: 'string', default: 'standard' },
  },
})
const analyser = createAnalyser(readFileSync(values.model), german)
const { heldOut } = readCorpus(values.treebanks, values.hold as HoldOut)
mkdirSync(values.out, { recursive: true })
for (const [name, sentences] of Object.entries(heldOut)) {
  const [gold, predicted] = ['gold', 'pred'].map((kind) => join(values.out, `${name}.${kind}.conllu`))
  const text = `${sentences.map((s) => s.lines.join('\n')).join('\n\n')}\n\n`
  writeFileSync(gold!, text)
  const { source } = sentences[0]!
  const read = reannotate(text, analyser, source)
  writeFileSync(predicted!, read)
  process.stdout.write(`python3 ../shared/eval/score_conllu.py ${gold} ${predicted}\n`)
  if (source !== 'gsd' && source !== 'pud') continue
  // texts are read as news, which has no features of its own: they must be as good as by the treebank's conventions
  for (const [as, made] of [
    [source, read],
    ['news', reannotate(text, analyser, 'news')],
  ] as const)
    process.stdout.write(`# features of ${name} read as ${as}: ${features(text, made)}\n`)
}

/** Share of the words with the right part of speech that have all features of a kind right. */
function features(gold: string, made: string): string {
  const rows = (text: string) => text.split('\n').filter((line) => /^\d+\t/.test(line))
  const values = (row: string) => new Map(row.split('|').map((pair) => pair.split('=') as [string, string]))
  const [right, mine] = [rows(gold), rows(made)].map((lines) => lines.map((line) => line.split('\t')))
  const share = (keys: readonly string[], verbal: boolean) => {
    const chosen = right!.flatMap((row, i) =>
      row[3] === mine![i]![3] && ['VERB', 'AUX'].includes(row[3]!) === verbal
        ? [[row[5]!, mine![i]![5]!]]
        : [],
    )
    const same = chosen.filter(([a, b]) =>
      keys.every((key) => (values(a!).get(key) ?? '').split(',').includes(values(b!).get(key) ?? '')),
    )
    return `${keys.join(', ')} ${((100 * same.length) / chosen.length).toFixed(1)} %`
  }
  return [
    share(['Case', 'Number'], false),
    share(['Case', 'Gender', 'Number'], false),
    share(['Mood', 'Tense', 'Number', 'Person'], true),
  ].join('; ')
}
