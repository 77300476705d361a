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
  writeFileSync(predicted!, reannotate(text, analyser, sentences[0]!.source))
  process.stdout.write(`python3 ../shared/eval/score_conllu.py ${gold} ${predicted}\n`)
}
