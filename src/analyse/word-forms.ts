import { UPOS } from '../document/tokens.ts'
import type { LanguageData } from '../language/contract.ts'
import { CompoundSplitter, partsKnown } from './compounds.ts'
import { Lemmatiser } from './lemmatiser.ts'
import { readModel } from './model.ts'

/** What a word by itself may be a form of; no sentence is read for it. */
export interface WordForms {
  /** The lemma of a noun; null for what is not written as one: a verb by itself has too many readings. */
  nounOf(form: string): string | null
  /** The words that a compound is made of, the head last; the lemma alone where it is none. */
  partsOf(lemma: string): readonly string[]
}

const NOUN = UPOS.indexOf('NOUN')
/** Shorter words are function words more often than forms of others. */
const SHORTEST = 4

/**
 * @param model the bytes of `models/<language>/model.bin`; the network in it is not used
 * @throws LagebildError `model-format`
 */
export function createWordForms(
  model: Uint8Array,
  language: LanguageData,
  vocabulary: ReadonlySet<string> = new Set(),
): WordForms {
  const data = readModel(model)
  const lemmatiser = new Lemmatiser(data.lemmas, language, data.lemmaUnit, vocabulary)
  const splitter = new CompoundSplitter(partsKnown(data), language)
  return {
    nounOf: (form) =>
      form.length >= SHORTEST && /^\p{Lu}/u.test(form) ? lemmatiser.lemma(form, NOUN, '') : null,
    partsOf: (lemma) => splitter.parts(lemma),
  }
}
