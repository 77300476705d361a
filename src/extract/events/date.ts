import { type DayInterval, parseEdtf } from '../../base/calendar.ts'
import { contains, overlaps, type Span } from '../../base/spans.ts'
import type { Document } from '../../document/document.ts'
import type { ReportedEvent, TimeExpression } from '../../document/report.ts'
import type { Token } from '../../document/tokens.ts'
import { periodWords } from '../../language/de/times.ts'
import { caseOf } from '../syntax/clauses.ts'
import { timeAway } from '../times/resolve.ts'

type EventDate = ReportedEvent['date']

/** When the event was: the time named with it, else the day of the report (of the entry in a live blog). */
export function dateOf(trigger: Token, evidence: Span, doc: Document): EventDate {
  const times = doc.layer('times')
  const dated = times.filter((t) => isDated(t) && overlaps(t, trigger.sentence))
  const distant = distanceFrom(trigger, times, dated, doc)
  if (distant) return distant
  const near =
    closest(
      trigger,
      dated.filter((t) => overlaps(t, evidence) && !isOfAttribute(t, trigger, doc)),
      doc,
    ) ?? sharedWith(trigger, dated, doc)
  if (near?.edtf)
    return { edtf: periodOf(near, dated, trigger, doc), marked: true, from: near.from, to: near.to }
  const published = publishedAt(trigger, doc)
  return published ? { edtf: published, marked: false, from: trigger.from, to: trigger.from } : null
}

/** The days of a time, to the end of the period that it opens: `von Montag bis Freitag`, `am Montag und Dienstag`, `seit Montag`. */
function periodOf(
  time: TimeExpression,
  dated: readonly TimeExpression[],
  trigger: Token,
  doc: Document,
): string {
  const edtf = dayOf(time.edtf!)
  const first = parseEdtf(edtf)
  const end = dated.find(
    (t) => t.from > time.to && isPeriod(doc.text.slice(time.to, t.from), first, parseEdtf(t.edtf!)),
  )
  if (end) return spanning(edtf, dayOf(end.edtf!))
  const now = startsAt(time, doc) ? publishedAt(trigger, doc) : null
  return now ? spanning(edtf, now) : edtf
}

/** Without the time of day. */
const dayOf = (edtf: string): string => (edtf.includes('/') ? edtf : edtf.slice(0, 10))

/** From the first day of one to the last of another, as precise as the first; the first where they lie the other way round. */
function spanning(first: string, last: string): string {
  const from = first.split('/')[0]!
  const to = last.split('/').at(-1)!.slice(0, from.length)
  return to.length === from.length && from < to ? `${from}/${to}` : first
}

function isPeriod(between: string, first: DayInterval | null, second: DayInterval | null): boolean {
  const word = between.trim().toLowerCase()
  if (periodWords.until.has(word)) return true
  return periodWords.and.has(word) && !!first && !!second && second.first === first.last + 1
}

/** `seit Montag`: it went on until the report. */
function startsAt(time: Span, doc: Document): boolean {
  const tokens = doc.layer('tokens')
  const row = tokens.rowAt(time.from)
  for (let i = row; i >= Math.max(0, row - ARTICLES); i--)
    if (periodWords.since.has(tokens.at(i)!.form.toLowerCase())) return true
  return false
}

/** Words between `seit` and what counts as the time: `seit den frühen`. */
const ARTICLES = 3

/** `Der Putsch am Donnerstag wurde am Samstag begrüßt`: the time that hangs on the word itself, else one that hangs on what governs it. */
function closest(trigger: Token, times: readonly TimeExpression[], doc: Document): TimeExpression | null {
  let best: TimeExpression | null = null
  let least = Number.POSITIVE_INFINITY
  for (const time of times) {
    const governor = governorOf(time, doc)
    const distance = governor === null ? FAR : governor.is(trigger) ? 0 : governor.is(trigger.head) ? 1 : FAR
    if (distance >= least) continue
    best = time
    least = distance
  }
  return best
}

const FAR = 2

