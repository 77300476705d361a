import iconv from 'iconv-lite'
import { type Diagnostic, diagnostic } from '../base/diagnostics.ts'

/** Bytes as text, or why they are none. Offsets are into `text`: the BOM is dropped, nothing else is changed. */
export type Decoded =
  | {
      readonly kind: 'text'
      readonly text: string
      readonly encoding: string
      readonly diagnostics: readonly Diagnostic[]
    }
  | { readonly kind: 'unread'; readonly diagnostics: readonly Diagnostic[] }

/** How much is looked at to tell text from other data, in bytes. */
const SAMPLE = 65_536
/** Share of control characters beyond which it is no text. */
const MOST_CONTROLS = 0.02
/** Share of bytes above 0x7f beyond which a single-byte text is not believable. */
const MOST_HIGH = 0.4

/**
 * BOM first, then strict UTF-8, then what the format declares, then Windows-1252.
 * @param declared charset of HTTP header or `<meta>`, if any
 */
export function decodeBytes(bytes: Uint8Array, declared: string | null = null): Decoded {
  const marked = decodeMarked(bytes)
  if (marked) return marked
  if (isBinary(bytes))
    return unreadable(
      'It holds control characters or NULs, so it is no text. Convert it to plain text, HTML or JSONL first.',
    )
  const strict = strictUtf8(bytes)
  if (strict !== null) return { kind: 'text', text: strict, encoding: 'utf-8', diagnostics: [] }
  const charset = knownCharset(declared)
  if (charset !== null && charset !== 'utf-8')
    return {
      kind: 'text',
      text: iconv.decode(Buffer.from(bytes), charset),
      encoding: charset,
      diagnostics: [],
    }
  return repaired(bytes)
}

/** The charset that an HTML page declares in its first bytes; null when none. */
export function metaCharset(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1')
  return /<meta[^>]{0,200}charset\s*=\s*["']?\s*(?<name>[\w:-]{2,40})/iu.exec(head)?.groups?.name ?? null
}

function decodeMarked(bytes: Uint8Array): Decoded | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) {
    const text = strictUtf8(bytes.subarray(3))
    return text === null
      ? repaired(bytes.subarray(3))
      : { kind: 'text', text, encoding: 'utf-8', diagnostics: [] }
  }
  const little = bytes[0] === 0xff && bytes[1] === 0xfe
  const big = bytes[0] === 0xfe && bytes[1] === 0xff
  if (!little && !big) return null
  const encoding = little ? 'utf-16le' : 'utf-16be'
  const text = iconv.decode(Buffer.from(bytes.subarray(2)), encoding, { stripBOM: false })
  if (text.includes('\0'))
    return unreadable('It begins like UTF-16 but holds NULs, so it is no text. Convert it first.')
  const isDamaged = text.includes('\ufffd') || bytes.length % 2 === 1
  return {
    kind: 'text',
    text,
    encoding,
    diagnostics: isDamaged ? [damaged(encoding, text.indexOf('\ufffd'))] : [],
  }
}

/** Broken UTF-8 stays UTF-8 with marked gaps; without any whole multi-byte character it is Windows-1252. */
function repaired(bytes: Uint8Array): Decoded {
  const asUtf8 = new TextDecoder('utf-8', { fatal: false, ignoreBOM: true }).decode(bytes)
  const gaps = count(asUtf8, (code) => code === 0xfffd)
  const whole = count(asUtf8, (code) => code > 0x7f && code !== 0xfffd)
  if (whole >= gaps)
    return {
      kind: 'text',
      text: asUtf8,
      encoding: 'utf-8',
      diagnostics: [damaged('UTF-8', asUtf8.indexOf('\ufffd'))],
    }
  const high = bytes.reduce((sum, byte) => sum + (byte > 0x7f ? 1 : 0), 0)
  if (bytes.length > 64 && high / bytes.length > MOST_HIGH)
    return unreadable('It is neither UTF-8 nor a Western text. Convert it to UTF-8 first.')
  const note = diagnostic(
    'encoding-guessed',
    'warning',
    'It is not UTF-8 and was read as Windows-1252. Save it as UTF-8 if letters look wrong.',
  )
  return {
    kind: 'text',
    text: iconv.decode(Buffer.from(bytes), 'windows-1252'),
    encoding: 'windows-1252',
    diagnostics: [note],
  }
}

function strictUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}

/** As browsers do, what calls itself ISO 8859-1 or ASCII is Windows-1252. */
function knownCharset(declared: string | null): string | null {
  const name =
    declared
      ?.trim()
      .toLowerCase()
      .replace(/^["']|["']$/g, '') ?? ''
  if (name === '' || !iconv.encodingExists(name)) return null
  if (/^(?:iso-?8859-?1|latin-?1|us-ascii|ascii|cp1252|windows-1252)$/.test(name)) return 'windows-1252'
  // A declared Unicode form has been tried already: UTF-16 needs a BOM, UTF-8 was not valid. Byte-wise codecs are none of the web’s.
  return /^(?:utf|ucs|unicode|base64|hex|binary)/.test(name) ? 'utf-8' : name
}

function isBinary(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, SAMPLE)
  let controls = 0
  for (const byte of sample) {
    if (byte === 0) return true
    if ((byte < 32 && !(byte >= 8 && byte <= 13) && byte !== 27) || byte === 127) controls++
  }
  return sample.length > 0 && controls / sample.length > MOST_CONTROLS
}

function count(text: string, holds: (code: number) => boolean): number {
  let n = 0
  for (let i = 0; i < text.length; i++) if (holds(text.charCodeAt(i))) n++
  return n
}

function damaged(encoding: string, at: number): Diagnostic {
  const where = Math.max(0, at)
  return diagnostic(
    'encoding-damaged',
    'warning',
    `Some bytes are no valid ${encoding} and stand as "\ufffd". Fetch the text again if it matters.`,
    { from: where, to: where },
  )
}

function unreadable(message: string): Decoded {
  return { kind: 'unread', diagnostics: [diagnostic('not-text', 'error', message)] }
}
