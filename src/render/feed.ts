import { Feed } from 'feed'
import { allowed, escapeHtml, isWebAddress } from './html.ts'

/** Entries of a feed at most. */
export const FEED_LENGTH = 50

export interface FeedOf {
  readonly title: string
  /** Address of the files, without their ending. */
  readonly base: string
  /** BCP 47. */
  readonly language: string
}

export interface FeedEntry {
  /** Stays the same for ever. */
  readonly id: string
  readonly title: string
  /** ISO 8601. */
  readonly date: string
  readonly url: string | null
  readonly summary: string
  /** Plain text. */
  readonly paragraphs: readonly string[]
}

/** A feed in its three formats, by the ending of the file; entries in their order, newest first. */
export function feedFormats(
  { title, base, language }: FeedOf,
  entries: readonly FeedEntry[],
): readonly (readonly [ending: string, content: string])[] {
  const feed = new Feed({
    ...{
      id: `${base}.atom`,
      title: plain(title),
      link: base,
      language,
      copyright: '',
      generator: 'lagebild',
    },
    updated: new Date(entries[0]?.date ?? 0),
    feedLinks: { atom: `${base}.atom`, rss: `${base}.rss`, json: `${base}.json` },
  })
  for (const { id, title: own, date, url, summary, paragraphs } of entries.slice(0, FEED_LENGTH)) {
    feed.addItem({
      ...{ id, title: plain(own), date: new Date(date), description: escapeHtml(summary) },
      link: url !== null && isWebAddress(url) ? url : `${base}.atom#${id}`,
      content: paragraphs.map((line) => `<p dir="auto">${escapeHtml(line)}</p>`).join(''),
    })
  }
  return [
    ['rss', feed.rss2()],
    ['atom', feed.atom1()],
    ['json', feed.json1()],
  ]
}

/** For titles: readers differ on whether they are markup, so nothing in them may look like it. */
function plain(text: string): string {
  return allowed(text).replaceAll('<', '‹').replaceAll('>', '›')
}
