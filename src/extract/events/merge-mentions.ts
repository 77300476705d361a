import { bySpan } from '../../base/spans.ts'
import type { Document } from '../../document/document.ts'
import type { ReportedEvent } from '../../document/report.ts'
import { areOne, type Context, contextOf } from './same-event.ts'

/** Tellings of one event within a document become one event: the one with most detail stays, the others are its mentions. */
export function mergeMentions(events: readonly ReportedEvent[], doc: Document): ReportedEvent[] {
  const context = contextOf(doc)
  const kept: ReportedEvent[] = []
  for (const event of [...events].sort((a, b) => detail(b) - detail(a) || bySpan(a.trigger, b.trigger))) {
    const same = nearest(kept, event, context)
    if (same < 0) kept.push(event)
    else
      kept[same] = joined(
        kept[same]!,
        event,
        context.sentence(kept[same]!) === context.sentence(event),
        context.country,
      )
  }
  return kept.sort((a, b) => bySpan(a.trigger, b.trigger))
}

/** Index of the compatible event that is told closest to this telling; -1 when there is none. */
function nearest(kept: readonly ReportedEvent[], event: ReportedEvent, context: Context): number {
  let best = -1
  let least = Number.POSITIVE_INFINITY
  for (const [i, other] of kept.entries()) {
    const distance = Math.abs(other.trigger.from - event.trigger.from)
    if (distance < least && areOne(other, event, context)) {
      best = i
      least = distance
    }
  }
  return best
}

/**
 * Figures that only one telling names belong to the event, and so do sides within a sentence, and whom an actor acts upon wherever it is
 * told; what both name stays as the fuller one has it.
 */
function joined(
  fuller: ReportedEvent,
  other: ReportedEvent,
  oneSentence: boolean,
  country: Context['country'],
): ReportedEvent {
  const actors = fuller.actors.length > 0 || !oneSentence ? fuller.actors : other.actors
  const isOneActor = fuller.actors.some((id) => other.actors.includes(id))
  // `Bei Kämpfen zwischen Rebellen und Armee starben Zivilisten`: who fights each other has nobody whom it fights.
  const isFight = isMutual(fuller) || (oneSentence && fuller.actors.length === 0 && isMutual(other))
  const recipients = isFight
    ? []
    : fuller.recipients.length > 0 || !(oneSentence || isOneActor)
      ? fuller.recipients
      : other.recipients
  const teller = isOwnSpokesman(other, fuller, country) ? other : fuller
  return {
    ...fuller,
    date: fuller.date?.marked ? fuller.date : other.date?.marked ? other.date : fuller.date,
    attribution: teller.attribution,
    factuality: teller.factuality,
    mode: fuller.mode ?? other.mode,
    actors: actors.filter((id) => !recipients.includes(id) || fuller.actors.includes(id)),
    recipients: recipients.filter((id) => !fuller.actors.includes(id)),
    arguments: [
      ...fuller.arguments,
      ...other.arguments.filter((a) => !fuller.arguments.some((f) => f.role === a.role)),
    ],
    place: fuller.place ?? other.place,
    placePrecision: fuller.placePrecision ?? other.placePrecision,
    figures: [...new Set([...fuller.figures, ...other.figures])],
    mentions: [...fuller.mentions, other.evidence, ...other.mentions],
  }
}

const isMutual = ({ actors, recipients }: ReportedEvent): boolean =>
  actors.length > 1 && recipients.length === 0

/** `nach eigenen Angaben` names only who acted as the source; another telling may say who spoke for them. */
function isOwnSpokesman(other: ReportedEvent, event: ReportedEvent, country: Context['country']): boolean {
  const own = event.attribution?.entity
  const speaker = other.attribution?.entity
  return (
    !!own &&
    !!speaker &&
    event.actors.includes(own) &&
    own !== speaker &&
    country.get(speaker) === country.get(own)
  )
}

const detail = (e: ReportedEvent) =>
  2 * e.actors.length +
  2 * e.recipients.length +
  e.figures.length +
  (e.date?.marked ? 2 : 0) +
  (e.place ? 1 : 0) +
  // Of two that say the same the verb shows more than the noun that it carries.
  (e.rule.startsWith('verb:') ? 0.5 : 0)
