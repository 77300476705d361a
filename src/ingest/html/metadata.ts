import { parseEdtf } from '../../base/calendar.ts'
import { jsonLine } from '../json-line.ts'
import type { DomDocument } from './dom.ts'

/** What a page says of itself; null where it says nothing. */
export interface PageMetadata {
  readonly headline: string | null
  /** `<title>`, site name included. */
  readonly title: string | null
  readonly published: string | null
  readonly outlet: string | null
  readonly url: string | null
  readonly language: string | null
}

const DATE_META = [
  'article:published_time',
  'og:article:published_time',
  'og:published_time',
  'datepublished',
  'date',
  'dc.date',
  'dc.date.issued',
  'dc.date.created',
  'dcterms.created',
  'dcterms.date',
  'dcterms.issued',
  'parsely-pub-date',
  'sailthru.date',
  'cxenseparse:recs:publishtime',
  'publish-date',
  'publication_date',
  'pubdate',
  'article.published',
  'last-modified-date',
]

export function metadataOf(document: DomDocument): PageMetadata {
  const metas = metaOf(document)
  const linked = linkedData(document)
  const meta = (...names: string[]) =>
    names.map((name) => metas.get(name)).find((value) => value !== undefined) ?? null
  const dates = [linked.published, ...DATE_META.map((name) => metas.get(name)), ...timesOf(document)]
  const url =
    document.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? meta('og:url') ?? linked.url
  return {
    headline: linked.headline ?? meta('og:title', 'twitter:title', 'dc.title'),
    title: tidy(document.querySelector('title')?.textContent),
    published: dates.map((date) => edtfOf(date ?? null)).find((date) => date !== null) ?? dateInUrl(url),
    outlet:
      linked.publisher ?? meta('og:site_name', 'application-name', 'article:publisher_name', 'dc.publisher'),
    url: url && /^https?:\/\/\S+$/iu.test(url) ? url : null,
    language:
      document.documentElement?.getAttribute('lang') ||
      meta('content-language', 'og:locale', 'dc.language') ||
      linked.language,
  }
}

/** ISO 8601 or German dates as EDTF to the minute at most; null when it is no such date. */
export function edtfOf(date: string | null): string | null {
  const iso =
    /^\s*(?<day>\d{4}-\d{2}-\d{2})(?:[T\s]+(?<time>\d{2}:\d{2})(?::\d{2}(?:[.,]\d+)?)?\s?(?<zone>Z|[+-]\d{2}:?\d{2})?)?/u.exec(
      date ?? '',
    )?.groups
  const german = /^\s*(?<day>\d{1,2})\.(?<month>\d{1,2})\.(?<year>\d{4})(?!\d)/u.exec(date ?? '')?.groups
  let edtf: string | null = null
  if (iso) {
    const zone =
      iso.zone && iso.zone.length === 5 ? `${iso.zone.slice(0, 3)}:${iso.zone.slice(3)}` : (iso.zone ?? '')
    edtf = iso.day! + (iso.time ? `T${iso.time}${zone}` : '')
  } else if (german) edtf = `${german.year}-${german.month!.padStart(2, '0')}-${german.day!.padStart(2, '0')}`
  return edtf !== null && parseEdtf(edtf) !== null ? edtf : null
}

function dateInUrl(url: string | null): string | null {
  const parts = /\/(?<year>(?:19|20)\d{2})\/(?<month>\d{1,2})\/(?<day>\d{1,2})(?:\/|$)/u.exec(
    url ?? '',
  )?.groups
  return parts ? edtfOf(`${parts.day}.${parts.month}.${parts.year}`) : null
}

function metaOf(document: DomDocument): Map<string, string> {
  const metas = new Map<string, string>()
  for (const element of document.querySelectorAll('meta')) {
    const name = (
      element.getAttribute('property') ??
      element.getAttribute('name') ??
      element.getAttribute('itemprop') ??
      element.getAttribute('http-equiv')
    )
      ?.trim()
      .toLowerCase()
    const content = tidy(element.getAttribute('content'))
    if (name && content && !metas.has(name)) metas.set(name, content)
  }
  return metas
}

/** `<time>` elements that say they are the publication, then one alone in the article's head. */
function timesOf(document: DomDocument): string[] {
  const marked = [
    ...document.querySelectorAll(
      '[itemprop="datePublished"], time[pubdate], time.published, time.entry-date, abbr.published',
    ),
  ]
  const any =
    marked.length > 0
      ? marked
      : [
          ...document.querySelectorAll('article time[datetime], main time[datetime], header time[datetime]'),
        ].slice(0, 1)
  return any.flatMap((element) =>
    [element.getAttribute('datetime'), element.getAttribute('content'), element.getAttribute('title')].filter(
      (value) => value !== null,
    ),
  )
}

interface LinkedData {
  readonly headline: string | null
  readonly published: string | null
  readonly publisher: string | null
  readonly url: string | null
  readonly language: string | null
}

const ARTICLE = /article|posting|report|newsitem/iu

function linkedData(document: DomDocument): LinkedData {
  const objects = [...document.querySelectorAll('script[type="application/ld+json"]')].flatMap((script) => {
    const parsed = jsonLine(script.textContent ?? '')
    return parsed.ok ? topObjects(parsed.value) : []
  })
  const typeOf = (object: Json) => [object['@type']].flat().join(' ')
  const article =
    objects.find((object) => ARTICLE.test(typeOf(object))) ??
    objects.find((object) => 'datePublished' in object) ??
    {}
  const publisher = [article.publisher].flat()[0]
  return {
    headline: string(article.headline),
    published: string(article.datePublished) ?? string(article.dateCreated),
    publisher: isObject(publisher) ? (string(publisher.name) ?? nameById(objects, publisher)) : null,
    url: string(article.url),
    language: string(article.inLanguage),
  }
}

type Json = Readonly<Record<string, unknown>>

/** The objects of a JSON-LD text: itself, a list, or the members of `@graph`. */
function topObjects(value: unknown): Json[] {
  return [value]
    .flat()
    .filter(isObject)
    .flatMap((object) => [object, ...[object['@graph']].flat().filter(isObject)])
}

function nameById(objects: readonly Json[], reference: Json): string | null {
  return string(
    objects.find(
      (object) => reference['@id'] !== undefined && object['@id'] === reference['@id'] && object.name,
    )?.name,
  )
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function string(value: unknown): string | null {
  return typeof value === 'string' ? tidy(value) : null
}

function tidy(text: string | null | undefined): string | null {
  const line = text?.replace(/\s+/gu, ' ').trim().slice(0, 1000)
  return line ? line : null
}
