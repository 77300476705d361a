import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { readNamesGold } from './gold.ts'

/**
 * `npx tsx train/names/held-out.ts OUT.tsv`: the sentences of GermEval that `npm run train:names` holds out, for `lagebild eval entities`.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    folder: { type: 'string', default: '../shared/gold/entities' },
    part: { type: 'string', default: '0' },
  },
})
const [out = '/tmp/names-held-out.tsv'] = positionals
const held = readNamesGold(values.folder).filter(({ part }) => part === Number(values.part))
writeFileSync(out, held.map(({ lines }) => `${lines.trim()}\n\n`).join(''))
console.log(`${out}: ${held.length} sentences`)
