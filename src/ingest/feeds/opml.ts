import { generateOpml, type Opml, parseOpml } from 'feedsmith'
import { LagebildError } from '../../base/errors.ts'
import type { FeedRecord } from '../../store/feeds.ts'
import { nameOf } from './health.ts'
import { resolved } from './links.ts'

/** Lists within lists that are followed. */
const DEPTH = 20

export interface OpmlFeed {
  readonly url: string
  readonly name: string | null
}

/** The feeds of an OPML list, each once, in its order. @throws LagebildError `opml-invalid` */
export function feedsInOpml(text: string): OpmlFeed[] {
  let list: Opml.Document<string>
  try {
    list = parseOpml(text)
  } catch (error) {
    throw new LagebildError(
      'opml-invalid',
      'The file is no OPML list of feeds',
      'Export it again from the program that it comes from.',
      { cause: error },
    )
  }
  const feeds = new Map<string, OpmlFeed>()
  const take = (outlines: readonly Opml.Outline<string>[], depth: number) => {
    for (const { xmlUrl, title, text: label, outlines: inner } of outlines) {
      const url = xmlUrl !== undefined && URL.canParse(xmlUrl) ? resolved(xmlUrl, xmlUrl) : null
      if (url !== null && !feeds.has(url)) feeds.set(url, { url, name: title ?? label ?? null })
      if (inner !== undefined && depth < DEPTH) take(inner, depth + 1)
    }
  }
  take(list.body?.outlines ?? [], 0)
  return [...feeds.values()]
}

export function opmlOf(records: readonly FeedRecord[]): string {
  const outlines = records.map(({ feed, state }) => {
    const name = nameOf(feed, state)
    return { type: 'rss', text: name, title: name, xmlUrl: feed.url }
  })
  return generateOpml({ head: { title: 'Lagebild' }, body: { outlines } })
}
