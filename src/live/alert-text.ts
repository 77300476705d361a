import type { FigureUnit, Stance } from '../document/report.ts'
import { eventLine } from '../render/event-line.ts'
import type { Messages } from '../render/messages/contract.ts'
import { dateInWords } from '../render/messages/dates.ts'
import { format } from '../render/messages/format.ts'
import { directionOf, messagesFor } from '../render/messages/index.ts'
import { figureInWords } from '../render/messages/numbers.ts'
import { isolated, listed, partyInWords } from '../render/messages/parties.ts'
import { oneLine } from '../render/text.ts'
import type { Alert } from './watch/alerts.ts'

/** An alert in a reader's language. */
export interface AlertText {
  /** BCP 47. */
  readonly language: string
  readonly direction: 'ltr' | 'rtl'
  /** What happened to what: one line. */
  readonly title: string
  /** `label: value`, in the order to be read. */
  readonly lines: readonly string[]
  /** The sentence in the report's own words. */
  readonly sentence: string
}

/** @throws LagebildError `language-unknown` */
export function alertInWords(alert: Alert, language: string): AlertText {
  const messages = messagesFor(language)
  const { locale, labels, patterns } = messages
  const labelled = (label: string, value: string) => format(locale, patterns.labelled, { label, value })
  const sentence = oneLine(alert.sentence.quote)
  const { event, source, corrects, rule } = alert
  const lines: string[] = []
  if (event !== null) {
    if (event.date !== null) lines.push(dateInWords(event.date.edtf, messages))
    lines.push(format(locale, labels.sources, { n: event.independentSources }))
  }
  const origin =
    [source.outlet, ...source.agency].filter((name) => name !== null).join(' / ') || alert.sentence.report
  const published = source.published === null ? '' : ` (${dateInWords(source.published, messages)})`
  lines.push(labelled(labels.source, `${isolated(origin, messages)}${published}`))
  if (source.url !== null) lines.push(isolated(source.url, messages))
  lines.push(labelled(labels.rule, isolated(rule.name, messages)))
  if (corrects !== null) lines.push(labels.corrects)
  const about = event === null ? '' : eventLine(event, messages)
  const what = whatInWords(alert, messages)
  return {
    ...{ language: locale, direction: directionOf(messages), lines, sentence },
    title: about === '' ? what : labelled(what, about),
  }
}

function whatInWords(alert: Alert, messages: Messages): string {
  const { locale, alerts, changes, statuses, contradictions, stances } = messages
  const say = (message: string, values: Record<string, string>) => format(locale, message, values)
  const { kind, was, is, event, before, position } = alert
  switch (kind) {
    case 'new':
      return changes.new
    case 'changed':
      return changes.changed
    case 'retracted':
      return changes.retracted
    case 'withdrawn':
      return alerts.withdrawn
    case 'second':
      return alerts.second
    case 'status':
      return say(alerts.status, {
        before: statuses[was as keyof typeof statuses],
        after: statuses[is as keyof typeof statuses],
      })
    case 'contradiction':
      return say(alerts.contradiction, { kind: contradictions[is as keyof typeof contradictions] })
    case 'settled':
      return say(alerts.settled, { kind: contradictions[was as keyof typeof contradictions] })
    case 'figure': {
      const [unit, bound] = is!.split(' ') as [FigureUnit, string]
      return say(alerts.figure, { bound: `≥ ${Number(bound)}`, after: numbersOf(event, unit, messages) })
    }
    case 'revised': {
      const unit = alert.fact.split(' ')[1] as FigureUnit
      return say(alerts.revised, {
        before: numbersOf(before, unit, messages),
        after: numbersOf(event, unit, messages),
      })
    }
    case 'position':
      return say(alerts.position, {
        holder: isolated(partyInWords(position!.is.holder, messages), messages),
        before: stances[was as Stance],
        after: stances[is as Stance],
        topic: isolated(position!.is.topic, messages),
      })
    default:
      return kind satisfies never
  }
}

function numbersOf(event: Alert['event'], unit: FigureUnit, messages: Messages): string {
  const own = (event?.figures ?? []).filter(
    ({ figure, superseded }) => figure.unit === unit && superseded === null,
  )
  const words = own.map(({ figure }) => figureInWords(figure, messages)).filter((one) => one !== null)
  return listed([...new Set(words)], messages)
}

/** As plain text: title, sentence, lines. */
export function alertPlain({ title, sentence, lines }: AlertText): string {
  return [title, ...(sentence === '' ? [] : ['', `„${sentence}“`]), '', ...lines].join('\n')
}
