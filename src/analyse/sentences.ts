import type { Span } from '../base/spans.ts'
import type { LanguageData } from '../language/contract.ts'
import { classOf, DIGIT, isCloser, isOpener, isUpper, LETTER } from './characters.ts'
import { type RawToken, scan } from './tokenise.ts'

/** A sentence of more written tokens is cut: parsing stays linear and no list or table makes one endless sentence. */
export const MAX_SENTENCE = 400

/** Written tokens of a text, sentence by sentence; no sentence crosses a span's end or a blank line. */
export function* tokenise(
  text: string,
  spans: readonly Span[],
  language: LanguageData,
): Generator<RawToken[]> {
  for (const at of spans)
    for (const paragraph of paragraphs(text, at)) yield* sentencesOf(text, paragraph, language)
}

/** Cuts a span at blank lines (two line ends with nothing but white space between them). */
export function* paragraphs(text: string, at: Span): Generator<Span> {
  let start = at.from
  let line = text.indexOf('\n', at.from)
  while (line >= 0 && line < at.to) {
    let next = line + 1
    let blank = false
    while (next < at.to) {
      const code = text.charCodeAt(next)
      if (code === 10) blank = true
      else if (code !== 32 && code !== 9 && code !== 13 && code !== 0xa0) break
      next++
    }
    if (blank) {
      if (line > start) yield { from: start, to: line }
      start = next
    }
    line = text.indexOf('\n', Math.max(next, line + 1))
  }
  if (start < at.to) yield { from: start, to: at.to }
}

function* sentencesOf(text: string, at: Span, language: LanguageData): Generator<RawToken[]> {
  let current: RawToken[] = []
  let isFirst = true
  let dateline = true
  /** True behind an end mark: the sentence ends before the next token that can open one. */
  let ended: RawToken | null = null
  const restart = () => {
    current = []
    ended = null
    isFirst = false
    dateline = true
  }
  for (const token of scan(text, at, language)) {
    if (
      ended &&
      !(isCloser(token.form) && closes(token, text)) &&
      endsBefore(ended, token, current, text, language)
    ) {
      yield current
      restart()
    } else if (ended && !isCloser(token.form) && !isEndMark(token.form)) ended = null
    current.push(token)
    if (isEndMark(token.form) || token.form.endsWith('.')) ended = token
    if (current.length >= MAX_SENTENCE) {
      yield current
      restart()
    }
    if (dateline && isDash(token.form) && token.spaced) {
      dateline = false
      // Behind a headline on the same line a dateline looks like an aside, which has a second dash.
      if (isDateline(current) && (isFirst || opensReport(text, token.to))) {
        yield current
        restart()
        dateline = false
      }
    } else if (current.length > 14) dateline = false
  }
  if (current.length > 0) yield current
}

/** Characters in which an aside would have to end. */
const ASIDE = 90

/** Whether a sentence begins at `from` with a capital and no dash follows soon. */
function opensReport(text: string, from: number): boolean {
  const after = text.slice(from, from + ASIDE)
  const start = after.search(/\S/)
  return start >= 0 && isUpper(after, start) && !/\s[–—-]{1,2}\s/.test(after)
}

const isEndMark = (form: string) =>
  form === '.' || form === '!' || form === '?' || form === '…' || form.startsWith('..')
const isDash = (form: string) => form === '–' || form === '-' || form === '—' || form === '--'

/** A straight quotation mark closes where nothing but the word before it touches it. */
function closes(token: RawToken, text: string): boolean {
  if (!token.spaced) return true
  if (token.form === ')' || token.form === ']') return true
  return token.form === '“' && classOf(text.charCodeAt(token.to)) !== LETTER
}

function endsBefore(
  ended: RawToken,
  token: RawToken,
  current: readonly RawToken[],
  text: string,
  language: LanguageData,
): boolean {
  const first = token.form.charCodeAt(0)
  const kind = classOf(first)
  const opener = kind !== LETTER && kind !== DIGIT && isOpener(token.form)
  // a colon, comma or dash goes on; so does a small letter, also behind an opening mark
  if (!opener && kind !== LETTER && kind !== DIGIT) return false
  const at = opener ? token.to : token.from
  const followed = classOf(text.charCodeAt(at))
  if (followed === LETTER && !isUpper(text, at)) return false
  if (!token.spaced && ended.form === '.' && !isUpper(text, at)) return false
  if (isEndMark(ended.form)) {
    // `„Nein!“ Sagte er`: a new sentence; `(!) Der` inside brackets is none
    return !(
      current.length > 1 &&
      current[current.length - 1]!.form === ')' &&
      current[current.length - 2] === ended &&
      current[current.length - 3]?.form === '('
    )
  }
  const lower = ended.form.toLowerCase()
  const next = token.form.toLowerCase()
  return language.finalAbbreviations.has(lower) && language.sentenceStarters.has(next)
}

/** `Bagdad (dpa) -`, `WASHINGTON, 5. November (Reuters) –`, `Genf –`: place, perhaps date, perhaps agencies in brackets, dash. */
function isDateline(tokens: readonly RawToken[]): boolean {
  const last = tokens.length - 1
  if (last < 1 || last > 13 || !isUpper(tokens[0]!.form, 0)) return false
  let words = 0
  for (let i = 0; i < last; i++) {
    const form = tokens[i]!.form
    if (form === '(') return tokens[last - 1]!.form === ')' && words <= 6
    if (form === '/' || form === ',' || form.endsWith('.')) continue
    if (
      !isUpper(form, 0) &&
      classOf(form.charCodeAt(0)) !== DIGIT &&
      form !== 'am' &&
      form !== 'an' &&
      form !== 'der'
    )
      return false
    words++
  }
  return words <= 2
}
