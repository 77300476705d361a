import type {
  Chronicle,
  ChronicleEvent,
  FigureReading,
  Party,
  PositionReading,
} from '../../chronicle/types.ts'
import type { EventType } from '../../document/report.ts'
import { countedAsTold } from '../../language/de/counted.ts'
import { partyName } from '../../render/party-name.ts'
import type { EventSummary, PositionsAnswer, Side } from '../api.ts'

export function sideOf(party: Party): Side {
  const { key, name, country, sector } = party
  const side = { key, name, country, sector, page: hasPage(party) }
  if (!party.common || country === null) return side
  return { ...side, shown: { de: partyName(party, 'de'), en: partyName(party, 'en') } }
}

/** A person whom the codebook does not know is a private person, and so may be a name of which nothing is known. */
export function hasPage({ codebook, common, kind }: Party): boolean {
  return codebook !== null || common === true || (kind !== undefined && kind !== 'person')
}

export function summaryOf(event: ChronicleEvent, chronicle: Pick<Chronicle, 'contradictions'>): EventSummary {
  const { id, type, mode, aux, date, place, status, mentions, confidence, review } = event
  return {
    ...{ id, type, mode, aux, date, place, status, confidence, review },
    actors: event.actors.map(sideOf),
    recipients: event.recipients.map(sideOf),
    by: statusBy(event),
    figures: distinctAmounts(event.figures),
    quote: mentions[0]?.evidence.quote ?? '',
    outlets: [...new Set(mentions.flatMap(({ outlet }) => outlet ?? []))],
    mentions: mentions.length,
    independentSources: event.independentSources,
    contradictions: contradictionsByEvent(chronicle).get(id) ?? 0,
  }
}

export function positionOf({ holder, ...position }: PositionReading): PositionsAnswer['positions'][number] {
  return { ...position, holder: sideOf(holder) }
}

export function tally(events: Iterable<Pick<ChronicleEvent, 'type'>>): Partial<Record<EventType, number>> {
  const counts: Partial<Record<EventType, number>> = {}
  for (const { type } of events) counts[type] = (counts[type] ?? 0) + 1
  return counts
}

/** A figure in the words of its sentence. */
export function amountOf({ figure, sentence }: FigureReading): EventSummary['figures'][number] {
  const { value, min, max, approx, unit, from, to } = figure
  const at = { from: from - sentence.from, to: to - sentence.from }
  return { value, min, max, approx, unit, counted: countedAsTold(figure.counted, sentence.quote, at) }
}

function distinctAmounts(figures: readonly FigureReading[]): EventSummary['figures'] {
  const seen = new Map<string, EventSummary['figures'][number]>()
  for (const reading of figures) {
    const { counted: _, ...amount } = amountOf(reading)
    const key = JSON.stringify([amount, reading.figure.counted])
    if (!seen.has(key)) seen.set(key, amountOf(reading))
  }
  return [...seen.values()]
}

/** Who stands behind the status of an event, where it is more than reported. */
function statusBy({ status, mentions }: ChronicleEvent): string | null {
  if (status !== 'claimed' && status !== 'denied') return null
  return (
    mentions.find((mention) => mention.status === status && mention.attribution)?.attribution?.name ?? null
  )
}

const contradictionCounts = new WeakMap<object, ReadonlyMap<string, number>>()

/** How many contradictions of each event are open. */
export function contradictionsByEvent({ contradictions }: Pick<Chronicle, 'contradictions'>) {
  const known = contradictionCounts.get(contradictions)
  if (known) return known
  const counts = new Map<string, number>()
  for (const { event, resolved } of contradictions)
    if (resolved === null) counts.set(event, (counts.get(event) ?? 0) + 1)
  contradictionCounts.set(contradictions, counts)
  return counts
}
