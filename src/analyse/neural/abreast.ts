import { GROUP, MAX_ROWS } from './machine.ts'

/**
 * Sentences side by side, the longest first: all first words, then all second words and so on, without gaps. Word `t` of sentence `s`
 * stands in row `start[t] + s`.
 */
export interface Abreast {
  readonly sentences: readonly (readonly string[])[]
  /** Words of all sentences. */
  readonly rows: number
  /** Words of the longest. */
  readonly longest: number
  /** How many sentences have a word at place `t`; 0 behind the longest. */
  readonly open: Int32Array
  /** Row of the first word at place `t`. */
  readonly start: Int32Array
}

/**
 * Divides sentences into groups of like length that may be worked on together; one of more than {@link MAX_ROWS} words is alone.
 * `members` are their places in the list.
 */
export function* groupsOf(
  sentences: readonly (readonly string[])[],
): Generator<{ readonly members: readonly number[]; readonly words: Abreast }> {
  const sizeOf = (i: number) => sentences[i]!.length
  const order = sentences.map((_, i) => i).sort((a, b) => sizeOf(b) - sizeOf(a) || a - b)
  for (let at = 0; at < order.length; ) {
    const from = at
    let words = 0
    do words += sizeOf(order[at++]!)
    while (at < order.length && at < from + GROUP && words + sizeOf(order[at]!) <= MAX_ROWS)
    const members = order.slice(from, at)
    yield { members, words: abreast(members.map((i) => sentences[i]!)) }
  }
}

/** @param sentences forms, the longest sentence first */
export function abreast(sentences: readonly (readonly string[])[]): Abreast {
  const longest = sentences[0]?.length ?? 0
  const open = new Int32Array(longest + 1)
  const start = new Int32Array(longest + 1)
  for (const { length } of sentences) for (let t = 0; t < length; t++) open[t]!++
  for (let t = 0; t < longest; t++) start[t + 1] = start[t]! + open[t]!
  return { sentences, rows: start[longest]!, longest, open, start }
}
