import { join } from 'node:path'
import { relationsOf } from '../chronicle/relations.ts'
import type { Chronicle, ChronicleEvent } from '../chronicle/types.ts'
import { bulletinOf } from '../render/bulletin.ts'
import { eventJson, lineContexts } from '../render/event-json.ts'
import { eventLine } from '../render/event-line.ts'
import { type FeedEntry, feedFormats } from '../render/feed.ts'
import { messagesFor } from '../render/messages/index.ts'
import { renderPage } from '../render/publish-page.ts'
import { oneLine } from '../render/text.ts'
import { writeWhole } from './deliver/folder.ts'

export interface PublishOptions {
  readonly languages: readonly string[]
  /** Under which address the folder will be found; feeds need it. */
  readonly url: string
  /** Seconds after which a page that is open loads itself again; null: never. */
  readonly refresh: number | null
}

/**
 * Writes a chronicle as files for any web server: `index.html` (the first language), a folder a language with page, feeds and bulletin, and
 * `events.jsonl` for programs. Each file is replaced as a whole.
 *
 * @throws LagebildError `language-unknown`
 */
export function publish(
  folder: string,
  chronicle: Chronicle,
  events: readonly ChronicleEvent[],
  { languages, url, refresh }: PublishOptions,
): void {
  const contextOf = lineContexts(chronicle, relationsOf(chronicle.events))
  const lines = events.map((event) => JSON.stringify(eventJson(event, contextOf(event))))
  writeWhole(folder, 'events.jsonl', lines.map((line) => `${line}\n`).join(''))
  writeWhole(folder, 'coverage.json', `${JSON.stringify(chronicle.coverage, null, 2)}\n`)
  for (const lang of languages) {
    const own = join(folder, lang)
    const bulletin = bulletinOf(chronicle, events, { language: lang, max: events.length })
    const others = languages.map((other) => ({ lang: other, href: `../${other}/index.html` }))
    writeWhole(own, 'bulletin.json', `${JSON.stringify(bulletin, null, 2)}\n`)
    const base = `${url.replace(/\/$/, '')}/${lang}/feed`
    const feed = feedFormats(
      { title: bulletin.title, base, language: bulletin.language },
      newest(events, lang),
    )
    for (const [ending, content] of feed) writeWhole(own, `feed.${ending}`, content)
    writeWhole(own, 'index.html', renderPage(bulletin, lang, others, refresh))
  }
  writeWhole(folder, 'index.html', entrance(languages[0]!))
}

/** Whoever comes to the folder itself is sent to the first language, without a script. */
function entrance(lang: string): string {
  return `<!doctype html><html><head><meta charset="utf-8"><meta http-equiv="refresh" content="0;url=${lang}/index.html"><title>${lang}</title></head><body><a href="${lang}/index.html">${lang}</a></body></html>\n`
}

function newest(events: readonly ChronicleEvent[], lang: string): FeedEntry[] {
  const messages = messagesFor(lang)
  const recordedAt = ({ mentions }: ChronicleEvent) =>
    mentions.map((mention) => mention.recordedAt).sort()[0]!
  return events
    .filter(({ retracted }) => !retracted)
    .map((event) => ({ event, date: recordedAt(event) }))
    .sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0))
    .map(({ event, date }) => {
      const { evidence, url } = event.mentions[0]!
      const quote = oneLine(evidence.quote)
      const title = eventLine(event, messages)
      return {
        id: `urn:lagebild:event:${event.id}`,
        title,
        date,
        url,
        summary: quote,
        paragraphs: [title, quote],
      }
    })
}
