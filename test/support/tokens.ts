import { ColumnsBuilder } from '../../src/analyse/columns.ts'
import { tokenise } from '../../src/analyse/sentences.ts'
import { syntacticWords } from '../../src/analyse/syntactic-words.ts'
import type { Tokens } from '../../src/document/tokens.ts'
import { UPOS } from '../../src/document/tokens.ts'
import { german } from '../../src/language/de/index.ts'

/** Words of a text without tags or trees, for tests that need no model: all `X`, the lemma is the form, the first word is the root. */
export function tokensOf(text: string): Tokens {
  const builder = new ColumnsBuilder()
  for (const sentence of tokenise(text, [{ from: 0, to: text.length }], german)) {
    builder.addSentence(
      syntacticWords(sentence, german).map((word, i) => ({
        ...word,
        lemma: word.form,
        upos: UPOS.indexOf('X'),
        feats: '_',
        head: i === 0 ? -1 : 0,
        deprel: i === 0 ? 'root' : 'dep',
      })),
    )
  }
  return builder.build()
}
