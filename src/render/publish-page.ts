import type { Bulletin, BulletinItem } from './bulletin.ts'
import { escapeHtml as e, isWebAddress } from './html.ts'
import { format } from './messages/format.ts'
import { messagesFor } from './messages/index.ts'

export interface PageLink {
  readonly lang: string
  readonly href: string
}

const STYLE = `:root{color-scheme:light dark}body{font:1rem/1.5 system-ui,sans-serif;max-width:46rem;margin:0 auto;padding:1rem}
h1{font-size:1.5rem}h2{font-size:1.1rem;margin-block:1.5rem .5rem}nav a{margin-inline-end:.75rem}ul{list-style:none;padding:0}
li{margin-block-end:1rem}blockquote{margin:.25rem 0;padding-inline-start:.75rem;border-inline-start:3px solid;opacity:.85}
small{display:block}.d{font-weight:bold}`

/**
 * One language of a published chronicle as a page that needs nothing else: no script, no address but links. What reports say is text.
 *
 * @param refresh seconds after which a browser loads it again; null: never
 */
export function renderPage(
  bulletin: Bulletin,
  lang: string,
  others: readonly PageLink[],
  refresh: number | null,
): string {
  const { labels, patterns, locale } = messagesFor(lang)
  const labelled = (label: string, value: string) => e(format(locale, patterns.labelled, { label, value }))
  const item = ({ line, sources, independent, quote, url, event, disputed }: BulletinItem) => {
    const source = labelled(labels.source, sources.join('; '))
    const linked =
      url !== null && isWebAddress(url) ? `<a href="${e(url)}" rel="noopener">${source}</a>` : source
    const said = quote === '' ? '' : `<blockquote lang="de" dir="ltr">${e(quote)}</blockquote>`
    const mark = disputed ? ` <span class="d">${e(labels.disputed)}</span>` : ''
    return `<li id="${e(event)}"><strong>${e(line)}</strong>${mark}${said}<small>${linked} – ${e(independent)}</small></li>`
  }
  const days = bulletin.days.map(
    ({ date, items }) => `<h2>${e(date)}</h2><ul>${items.map(item).join('\n')}</ul>`,
  )
  const disputes = bulletin.disputed.map(({ event, kind, statements }) => {
    const sides = statements.map(
      ({ quote, report }) => `<q lang="de" dir="ltr">${e(quote)}</q> (${e(report)})`,
    )
    return `<li><a href="#${e(event)}">${e(kind)}</a>: ${sides.join(' ↔ ')}</li>`
  })
  const nav = others.map(
    ({ lang: code, href }) =>
      `<a href="${e(href)}" lang="${e(code)}" hreflang="${e(code)}">${e(nameOf(code))}</a>`,
  )
  return `<!doctype html>
<html lang="${locale}" dir="${bulletin.direction}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">${
    refresh === null ? '' : `\n<meta http-equiv="refresh" content="${refresh}">`
  }
<title>${e(bulletin.title)}</title><style>${STYLE}</style>
<link rel="alternate" type="application/rss+xml" href="feed.rss"><link rel="alternate" type="application/atom+xml" href="feed.atom">
<link rel="alternate" type="application/feed+json" href="feed.json"></head><body>
<nav>${nav.join(' ')}</nav><h1>${e(bulletin.title)}</h1>
<p>${[bulletin.asOf, bulletin.events]
    .filter((part) => part !== null)
    .map(e)
    .join(' · ')}</p>
<main>${days.join('\n')}</main>
${disputes.length === 0 ? '' : `<section><h2>${e(labels.disputed)}</h2><ul>${disputes.join('\n')}</ul></section>`}
<footer><h2>${e(labels.basis)}</h2><p>${bulletin.basis.map(e).join(' · ')}</p><p>${e(bulletin.notice)}</p>
<p><a href="feed.rss">RSS</a> <a href="feed.atom">Atom</a> <a href="feed.json">JSON Feed</a> <a href="bulletin.json">JSON</a></p></footer>
</body></html>
`
}

/** A language by its own name. */
function nameOf(lang: string): string {
  const { locale } = messagesFor(lang)
  return new Intl.DisplayNames(locale, { type: 'language' }).of(locale) ?? lang
}
