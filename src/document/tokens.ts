import type { Span } from '../base/spans.ts'

/** The 17 universal parts of speech; a token's `upos` column holds an index into this list. */
export const UPOS = [
  'ADJ',
  'ADP',
  'ADV',
  'AUX',
  'CCONJ',
  'DET',
  'INTJ',
  'NOUN',
  'NUM',
  'PART',
  'PRON',
  'PROPN',
  'PUNCT',
  'SCONJ',
  'SYM',
  'VERB',
  'X',
] as const
export type Upos = (typeof UPOS)[number]

/**
 * Syntactic words of a whole document in typed arrays, one row a word, in text order.
 * The parts of a contraction (`im` = `in dem`) are two rows that share one span; `part` counts them (0, 1), and
 * is 0 for every plain word.
 * Strings are interned: `strings[form[i]]`. `head` is a row of this document, or -1 for the root of a sentence.
 */
export interface TokenColumns {
  readonly length: number
  readonly strings: readonly string[]
  readonly from: Uint32Array
  readonly to: Uint32Array
  readonly part: Uint8Array
  readonly form: Uint32Array
  readonly lemma: Uint32Array
  /** Index into {@link UPOS}. */
  readonly upos: Uint8Array
  /** Interned, `Case=Nom|Gender=Masc`, keys in alphabetical order; `_` when there are none. */
  readonly feats: Uint32Array
  readonly head: Int32Array
  /** Interned, UD v2 with subtypes (`nsubj:pass`). */
  readonly deprel: Uint32Array
  /** Tag of the name that the word belongs to, 0 for none; see `names.ts`. */
  readonly name: Uint8Array
  /** Row of the first word of each sentence, and one last entry: `length`. */
  readonly sentenceStart: Uint32Array
}

/** Without its subtype: `nsubj` of `nsubj:pass`. */
function relationOf(deprel: string): string {
  const colon = deprel.indexOf(':')
  return colon < 0 ? deprel : deprel.slice(0, colon)
}

/** Features by their column's text; a text has a few hundred kinds of them. */
const FEATURES = new Map<string, ReadonlyMap<string, string>>()
function featuresOf(feats: string): ReadonlyMap<string, string> {
  const known = FEATURES.get(feats)
  if (known !== undefined) return known
  const features = new Map(
    feats.split('|').flatMap((pair): [string, string][] => {
      const at = pair.indexOf('=')
      return at < 0 ? [] : [[pair.slice(0, at), pair.slice(at + 1)]]
    }),
  )
  if (FEATURES.size < MOST_CACHED) FEATURES.set(feats, features)
  return features
}
/** Analyses from outside may hold any text in these columns. */
const MOST_CACHED = 5000

/** One word of {@link TokenColumns}: an index and a pointer, made on demand and once. */
export class Token implements Span {
  readonly columns: Tokens
  readonly index: number

  constructor(columns: Tokens, index: number) {
    this.columns = columns
    this.index = index
  }

  get from(): number {
    return this.columns.data.from[this.index]!
  }
  get to(): number {
    return this.columns.data.to[this.index]!
  }
  get form(): string {
    return this.columns.data.strings[this.columns.data.form[this.index]!]!
  }
  get lemma(): string {
    return this.columns.data.strings[this.columns.data.lemma[this.index]!]!
  }
  get upos(): Upos {
    return UPOS[this.columns.data.upos[this.index]!]!
  }
  get feats(): string {
    return this.columns.data.strings[this.columns.data.feats[this.index]!]!
  }
  get deprel(): string {
    return this.columns.data.strings[this.columns.data.deprel[this.index]!]!
  }
  /** The relation without its subtype: `nsubj` of `nsubj:pass`. */
  get relation(): string {
    return this.columns.relationAt(this.index)
  }
  get head(): Token | null {
    return this.columns.at(this.columns.data.head[this.index]!)
  }
  get children(): readonly Token[] {
    return this.columns.childrenOf(this.index)
  }
  /** First child with one of these relations (full, or without subtype). */
  child(one: string, two = one, three = one, four = one): Token | null {
    for (const child of this.children) if (child.#hangsAs(one, two, three, four)) return child
    return null
  }
  childrenBy(one: string, two = one, three = one, four = one): Token[] {
    const out: Token[] = []
    for (const child of this.children) if (child.#hangsAs(one, two, three, four)) out.push(child)
    return out
  }
  #hangsAs(one: string, two: string, three: string, four: string): boolean {
    const { deprel, relation } = this
    return (
      deprel === one ||
      relation === one ||
      deprel === two ||
      relation === two ||
      deprel === three ||
      relation === three ||
      deprel === four ||
      relation === four
    )
  }
  /** Value of one feature, e.g. `feat('Case')` is `Nom`; null when it is not annotated. */
  feat(name: string): string | null {
    return featuresOf(this.feats).get(name) ?? null
  }
  /** This word and all below it, in text order. */
  get subtree(): Token[] {
    return this.columns.subtreeOf(this.index)
  }
  get next(): Token | null {
    return this.columns.at(this.index + 1)
  }
  get previous(): Token | null {
    return this.columns.at(this.index - 1)
  }
  get sentence(): Sentence {
    return this.columns.sentenceOf(this.index)
  }
  is(other: Token | null): boolean {
    return other !== null && other.index === this.index
  }
}

/** A sentence: rows `[start, end)` of its columns; as a span it reaches from its first character to its last. */
export class Sentence implements Span {
  readonly columns: Tokens
  /** Number of the sentence within the document, from 0. */
  readonly index: number

