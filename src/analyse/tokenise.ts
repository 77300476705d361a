import type { Span } from '../base/spans.ts'
import type { LanguageData } from '../language/contract.ts'
import { classOf, DIGIT, isUpper, LETTER, SPACE } from './characters.ts'

/** A longer run without a space is cut here, so that no text can make one token of 50 MB. */
const MAX_TOKEN = 512
const URL_STARTS = ['http://', 'https://', 'www.', 'ftp://']
const QUOTE = 39
const CURLY = 0x2019

/** One written token (a contraction is still one), as a span of the text. */
export interface RawToken extends Span {
  readonly form: string
  /** Follows white space or starts its span. */
  readonly spaced: boolean
}

/**
 * Written tokens of one stretch of text, by one linear scan; the caller sees to blank lines and blocks.
 * Offsets count in the whole text.
 */
export function* scan(text: string, at: Span, language: LanguageData): Generator<RawToken> {
  let position = at.from
  let spaced = true
  let previous = ''
  while (position < at.to) {
    if (classOf(text.charCodeAt(position)) === SPACE) {
      position++
      spaced = true
      continue
    }
    const end = Math.min(tokenEnd(text, position, at.to, spaced, previous, language), position + MAX_TOKEN)
    const form = text.slice(position, end)
    const spread =
      form.endsWith('.') && form.length < 4 ? spacedAbbreviation(text, form, end, at.to, language) : null
    yield spread
      ? { from: position, to: spread.to, form: spread.form, spaced }
      : { from: position, to: end, form, spaced }
    previous = form
    position = spread ? spread.to : end
    spaced = false
  }
}

/** `z. B.` is one token with the form `z.B.`, its span holds the space. */
function spacedAbbreviation(
  text: string,
  start: string,
  from: number,
  limit: number,
  language: LanguageData,
): { form: string; to: number } | null {
  let form = start
  let at = from
  let found: { form: string; to: number } | null = null
  for (let n = 0; n < 3; n++) {
    let next = at
    while (
      next < limit &&
      next - at < 3 &&
      classOf(text.charCodeAt(next)) === SPACE &&
      text.charCodeAt(next) !== 10
    )
      next++
    let end = next
    while (end < limit && end - next < 4 && classOf(text.charCodeAt(end)) === LETTER) end++
    if (next === at || end === next || end >= limit || text.charCodeAt(end) !== 46) break
    form += text.slice(next, end + 1)
    at = end + 1
    if (language.abbreviations.has(form.toLowerCase())) found = { form, to: at }
  }
  return found
}

function tokenEnd(
  text: string,
  from: number,
  limit: number,
  spaced: boolean,
  previous: string,
  language: LanguageData,
): number {
  const code = text.charCodeAt(from)
  const kind = classOf(code)
  if (kind === LETTER) {
    const url = urlEnd(text, from, limit)
    if (url > from) return url
  }
  if (kind === LETTER || kind === DIGIT)
    return withStop(text, from, wordEnd(text, from, limit), limit, previous, language)
  const next = text.charCodeAt(from + 1)
  if (spaced && (code === 45 || code === 43) && from + 1 < limit && classOf(next) === DIGIT)
    return wordEnd(text, from + 1, limit)
  if (code >= 0xd800 && code <= 0xdbff && from + 1 < limit) return from + 2
  if (code === 46 || code === 45 || code === 39 || code === 96) {
    // `...` and `--` are one token, `''` is a quotation mark
    const longest = Math.min(limit, from + (code === 39 || code === 96 ? 2 : MAX_TOKEN))
    let end = from + 1
    while (end < longest && text.charCodeAt(end) === code) end++
    return end
  }
  return from + 1
}

function urlEnd(text: string, from: number, limit: number): number {
  if (!URL_STARTS.some((start) => text.startsWith(start, from))) return from
  let end = from
  while (end < limit && end - from < MAX_TOKEN) {
    const code = text.charCodeAt(end)
    if (
      classOf(code) === SPACE ||
      code === 34 ||
      code === 60 ||
      code === 62 ||
      code === 0x201e ||
      code === 0x201c
    )
      break
    end++
  }
  while (end > from && ".,;:!?)]'’".includes(text.charAt(end - 1))) end--
  return end
}

