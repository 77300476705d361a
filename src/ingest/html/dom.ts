import { parseHTML } from 'linkedom'

/** The little of the DOM that this room uses; the engine's compiler settings know no DOM types. */
export interface DomNode {
  readonly nodeType: number
  readonly parentNode: DomNode | null
  readonly firstChild: DomNode | null
  readonly nextSibling: DomNode | null
  readonly textContent: string | null
}
export interface DomElement extends DomNode {
  readonly localName: string
  readonly attributes: Iterable<{ readonly name: string; readonly value: string }>
  getAttribute(name: string): string | null
  setAttribute(name: string, value: string): void
  innerHTML: string
}
export interface DomDocument extends DomNode {
  readonly documentElement: DomElement | null
  readonly body: DomElement | null
  createElement(name: string): DomElement
  querySelector(selector: string): DomElement | null
  querySelectorAll(selector: string): Iterable<DomElement>
}

export const ELEMENT = 1
export const TEXT = 3

/** Parses only: linkedom runs no script and loads nothing. */
export function parseDocument(html: string): DomDocument {
  return parseHTML(html).document as unknown as DomDocument
}

export function isElement(node: DomNode): node is DomElement {
  return node.nodeType === ELEMENT
}

/** The next node in document order below `root`; `into` false skips the children. */
export function following(
  node: DomNode,
  root: DomNode,
  into: boolean,
  leave: (left: DomNode) => void,
): DomNode | null {
  if (into && node.firstChild) return node.firstChild
  let at: DomNode | null = node
  while (at && at !== root) {
    leave(at)
    if (at.nextSibling) return at.nextSibling
    at = at.parentNode
  }
  return null
}
