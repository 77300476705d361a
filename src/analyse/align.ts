import { LagebildError } from '../base/errors.ts'
import { contains, type Span } from '../base/spans.ts'
import type { Tokens } from '../document/tokens.ts'
import type { LanguageData } from '../language/contract.ts'
import { ColumnsBuilder, type WordRow } from './columns.ts'
import { readConllu } from './conllu.ts'
import { separableLemmas } from './separable.ts'

/**
 * Puts an analysis from outside where its words stand in `text`. Between two words there may be white space and text that is not
 * read, nothing else; sentences that lie wholly outside of what is read are left out.
 * @param read the spans that are read, in text order
 * @throws LagebildError `conllu-row`, `analysis-unaligned`, `analysis-no-tree`
 */
export function alignConllu(
  conllu: string,
  text: string,
  read: readonly Span[],
  language: LanguageData,
): Tokens {
  const { tokens, text: forms } = readConllu(conllu)
  const columns = new ColumnsBuilder()
  const cursor = new Cursor(text, read)
  for (const sentence of tokens.sentences) {
    const rows: WordRow[] = []
    let start = -1
    let at: Span = { from: 0, to: 0 }
    for (const token of sentence.tokens) {
      // The parts of a contraction stand in one place.
      if (start !== token.from) at = cursor.next(forms.slice(token.from, token.to))
      start = token.from
      const head = token.head
      rows.push({
        from: at.from,
        to: at.to,
        part: tokens.data.part[token.index]!,
        form: token.form,
        lemma: token.lemma,
        upos: tokens.data.upos[token.index]!,
        feats: token.feats,
        head: head ? head.index - sentence.start : -1,
        deprel: token.deprel,
      })
    }
    if (!isTree(rows)) {
      throw new LagebildError(
        'analysis-no-tree',
        `Sentence ${sentence.index + 1} is no tree with one root: “${rows[0]?.form ?? ''} …”`,
        'Let the analyser write dependency heads.',
      )
    }
    if (!rows.some((row) => read.some((span) => contains(span, row)))) continue
    separableLemmas(rows, language)
    columns.addSentence(rows)
  }
  return columns.build()
}

/** Walks the text from word to word. */
class Cursor {
  readonly #text: string
  readonly #read: readonly Span[]
  #at = 0
  #span = 0

  constructor(text: string, read: readonly Span[]) {
    this.#text = text
    this.#read = read
  }

  /** Where the next word stands. White space inside it does not count: `z. B.` is `z.B.`. */
  next(form: string): Span {
    let from = this.#skipSpace(this.#at)
    let to = this.#matchAt(form, from)
    while (to < 0) {
      // What is not read may stand between two words that are.
      const start = this.#nextUnread(from)
      from = start < 0 ? -1 : this.#text.indexOf(form.charAt(0), start + 1)
      if (from < 0 || this.#readBetween(start, from)) {
        throw new LagebildError(
          'analysis-unaligned',
          `The word “${form}” of the analysis does not stand in the text behind character ${this.#at}`,
          'Analyse the text as it is, without changing quotation marks or letters.',
        )
      }
      to = this.#matchAt(form, from)
    }
    this.#at = to
    return { from, to }
  }

  #skipSpace(at: number): number {
    while (at < this.#text.length && isSpace(this.#text.charCodeAt(at))) at++
    return at
  }

  /** End of `form` at `from`, or -1. */
  #matchAt(form: string, from: number): number {
    let at = from
    for (let i = 0; i < form.length; i++) {
      if (isSpace(form.charCodeAt(i))) continue
      if (i > 0) at = this.#skipSpace(at)
      if (this.#text.charCodeAt(at) !== form.charCodeAt(i)) return -1
      at++
    }
    return at
  }

  /** `at` where it is not read, -1 where it is. */
  #nextUnread(at: number): number {
    while (this.#span < this.#read.length && this.#read[this.#span]!.to <= at) this.#span++
    const span = this.#read[this.#span]
    return at >= this.#text.length || (span && span.from <= at) ? -1 : at
  }

  /** Whether a word that is read stands strictly between two offsets. */
  #readBetween(from: number, to: number): boolean {
    const span = this.#read[this.#span]
    if (!span || span.from >= to) return false
    return this.#skipSpace(span.from) < to && span.from > from
  }
}

const isSpace = (code: number): boolean =>
  code === 32 ||
  (code >= 9 && code <= 13) ||
  code === 0xa0 ||
  code === 0x200b ||
  code === 0xfeff ||
  code === 0x202f

/** One root, and every word reaches it. */
function isTree(rows: readonly WordRow[]): boolean {
  if (rows.filter((row) => row.head < 0).length !== 1) return false
  const state = new Uint8Array(rows.length)
  for (let i = 0; i < rows.length; i++) {
    const path: number[] = []
    for (let at = i; at >= 0 && state[at] !== 2; at = rows[at]!.head) {
      if (state[at] === 1) return false
      state[at] = 1
      path.push(at)
    }
    for (const at of path) state[at] = 2
  }
  return true
}
