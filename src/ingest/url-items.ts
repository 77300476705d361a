import { type Diagnostic, diagnostic } from '../base/diagnostics.ts'
import { decodeBytes, metaCharset } from './decode.ts'
import { type Fetched, type Fetcher, fetchUrl } from './fetch-url.ts'
import { formatOfMime, itemsOf, sniff } from './formats.ts'
import { joinPages } from './html/join.ts'
import { type RenderedPage, renderPage } from './html/page.ts'
import { pageItem, unread } from './items.ts'
import type { IngestItem, ReadOptions } from './types.ts'

/** An article of more pages is cut there. */
const MAX_PAGES = 20

type Found = Extract<Fetched, { kind: 'fetched' }>

/** What stands at an address. */
export async function* urlItems(url: string, options: ReadOptions): AsyncGenerator<IngestItem> {
  const fetched = await fetchUrl(url, fetchOptions(options))
  if (fetched.kind === 'fetched') yield* fetchedItems(url, fetched, options, fetchUrl)
  else if (fetched.kind === 'failed') yield unread(url, fetched.code, 'error', fetched.message)
}

/** What was fetched, as items. The pages of an article that is parted into some are fetched one after the other and joined. */
export async function* fetchedItems(
  url: string,
  fetched: Found,
  options: ReadOptions,
  fetcher: Fetcher,
): AsyncGenerator<IngestItem> {
  const origin = { id: url, path: null, url: fetched.url, bytes: fetched.bytes }
  const first = pageOf(fetched)
  if (first === null) {
    yield* itemsOf(fetched.bytes, formatOfMime(fetched.contentType), fetched.charset, origin, options)
    return
  }
  const { pages, diagnostics } =
    first.page.unread || first.page.next === null
      ? { pages: [first.page] as const, diagnostics: first.diagnostics }
      : await followed(first, options, fetcher)
  yield pageItem(joinPages(pages), origin, diagnostics, options)
}

function fetchOptions({ allowPrivate }: ReadOptions) {
  return allowPrivate === undefined ? {} : { allowPrivate }
}

interface Page {
  readonly page: RenderedPage
  readonly diagnostics: readonly Diagnostic[]
}

/** The pages after the first, as long as each names a next one that was not there yet. */
async function followed(
  first: Page,
  options: ReadOptions,
  fetcher: Fetcher,
): Promise<{
  readonly pages: [RenderedPage, ...RenderedPage[]]
  readonly diagnostics: readonly Diagnostic[]
}> {
  const pages: [RenderedPage, ...RenderedPage[]] = [first.page]
  const diagnostics = [...first.diagnostics]
  const seen = new Set<string>()
  for (let { next } = first.page; next !== null && !seen.has(next); ) {
    if (pages.length === MAX_PAGES) {
      diagnostics.push(incomplete(next, `The article has more than ${MAX_PAGES} pages`))
      break
    }
    seen.add(next)
    const fetched = await fetcher(next, fetchOptions(options))
    const found = fetched.kind === 'fetched' ? pageOf(fetched) : null
    if (found === null || found.page.unread) {
      const cause = fetched.kind === 'failed' ? fetched.message : 'There is no article'
      diagnostics.push(incomplete(next, `A later page could not be read (${cause.replace(/\.$/u, '')})`))
      break
    }
    pages.push(found.page)
    diagnostics.push(...found.diagnostics)
    next = found.page.next
  }
  return { pages, diagnostics }
}

/** A fetched page, rendered; null when it is none. */
function pageOf(fetched: Found): Page | null {
  const format = formatOfMime(fetched.contentType)
  if (format !== null && format !== 'html') return null
  const decoded = decodeBytes(fetched.bytes, fetched.charset ?? metaCharset(fetched.bytes))
  if (decoded.kind === 'unread' || (format ?? sniff(decoded.text)) !== 'html') return null
  return { page: renderPage(decoded.text, fetched.url), diagnostics: decoded.diagnostics }
}

function incomplete(url: string, cause: string): Diagnostic {
  return diagnostic(
    'pages-missing',
    'warning',
    `${cause}; what stands at ${url.slice(0, 200)} and after is not in the text. Fetch it by itself if it matters.`,
  )
}
