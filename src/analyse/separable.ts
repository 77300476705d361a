import { UPOS } from '../document/tokens.ts'
import type { LanguageData } from '../language/contract.ts'
import type { WordRow } from './columns.ts'

const VERB = UPOS.indexOf('VERB')

/** Gives a verb its separated particle: the lemma of `sagt` in `sie sagt Hilfe zu` becomes `zusagen`. */
export function separableLemmas(rows: readonly WordRow[], language: LanguageData): void {
  for (const row of rows) {
    if (row.deprel !== 'compound:prt' || row.head < 0) continue
    const verb = rows[row.head]!
    const particle = row.form.toLowerCase()
    if (verb.upos !== VERB || !language.particles.includes(particle) || verb.lemma.startsWith(particle))
      continue
    verb.lemma = particle + verb.lemma
  }
}
