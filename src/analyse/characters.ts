/** Classes of one UTF-16 code unit; surrogates count as `other` save those of letters, which German has none of. */
export const OTHER = 0
export const LETTER = 1
export const DIGIT = 2
export const SPACE = 3

const table = new Uint8Array(65536)
{
  const letter = /[\p{L}\p{M}]/u
  const space = /[\s\u200b\ufeff]/u
  for (let code = 0; code < 65536; code++) {
    if (code >= 0xd800 && code <= 0xdfff) continue
    if (code >= 48 && code <= 57) table[code] = DIGIT
    else if (code < 0x3000 || code >= 0xf900) {
      const char = String.fromCharCode(code)
      if (code < 32) table[code] = SPACE
      else if (letter.test(char)) table[code] = LETTER
      else if (space.test(char)) table[code] = SPACE
    } else table[code] = LETTER
  }
  table[0xad] = LETTER
}

/** Class of the code unit; NaN (behind the end of a text) is a space. */
export function classOf(code: number): number {
  return table[code] ?? SPACE
}

export function isUpper(text: string, at: number): boolean {
  const char = text.charAt(at)
  return char !== '' && char !== char.toLowerCase()
}

const OPENERS = new Set([...'„‚»›([{«‹“”"\'‘’'])
const CLOSERS = new Set([...'“”’‘«‹)]}"\'»›'])
const QUOTES = new Set(['"', '„', '“', '”', '‟', '«', '»', "''", '``', '‹', '›', '‚', '‘', '’', "'"])

export const isOpener = (form: string) => OPENERS.has(form) || form === '``' || form === "''"
export const isCloser = (form: string) => CLOSERS.has(form) || form === "''"
export const isQuote = (form: string) => QUOTES.has(form)
