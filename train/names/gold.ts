import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { hashString } from '../../src/analyse/hash.ts'
import { tokenise } from '../../src/analyse/sentences.ts'
import { syntacticWords } from '../../src/analyse/syntactic-words.ts'
import { NAME_LABELS } from '../../src/document/names.ts'
import { type NameSentence, readNameSentences } from '../../src/eval/gold-tokens.ts'
import type { LanguageData } from '../../src/language/contract.ts'

/** Words of a sentence with their tags, as the `name` column has them. */
export interface TaggedSentence {
  readonly words: readonly string[]
  readonly tags: readonly number[]
}

const FILES = ['germeval2014-dev.tsv', 'germeval2014-test-first3000.tsv']
/** Sentences are divided by the address that they were taken from. */
export const PARTS = 5

export interface NamesGold {
  readonly file: string
  /** `0` to {@link PARTS} - 1, the same for all sentences of one page. */
  readonly part: number
  readonly lines: string
  readonly sentence: NameSentence
}

/** GermEval 2014 as it lies in `folder`; cells behind the fourth, of which the test part has one, are dropped. */
export function readNamesGold(folder: string): NamesGold[] {
  return FILES.flatMap((file) => {
    const blocks = readFileSync(join(folder, file), 'utf8').split(/\n\s*\n/)
    return blocks.flatMap((block) => {
      const lines = block
        .split('\n')
        .map((line) => (/^\d+\t/.test(line) ? line.split('\t').slice(0, 4).join('\t') : line))
        .join('\n')
      const [sentence] = readNameSentences(file, lines)
      const page = /^#\t(\S+)/m.exec(block)?.[1] ?? ''
      return sentence ? [{ file, part: (hashString(page) >>> 0) % PARTS, lines, sentence }] : []
    })
  })
}

/** Cut into sentences and words as a report would be. */
export function tagged({ text, names }: NameSentence, language: LanguageData): TaggedSentence[] {
  return [...tokenise(text, [{ from: 0, to: text.length }], language)].map((tokens) => {
    const words = syntacticWords(tokens, language)
    const tags = words.map((word) => {
      const name = names.find(({ from, to }) => from < word.to && word.from < to)
      if (!name) return 0
      const tag = 1 + 2 * NAME_LABELS.indexOf(name.label)
      return name.from >= word.from && word.part === 0 ? tag : tag + 1
    })
    return { words: words.map((word) => word.form), tags }
  })
}
