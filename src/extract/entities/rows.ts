import type { Tokens, Upos } from '../../document/tokens.ts'
import { UPOS } from '../../document/tokens.ts'
import { formAt } from './names.ts'

export const uposAt = (tokens: Tokens, row: number): Upos => UPOS[tokens.data.upos[row] ?? 16]!
export const lemmaAt = (tokens: Tokens, row: number): string => tokens.data.strings[tokens.data.lemma[row]!]!
export const sameSentence = (tokens: Tokens, a: number, b: number) =>
  tokens.sentenceOf(a).index === tokens.sentenceOf(b).index

export function textBetween(tokens: Tokens, first: number, last: number): string {
  const forms: string[] = []
  for (let row = first; row <= last; row++) forms.push(formAt(tokens, row))
  return forms.join(' ')
}
