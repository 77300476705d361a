import { z } from 'zod'
import { parsePage } from '../html/parse.ts'
import type { Origin } from '../items.ts'
import type { IngestItem, ReadOptions } from '../types.ts'
import { type NewsRecord, NO_NEWS, newsItem } from './news-item.ts'
import { type NewsPart, paragraphsOf, partsOf } from './news-text.ts'
import { parseXml } from './xml.ts'

const scalar = z
  .union([z.string(), z.number()])
  .nullish()
  .transform((value) => (value == null ? null : String(value)))
  .catch(null)
/** ninjs 2 and 3: `[{ role, contenttype, value }]`. */
const texts = z
  .array(z.object({ role: scalar, contenttype: scalar, value: z.string() }))
  .nullish()
  .transform((value) => value ?? [])
  .catch([])
const named = z
  .array(z.object({ name: scalar, literal: scalar, value: scalar }))
  .nullish()
  .transform((value) => value ?? [])
  .catch([])

/** The fields of ninjs 1 to 3 that are read, keys in lower case; a field of another form counts as absent. */
const ninjsSchema = z.object({
  ...{
    uri: scalar,
    guid: scalar,
    type: scalar,
    version: scalar,
    versioncreated: scalar,
    firstcreated: scalar,
  },
  ...{ pubstatus: scalar, embargoed: scalar, urgency: scalar, priority: scalar, language: scalar },
  ...{ headline: scalar, title: scalar, byline: scalar, by: scalar, ednote: scalar, slugline: scalar },
  ...{ url: scalar, source: scalar, copyrightholder: scalar, evolvedfrom: scalar, body: scalar },
  ...{
    headlines: texts,
    bodies: texts,
    infosource: named,
    infosources: named,
    subject: named,
    subjects: named,
  },
  signal: named,
})
type Ninjs = z.infer<typeof ninjsSchema>

/** Whether a parsed value is a ninjs item: it has a name, and a field that only such items have. */
export function isNinjs(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  const keys = new Set(Object.keys(value).map((key) => key.toLowerCase()))
  if (keys.has('text') || !(keys.has('uri') || keys.has('guid'))) return false
  return (
    ['versioncreated', 'pubstatus', 'bodies', 'headlines', 'embargoed'].some((key) => keys.has(key)) ||
    [...keys].some((key) => key.startsWith('body_'))
  )
}

export function ninjsItem(
  value: Record<string, unknown>,
  path: string | null,
  options: ReadOptions,
): IngestItem {
  const fields = Object.fromEntries(Object.entries(value).map(([key, field]) => [key.toLowerCase(), field]))
  const ninjs = ninjsSchema.parse(fields)
  const record = recordOf(ninjs, fields)
  const origin: Origin = { id: record.uri ?? '', path, url: null, bytes: null }
  return newsItem(record, origin, [], options)
}

function recordOf(ninjs: Ninjs, fields: Readonly<Record<string, unknown>>): NewsRecord {
  const uri = ninjs.uri || ninjs.guid
  const sources = [...ninjs.infosource, ...ninjs.infosources]
  const isText = ninjs.type === null || /^(?:text|composite|article|story)$/iu.test(ninjs.type)
  return {
    ...NO_NEWS,
    uri,
    version: ninjs.version,
    created: ninjs.versioncreated ?? ninjs.firstcreated,
    status: ninjs.pubstatus,
    embargoed: 'embargoed' in fields && fields.embargoed !== null ? (ninjs.embargoed ?? '') : null,
    urgency: ninjs.urgency ?? ninjs.priority,
    signals: ninjs.signal.flatMap(({ name, value }) => name ?? value ?? []),
    // Superdesk: the story that this one goes on from.
    replaces: ninjs.evolvedfrom === null ? [] : [{ uri: ninjs.evolvedfrom, as: 'version' }],
    keywords: [ninjs.slugline, ...[...ninjs.subject, ...ninjs.subjects].map(({ name }) => name)].flatMap(
      (word) => word ?? [],
    ),
    title: mainOf(ninjs.headlines) ?? ninjs.headline ?? ninjs.title,
    byline: ninjs.byline ?? ninjs.by,
    note: ninjs.ednote,
    parts: isText ? bodyOf(ninjs, fields) : [],
    url: ninjs.url ?? uri,
    provider:
      sources.flatMap(({ name, literal }) => name ?? literal ?? [])[0] ??
      ninjs.source ??
      ninjs.copyrightholder,
    language: ninjs.language,
  }
}

function mainOf(list: Ninjs['headlines']): string | null {
  const main = list.find(({ role }) => role === 'main') ?? list[0]
  return main === undefined ? null : withoutTags(main.value)
}

/** The first body with markup, else the first in plain text. */
function bodyOf(ninjs: Ninjs, fields: Readonly<Record<string, unknown>>): NewsPart[] {
  const bodies = [
    ...ninjs.bodies.map(({ role, contenttype, value }) => ({ type: `${role} ${contenttype}`, value })),
    ...Object.entries(fields).flatMap(([key, value]) =>
      key.startsWith('body_') && typeof value === 'string' ? [{ type: key, value }] : [],
    ),
    ...(ninjs.body === null ? [] : [{ type: 'body', value: ninjs.body }]),
  ].filter(({ value }) => value.trim() !== '')
  const marked = bodies.find(({ type, value }) => /html|nitf/iu.test(type) || /<p[\s>]/iu.test(value))
  if (marked !== undefined)
    return partsOf(/nitf/iu.test(marked.type) ? parseXml(marked.value).root : parsePage(marked.value).root)
  const plain = bodies[0]
  return plain === undefined ? [] : paragraphsOf(plain.value).map((text) => ({ kind: 'body', text }))
}

function withoutTags(value: string): string {
  return /[<&]/u.test(value)
    ? partsOf(parsePage(value).root)
        .map(({ text }) => text)
        .join(' ')
    : value
}
