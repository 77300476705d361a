import { type Diagnostic, diagnostic } from '../../base/diagnostics.ts'
import { germanPages } from '../../language/de/pages.ts'
import type { PageElement } from './dom.ts'
import { textOf } from './dom.ts'
import type { PageLine } from './lines.ts'
import type { PageMetadata } from './metadata.ts'

export interface UnreadEvidence {
  readonly elements: readonly PageElement[]
  readonly lines: readonly PageLine[]
  /** Lines of the article. */
  readonly article: readonly PageLine[]
  readonly headline: string | null
  readonly metadata: PageMetadata
}

/** An article is longer than what stands beside a wall, in UTF-16 units. */
const TEASER = 900
/** A teaser of which the publisher says that it is one. */
const DECLARED_TEASER = 1800
const SHELL = 150
const MAX_ERROR = 600
const MAX_CONSENT_LINE = 1500
const MAX_BUTTON = 40
/** No request for consent is longer, in UTF-16 units. */
const MAX_CONSENT = 8000
/** Share of the words of consent from which on a page is a consent wall. */
const CONSENT_SHARE = 0.5
const MAX_WALL_LINE = 300
/** Lines below the teaser. */
const WALL_REACH = 12

/**
 * Why a page holds no article although it has words: an error page, a wall of consent or payment, a shell that a script fills.
 * Null when nothing speaks against it. What it says is never read as an article.
 */
export function unreadReason(evidence: UnreadEvidence): Diagnostic | null {
  const { lines, article, headline, metadata } = evidence
  const length = lengthOf(article)
  const names = [headline, metadata.title].filter((name) => name !== null)
  if (length < MAX_ERROR && names.some((name) => name.length < 120 && germanPages.errorTitle.test(name)))
    return note(
      'error-page',
      `The page says of itself that it is none ("${names[0]!.slice(0, 60)}"). Open the address in a browser and save what stands there.`,
    )
  if (isConsentWall(lines, article, length))
    return note(
      'consent-wall',
      'The page shows nothing but a request for consent. Open it in a browser, answer the request, and save the article as HTML or text.',
    )
  if (isPaywall(evidence, length))
    return note(
      'paywall',
      'The page shows only the beginning of an article for subscribers. Save the whole article from an account that may read it.',
    )
  if (length < SHELL && isShell(evidence))
    return note(
      'empty-shell',
      'A script would write the text of this page, and none is run here. Open it in a browser and save the page as it is shown.',
    )
  return null
}

function isConsentWall(lines: readonly PageLine[], article: readonly PageLine[], length: number): boolean {
  if (length > MAX_CONSENT) return false
  const asked = article.filter(asksConsent)
  if (length - lengthOf(asked) >= TEASER) return false
  const hits = lines.filter(asksConsent)
  if (hits.length < 2) return false
  if (length > 0) return lengthOf(asked) / length >= CONSENT_SHARE
  return lengthOf(hits) / Math.max(1, lengthOf(lines)) >= CONSENT_SHARE
}

function asksConsent({ text }: PageLine): boolean {
  return (
    text.length <= MAX_CONSENT_LINE &&
    germanPages.consent.test(text) &&
    (text.length < MAX_BUTTON || germanPages.toReader.test(text))
  )
}

/** The wall stands right below the teaser; offers elsewhere on the page say nothing of this article. */
function isPaywall({ lines, article, metadata }: UnreadEvidence, length: number): boolean {
  const { isFree } = metadata.linked
  if (isFree === false && length < DECLARED_TEASER) return true
  if (isFree === true || length >= TEASER) return false
  const last = article.at(-1)
  const end = last ? lines.indexOf(last) : 0
  const start = article[0] ? lines.indexOf(article[0]) : 0
  return lines
    .slice(start, end + 1 + WALL_REACH)
    .some(({ text }) => text.length <= MAX_WALL_LINE && germanPages.paywall.test(text))
}

function isShell({ elements, lines }: UnreadEvidence): boolean {
  if (lines.some(({ text }) => text.length < MAX_WALL_LINE && germanPages.needsScript.test(text))) return true
  const scripts = elements.filter((element) => element.name === 'script')
  const asks = elements.some(
    (element) => element.name === 'noscript' && germanPages.needsScript.test(textOf(element).slice(0, 1000)),
  )
  const isRoot = elements.some(
    (element) =>
      element.name !== 'script' &&
      /^(?:root|app|__next|__nuxt|___gatsby|main-app|react-root|app-root)$/u.test(
        element.get('id') ?? element.name,
      ),
  )
  return scripts.length > 0 && (asks || isRoot)
}

function lengthOf(lines: readonly PageLine[]): number {
  return lines.reduce((sum, { text }) => sum + text.length, 0)
}

function note(code: string, message: string): Diagnostic {
  return diagnostic(code, 'warning', message)
}
