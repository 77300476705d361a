import { parseEdtf } from '../base/calendar.ts'
import { type Diagnostic, diagnostic, type Severity } from '../base/diagnostics.ts'
import { sha256Bytes, sha256Hex } from '../base/ids.ts'
import type { RawDocument } from '../document/document.ts'
import type { NewsItem } from '../document/report.ts'
import type { RenderedPage } from './html/page.ts'
import type { IngestItem, ReadOptions } from './types.ts'

/** Where a document came from. */
export interface Origin {
  readonly id: string
  readonly path: string | null
  readonly url: string | null
  /** The bytes as found; null for a record out of a larger file. */
  readonly bytes: Uint8Array | null
}

/** What a format says of a document besides its text; null where it says nothing. */
export interface Facts {
  readonly title: string | null
  readonly published: RawDocument['published']
  readonly outlet: string | null
  readonly language: string | null
  /** EDTF; when the page says that it was last changed. */
  readonly updated: string | null
  readonly blocks: RawDocument['blocks']
  /** Of a newsroom format; absent where the format knows no such facts. */
  readonly item?: NewsItem
}

export const NO_FACTS: Facts = {
  title: null,
  published: null,
  outlet: null,
  language: null,
  updated: null,
  blocks: null,
}

export function unread(id: string, code: string, severity: Severity, message: string): IngestItem {
  return { kind: 'unread', id, diagnostics: [diagnostic(code, severity, message)] }
}

/** A document, or an `empty` item when the text is nothing but white space. */
export function documentItem(
  text: string,
  origin: Origin,
  facts: Facts,
  diagnostics: readonly Diagnostic[],
  options: ReadOptions,
): IngestItem {
  if (text.trim() === '')
    return unread(
      origin.id,
      'empty',
      'warning',
      'There is no text in it. Check that the file was saved completely.',
    )
  const notes = [...diagnostics]
  const published = publishedOf(facts, options, notes)
  return {
    kind: 'document',
    document: {
      id: origin.id,
      text,
      source: {
        outlet: options.outlet ?? facts.outlet,
        agency: [],
        url: origin.url,
        path: origin.path,
        sha256: sha256Hex(text),
        bytesSha256: origin.bytes ? sha256Bytes(origin.bytes) : null,
        updated: facts.updated,
        fetched: options.fetched ?? null,
        ...(facts.item && { item: facts.item }),
      },
      published,
      titleText: facts.title,
      language: facts.language,
      blocks: facts.blocks,
      diagnostics: notes,
    },
  }
}

/** A page as a document; one that says it is none, or shows no article, as unread. */
export function pageItem(
  page: RenderedPage,
  origin: Origin,
  diagnostics: readonly Diagnostic[],
  options: ReadOptions,
): IngestItem {
  if (page.unread)
    return { kind: 'unread', id: origin.id, diagnostics: [...diagnostics, ...page.diagnostics, page.unread] }
  const facts: Facts = {
    title: page.title ? null : page.headline,
    published: page.published,
    outlet: page.outlet,
    language: page.language,
    updated: page.updated,
    blocks: page.blocks,
  }
  return documentItem(
    page.text,
    { ...origin, url: urlOf(page.url, origin.url) },
    facts,
    [...diagnostics, ...page.diagnostics],
    options,
  )
}

function publishedOf(facts: Facts, options: ReadOptions, notes: Diagnostic[]): RawDocument['published'] {
  if (options.published !== undefined) return { edtf: options.published, basis: 'given' }
  if (facts.published && parseEdtf(facts.published.edtf) === null) {
    notes.push(
      diagnostic(
        'bad-date',
        'warning',
        `"${facts.published.edtf.slice(0, 60)}" is no date that can be read. Give it as 2014-01-05 (EDTF).`,
      ),
    )
    return null
  }
  return facts.published
}

/** The page's own address; a fetched page may name only one on the host that it came from. */
function urlOf(canonical: string | null, fetched: string | null): string | null {
  if (canonical === null || fetched === null) return canonical ?? fetched
  return URL.canParse(canonical) && new URL(canonical).host === new URL(fetched).host ? canonical : fetched
}
