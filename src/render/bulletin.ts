import type { EventId } from '../base/ids.ts'
import type { Chronicle, ChronicleEvent, Contradiction } from '../chronicle/types.ts'
import type { EventType, Status } from '../document/report.ts'
import { eventLine, originOf } from './event-line.ts'
import type { Messages } from './messages/contract.ts'
import { dateInWords } from './messages/dates.ts'
import { format } from './messages/format.ts'
import { directionOf, messagesFor } from './messages/index.ts'
import { isolated, listed, partyInWords, placeInWords } from './messages/parties.ts'
import { oneLine } from './text.ts'

/** A situation bulletin in one language: what happened, told by whom, what is disputed, and what all that stands on. */
export interface Bulletin {
  readonly schema: 'lagebild/bulletin@1'
  /** BCP 47. */
  readonly language: string
  readonly direction: 'ltr' | 'rtl'
  readonly title: string
  readonly asOf: string | null
  /** In words of the language: how many events of the selection there are; `shown` may be fewer. */
  readonly events: string
  readonly total: number
  readonly shown: number
  readonly days: readonly BulletinDay[]
  readonly disputed: readonly BulletinDispute[]
  /** What it stands on, in words. */
  readonly basis: readonly string[]
  readonly notice: string
}

export interface BulletinDay {
  readonly edtf: string | null
  readonly date: string
  readonly items: readonly BulletinItem[]
}

export interface BulletinItem {
  readonly event: EventId
  readonly type: EventType
  readonly status: Status
  readonly line: string
  /** Distinct origins, first report first. */
  readonly sources: readonly string[]
  readonly independent: string
  /** The sentence of the first mention, in the report's own words; empty where the text may not travel. */
  readonly quote: string
  readonly report: string
  readonly url: string | null
  readonly disputed: boolean
}

export interface BulletinDispute {
  readonly event: EventId
  readonly kind: string
  readonly statements: readonly [left: Statement, right: Statement]
}

interface Statement {
  readonly quote: string
  readonly report: string
}

export interface BulletinOptions {
  readonly language: string
  /** Events told at most; those with most independent sources stay. */
  readonly max?: number
}

const MAX = 20
const NAMED = 3

/**
 * The bulletin of some events of a chronicle (a story, a period), in their order; without those that no report tells any more, and without
 * contradictions that are settled.
 *
 * @throws LagebildError `language-unknown`
 */
export function bulletinOf(
  chronicle: Pick<Chronicle, 'asOf' | 'contradictions' | 'coverage'>,
  selected: readonly ChronicleEvent[],
  { language, max = MAX }: BulletinOptions,
): Bulletin {
  const events = selected.filter(({ retracted }) => !retracted)
  const messages = messagesFor(language)
  const { locale, labels, contradictions: kinds } = messages
  const ids = new Set(events.map(({ id }) => id))
  const own = chronicle.contradictions.filter(({ event, resolved }) => ids.has(event) && resolved === null)
  const shown = mostSourced(events, max)
  const say = (message: string, values: Record<string, string | number>) => format(locale, message, values)
  const { documents, period } = chronicle.coverage
  const basis = [say(labels.reports, { n: documents })]
  if (period !== null) basis.push(say(labels.period, { period: dateInWords(period, messages) }))
  return {
    schema: 'lagebild/bulletin@1',
    language: locale,
    direction: directionOf(messages),
    title: titleOf(events, messages),
    asOf: chronicle.asOf === null ? null : say(labels.asOf, { time: dateInWords(chronicle.asOf, messages) }),
    events: events.length === 0 ? labels.noEvents : say(labels.events, { n: events.length }),
    total: events.length,
    shown: shown.length,
    days: daysOf(shown, own, messages),
    disputed: own.map(({ event, kind, left, right }) => ({
      event,
      kind: kinds[kind],
      statements: [statementOf(left), statementOf(right)],
    })),
    basis,
    notice: labels.machine,
  }
}

function mostSourced(events: readonly ChronicleEvent[], max: number): readonly ChronicleEvent[] {
  if (events.length <= max) return events
  const ranked = [...events].sort(
    (a, b) => b.independentSources - a.independentSources || b.mentions.length - a.mentions.length,
  )
  const kept = new Set(ranked.slice(0, max))
  return events.filter((event) => kept.has(event))
}

function titleOf(events: readonly ChronicleEvent[], messages: Messages): string {
  const counts = new Map<string, number>()
  for (const { actors, recipients, place } of events) {
    const names = [...actors, ...recipients].map((party) => partyInWords(party, messages))
    if (place !== null) names.push(placeInWords(place, messages))
    for (const name of new Set(names)) counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  const top = [...counts].sort(([, a], [, b]) => b - a).slice(0, NAMED)
  const { bulletin } = messages.labels
  if (top.length === 0) return bulletin
  const value = listed(
    top.map(([name]) => isolated(name, messages)),
    messages,
  )
  return format(messages.locale, messages.patterns.labelled, { label: bulletin, value })
}

function daysOf(
  events: readonly ChronicleEvent[],
  contradictions: readonly Contradiction[],
  messages: Messages,
): BulletinDay[] {
  const disputed = new Set(contradictions.map(({ event }) => event))
  const days: (BulletinDay & { items: BulletinItem[] })[] = []
  for (const event of events) {
    const full = event.date?.edtf ?? null
    // A time of day does not open a heading of its own.
    const edtf = full?.includes('T') && !full.includes('/') ? full.slice(0, 10) : full
    let day = days.at(-1)
    if (day === undefined || day.edtf !== edtf) {
      day = { edtf, date: edtf === null ? messages.undated : dateInWords(edtf, messages), items: [] }
      days.push(day)
    }
    day.items.push(itemOf(event, disputed.has(event.id), messages))
  }
  return days
}

function itemOf(event: ChronicleEvent, disputed: boolean, messages: Messages): BulletinItem {
  const first = event.mentions[0]!
  return {
    event: event.id,
    type: event.type,
    status: event.status,
    line: eventLine(event, messages),
    sources: [...new Set(event.mentions.map((mention) => originOf(mention, messages)))],
    independent: format(messages.locale, messages.labels.sources, { n: event.independentSources }),
    quote: oneLine(first.evidence.quote),
    report: first.report,
    url: first.url,
    disputed,
  }
}

function statementOf({ quote, report }: Contradiction['left']): Statement {
  return { quote: oneLine(quote), report }
}
