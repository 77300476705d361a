import type { Span } from '../base/spans.ts'
import { documentKey } from './evaluation.ts'
import { goldFault, lineAt } from './gold-faults.ts'

export interface GoldTime extends Span {
  /** TIMEX3 `type` and `value`; empty where the file has none. */
  readonly type: string
  readonly value: string
}

export interface TimeDocument {
  readonly id: string
  readonly text: string
  /** The day of creation, `YYYY-MM-DD`, or null. */
  readonly created: string | null
  readonly times: readonly GoldTime[]
}

type Attributes = Readonly<Record<string, string>>
type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'open' | 'empty'
      readonly name: string
      readonly attributes: Attributes
      readonly at: number
    }
  | { readonly kind: 'close'; readonly name: string; readonly at: number }

/**
 * TimeML (ISO 24617-1): the text of TEXT, or of the whole TimeML element where there is none, with its TIMEX3; other tags vanish. Ids are
 * file names without ending. A TIMEX3 without extent is left out.
 * @throws LagebildError `gold-invalid`
 */
export function readTimeml(file: string, source: string): TimeDocument {
  // XML 1.0, section 2.11: line ends are read as line feeds.
  const xml = source.replaceAll('\r\n', '\n')
  const pieces = [...piecesOf(file, xml)]
  const fault = (at: number, what: string) => goldFault(file, lineAt(xml, at), what)
  const root = pieces.some((piece) => piece.kind === 'open' && piece.name === 'TEXT') ? 'TEXT' : 'TimeML'
  const times: GoldTime[] = []
  const open: { from: number; at: number; attributes: Attributes }[] = []
  let text = ''
  let created: string | null = null
  let isInside = false
  let wasInside = false
  for (const piece of pieces) {
    if (piece.kind === 'text') {
      if (isInside) text += decoded(piece.text)
      continue
    }
    if (piece.name === root && piece.kind !== 'empty') {
      isInside = piece.kind === 'open'
      wasInside ||= isInside
    }
    if (piece.name !== 'TIMEX3') continue
    if (piece.kind === 'close') {
      const start = open.pop()
      if (!start) throw fault(piece.at, '</TIMEX3> without its beginning')
      const { type = '', value = '' } = start.attributes
      if (isInside) times.push({ from: start.from, to: text.length, type, value })
      continue
    }
    if (piece.attributes.functionInDocument === 'CREATION_TIME')
      created ??= piece.attributes.value?.slice(0, 10) ?? null
    if (piece.kind === 'open') open.push({ from: text.length, at: piece.at, attributes: piece.attributes })
  }
  if (!wasInside) throw fault(0, 'neither a TEXT nor a TimeML element')
  if (open.length > 0) throw fault(open[0]!.at, 'a TIMEX3 that is not closed')
  return { id: documentKey(file), text, created, times: times.sort((a, b) => a.from - b.from) }
}

const SKIPPED: readonly (readonly [opening: string, ending: string])[] = [
  ['<!--', '-->'],
  ['<?', '?>'],
  ['<!', '>'],
]

/** Tags and the text between them, in one pass; comments, processing instructions and declarations are left out. */
function* piecesOf(file: string, xml: string): Generator<Piece> {
  for (let at = 0; at < xml.length; ) {
    const start = xml.indexOf('<', at)
    if (start !== at) yield { kind: 'text', text: xml.slice(at, start < 0 ? xml.length : start) }
    if (start < 0) return
    const [opening, ending] = SKIPPED.find(([mark]) => xml.startsWith(mark, start)) ?? [null, '>']
    const end = opening === null ? tagEnd(xml, start) : xml.indexOf(ending, start + opening.length)
    if (end < 0) throw goldFault(file, lineAt(xml, start), 'a "<" without its ">"')
    at = end + ending.length
    if (opening === null) yield tag(xml.slice(start + 1, end), start)
  }
}

/** The `>` that ends a tag; one in quotes does not. */
function tagEnd(xml: string, start: number): number {
  let quote = ''
  for (let at = start + 1; at < xml.length; at++) {
    const character = xml[at]!
    if (quote !== '') {
      if (character === quote) quote = ''
    } else if (character === '"' || character === "'") quote = character
    else if (character === '>') return at
  }
  return -1
}

const NAME = /[^\s/>]*/y
const ATTRIBUTE = /\s*([^\s=/]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/y

function tag(inside: string, at: number): Piece {
  const isClose = inside.startsWith('/')
  NAME.lastIndex = isClose ? 1 : 0
  const name = NAME.exec(inside)![0]
  if (isClose) return { kind: 'close', name, at }
  const attributes: Record<string, string> = {}
  ATTRIBUTE.lastIndex = name.length
  for (let match = ATTRIBUTE.exec(inside); match; match = ATTRIBUTE.exec(inside))
    attributes[match[1]!] = decoded(match[2] ?? match[3]!)
  return { kind: inside.endsWith('/') ? 'empty' : 'open', name, attributes, at }
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** References of XML 1.0, section 4.6, and by number; others stay as they stand. */
function decoded(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,4}));/gi, (all, decimal, hex, name) => {
    if (name !== undefined) return NAMED[name] ?? all
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal)
    return code <= 0x10ffff ? String.fromCodePoint(code) : all
  })
}
