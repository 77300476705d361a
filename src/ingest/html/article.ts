import { Readability } from '@mozilla/readability'
import { type DomDocument, type DomElement, type DomNode, following, isElement } from './dom.ts'
import type { PageLine } from './lines.ts'

/** Beyond this number of elements Readability is not asked: it takes more than linear time. */
const MAX_ELEMENTS = 60_000
const MIN_ARTICLE = 250
/** Lines at least this long are known by their words alone, in UTF-16 units. */
const TELLING = 50

/**
 * Which lines Readability takes for the article; null when it finds none. It rewrites the document, so this comes last.
 * Each owner gets an attribute of its own name: Readability merges elements, and merged ones then keep all their marks.
 */
export function articleLines(
  document: DomDocument,
  lines: readonly PageLine[],
): ReadonlySet<PageLine> | null {
  const ids = new Map<DomElement, number>()
  for (const line of lines) {
    for (const owner of line.owners) {
      if (ids.has(owner)) continue
      ids.set(owner, ids.size)
      owner.setAttribute(`data-lb-${ids.get(owner)}`, '')
    }
  }
  const content = readable(document)
  if (!content) return null
  const kept = marksIn(content)
  const words = squeezed(content.textContent ?? '')
  const found = lines.filter((line) => {
    const own = squeezed(line.text)
    if (!words.includes(own)) return false
    return own.length >= TELLING || line.owners.some((owner) => kept.has(ids.get(owner)!))
  })
  return found.length > 0 ? new Set(found) : null
}

function readable(document: DomDocument): DomElement | null {
  const options = {
    maxElemsToParse: MAX_ELEMENTS,
    charThreshold: MIN_ARTICLE,
    keepClasses: true,
    serializer: (node: unknown) => node as DomElement,
  }
  try {
    return new Readability<DomElement>(document as never, options).parse()?.content ?? null
  } catch (error) {
    // Too many elements, or markup that Readability can't stand: the page is read without its opinion.
    if (error instanceof Error) return null
    throw error
  }
}

function marksIn(root: DomElement): Set<number> {
  const marks = new Set<number>()
  for (let node: DomNode | null = root; node; node = following(node, root, true, () => undefined)) {
    if (!isElement(node)) continue
    for (const { name } of node.attributes) if (name.startsWith('data-lb-')) marks.add(Number(name.slice(8)))
  }
  return marks
}

function squeezed(text: string): string {
  return text.replace(/[\s\u200b\u00ad]+/gu, '')
}
