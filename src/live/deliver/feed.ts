import { type FeedEntry, feedFormats } from '../../render/feed.ts'
import { messagesFor } from '../../render/messages/index.ts'
import { alertInWords } from '../alert-text.ts'
import type { Alert } from '../watch/alerts.ts'

/** File names and contents of a rule's feed in one language. */
export function alertFeed(
  rule: Alert['rule'],
  url: string,
  lang: string,
  alerts: readonly Alert[],
): [name: string, content: string][] {
  const name = `${rule.id}.${lang}`
  const base = `${url.replace(/\/$/, '')}/${name}`
  const entries = alerts.map((alert) => entryOf(alert, lang)).reverse()
  const language = messagesFor(lang).locale
  return feedFormats({ title: rule.name, base, language }, entries).map(([ending, content]) => [
    `${name}.${ending}`,
    content,
  ])
}

function entryOf(alert: Alert, lang: string): FeedEntry {
  const { title, sentence, lines } = alertInWords(alert, lang)
  return {
    ...{
      id: `urn:lagebild:alert:${alert.id}`,
      title,
      date: alert.at,
      url: alert.source.url,
      summary: sentence,
    },
    paragraphs: [sentence, ...lines],
  }
}
