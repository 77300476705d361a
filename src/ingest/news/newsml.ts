import { type PageElement, textOf } from '../html/dom.ts'
import { type NewsRecord, NO_NEWS } from './news-item.ts'
import { type NewsPart, paragraphsOf, partsOf } from './news-text.ts'
import { nitfParts } from './nitf.ts'
import { at, childrenOf, textAt } from './xml.ts'

/** Links by which an item of NewsML-G2 names the one whose place it takes. */
const PREVIOUS = /(?:previousversion|replaces|updates|evolvedfrom)/iu

/** One `newsItem` of NewsML-G2. */
export function newsmlRecord(item: PageElement): NewsRecord {
  const meta = at(item, 'itemmeta')
  const content = at(item, 'contentmeta')
  const headlines = childrenOf(content, 'headline')
  const headline = headlines.find((one) => /main/iu.test(one.get('role') ?? '')) ?? headlines[0]
  return {
    ...NO_NEWS,
    uri: item.get('guid'),
    version: item.get('version'),
    created: textAt(meta, 'versioncreated'),
    status: qcode(at(meta, 'pubstatus')),
    embargoed: at(meta, 'embargoed') === null ? null : (textAt(meta, 'embargoed') ?? ''),
    urgency: textAt(content, 'urgency'),
    signals: childrenOf(meta, 'signal').flatMap((signal) => qcode(signal) ?? []),
    replaces: childrenOf(meta, 'link').flatMap((link) => {
      const uri = link.get('residref') ?? link.get('href')
      return uri !== null && PREVIOUS.test(link.get('rel') ?? '') && uri !== item.get('guid')
        ? [{ uri, as: 'version' as const }]
        : []
    }),
    keywords: [
      textAt(content, 'slugline'),
      ...childrenOf(content, 'keyword').map((one) => textOf(one)),
      ...childrenOf(content, 'subject').map((one) => textAt(one, 'name') ?? qcode(one)),
    ].flatMap((word) => word ?? []),
    title: (headline && textOf(headline)) ?? textAt(meta, 'title'),
    byline: textAt(content, 'by'),
    note: textAt(meta, 'ednote'),
    parts: contentOf(item),
    url: linkOf(meta),
    provider: nameOf(at(meta, 'provider')),
    language: at(content, 'language')?.get('tag') ?? item.get('lang'),
    published: null,
  }
}

/** The first content that is text: XHTML or NITF within, else plain. */
function contentOf(item: PageElement): NewsPart[] {
  const set = at(item, 'contentset')
  for (const inline of childrenOf(set, 'inlinexml')) {
    const nitf = at(inline, 'nitf')
    const parts = nitf === null ? partsOf(at(inline, 'html', 'body') ?? inline) : nitfParts(nitf)
    if (parts.length > 0) return parts
  }
  for (const inline of childrenOf(set, 'inlinedata')) {
    if (!/^$|^text\//iu.test(inline.get('contenttype') ?? '')) continue
    const parts = paragraphsOf(textOf(inline)).map((text): NewsPart => ({ kind: 'body', text }))
    if (parts.length > 0) return parts
  }
  return []
}

/** `stat:usable`, or the end of a concept's address. */
function qcode(element: PageElement | null): string | null {
  return element?.get('qcode') ?? element?.get('uri') ?? element?.get('literal') ?? null
}

function nameOf(provider: PageElement | null): string | null {
  const code = qcode(provider)
  return textAt(provider, 'name') ?? code?.replace(/^.*[:/]/u, '') ?? null
}

function linkOf(meta: PageElement | null): string | null {
  const link = childrenOf(meta, 'link').find((one) =>
    /html|canonical|web/iu.test(`${one.get('rel')} ${one.get('contenttype')}`),
  )
  return link?.get('href') ?? null
}
