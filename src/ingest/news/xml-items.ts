import { type Diagnostic, diagnostic } from '../../base/diagnostics.ts'
import type { PageElement } from '../html/dom.ts'
import { type Origin, unread } from '../items.ts'
import type { IngestItem, ReadOptions } from '../types.ts'
import { newsItem } from './news-item.ts'
import { newsmlRecord } from './newsml.ts'
import { nitfRecord } from './nitf.ts'
import { at, childrenOf, parseXml, type XmlTree } from './xml.ts'

const TRUNCATED =
  'It ends in the middle, so it may be half a report and was not read. Fetch or send the file again.'

/** The news items of an XML file: NITF, or NewsML-G2 by itself or several in a message. */
export function xmlItems(
  xml: string,
  origin: Origin,
  diagnostics: readonly Diagnostic[],
  options: ReadOptions,
): IngestItem[] {
  const tree = parseXml(xml)
  const notes = tree.declaresEntities ? [...diagnostics, entities()] : diagnostics
  const root = tree.root.children.find((child): child is PageElement => typeof child !== 'string')
  switch (root?.name) {
    case 'nitf':
      return [whole(root, tree, origin, () => newsItem(nitfRecord(root), origin, notes, options))]
    case 'newsitem':
      return [whole(root, tree, origin, () => newsItem(newsmlRecord(root), origin, notes, options))]
    case 'newsmessage':
      return messageItems(root, tree, origin, notes, options)
    case 'packageitem':
    case 'conceptitem':
    case 'knowledgeitem':
    case 'planningitem':
      return [
        unread(origin.id, 'no-text', 'info', `A ${root.name} holds no text of its own, so it was left out.`),
      ]
    default:
      return [
        unread(
          origin.id,
          'unknown-xml',
          'warning',
          `It is XML, but neither NewsML-G2 nor NITF (its root is ${root?.name.slice(0, 40) ?? 'missing'}). Convert it to one of the formats in docs/ingest.md.`,
        ),
      ]
  }
}

function messageItems(
  message: PageElement,
  tree: XmlTree,
  origin: Origin,
  diagnostics: readonly Diagnostic[],
  options: ReadOptions,
): IngestItem[] {
  const sets = childrenOf(message, 'itemset')
  const items = sets.flatMap((set) => childrenOf(set, 'newsitem'))
  const read = items.map((item, index) => {
    const own = { ...origin, id: `${origin.id}#${item.get('guid')?.slice(0, 300) ?? index + 1}`, bytes: null }
    return whole(item, tree, own, () => newsItem(newsmlRecord(item), own, diagnostics, options))
  })
  if (tree.open.has(message) && !items.some((item) => tree.open.has(item)))
    read.push(
      unread(
        origin.id,
        'xml-truncated',
        'error',
        'The message ends in the middle; the items before were read. Fetch or send the file again.',
      ),
    )
  if (items.length === 0 && read.length === 0)
    return [unread(origin.id, 'no-text', 'info', 'The message holds no news item, so it was left out.')]
  return read
}

function whole(
  element: PageElement,
  { open, isTooDeep }: XmlTree,
  { id }: Origin,
  read: () => IngestItem,
): IngestItem {
  const content = at(element, 'contentset')
  if (open.has(element) && isTooDeep)
    return unread(
      id,
      'xml-too-deep',
      'error',
      'Its elements nest deeper than in any report, so it was not read. Ask for it to be sent again.',
    )
  return open.has(element) || (content !== null && open.has(content))
    ? unread(id, 'xml-truncated', 'error', TRUNCATED)
    : read()
}

function entities(): Diagnostic {
  return diagnostic(
    'xml-entities',
    'warning',
    'It declares entities of its own, which are never expanded; where one stands in the text its name is left.',
  )
}

/** Whether a text begins like XML that is no web page: its root, if it is one of newsrooms. */
export function newsRoot(head: string): 'xml' | 'news' | null {
  const start = head.slice(0, 8000).replace(/^\ufeff?\s*/u, '')
  if (!/^<(?:\?xml|!DOCTYPE\s+nitf|(?:[\w-]{1,40}:)?(?:newsItem|newsMessage|nitf)[\s>])/u.test(start))
    return null
  const root = /<(?:[\w-]{1,40}:)?(?<name>[A-Za-z][\w.-]{0,60})[\s>/]/u.exec(
    start.replace(/<!--[\s\S]{0,4000}?-->/gu, '').replace(/<\?[\s\S]{0,400}?\?>/gu, ''),
  )?.groups?.name
  if (root === undefined || root === 'html') return null
  return /^(?:newsItem|newsMessage|nitf|packageItem|conceptItem|knowledgeItem|planningItem)$/u.test(root)
    ? 'news'
    : 'xml'
}
