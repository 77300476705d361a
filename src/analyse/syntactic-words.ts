import type { Span } from '../base/spans.ts'
import type { LanguageData } from '../language/contract.ts'
import type { RawToken } from './tokenise.ts'

/** A word as the treebanks count words; the parts of a contraction share one span and have `part` 0 and 1. */
export interface Word extends Span {
  readonly form: string
  readonly part: number
}

/** Splits contractions (`im` = `in dem`); everything else is one word. */
export function syntacticWords(tokens: readonly RawToken[], language: LanguageData): Word[] {
  const out: Word[] = []
  for (const { from, to, form } of tokens) {
    const parts = form.length < 9 ? language.contractions.get(form.toLowerCase()) : undefined
    if (!parts) {
      out.push({ from, to, form, part: 0 })
      continue
    }
    const upper = form === form.toUpperCase()
    const first = form.charAt(0)
    const capital = first !== first.toLowerCase()
    parts.forEach((plain, part) => {
      const cased = upper
        ? plain.toUpperCase()
        : capital && part === 0
          ? plain.charAt(0).toUpperCase() + plain.slice(1)
          : plain
      out.push({ from, to, form: cased, part })
    })
  }
  return out
}
