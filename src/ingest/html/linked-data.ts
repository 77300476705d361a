import { jsonLine } from '../json-line.ts'
import { type PageElement, textOf } from './dom.ts'

/** What the JSON-LD of a page says of its article (schema.org); null where it says nothing. */
export interface LinkedData {
  readonly headlines: readonly string[]
  readonly published: string | null
  readonly modified: string | null
  readonly publisher: string | null
  readonly url: string | null
  readonly language: string | null
  readonly description: string | null
  readonly body: string | null
  /** `isAccessibleForFree`. */
  readonly isFree: boolean | null
  /** Entries of a `LiveBlogPosting`. */
  readonly updates: readonly LiveUpdate[]
}
export interface LiveUpdate {
  readonly headline: string | null
  readonly body: string | null
  readonly published: string
}

const ARTICLE =
  /^(?:\w*Article|\w*Posting|Report\w*|NewsItem|Recipe|HowTo|Review|CreativeWork|AnalysisNewsArticle|WebPage|\w+Page|VideoObject)$/u
/** An article is believed before a page, whatever their order is. */
const rankOf = (type: string): number =>
  /Article|Posting|Report/u.test(type) ? 3 : /Recipe|HowTo|Review|NewsItem|CreativeWork/u.test(type) ? 2 : 1
/** Objects looked at, and how deep they may lie. */
const MAX_OBJECTS = 2000
const MAX_DEPTH = 4
const MAX_UPDATES = 1000

type Json = Readonly<Record<string, unknown>>

export function linkedDataOf(scripts: readonly PageElement[]): LinkedData {
  const objects = scripts.flatMap((script) => objectsIn(parsed(textOf(script)))).slice(0, MAX_OBJECTS)
  const articles = objects
    .map((object) => ({
      object,
      type: [object['@type']].flat().find((type) => typeof type === 'string' && ARTICLE.test(type)),
    }))
    .filter((found) => found.type !== undefined)
    .sort((a, b) => rankOf(b.type as string) - rankOf(a.type as string))
    .map(({ object }) => object)
  const best = articles[0] ?? objects.find((object) => 'datePublished' in object) ?? {}
  const first = (key: string) =>
    articles.map((object) => tidy(object[key])).find((value) => value !== null) ?? null
  const publisher = [best.publisher].flat()[0]
  const live = articles.find((object) => Array.isArray(object.liveBlogUpdate))
  return {
    headlines: [best.headline, best.name].map(tidy).filter((name) => name !== null),
    published: tidy(best.datePublished) ?? tidy(best.dateCreated) ?? first('datePublished'),
    modified: tidy(best.dateModified) ?? first('dateModified'),
    publisher: isObject(publisher) ? (tidy(publisher.name) ?? nameById(objects, publisher)) : null,
    url:
      tidy(best.url) ??
      (isObject(best.mainEntityOfPage) ? tidy(best.mainEntityOfPage['@id']) : tidy(best.mainEntityOfPage)),
    language: tidy(best.inLanguage),
    description: tidy(best.description),
    body: typeof best.articleBody === 'string' && best.articleBody.trim() !== '' ? best.articleBody : null,
    isFree: freedom(best),
    updates: live ? updatesOf(live) : [],
  }
}

/** Many pages put comments around it, end it with a semicolon, or break lines within strings. */
function parsed(source: string): unknown {
  const bare = source
    .replace(/^\s*(?:\/\*\s*)?(?:\/\/\s*)?(?:<!\[CDATA\[|<!--)(?:\s*\*\/)?/u, '')
    .replace(/(?:\/\*\s*)?(?:\/\/\s*)?(?:\]\]>|-->)(?:\s*\*\/)?\s*$/u, '')
    .trim()
    .replace(/;$/u, '')
  const strict = jsonLine(bare)
  if (strict.ok) return strict.value
  const repaired = jsonLine(bare.replace(/[\n\r\t]+/gu, ' ').replace(/,(?=\s*[}\]])/gu, ''))
  return repaired.ok ? repaired.value : null
}

/** The objects of a JSON-LD text: itself, a list, members of `@graph`, `mainEntity` and their like. */
function objectsIn(value: unknown, depth = 0): Json[] {
  if (depth > MAX_DEPTH) return []
  return [value]
    .flat()
    .slice(0, MAX_OBJECTS)
    .filter(isObject)
    .flatMap((object) => [
      object,
      ...['@graph', 'mainEntity', 'mainEntityOfPage', 'hasPart'].flatMap((key) =>
        objectsIn(object[key], depth + 1),
      ),
    ])
}

function freedom(article: Json): boolean | null {
  const said = article.isAccessibleForFree
  if (typeof said === 'boolean') return said
  return typeof said === 'string'
    ? /^true$/iu.test(said)
      ? true
      : /^false$/iu.test(said)
        ? false
        : null
    : null
}

function updatesOf(live: Json): LiveUpdate[] {
  return [live.liveBlogUpdate]
    .flat()
    .slice(0, MAX_UPDATES)
    .filter(isObject)
    .flatMap((update): LiveUpdate[] => {
      const published = tidy(update.datePublished) ?? tidy(update.dateModified)
      return published === null
        ? []
        : [
            {
              headline: tidy(update.headline),
              body: typeof update.articleBody === 'string' ? update.articleBody : null,
              published,
            },
          ]
    })
}

function nameById(objects: readonly Json[], reference: Json): string | null {
  return tidy(
    objects.find(
      (object) => reference['@id'] !== undefined && object['@id'] === reference['@id'] && object.name,
    )?.name,
  )
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  quot: '"',
  lt: '<',
  gt: '>',
  nbsp: ' ',
  '#39': "'",
  '#039': "'",
  '#8211': '–',
  '#8222': '„',
  '#8220': '“',
}

/** A string on one line; null for what is none, or empty. */
export function tidy(text: unknown): string | null {
  if (typeof text !== 'string') return null
  const line = text
    .slice(0, 4000)
    // Many systems encode twice.
    .replace(/&(?<name>amp|quot|lt|gt|nbsp|#0?39|#8211|#8222|#8220);/gu, (_, name: string) => ENTITIES[name]!)
    .replace(/\s+/gu, ' ')
    .trim()
    .slice(0, 1000)
  return line === '' ? null : line
}
