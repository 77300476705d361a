import { type PageElement, type PageTree, textOf } from './dom.ts'
import { type LinkedData, linkedDataOf, tidy } from './linked-data.ts'

/** What a page says of itself outside of its text; null where it says nothing. */
export interface PageMetadata {
  /** Names of the article, the most trusted first. */
  readonly headlines: readonly string[]
  /** `<title>`, site name included. */
  readonly title: string | null
  readonly outlet: string | null
  readonly url: string | null
  readonly language: string | null
  readonly description: string | null
  /** The next page of the same article, as the page writes it. */
  readonly next: string | null
  readonly metas: ReadonlyMap<string, string>
  readonly linked: LinkedData
}

const MAX_METAS = 500

/** Reads `<head>`, JSON-LD and what stands for them in the body. */
export function metadataOf({ elements }: PageTree): PageMetadata {
  const metas = new Map<string, string>()
  const scripts: PageElement[] = []
  let title: string | null = null
  let canonical: string | null = null
  let next: string | null = null
  let language: string | null = null
  for (const element of elements) {
    switch (element.name) {
      case 'meta': {
        const name = ['property', 'name', 'itemprop', 'http-equiv']
          .map((key) => element.get(key))
          .find((key) => key)
        const content = tidy(element.get('content'))
        const key = name?.trim().toLowerCase()
        if (key && content && !metas.has(key) && metas.size < MAX_METAS) metas.set(key, content)
        break
      }
      case 'link':
        if (relOf(element).includes('canonical')) canonical ??= tidy(element.get('href'))
        if (relOf(element).includes('next')) next ??= tidy(element.get('href'))
        break
      case 'title':
        if (element.parent?.name !== 'svg') title ??= tidy(textOf(element))
        break
      case 'script':
        if (/^application\/ld\+json/iu.test(element.get('type')?.trim() ?? '')) scripts.push(element)
        break
      case 'html':
        language ??= tidy(element.get('lang')) ?? tidy(element.get('xml:lang'))
        break
      default:
    }
  }
  const linked = linkedDataOf(scripts)
  const meta = (...names: string[]) =>
    names.map((name) => metas.get(name)).find((value) => value !== undefined) ?? null
  const url = canonical ?? meta('og:url') ?? linked.url
  return {
    headlines: [
      ...linked.headlines.slice(0, 1),
      ...[
        'og:title',
        'twitter:title',
        'dc.title',
        'dcterms.title',
        'parsely-title',
        'sailthru.title',
        'title',
      ].flatMap((name) => metas.get(name) ?? []),
      ...linked.headlines.slice(1),
    ],
    title,
    outlet:
      linked.publisher ?? meta('og:site_name', 'application-name', 'article:publisher_name', 'dc.publisher'),
    url: url && /^https?:\/\/\S+$/iu.test(url) ? url : null,
    language: language ?? meta('content-language', 'og:locale', 'dc.language') ?? linked.language,
    description:
      linked.description ?? meta('og:description', 'description', 'twitter:description', 'dc.description'),
    next,
    metas,
    linked,
  }
}

function relOf(element: PageElement): string[] {
  return element.get('rel')?.toLowerCase().split(/\s+/u) ?? []
}
