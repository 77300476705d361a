import type { EventId } from '../base/ids.ts'
import type { Chronicle, ChronicleEvent, Contradiction, EventRelation } from '../chronicle/types.ts'
import { renderCoverage } from './coverage.ts'
import { eventLine, originOf } from './event-line.ts'
import { dateInWords } from './messages/dates.ts'
import { format } from './messages/format.ts'
import { escaped, oneLine } from './text.ts'
import { wordingFor } from './wording/index.ts'
import type { Wording } from './wording/wording.ts'

export interface RenderOptions {
  /** `de` or `en`. */
  readonly language: string
  /** Told under each event where given. */
  readonly relations?: ReadonlyMap<EventId, readonly EventRelation[]>
  /** Events whose places are told less precisely than the radius asked for; a section of their own. */
  readonly apart?: { readonly events: readonly ChronicleEvent[]; readonly km: number }
}

/**
 * The chronicle as Markdown: a heading a date, an event a line with its sentence and its sources, contradictions under their event,
 * the coverage at the end. `events` are those to show, in their order (all of `chronicle.events`, or what a filter left).
 *
 * @throws LagebildError `language-unknown`
 */
export function renderChronicleMarkdown(
  chronicle: Chronicle,
  events: readonly ChronicleEvent[],
  { language, relations, apart }: RenderOptions,
): string {
  const wording = wordingFor(language)
  const { labels } = wording
  const lines = [`# ${labels.chronicle}`, '']
  if (chronicle.asOf !== null) lines.push(`${labels.asOf}: ${chronicle.asOf}`, '')
  if (events.length === 0) lines.push(labels.noEvents, '')
  const contradictions = new Map<string, Contradiction[]>()
  for (const contradiction of chronicle.contradictions) {
    const known = contradictions.get(contradiction.event)
    if (known === undefined) contradictions.set(contradiction.event, [contradiction])
    else known.push(contradiction)
  }
  const byId = new Map(chronicle.events.map((event) => [event.id, event]))
  const tell = (event: ChronicleEvent) => {
    lines.push(...eventLines(event, contradictions.get(event.id) ?? [], wording))
    for (const { kind, event: id } of relations?.get(event.id) ?? [])
      lines.push(`  - ${wording.desk.relations[kind]}: ${relatedInWords(byId.get(id), id, wording)}`)
  }
  let heading: string | null = null
  for (const event of events) {
    const date =
      event.date === null
        ? labels.undated
        : dateInWords(event.date.edtf.slice(0, cut(event.date.edtf)), wording.messages)
    if (date !== heading) {
      if (heading !== null) lines.push('')
      lines.push(`## ${date}`, '')
      heading = date
    }
    tell(event)
  }
  if (events.length > 0) lines.push('')
  if (apart !== undefined && apart.events.length > 0) {
    lines.push(`## ${format(wording.messages.locale, wording.desk.apart, { km: apart.km })}`, '')
    for (const event of apart.events) tell(event)
    lines.push('')
  }
  lines.push(`## ${labels.coverage}`, '')
  return `${lines.join('\n')}\n${renderCoverage(chronicle.coverage, language)}`
}

function relatedInWords(event: ChronicleEvent | undefined, id: EventId, wording: Wording): string {
  if (event === undefined) return `\`${id}\``
  const date = event.date === null ? wording.labels.undated : dateInWords(event.date.edtf, wording.messages)
  return `${escaped(eventLine(event, wording.messages))} – ${date} (\`${id}\`)`
}

/** A time of day does not open a heading of its own. */
function cut(edtf: string): number {
  return edtf.includes('T') && !edtf.includes('/') ? 10 : edtf.length
}

function eventLines(
  event: ChronicleEvent,
  contradictions: readonly Contradiction[],
  wording: Wording,
): string[] {
  const { labels } = wording
  const canonical = event.mentions[0]!
  const origins = [...new Set(event.mentions.map((mention) => originOf(mention, wording.messages)))].join(
    '; ',
  )
  const count = `${event.independentSources} ${event.independentSources === 1 ? labels.source : labels.sources}`
  const review = event.review === null ? '' : ` [${labels[event.review]}]`
  const lines = [`- **${escaped(eventLine(event, wording.messages))}**${review}`]
  if (canonical.evidence.quote !== '') lines.push(`  > ${escaped(oneLine(canonical.evidence.quote))}`, '')
  lines.push(`  ${escaped(origins)} – ${count} (\`${event.id}\`)`)
  for (const { kind, left, right } of contradictions) {
    const sides = [left, right].map(({ quote, report }) => `„${oneLine(quote)}“ (${report})`)
    lines.push(`  - ${wording.messages.contradictions[kind]}: ${escaped(sides.join(` ${labels.against} `))}`)
  }
  return lines
}
