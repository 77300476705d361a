import iconv from 'iconv-lite'
import { type Diagnostic, diagnostic } from '../../base/diagnostics.ts'

/** Letters of German as bytes: ä ö ü Ä Ö Ü ß. */
const WINDOWS: ReadonlySet<number> = new Set([0xe4, 0xf6, 0xfc, 0xc4, 0xd6, 0xdc, 0xdf])
const DOS: ReadonlySet<number> = new Set([0x84, 0x94, 0x81, 0x8e, 0x99, 0x9a, 0xe1])
/** DIN 66003: brackets of ASCII stand for the German letters. */
const DIN: Readonly<Record<string, string>> = {
  ...{ '{': 'ä', '|': 'ö', '}': 'ü', '[': 'Ä', '\\': 'Ö', ']': 'Ü', '~': 'ß' },
}
/** So many brackets inside words are no chance. */
const ENOUGH = 3

/** Agency copy as text: UTF-8 if it is, else Windows-1252, code page 850 or DIN 66003, whichever makes German words. */
export function wireText(bytes: Uint8Array): {
  readonly text: string
  readonly diagnostics: readonly Diagnostic[]
} {
  const strict = utf8(bytes)
  if (strict !== null) return sevenBit(strict)
  let windows = 0
  let dos = 0
  for (let at = 1; at < bytes.length; at++) {
    const byte = bytes[at]!
    if (byte < 0x80 || !(isLetter(bytes[at - 1]) || isLetter(bytes[at + 1]))) continue
    if (WINDOWS.has(byte)) windows++
    else if (DOS.has(byte)) dos++
  }
  const charset = dos > windows ? 'cp850' : 'windows-1252'
  return { text: iconv.decode(Buffer.from(bytes), charset), diagnostics: [guessed(charset)] }
}

function sevenBit(text: string): ReturnType<typeof wireText> {
  const inWords = text.match(/\p{L}[{|}~]|[{|}]\p{L}/gu)?.length ?? 0
  if (inWords < ENOUGH) return { text, diagnostics: [] }
  return { text: text.replace(/[{|}[\\\]~]/gu, (sign) => DIN[sign]!), diagnostics: [guessed('DIN 66003')] }
}

function isLetter(byte: number | undefined): boolean {
  return byte !== undefined && (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a
}

function utf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}

function guessed(charset: string): Diagnostic {
  return diagnostic(
    'encoding-guessed',
    'info',
    `Agency copy names no character set; it was read as ${charset}. Send it as UTF-8 if letters look wrong.`,
  )
}
