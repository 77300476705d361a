import { parseEdtf } from '../../base/calendar.ts'
import type { Span } from '../../base/spans.ts'
import type { Document } from '../../document/document.ts'
import type { TimeExpression } from '../../document/report.ts'
import { periodWords } from '../../language/de/times.ts'

/** The days of a time, to the end of the period that it opens: `von Montag bis Freitag`, `am Montag und Dienstag`, `seit Montag`. */
export function periodOf(
  time: TimeExpression,
  dated: readonly TimeExpression[],
  published: string | null,
  doc: Document,
): string {
  const edtf = dayOf(time.edtf!)
  const end = dated.find((t) => isPeriod(time, t, doc))
  if (end) return spanning(edtf, dayOf(end.edtf!))
  return published && startsAt(time, doc) ? spanning(edtf, published) : edtf
}

/** Without the time of day. */
const dayOf = (edtf: string): string => (edtf.includes('/') ? edtf : edtf.slice(0, 10))

/** From the first day of one to the last of another, as precise as the first; the first where they lie the other way round. */
function spanning(first: string, last: string): string {
  const from = first.split('/')[0]!
  const to = last.split('/').at(-1)!.slice(0, from.length)
  return to.length === from.length && from < to ? `${from}/${to}` : first
}

/** Whether two times are the ends of one period, or follow each other day by day. */
export function isPeriod(first: TimeExpression, second: TimeExpression, doc: Document): boolean {
  if (second.from < first.to || second.from - first.to > LONGEST_JOINT) return false
  const [word, ...article] = doc.text.slice(first.to, second.from).trim().toLowerCase().split(' ')
  if (!word || article.some((form) => !periodWords.untilArticles.has(form))) return false
  if (periodWords.until.has(word)) return true
  if (!periodWords.and.has(word)) return false
  if (isBehind(first, periodWords.between, doc)) return true
  const day = parseEdtf(first.edtf!)
  return day !== null && parseEdtf(second.edtf!)?.first === day.last + 1
}

/** Characters between two times that are joined, with spaces. */
const LONGEST_JOINT = 10

/** `seit Montag`: it went on until the report. */
const startsAt = (time: Span, doc: Document): boolean => isBehind(time, periodWords.since, doc)

/** Whether one of these words leads a time. */
function isBehind(time: Span, words: ReadonlySet<string>, doc: Document): boolean {
  const tokens = doc.layer('tokens')
  const row = tokens.rowAt(time.from)
  for (let i = row; i >= Math.max(0, row - ARTICLES); i--)
    if (words.has(tokens.at(i)!.form.toLowerCase())) return true
  return false
}

/** Words between `seit` and what counts as the time: `seit den frühen`. */
const ARTICLES = 3
