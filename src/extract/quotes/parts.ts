import { overlaps, type Span } from '../../base/spans.ts'
import type { Sentence, Token } from '../../document/tokens.ts'

export type Pair = [number, number]
export const pair = (at: Span): Pair => [at.from, at.to]

/** What a sentence says, and what is around it, each as stretches in text order; marks at their edges are left out. */
export interface Parts {
  readonly quote: Pair[]
  readonly rest: Pair[]
}

/** Splits a sentence into the words of a clause and the other words. A comma alone separates nothing. */
export function partsOf(sentence: Sentence, clause: readonly Token[], text: string): Parts {
  const inside = new Set(clause.map((t) => t.index))
  const runs: { readonly isQuote: boolean; from: number; to: number }[] = []
  for (const token of sentence.tokens) {
    const run = runs.at(-1)
    const isQuote =
      token.upos === 'PUNCT' ? (run?.isQuote ?? inside.has(token.index)) : inside.has(token.index)
    if (run?.isQuote === isQuote) run.to = token.to
    else runs.push({ isQuote, from: token.from, to: token.to })
  }
  const stretches = (isQuote: boolean) =>
    runs.filter((run) => run.isQuote === isQuote).flatMap((run) => trimmedPair(text, run.from, run.to))
  return { quote: stretches(true), rest: stretches(false) }
}

/** A sentence or clause without some stretches of it, in text order. */
export function restOf(sentence: Span, without: readonly Span[], text: string): Pair[] {
  const cuts = without.filter((span) => overlaps(span, sentence)).toSorted((a, b) => a.from - b.from)
  const out: Pair[] = []
  let from = sentence.from
  for (const cut of cuts) {
    if (cut.from > from) out.push(...trimmedPair(text, from, cut.from))
    from = Math.max(from, cut.to)
  }
  if (from < sentence.to) out.push(...trimmedPair(text, from, sentence.to))
  return out
}

/** Without white space, commas and full stops at its edges; empty where nothing else is left. */
function trimmedPair(text: string, from: number, to: number): Pair[] {
  while (from < to && /[\s,;.–-]/.test(text[from]!)) from++
  while (to > from && /[\s,;.–-]/.test(text[to - 1]!)) to--
  return /[\p{L}\p{N}]/u.test(text.slice(from, to)) ? [[from, to]] : []
}
