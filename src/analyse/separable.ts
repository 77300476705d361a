import { UPOS } from '../document/tokens.ts'
import type { LanguageData } from '../language/contract.ts'
import type { WordRow } from './columns.ts'

/** Which lemmas there are, and which one a form has. */
export interface KnownWords {
  isKnown(upos: string, lemma: string): boolean
  lemma(form: string, upos: number, feats: string): string
}

const NOTHING: KnownWords = { isKnown: () => false, lemma: (form) => form }

const VERB = UPOS.indexOf('VERB')

/**
 * Gives a verb its separated particle: the lemma of `sagt` in `sie sagt Hilfe zu` becomes `zusagen`. What the tree takes for an adverb is
 * one where the two make a verb that is known (`blieb der Konferenz fern`).
 */
export function separableLemmas(
  rows: readonly WordRow[],
  language: LanguageData,
  words: KnownWords = NOTHING,
): void {
  for (const [i, row] of rows.entries()) {
    if (row.head < 0) continue
    const isParticle = row.deprel === 'compound:prt'
    if (!isParticle && !(ADVERBIAL.has(row.deprel) && (closesClause(rows, i) || isWrittenApart(rows, i))))
      continue
    const verb = rows[row.head]!
    const particle = row.form.toLowerCase()
    if (verb.upos !== VERB || !language.particles.includes(particle) || verb.lemma.startsWith(particle))
      continue
    const joined = particle + verb.lemma
    if (words.isKnown('VERB', joined)) verb.lemma = joined
    else if (isParticle) {
      const whole = words.lemma(particle + verb.form.toLowerCase(), VERB, verb.feats)
      verb.lemma = words.isKnown('VERB', whole) ? whole : joined
    }
  }
}

/** Behind its verb and last in the clause, where particles stand. */
const closesClause = (rows: readonly WordRow[], at: number): boolean => {
  const next = rows[at + 1]
  return at > rows[at]!.head && (next === undefined || next.upos === PUNCT || next.upos === CCONJ)
}

/** `wie die Armee bekannt gab`: an adjective right before its verb, with which it is written as one word or as two. */
const isWrittenApart = (rows: readonly WordRow[], at: number): boolean =>
  rows[at]!.head === at + 1 && rows[at]!.upos === ADJ

const ADJ = UPOS.indexOf('ADJ')
const PUNCT = UPOS.indexOf('PUNCT')
const CCONJ = UPOS.indexOf('CCONJ')
const ADVERBIAL = new Set(['advmod', 'xcomp'])
