import type { Lemmatiser } from '../src/analyse/lemmatiser.ts'
import type { Parser } from '../src/analyse/parser.ts'
import { parserInput, type Source } from '../src/analyse/parser-features.ts'
import type { Tagger } from '../src/analyse/tagger.ts'
import type { WordShapes } from '../src/analyse/words.ts'
import type { GoldSentence } from './corpus.ts'

/** Percent right, gold words; relations without subtypes, as `eval/score_conllu.py` counts. */
export function evaluate(
  sentences: readonly GoldSentence[],
  shapes: WordShapes,
  tagger: Tagger,
  lemmatiser: Lemmatiser | null,
  parser: Parser | null,
  source: Source,
): string {
  let words = 0
  let upos = 0
  let lemmas = 0
  let known = 0
  let uas = 0
  let las = 0
  let feats = 0
  let featured = 0
  const plain = (relation: string) => relation.split(':')[0]!
  for (const gold of sentences) {
    const shape = gold.words.map((w) => shapes.of(w.form))
    const tagging = tagger.tag(shape)
    const tree = parser?.parse(parserInput(shape, tagging.upos, tagging.slots[0]!, tagging.slots[1]!, source))
    gold.words.forEach((word, i) => {
      words++
      if (tagging.upos[i] === word.upos) upos++
      const features = tagger.feats(tagging, i)
      if (word.feats && gold.source === 'gsd') {
        featured++
        const mine = new Map(features.split('|').map((p) => p.split('=') as [string, string]))
        if (
          (word.feats.get('Case') ?? '').split(',').includes(mine.get('Case') ?? '') &&
          word.feats.get('Number') === mine.get('Number')
        )
          feats++
      }
      if (word.lemma !== null && lemmatiser) {
        known++
        if (lemmatiser.lemma(word.form, tagging.upos[i]!, features) === word.lemma) lemmas++
      }
      if (tree && parser && tree.head[i] === word.head) {
        uas++
        if (plain(parser.model.labels[tree.label[i]!]!) === plain(word.relations[0]!)) las++
      }
    })
  }
  const percent = (n: number, of: number) => (of === 0 ? '-' : ((100 * n) / of).toFixed(2))
  return `UPOS ${percent(upos, words)} case+number ${percent(feats, featured)} lemma ${percent(lemmas, known)} UAS ${percent(uas, words)} LAS ${percent(las, words)} of ${words} words`
}