/**
 * `Am Montag stürmten sie die Stadt und töteten drei Männer`, `Am Montag sagte sie, der Richter habe abgelehnt`: the time of the clause that
 * the event's own hangs on, unless another time stands between.
 */
function sharedWith(trigger: Token, times: readonly TimeExpression[], doc: Document): TimeExpression | null {
  const last = times.findLast((time) => time.to <= trigger.from)
  const dated = last ? governorOf(last, doc) : null
  let word = trigger
  while (word.upos !== 'VERB' && word.head) word = word.head
  return dated && SHARING.has(word.relation) && dated.is(word.head) ? last! : null
}

const SHARING: ReadonlySet<string> = new Set(['conj', 'ccomp', 'xcomp', 'advcl'])

/** `die am Montag geflohenen Männer`, `das Lager, das am Montag brannte`: when something else was that a phrase of the event's clause tells of. */
function isOfAttribute(time: Span, trigger: Token, doc: Document): boolean {
  let word = governorOf(time, doc)
  while (word?.head && !isAbove(word, trigger)) {
    const isClause = word.relation === 'acl' || word.relation === 'amod'
    if (isClause) return true
    word = word.head
  }
  return false
}

/** Whether a word is another or governs it. */
function isAbove(word: Token, other: Token): boolean {
  let t: Token | null = other
  while (t && !t.is(word)) t = t.head
  return t !== null
}

/** The word that a time expression hangs on. */
function governorOf(time: Span, doc: Document): Token | null {
  const tokens = doc.layer('tokens')
  let token = tokens.at(tokens.rowAt(time.from))
  while (token?.head && contains(time, token.head)) token = token.head
  // Its preposition or article may stand before what counts as the time.
  if (token && (token.relation === 'case' || token.relation === 'det')) token = token.head
  return token?.head ?? null
}

/** A day, month or year; so many of them from the report's day on or back; `in den letzten Tagen` is no date. */
const isDated = ({ edtf, type, value }: TimeExpression): boolean =>
  edtf !== null && (type === 'DATE' || type === 'TIME' || (type === 'DURATION' && !value.includes('X')))

/** `drei Tage nach dem Anschlag reiste er`: the attack was three days before what the sentence tells. */
function distanceFrom(
  trigger: Token,
  times: readonly TimeExpression[],
  dated: readonly TimeExpression[],
  doc: Document,
): EventDate {
  const sign = DIRECTION.get(caseOf(trigger))
  const { head } = trigger
  if (sign === undefined || head?.upos !== 'NOUN') return null
  const distance = times.find((t) => t.type === 'DURATION' && contains(t, head))
  const event = { from: trigger.from, to: trigger.subtree.at(-1)!.to }
  // What lies after the act is told from an act in the past: without its date nobody knows from when.
  const told = dated.find((t) => !overlaps(t, event))?.edtf ?? (sign < 0 ? publishedAt(trigger, doc) : null)
  const anchor = told ? parseEdtf(told) : null
  const edtf = distance && anchor && timeAway(anchor, distance.value, sign)
  return edtf ? { edtf, marked: true, from: distance.from, to: distance.to } : null
}

const DIRECTION: ReadonlyMap<string, 1 | -1> = new Map([
  ['nach', -1],
  ['vor', 1],
])

/** The publication day, of the live-blog entry where there is one. */
function publishedAt(at: Span, doc: Document): string | null {
  const block = doc.layer('blocks').find((b) => b.from <= at.from && at.from < b.to)
  const edtf = block?.published ?? doc.layer('published').edtf
  if (!edtf) return null
  return edtf.includes('/') ? edtf : edtf.slice(0, 10)
}

/** Acts are historical when they lie more than this many days before the report. */
const HISTORY = 31

export function isHistorical(date: EventDate, doc: Document): boolean {
  const published = doc.layer('published').edtf
  const then: DayInterval | null = date?.marked ? parseEdtf(date.edtf) : null
  const now = published ? parseEdtf(published) : null
  return !!then && !!now && now.first !== -Infinity && then.last < now.first - HISTORY
}