/** Letters and digits with what may stand inside a word: `-`, `'`, `.` and `,` between digits, `:` in times, `@`, `_`. */
function wordEnd(text: string, from: number, limit: number): number {
  let end = from
  let segment = from
  while (end < limit && end - from < MAX_TOKEN) {
    const code = text.charCodeAt(end)
    const kind = classOf(code)
    if (kind === LETTER || kind === DIGIT) {
      end++
      continue
    }
    if (kind === SPACE) break
    const before = end > from ? classOf(text.charCodeAt(end - 1)) : SPACE
    const after = end + 1 < limit ? classOf(text.charCodeAt(end + 1)) : SPACE
    const inside = after === LETTER || after === DIGIT
    if (code === 45 || code === 0x2011) {
      // `Hard- und Software`: the hyphen stays with the first half
      if (inside || (after === SPACE && before === LETTER)) end++
      else if (text.charAt(end + 1) === '/' && before === LETTER) end++
      else break
    } else if (code === 46) {
      if (before === DIGIT && after === DIGIT) end++
      else if (inside && before === LETTER && joinsAtStop(text, segment, end)) {
        end++
        segment = end
      } else break
    } else if (code === 44 || code === 58) {
      if (before === DIGIT && after === DIGIT) end++
      else break
    } else if (code === 47) {
      if (before === DIGIT && after === DIGIT) end++
      else break
    } else if (code === QUOTE || code === CURLY) {
      if (before === LETTER && after === LETTER) end++
      else break
    } else if (code === 95 || code === 64 || code === 38) {
      if (inside && before !== SPACE) end++
      else break
    } else break
  }
  return Math.max(end, from + 1)
}

/** `z.B.` and `lagebild.de` are one token; `gesagt.Danach` is two and a missing space. */
function joinsAtStop(text: string, segment: number, stop: number): boolean {
  if (stop - segment <= 2) return true
  return !isUpper(text, stop + 1) && !isUpper(text, stop - 1)
}

/** Takes the full stop behind a word into the token where it belongs to an abbreviation, an initial or an ordinal. */
function withStop(
  text: string,
  from: number,
  end: number,
  limit: number,
  previous: string,
  language: LanguageData,
): number {
  if (end >= limit || text.charCodeAt(end) !== 46 || text.charCodeAt(end + 1) === 46) return end
  const form = text.slice(from, Math.min(end, from + 24))
  const first = classOf(form.charCodeAt(0))
  const next = nextWord(text, end + 1, limit)
  if (first === DIGIT) return isOrdinal(form, next, previous, language) ? end + 1 : end
  if (form.length === 1 && isUpper(form, 0)) return next === '' ? end : end + 1
  if (isRoman(form) && next !== '' && !isUpper(next, 0) && classOf(next.charCodeAt(0)) === LETTER)
    return end + 1
  if (form.includes('.') && form.length <= 8) return end + 1
  return language.abbreviations.has(`${form.toLowerCase()}.`) && next !== '' ? end + 1 : end
}

function isOrdinal(form: string, next: string, previous: string, language: LanguageData): boolean {
  for (let i = 0; i < form.length; i++) if (classOf(form.charCodeAt(i)) !== DIGIT) return false
  if (form.length > 3 || next === '') return false
  const lower = next.toLowerCase()
  if (language.months.includes(lower) || language.ordinalNouns.has(lower)) return true
  const kind = classOf(next.charCodeAt(0))
  if (kind === DIGIT) return form.length <= 2 && next.length <= 2
  if (kind !== LETTER) return next === ',' || next === '/' || next === '–' || next === '-' || next === ')'
  if (!isUpper(next, 0)) return true
  return language.ordinalCues.has(previous.toLowerCase())
}

function isRoman(form: string): boolean {
  if (form.length > 6) return false
  for (const char of form) if (!'IVXLCDM'.includes(char)) return false
  return true
}

/** The word (letters and digits) that starts behind white space on this or the next line, or the mark that stands there; '' at a blank line or the end. */
function nextWord(text: string, from: number, limit: number): string {
  let at = from
  let lines = 0
  while (at < limit && at - from < 64 && classOf(text.charCodeAt(at)) === SPACE) {
    if (text.charCodeAt(at) === 10) lines++
    at++
  }
  if (at >= limit || lines > 1) return ''
  let end = at
  while (end < limit && end - at < 32) {
    const kind = classOf(text.charCodeAt(end))
    if (kind !== LETTER && kind !== DIGIT) break
    end++
  }
  return text.slice(at, Math.max(end, at + 1))
}
