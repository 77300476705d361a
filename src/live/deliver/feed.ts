import { Feed } from 'feed'
import { messagesFor } from '../../render/messages/index.ts'
import { alertInWords } from '../alert-text.ts'
import type { Alert } from '../watch/alerts.ts'

/** Entries of a feed. */
export const FEED_LENGTH = 50

export interface FeedOf {
  readonly id: string
  readonly title: string
  /** Under which address the files are found. */
  readonly url: string
  readonly lang: string
}

/** File names and contents of a feed in its three formats; newest entry first. */
export function feedFiles(
  { id, title, url, lang }: FeedOf,
  alerts: readonly Alert[],
): [name: string, content: string][] {
  const { locale } = messagesFor(lang)
  const base = `${url.replace(/\/$/, '')}/${id}.${lang}`
  const feed = new Feed({
    ...{
      id: `${base}.atom`,
      title: plain(title),
      link: base,
      language: locale,
      copyright: '',
      generator: 'lagebild',
    },
    updated: new Date(alerts.at(-1)?.at ?? 0),
    feedLinks: { atom: `${base}.atom`, rss: `${base}.rss`, json: `${base}.json` },
  })
  for (const alert of alerts.slice(-FEED_LENGTH).reverse()) {
    const text = alertInWords(alert, lang)
    feed.addItem({
      ...{ id: `urn:lagebild:alert:${alert.id}`, title: plain(text.title), date: new Date(alert.at) },
      link:
        alert.source.url !== null && isWeb(alert.source.url) ? alert.source.url : `${base}.atom#${alert.id}`,
      description: html(text.sentence),
      content: [text.sentence, ...text.lines].map((line) => `<p dir="auto">${html(line)}</p>`).join(''),
    })
  }
  return [
    [`${id}.${lang}.rss`, feed.rss2()],
    [`${id}.${lang}.atom`, feed.atom1()],
    [`${id}.${lang}.json`, feed.json1()],
  ]
}

function isWeb(url: string): boolean {
  return /^https?:\/\//i.test(url)
}

/** Without characters that XML does not allow. */
function allowed(text: string): string {
  return [...text].filter((char) => char >= ' ' && char !== '\ufffe' && char !== '\uffff').join('')
}

/** For titles: readers differ on whether they are markup, so nothing in them may look like it. */
function plain(text: string): string {
  return allowed(text).replaceAll('<', '‹').replaceAll('>', '›')
}

function html(text: string): string {
  return allowed(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