  constructor(columns: Tokens, index: number) {
    this.columns = columns
    this.index = index
  }
  get start(): number {
    return this.columns.data.sentenceStart[this.index]!
  }
  get end(): number {
    return this.columns.data.sentenceStart[this.index + 1]!
  }
  get from(): number {
    return this.columns.data.from[this.start]!
  }
  get to(): number {
    return this.columns.data.to[this.end - 1]!
  }
  get tokens(): Token[] {
    const out: Token[] = []
    for (let row = this.start; row < this.end; row++) out.push(this.columns.at(row)!)
    return out
  }
  get root(): Token | null {
    for (let row = this.start; row < this.end; row++)
      if (this.columns.data.head[row]! < 0) return this.columns.at(row)
    return null
  }
}

/** Views over {@link TokenColumns}; children are indexed once, when first asked for. */
export class Tokens {
  readonly data: TokenColumns
  readonly #tokens: Token[] = []
  /** By the number of the relation's string: cut once. */
  readonly #relations: string[] = []
  #children: (readonly Token[])[] | null = null
  #sentenceOf: Uint32Array | null = null

  constructor(data: TokenColumns) {
    this.data = data
  }

  get length(): number {
    return this.data.length
  }
  at(index: number): Token | null {
    if (!(index >= 0 && index < this.data.length)) return null
    this.#tokens[index] ??= new Token(this, index)
    return this.#tokens[index]!
  }
  /** The relation of a row without its subtype. */
  relationAt(row: number): string {
    const id = this.data.deprel[row]!
    this.#relations[id] ??= relationOf(this.data.strings[id]!)
    return this.#relations[id]!
  }
  get sentences(): Sentence[] {
    return Array.from(
      { length: Math.max(0, this.data.sentenceStart.length - 1) },
      (_, i) => new Sentence(this, i),
    )
  }
  sentenceOf(row: number): Sentence {
    if (!this.#sentenceOf) {
      const owner = new Uint32Array(this.length)
      const starts = this.data.sentenceStart
      for (let s = 0; s + 1 < starts.length; s++) owner.fill(s, starts[s]!, starts[s + 1]!)
      this.#sentenceOf = owner
    }
    return new Sentence(this, this.#sentenceOf[row]!)
  }
  /** The sentence around a character offset, or null outside of all. */
  sentenceAt(offset: number): Sentence | null {
    const row = this.rowAt(offset)
    return row < 0 ? null : this.sentenceOf(row)
  }
  /** First row whose span ends behind `offset`; -1 past the last. */
  rowAt(offset: number): number {
    let low = 0
    let high = this.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if (this.data.to[middle]! <= offset) low = middle + 1
      else high = middle
    }
    return low < this.length ? low : -1
  }
  /** Words that lie wholly inside the span. */
  within(at: Span): Token[] {
    const out: Token[] = []
    for (
      let row = this.rowAt(at.from);
      row >= 0 && row < this.length && this.data.from[row]! < at.to;
      row++
    ) {
      if (this.data.from[row]! >= at.from && this.data.to[row]! <= at.to) out.push(this.at(row)!)
    }
    return out
  }
  childrenOf(row: number): readonly Token[] {
    this.#children ??= this.#childrenByHead()
    return this.#children[row]!
  }
  subtreeOf(row: number): Token[] {
    const out = [this.at(row)!]
    const seen = new Set([row])
    for (let i = 0; i < out.length; i++) {
      for (const child of this.childrenOf(out[i]!.index)) {
        if (seen.has(child.index)) continue
        seen.add(child.index)
        out.push(child)
      }
    }
    return out.sort((a, b) => a.index - b.index)
  }

  #childrenByHead(): (readonly Token[])[] {
    const { head, length } = this.data
    const out: Token[][] = Array.from({ length }, () => NOBODY)
    for (let row = 0; row < length; row++) {
      const above = head[row]!
      if (above < 0) continue
      if (out[above] === NOBODY) out[above] = [this.at(row)!]
      else out[above]!.push(this.at(row)!)
    }
    return out
  }
}

/** Most words have no children: they share one empty list. */
const NOBODY: Token[] = []
