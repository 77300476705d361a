import { Parser } from 'htmlparser2'
import { PageElement, textOf } from '../html/dom.ts'

/** Elements may nest this deep; deeper ones leave their text. */
const MAX_DEPTH = 200
/** Beyond this many levels more it is no document; the parser's work grows with the square of them. */
const ABSURD = 1000
/** What the parser is given at a time, in UTF-16 units. */
const PIECE = 16_384
/** More elements leave their text. */
const MAX_ELEMENTS = 400_000
/** Characters of an attribute that are kept. */
const MAX_VALUE = 4000

export interface XmlTree {
  /** Holds the document element; names of elements and attributes are lower case and without prefix. */
  readonly root: PageElement
  /** Elements whose end tag is missing: the file ends in the middle of them, or they were never closed. */
  readonly open: ReadonlySet<PageElement>
  /** True where it nests deeper than any document; then it was not read to its end. */
  readonly isTooDeep: boolean
  /** The file declares entities of its own; none is ever expanded. */
  readonly declaresEntities: boolean
}

/** XML as a tree in one pass. No entity is expanded but those of XML itself and numbers, and nothing is fetched. */
export function parseXml(xml: string): XmlTree {
  const root = new PageElement('#document', null, 0)
  const stack: PageElement[] = [root]
  const open = new Set<PageElement>()
  let count = 1
  /** Open elements beyond the limits. */
  let omitted = 0
  let declaresEntities = false
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (stack.length > MAX_DEPTH || count >= MAX_ELEMENTS) {
          omitted++
          return
        }
        const kept = new Map(
          Object.entries(attributes).map(([key, value]) => [localName(key), value.slice(0, MAX_VALUE)]),
        )
        const parent = stack.at(-1)!
        const element = new PageElement(localName(name), parent, count++, kept)
        parent.children.push(element)
        stack.push(element)
      },
      onclosetag(_name, isImplied) {
        if (omitted > 0) {
          omitted--
          return
        }
        const element = stack.pop()
        // A tag that closes itself is implied too, but holds nothing.
        if (isImplied && element !== undefined && element.children.length > 0) open.add(element)
      },
      ontext: (text) => void stack.at(-1)?.children.push(text),
      onprocessinginstruction(_name, data) {
        if (/<!ENTITY/i.test(data.slice(0, 100_000))) declaresEntities = true
      },
    },
    { xmlMode: true, decodeEntities: true, lowerCaseTags: false, recognizeSelfClosing: true },
  )
  for (let from = 0; from < xml.length && omitted < ABSURD; from += PIECE)
    parser.write(xml.slice(from, from + PIECE))
  const isTooDeep = omitted >= ABSURD
  if (isTooDeep) for (const element of stack) open.add(element)
  else parser.end()
  return {
    root,
    open,
    isTooDeep,
    declaresEntities: declaresEntities || /<!ENTITY\s/i.test(xml.slice(0, 100_000)),
  }
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1).toLowerCase()
}

/** The charset that an XML declaration names; null when none. */
export function xmlCharset(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, 400)).toString('latin1')
  return /<\?xml[^>]{0,200}encoding\s*=\s*["'](?<name>[\w:.-]{2,40})["']/u.exec(head)?.groups?.name ?? null
}

export function childrenOf(element: PageElement | null, name: string): PageElement[] {
  return (element?.children ?? []).filter(
    (child): child is PageElement => typeof child !== 'string' && child.name === name,
  )
}

/** The first element along a path of names; null when it is not there. */
export function at(element: PageElement | null, ...path: readonly string[]): PageElement | null {
  return path.reduce<PageElement | null>((found, name) => childrenOf(found, name)[0] ?? null, element)
}

/** Text of the element at a path, white space collapsed; null when there is none. */
export function textAt(element: PageElement | null, ...path: readonly string[]): string | null {
  const found = at(element, ...path)
  return found === null ? null : textOf(found).replace(/\s+/gu, ' ').trim() || null
}
