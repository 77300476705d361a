import type { Span } from '../base/spans.ts'
import type { Tokens } from './tokens.ts'

/** Classes of GermEval 2014 (Benikova et al. 2014): persons, places, organisations, other names. */
export const NAME_CLASSES = ['PER', 'LOC', 'ORG', 'OTH'] as const
/** Each also for words derived from a name (`deutsch`) and for words that hold one (`EU-weit`). */
export const NAME_LABELS = NAME_CLASSES.flatMap((name) => [name, `${name}deriv`, `${name}part`] as const)
export type NameLabel = (typeof NAME_LABELS)[number]

/** What the `name` column of a word holds: 0 outside of names, else `2 * label + 1` for the first word of a name, `+ 2` for a further one. */
export const NAME_TAGS = 1 + 2 * NAME_LABELS.length

/** A name over rows `[first, last]` of the columns. */
export interface NameSpan extends Span {
  readonly first: number
  readonly last: number
  readonly label: NameLabel
}

export const isBeginning = (tag: number): boolean => (tag & 1) === 1
export const labelOfTag = (tag: number): NameLabel | null => NAME_LABELS[(tag - 1) >> 1] ?? null

/** The name that begins in a row, or null. */
export function nameFrom(tokens: Tokens, first: number): NameSpan | null {
  const { name, from, to, length } = tokens.data
  const tag = name[first] ?? 0
  const label = labelOfTag(tag)
  if (label === null || !isBeginning(tag)) return null
  let last = first
  while (last + 1 < length && name[last + 1] === tag + 1) last++
  return { first, last, from: from[first]!, to: to[last]!, label }
}

/** The names of a document as its analysis has them, in text order, none inside another. */
export function namesOf(tokens: Tokens): NameSpan[] {
  const out: NameSpan[] = []
  for (let row = 0; row < tokens.length; row++) {
    const found = nameFrom(tokens, row)
    if (found) out.push(found)
  }
  return out
}
