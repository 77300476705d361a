import { parseEdtf } from '../../base/calendar.ts'
import { dateInUrl, edtfOf } from './date-values.ts'
import type { PageElement } from './dom.ts'
import { dateInScripts, markedDates, type PageDates } from './marked-dates.ts'
import type { PageMetadata } from './metadata.ts'
import { best, type SeenEvidence, STRONG, visibleDates, WEAK } from './visible-dates.ts'

export interface DateEvidence extends SeenEvidence {
  readonly elements: readonly PageElement[]
  readonly metadata: PageMetadata
}

/** Names that systems of newsrooms give it in `<meta>`; those that mean nothing else first. */
const PUBLISHED_META = [
  'article:published_time',
  'article:published',
  'og:article:published_time',
  'og:published_time',
  'og:pubdate',
  'datepublished',
  'parsely-pub-date',
  'sailthru.date',
  'cxenseparse:recs:publishtime',
  'cxenseparse:publishtime',
  'bt:pubdate',
  'rnews:datepublished',
  'publish-date',
  'publishdate',
  'publish_date',
  'publication_date',
  'publication-date',
  'citation_publication_date',
  'citation_online_date',
  'pubdate',
  'article_date_original',
  'article.published',
  'originalpublicationdate',
  'dcterms.issued',
  'dc.date.issued',
  'dc.date.published',
]
/** Systems put other days there too: the last change, or the day of the visit. */
const ANY_META = [
  'date',
  'dc.date',
  'dcterms.date',
  'dc.date.created',
  'dcterms.created',
  'dc.created',
  'datecreated',
  'created',
]
const UPDATED_META = [
  'article:modified_time',
  'article:modified',
  'og:updated_time',
  'og:article:modified_time',
  'datemodified',
  'dcterms.modified',
  'dc.date.modified',
  'dc.modified',
  'last-modified',
  'lastmod',
  'revised',
  'last-modified-date',
]
/**
 * Systems contradict each other, so each source of a date has a vote for its day; what a reader sees by the headline weighs more than
 * any one field. Of dates of the winning day the first named source gives the hour.
 */
export function datesOf(evidence: DateEvidence): PageDates {
  const { metadata } = evidence
  const metas = (names: readonly string[]) =>
    names.map((name) => edtfOf(metadata.metas.get(name) ?? null)).find((date) => date !== null) ?? null
  const marked = markedDates(evidence.elements, evidence.marks)
  const seen = visibleDates(evidence)
  const updated =
    edtfOf(metadata.linked.modified) ?? metas(UPDATED_META) ?? marked.updated ?? best(seen, 'updated', 1)
  const told: Vote[] = [
    { edtf: edtfOf(metadata.linked.published), votes: 1 },
    { edtf: metas(PUBLISHED_META), votes: 1 },
    { edtf: marked.published, votes: 1 },
    { edtf: dateInScripts(evidence.elements), votes: 1 },
  ]
  const shown = best(seen, 'published', STRONG)
  const published =
    elected([
      ...told,
      { edtf: shown !== null && isLaterChange(shown, updated, told) ? null : shown, votes: 1.5 },
      { edtf: dateInUrl(metadata.url), votes: 1 },
      { edtf: metas(ANY_META), votes: 0.5 },
    ]) ?? best(seen, null, WEAK)
  return { published: published ?? updated, updated }
}

interface Vote {
  readonly edtf: string | null
  readonly votes: number
}

/** A system makes an article some days before it is released; a day later than that which it also gives as the last change is one. */
const RELEASE_DAYS = 3

function isLaterChange(shown: string, updated: string | null, told: readonly Vote[]): boolean {
  if (updated === null || dayOf(shown) !== dayOf(updated)) return false
  const first = told.find(({ edtf }) => edtf !== null)?.edtf
  return first != null && parseEdtf(dayOf(shown))!.first - parseEdtf(dayOf(first))!.first > RELEASE_DAYS
}

/** The date whose day has most votes; the first of those that have as many. */
function elected(votes: readonly Vote[]): string | null {
  const days = new Map<string, number>()
  for (const { edtf, votes: weight } of votes)
    if (edtf !== null) days.set(dayOf(edtf), (days.get(dayOf(edtf)) ?? 0) + weight)
  let winner: string | null = null
  for (const [day, sum] of days) if (winner === null || sum > days.get(winner)!) winner = day
  return votes.find(({ edtf }) => edtf !== null && dayOf(edtf) === winner)?.edtf ?? null
}

function dayOf(edtf: string): string {
  return edtf.slice(0, 10)
}
