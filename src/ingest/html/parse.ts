import { Tokenizer } from 'htmlparser2'
import { PageElement, type PageTree } from './dom.ts'
import { isBlockName, VOID } from './names.ts'

/** Elements may nest this deep; pages of the press stay below 100. Deeper ones leave only their text. */
const MAX_DEPTH = 400
/** More elements leave only their text. */
const MAX_ELEMENTS = 400_000
/** How far up an element is looked for that a new one closes. */
const REACH = 12

/** Which open elements a new one ends, and what shields them. HTML Living Standard, 13.1.2.4 (optional tags). */
const ENDS: Readonly<
  Record<string, { readonly ended: readonly string[]; readonly shield: readonly string[] }>
> = {
  li: { ended: ['li'], shield: ['ul', 'ol', 'menu'] },
  dt: { ended: ['dt', 'dd'], shield: ['dl'] },
  dd: { ended: ['dt', 'dd'], shield: ['dl'] },
  tr: { ended: ['tr', 'td', 'th'], shield: ['table'] },
  td: { ended: ['td', 'th'], shield: ['tr', 'table'] },
  th: { ended: ['td', 'th'], shield: ['tr', 'table'] },
  tbody: { ended: ['thead', 'tbody', 'tr', 'td', 'th'], shield: ['table'] },
  tfoot: { ended: ['thead', 'tbody', 'tr', 'td', 'th'], shield: ['table'] },
  option: { ended: ['option'], shield: ['select', 'datalist'] },
  optgroup: { ended: ['option', 'optgroup'], shield: ['select'] },
  a: { ended: ['a'], shield: ['table', 'td', 'li', 'div', 'p', 'section', 'article'] },
}
const IN_HEAD = new Set(['meta', 'link', 'title', 'script', 'style', 'base', 'noscript', 'template'])
/** Whose end does not end a block that stands open in it: `<b><div></b>` leaves the `div` open. */
const isInline = (name: string): boolean => !isBlockName(name)
const LEFT_OPEN = new Set(['html', 'body'])

/**
 * A page as a tree; nothing in it is run or loaded. One pass in time linear in the source; what nests too deep or is too
 * much keeps its words and line breaks and loses its elements.
 */
export function parsePage(html: string): PageTree {
  const root = new PageElement('#document', null, 0)
  const elements = [root]
  const stack = [root]
  const open = new Map<string, number>()
  /** Open elements that were left out. */
  const omitted = new Map<string, number>()
  let cut: PageTree['cut'] = null
  let raw: string | null = null
  let pending: { readonly name: string; attributes: Map<string, string> | null } | null = null
  let attribute = ''
  let value = ''

  const pop = () => {
    const { name } = stack.pop()!
    open.set(name, open.get(name)! - 1)
  }
  const popTo = (at: number) => {
    while (stack.length > at) pop()
  }
  const end = (ended: readonly string[], shield: readonly string[]) => {
    let outermost = -1
    for (let at = stack.length - 1; at > 0 && at > stack.length - REACH; at--) {
      const { name } = stack[at]!
      if (shield.includes(name)) break
      if (ended.includes(name)) outermost = at
    }
    if (outermost > 0) popTo(outermost)
  }
  const endParagraph = () => {
    for (let at = stack.length - 1; at > 0 && at > stack.length - REACH; at--) {
      const { name } = stack[at]!
      if (name === 'p') return popTo(at)
      if (!isInline(name)) return
    }
  }
  const enter = (name: string, attributes?: ReadonlyMap<string, string>) => {
    if (LEFT_OPEN.has(name) && open.get(name)) {
      const known = stack.find((element) => element.name === name)!
      if (attributes) known.attributes = new Map([...attributes, ...known.attributes])
      return
    }
    if (open.get('head') && !IN_HEAD.has(name)) end(['head'], [])
    if (isBlockName(name) && name !== 'br') endParagraph()
    const rule = ENDS[name]
    if (rule) end(rule.ended, rule.shield)
    const parent = stack.at(-1)!
    if (stack.length > MAX_DEPTH || elements.length >= MAX_ELEMENTS) {
      cut ??= stack.length > MAX_DEPTH ? 'deep' : 'large'
      if (isBlockName(name)) parent.children.push(BREAK)
      if (name === 'script' || name === 'style') raw = name
      if (!VOID.has(name)) omitted.set(name, (omitted.get(name) ?? 0) + 1)
      return
    }
    const element = new PageElement(name, parent, elements.length, attributes)
    elements.push(element)
    parent.children.push(element)
    if (VOID.has(name)) return
    stack.push(element)
    open.set(name, (open.get(name) ?? 0) + 1)
  }
  const close = (name: string) => {
    raw = null
    const out = omitted.get(name) ?? 0
    if (out > 0) {
      omitted.set(name, out - 1)
      if (isBlockName(name)) stack.at(-1)!.children.push(BREAK)
      return
    }
    if (LEFT_OPEN.has(name)) return
    if (name === 'br' || (name === 'p' && !open.get('p'))) return enter('br')
    if (!open.get(name)) return
    const inline = isInline(name)
    for (let at = stack.length - 1; at > 0; at--) {
      if (stack[at]!.name === name) return popTo(at)
      if (inline && !isInline(stack[at]!.name)) return
    }
  }
  const text = (words: string) => {
    if (raw === null) stack.at(-1)!.children.push(words)
  }
  const take = () => {
    const tag = pending
    pending = null
    if (tag) enter(tag.name, tag.attributes ?? undefined)
  }
  const skip = () => undefined
  const tokenizer = new Tokenizer(
    { xmlMode: false, decodeEntities: true },
    {
      ontext: (from, to) => text(html.slice(from, to)),
      ontextentity: (code) => text(String.fromCodePoint(code)),
      onopentagname: (from, to) => {
        pending = { name: html.slice(from, to).toLowerCase(), attributes: null }
      },
      onattribname: (from, to) => {
        attribute = html.slice(from, to).toLowerCase()
        value = ''
      },
      onattribdata: (from, to) => {
        value += html.slice(from, to)
      },
      onattribentity: (code) => {
        value += String.fromCodePoint(code)
      },
      onattribend: () => {
        if (!pending) return
        pending.attributes ??= new Map()
        if (!pending.attributes.has(attribute)) pending.attributes.set(attribute, value)
      },
      onopentagend: take,
      onselfclosingtag: take,
      onclosetag: (from, to) => close(html.slice(from, to).toLowerCase()),
      oncdata: (from, to) => text(html.slice(from, to)),
      oncomment: skip,
      ondeclaration: skip,
      onprocessinginstruction: skip,
      onend: skip,
    },
  )
  tokenizer.write(html)
  tokenizer.end()
  return { root, elements, cut }
}

/** Stands where an element that begins or ends a line was left out. */
const BREAK = new PageElement('br', null, -1)
