import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { createAnalyser } from '../src/analyse/analyser.ts'
import { reannotate } from '../src/analyse/conllu.ts'
import { german } from '../src/language/de/index.ts'
import { readCorpus } from './corpus.ts'

/** `npx tsx train/score.ts --out FOLDER`: gold and predicted files of the held-out parts, outside the repository, for `eval/score_conllu.py`. */
const { values } = parseArgs({
  options: {
    out: { type: 'string', default: '/tmp/lagebild-score' },
    model: { type: 'string', default: 'models/de/model.bin' },
    treebanks: { type: 'string', default: '../shared/treebanks/de' },
  },
})
const analyser = createAnalyser(readFileSync(values.model), german)
const { heldOut } = readCorpus(values.treebanks)
mkdirSync(values.out, { recursive: true })
for (const [name, sentences] of Object.entries(heldOut)) {
  const gold = `${sentences.map((s) => s.lines.join('\n')).join('\n\n')}\n\n`
  writeFileSync(join(values.out, `${name}.gold.conllu`), gold)
  writeFileSync(
    join(values.out, `${name}.pred.conllu`),
    reannotate(gold, analyser, name === 'gsd' ? 'gsd' : 'news'),
  )
  process.stdout.write(
    `python3 ../shared/eval/score_conllu.py ${join(values.out, `${name}.gold.conllu`)} ${join(values.out, `${name}.pred.conllu`)}\n`,
  )
}
