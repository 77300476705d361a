/** A piece of text, or an element. */
export type PageNode = string | PageElement

const NONE: ReadonlyMap<string, string> = new Map()

/** An element of the parsed page. `index` is its place in `PageTree.elements`: parents stand before their children. */
export class PageElement {
  readonly name: string
  readonly parent: PageElement | null
  readonly index: number
  readonly children: PageNode[] = []
  /** Of `namesOf`, when it was asked first. */
  names: string | null = null
  attributes: ReadonlyMap<string, string>

  constructor(
    name: string,
    parent: PageElement | null,
    index: number,
    attributes: ReadonlyMap<string, string> = NONE,
  ) {
    this.attributes = attributes
    this.name = name
    this.parent = parent
    this.index = index
  }
  get(attribute: string): string | null {
    return this.attributes.get(attribute) ?? null
  }
}

export interface PageTree {
  readonly root: PageElement
  /** All elements in document order; the root is the first. */
  readonly elements: readonly PageElement[]
  /** Why elements were left out and their text taken as it stands; null when none were. */
  readonly cut: 'deep' | 'large' | null
}

/** Steps over a subtree without recursion: `enter` for every node (false: leave its children out), `leave` after an element. */
export function walk(
  root: PageElement,
  enter: (node: PageNode, parent: PageElement) => boolean,
  leave: (element: PageElement) => void,
): void {
  const path: { readonly element: PageElement; next: number }[] = [{ element: root, next: 0 }]
  while (path.length > 0) {
    const at = path.at(-1)!
    const node = at.element.children[at.next++]
    if (node === undefined) {
      path.pop()
      leave(at.element)
    } else if (enter(node, at.element) && typeof node !== 'string') path.push({ element: node, next: 0 })
  }
}

/** At most this much of an element's text is of use to a reader of metadata, in UTF-16 units. */
const MAX_TEXT = 4_000_000

/** The text of an element and all below it. */
export function textOf(element: PageElement): string {
  const parts: string[] = []
  let length = 0
  walk(
    element,
    (node) => {
      if (typeof node === 'string' && length < MAX_TEXT) {
        parts.push(node)
        length += node.length
      }
      return true
    },
    () => undefined,
  )
  return parts.join('')
}

/** Whether an element is `outer` or lies in it. */
export function isWithin(element: PageElement | null, outer: PageElement): boolean {
  for (let at = element; at; at = at.parent) if (at === outer) return true
  return false
}
