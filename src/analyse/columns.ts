import { type TokenColumns, Tokens } from '../document/tokens.ts'

/** A syntactic word on its way into the columns; `head` counts within the sentence, -1 for its root. */
export interface WordRow {
  readonly from: number
  readonly to: number
  readonly part: number
  readonly form: string
  lemma: string
  upos: number
  feats: string
  head: number
  deprel: string
  /** Tag of a name, as in the column; 0 where it is left out. */
  readonly name?: number
}

/** Numbers of a row. */
const WIDTH = 9

/** Collects sentences into {@link TokenColumns}; typed arrays grow by doubling. */
export class ColumnsBuilder {
  #length = 0
  #numbers = new Uint32Array(WIDTH * 256)
  #heads = new Int32Array(256)
  readonly #strings: string[] = []
  readonly #ids = new Map<string, number>()
  readonly #starts: number[] = []

  get length(): number {
    return this.#length
  }

  addSentence(rows: readonly WordRow[]): void {
    if (rows.length === 0) return
    const start = this.#length
    this.#starts.push(start)
    this.#reserve(start + rows.length)
    for (const row of rows) {
      const at = this.#length * WIDTH
      this.#numbers[at] = row.from
      this.#numbers[at + 1] = row.to
      this.#numbers[at + 2] = row.part
      this.#numbers[at + 3] = this.#intern(row.form)
      this.#numbers[at + 4] = this.#intern(row.lemma)
      this.#numbers[at + 5] = row.upos
      this.#numbers[at + 6] = this.#intern(row.feats)
      this.#numbers[at + 7] = this.#intern(row.deprel)
      this.#numbers[at + 8] = row.name ?? 0
      this.#heads[this.#length] = row.head < 0 ? -1 : start + row.head
      this.#length++
    }
  }

  build(): Tokens {
    const length = this.#length
    const numbers = this.#numbers
    const filled = <Column extends Uint32Array | Uint8Array>(column: Column, k: number): Column => {
      for (let i = 0, at = k; i < length; i++, at += WIDTH) column[i] = numbers[at]!
      return column
    }
    const wide = (k: number) => filled(new Uint32Array(length), k)
    const narrow = (k: number) => filled(new Uint8Array(length), k)
    const data: TokenColumns = {
      length,
      strings: this.#strings,
      from: wide(0),
      to: wide(1),
      part: narrow(2),
      form: wide(3),
      lemma: wide(4),
      upos: narrow(5),
      feats: wide(6),
      head: this.#heads.slice(0, length),
      deprel: wide(7),
      name: narrow(8),
      sentenceStart: Uint32Array.from([...this.#starts, length]),
    }
    return new Tokens(data)
  }

  #intern(text: string): number {
    const known = this.#ids.get(text)
    if (known !== undefined) return known
    this.#ids.set(text, this.#strings.length)
    return this.#strings.push(text) - 1
  }

  #reserve(length: number): void {
    if (length <= this.#heads.length) return
    const room = Math.max(length, this.#heads.length * 2)
    const numbers = new Uint32Array(room * WIDTH)
    numbers.set(this.#numbers)
    this.#numbers = numbers
    const heads = new Int32Array(room)
    heads.set(this.#heads)
    this.#heads = heads
  }
}

/** Columns of a document without a word. */
export function emptyTokens(): Tokens {
  return new ColumnsBuilder().build()
}
