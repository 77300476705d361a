import { figureSeries, sumFaults } from '../chronicle/figure-series.ts'
import type { ChronicleEvent, Contradiction, EventMention, RelationKind } from '../chronicle/types.ts'
import type { Attribution } from '../document/report.ts'
import { actInWords, eventLine, originOf } from './event-line.ts'
import { dateInWords } from './messages/dates.ts'
import { seriesLines } from './series.ts'
import { oneLine } from './text.ts'
import { wordingFor } from './wording/index.ts'
import type { Wording } from './wording/wording.ts'

export interface ExplainOptions {
  readonly language: string
  /** Of the whole chronicle; those of the event are picked out. */
  readonly contradictions?: readonly Contradiction[]
  /** Each with the line of the other event. */
  readonly relations?: readonly { readonly kind: RelationKind; readonly event: ChronicleEvent }[]
}

/**
 * Why an event stands in the chronicle: each field, and for each mention its sentence, its rule and its chain of sources; all figures
 * side by side; what contradicts what. Plain text.
 *
 * @throws LagebildError `language-unknown`
 */
export function renderExplain(
  event: ChronicleEvent,
  { language, contradictions = [], relations = [] }: ExplainOptions,
): string {
  const wording = wordingFor(language)
  const { labels } = wording
  const lines = [eventLine(event, wording.messages), '', ...fieldLines(event, wording)]
  lines.push(
    '',
    `${labels.mentions} (${event.mentions.length}; ${event.independentSources} ${labels.sources})`,
  )
  event.mentions.forEach((mention, index) => {
    lines.push(...mentionLines(mention, index + 1, event, wording))
  })
  if (event.figures.length > 0) {
    lines.push('', labels.figures)
    lines.push(...seriesLines(figureSeries(event.figures), sumFaults(event.figures), wording))
  }
  const own = contradictions.filter((contradiction) => contradiction.event === event.id)
  if (own.length > 0) {
    lines.push('', labels.contradictions)
    for (const { kind, left, right } of own) {
      lines.push(`  ${wording.messages.contradictions[kind]}`)
      for (const side of [left, right])
        lines.push(`    „${oneLine(side.quote)}“ [${side.report} ${side.from}–${side.to}]`)
    }
  }
  if (relations.length > 0) lines.push('')
  for (const { kind, event: other } of relations) {
    const date = other.date === null ? labels.undated : dateInWords(other.date.edtf, wording.messages)
    lines.push(
      `${wording.desk.relations[kind]}: ${eventLine(other, wording.messages)}, ${date} [${other.id}]`,
    )
  }
  return `${lines.join('\n')}\n`
}

function fieldLines(event: ChronicleEvent, wording: Wording): string[] {
  const { labels } = wording
  const { actors, recipients, place, date } = event
  const parties = (list: typeof actors) =>
    list.map(({ name, key }) => (key === name ? name : `${name} [${key}]`)).join('; ')
  const fields: (readonly [string, string | null])[] = [
    [labels.id, event.id],
    [labels.aliases, event.aliases.join(', ')],
    [
      labels.type,
      `${actInWords(event, wording.messages)} [${event.type}${event.mode === null ? '' : `/${event.mode}`}]`,
    ],
    [
      labels.status,
      `${event.status}${event.aux === null ? '' : `, ${wording.messages.statuses[event.aux]}`}`,
    ],
    [labels.contexts, event.contexts.join(', ')],
    [labels.actors, parties(actors)],
    [labels.recipients, parties(recipients)],
    [
      labels.place,
      place === null
        ? null
        : [place.name, place.country, place.precision].filter((part) => part !== null).join(', '),
    ],
    [
      labels.date,
      date === null
        ? null
        : `${dateInWords(date.edtf, wording.messages)}${date.marked ? '' : ` (${labels.unmarked})`}`,
    ],
    [labels.firstReported, event.firstReported],
    [labels.lastReported, event.lastReported],
    [labels.confidence, event.confidence.toFixed(2)],
    [labels.review, event.review === null ? null : labels[event.review]],
  ]
  return fields
    .filter(([, value]) => value !== null && value !== '')
    .map(([label, value]) => `${label}: ${value}`)
}

function mentionLines(
  mention: EventMention,
  number: number,
  event: ChronicleEvent,
  wording: Wording,
): string[] {
  const { labels } = wording
  const { evidence, trigger, published, attribution, status, date } = mention
  const when = published === null ? '' : `, ${labels.published} ${dateInWords(published, wording.messages)}`
  const url = mention.url === null ? '' : `, ${mention.url}`
  const lines = [
    `  ${number}. ${originOf(mention, wording.messages)}${when}${url}`,
    `     ${labels.report}: ${mention.report} ${evidence.from}–${evidence.to} (${labels.id}: ${mention.id})`,
    `     ${labels.sentence}: ${oneLine(evidence.quote) || labels.textWithheld}`,
    `     ${labels.trigger}: ${oneLine(trigger.quote) || `${trigger.from}–${trigger.to}`}; ${labels.rule}: ${mention.rule}`,
    `     ${labels.status}: ${status}; ${labels.confidence}: ${mention.confidence.toFixed(2)}`,
  ]
  if (date !== null) {
    lines.push(
      `     ${labels.date}: ${dateInWords(date.edtf, wording.messages)}${date.marked ? '' : ` (${labels.unmarked})`}`,
    )
  }
  if (attribution !== null)
    lines.push(`     ${labels.saysSo}: ${attribution.name}`, ...chainLines(attribution, wording))
  for (const { quote, from, to } of mention.also)
    lines.push(`     ${labels.also}: ${oneLine(quote) || `${from}–${to}`}`)
  const others = event.mentions.filter(
    (other) => other !== mention && other.sourceKey === mention.sourceKey,
  ).length
  lines.push(
    `     ${labels.independent}: ${mention.sourceKey}${others === 0 ? '' : ` (${labels.sameOrigin}: +${others})`}`,
  )
  return lines
}

/** Outermost first: who tells that who tells. */
function chainLines({ chain }: Attribution, wording: Wording): string[] {
  if (chain.length === 0) return []
  const links = chain.map(({ name, kind }) => `${name} [${wording.messages.sourceKinds[kind]}]`)
  return [`     ${wording.labels.chain}: ${links.join(' ← ')}`]
}
