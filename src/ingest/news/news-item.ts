import { type Diagnostic, diagnostic } from '../../base/diagnostics.ts'
import type { NewsItem } from '../../document/report.ts'
import { edtfOf } from '../html/date-values.ts'
import { documentItem, type Facts, NO_FACTS, type Origin, unread } from '../items.ts'
import type { IngestItem, ReadOptions } from '../types.ts'
import { instant } from './instants.ts'
import { type NewsPart, newsText } from './news-text.ts'

/** What a newsroom format says, as it stands there; null where it says nothing. */
export interface NewsRecord {
  readonly uri: string | null
  readonly version: string | null
  /** When this version was made. */
  readonly created: string | null
  /** `usable`, `stat:withheld` … */
  readonly status: string | null
  /** Null: none; empty: until further notice. */
  readonly embargoed: string | null
  readonly urgency: string | null
  /** `sig:correction` … */
  readonly signals: readonly string[]
  readonly replaces: NewsItem['replaces']
  readonly keywords: readonly string[]
  readonly title: string | null
  readonly byline: string | null
  readonly note: string | null
  readonly parts: readonly NewsPart[]
  readonly url: string | null
  readonly provider: string | null
  readonly language: string | null
  /** Of the publication, where that is not when the version was made. */
  readonly published: string | null
}

export const NO_NEWS: NewsRecord = {
  ...{ uri: null, version: null, created: null, status: null, embargoed: null, urgency: null, signals: [] },
  ...{ replaces: [], keywords: [], title: null, byline: null, note: null, parts: [], url: null },
  ...{ provider: null, language: null, published: null },
}

/** Entries of `keywords` and characters of each that are kept. */
const MOST_KEYWORDS = 30
const LONGEST = 300

/** A record of a newsroom format as a document; what is taken back without a word keeps its note, or its name, as its text. */
export function newsItem(
  record: NewsRecord,
  origin: Origin,
  diagnostics: readonly Diagnostic[],
  options: ReadOptions,
): IngestItem {
  const notes = [...diagnostics]
  const item = factsOf(record, origin, notes)
  const parts: NewsPart[] = [
    ...part('title', record.title),
    ...part('byline', record.byline),
    ...record.parts,
    ...part('furniture', record.note),
  ]
  if (item.status !== 'usable' && parts.every(({ text }) => text.trim() === ''))
    parts.push({ kind: 'furniture', text: item.uri })
  const { text, blocks } = newsText(parts)
  if (item.status === 'usable' && record.parts.every((one) => one.text.trim() === ''))
    return unread(
      origin.id,
      'no-text',
      'info',
      'The item holds no text (a picture, a package, a mere notice), so it was left out.',
    )
  const facts: Facts = {
    ...NO_FACTS,
    published: publishedOf(record),
    outlet: record.provider,
    language: record.language,
    blocks,
    item,
  }
  return documentItem(text, { ...origin, url: webAddress(record.url) ?? origin.url }, facts, notes, options)
}

function part(kind: NewsPart['kind'], text: string | null): NewsPart[] {
  return text === null ? [] : [{ kind, text }]
}

function factsOf(record: NewsRecord, origin: Origin, notes: Diagnostic[]): NewsItem {
  const { version, created, signals, replaces, keywords } = record
  const urgency = Number(record.urgency)
  const embargo = embargoOf(record, notes)
  const status = statusOf(record, notes)
  return {
    uri: (record.uri ?? origin.id).slice(0, LONGEST),
    version: version === null ? null : version.trim().slice(0, 60) || null,
    created: instant(created),
    status: status === 'usable' && embargo === 'unclear' ? 'withheld' : status,
    embargoed: embargo === 'unclear' ? null : embargo,
    urgency: Number.isInteger(urgency) && urgency >= 1 && urgency <= 9 ? urgency : null,
    corrects: signals.some((signal) => /correct|corrig|berichtig/iu.test(signal)),
    replaces: replaces.slice(0, MOST_KEYWORDS),
    keywords: [...new Set(keywords.map((word) => word.trim().slice(0, LONGEST)).filter(Boolean))].slice(
      0,
      MOST_KEYWORDS,
    ),
  }
}

/** What cannot be told to be free is not: an embargo whose end is not said holds until a version that says so. */
function embargoOf({ embargoed }: NewsRecord, notes: Diagnostic[]): string | null {
  if (embargoed === null) return null
  const until = instant(embargoed)
  if (until !== null) return until
  notes.push(
    diagnostic(
      'embargo-unclear',
      'warning',
      `The item is under embargo, but until when is not said (${embargoed.slice(0, 60) || 'no time'}), so it is withheld. A later version with a time, or without embargo, frees it.`,
    ),
  )
  return 'unclear'
}

function statusOf({ status, signals }: NewsRecord, notes: Diagnostic[]): NewsItem['status'] {
  const word = (status ?? 'usable')
    .trim()
    .toLowerCase()
    .replace(/^.*[:/]/u, '')
  if (/^(?:cancel|kill|retract|withdraw)/u.test(word) || signals.some((signal) => KILL.test(signal)))
    return 'canceled'
  if (/^(?:usable|published|corrected|)$/u.test(word)) return 'usable'
  // A release time of its own says when; without one it is withheld like any other.
  if (!/^(?:withh|embargo|hold)/u.test(word))
    notes.push(
      diagnostic(
        'status-unknown',
        'warning',
        `Its status "${word.slice(0, 40)}" is none of usable, withheld and canceled, so it is withheld. A later version that is usable frees it.`,
      ),
    )
  return 'withheld'
}

const KILL = /(?:^|[:/])(?:kill|cancel|cancell|withdraw|retract)/iu

function publishedOf({ published, created }: NewsRecord): Facts['published'] {
  for (const date of [published, created]) {
    // The basic form, as NITF writes it, is one that no page has.
    const edtf = edtfOf(date !== null && /^\d{8}T/u.test(date) ? instant(date) : date)
    if (edtf !== null) return { edtf, basis: 'metadata' }
  }
  return null
}

function webAddress(url: string | null): string | null {
  return url !== null && url.length <= 2000 && /^https?:\/\//iu.test(url) && URL.canParse(url) ? url : null
}
