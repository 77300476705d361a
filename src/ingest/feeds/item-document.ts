import { type Diagnostic, diagnostic } from '../../base/diagnostics.ts'
import type { RawDocument } from '../../document/document.ts'
import type { ClaimedItem } from '../../store/feeds.ts'
import { documentItem, NO_FACTS } from '../items.ts'
import { feedText } from './feed-text.ts'

/** What a feed itself says of an item, as a document; null when it has no text. @param fetched ISO 8601 */
export function feedDocument(
  { feed, body }: Pick<ClaimedItem, 'feed' | 'body'>,
  fetched: string,
  diagnostics: readonly Diagnostic[] = [],
): RawDocument | null {
  const { text, blocks } = feedText(body.title, body.content)
  const { id, url, published, language } = body
  const facts = {
    ...NO_FACTS,
    ...{
      blocks,
      language,
      published: published === null ? null : ({ edtf: published, basis: 'metadata' } as const),
    },
    // Where there is an address, it names the outlet as in all other reports.
    outlet: url === null ? (body.outlet ?? feed.name) : null,
  }
  const item = documentItem(text, { id, path: null, url, bytes: null }, facts, diagnostics, { fetched })
  return item.kind === 'document' ? item.document : null
}

/** A page with what its feed knows and it does not tell itself. */
export function completed(page: RawDocument, { body }: Pick<ClaimedItem, 'body'>): RawDocument {
  const { published, title, language } = body
  const hasTitle = page.titleText !== null || page.blocks?.some(({ kind }) => kind === 'title')
  return {
    ...page,
    published: page.published ?? (published === null ? null : { edtf: published, basis: 'metadata' }),
    titleText: hasTitle ? page.titleText : title,
    language: page.language ?? language,
  }
}

export function fullTextMissing(cause: string): Diagnostic {
  return diagnostic(
    'full-text-missing',
    'warning',
    `Only what the feed tells was read, not the page behind it: ${cause} Save the page and read the file if it matters.`,
  )
}
