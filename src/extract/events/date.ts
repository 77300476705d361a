import { type DayInterval, parseEdtf } from '../../base/calendar.ts'
import { contains, overlaps, type Span } from '../../base/spans.ts'
import type { Document } from '../../document/document.ts'
import type { ReportedEvent, TimeExpression } from '../../document/report.ts'
import type { Token } from '../../document/tokens.ts'
import { caseOf } from '../syntax/clauses.ts'
import { timeAway } from '../times/resolve.ts'
import { closest, isDated, isOfAttribute, isThen, lastNamed, sharedWith } from './clause-times.ts'
import { periodOf } from './periods.ts'

type EventDate = ReportedEvent['date']

/** When the event was: the time named with it, else the day of the report (of the entry in a live blog). */
export function dateOf(trigger: Token, evidence: Span, doc: Document): EventDate {
  const times = doc.layer('times')
  const all = times.filter(isDated)
  const dated = all.filter((t) => overlaps(t, trigger.sentence))
  const distant = distanceFrom(trigger, times, dated, doc)
  if (distant) return distant
  const near =
    closest(
      trigger,
      dated.filter((t) => overlaps(t, evidence) && !isOfAttribute(t, trigger, doc)),
      doc,
    ) ??
    sharedWith(trigger, dated, doc) ??
    (isThen(trigger) ? lastNamed(trigger, all, doc) : null)
  const published = publishedAt(trigger, doc)
  if (near) return { edtf: periodOf(near, all, published, doc), marked: true, from: near.from, to: near.to }
  return dateOfReport(trigger, doc)
}

/** The day of the report (of the entry in a live blog) for an event that is told without another. */
export function dateOfReport(trigger: Span, doc: Document): EventDate {
  const published = publishedAt(trigger, doc)
  return published ? { edtf: published, marked: false, from: trigger.from, to: trigger.from } : null
}

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
