import { parseEdtf } from '../base/calendar.ts'
import { LagebildError } from '../base/errors.ts'
import type { Card } from './card.ts'
import { coverageOf } from './coverage.ts'
import { compareFigures } from './figures.ts'
import { LiveChronicle } from './live.ts'
import { comparePositions } from './positions.ts'
import { asOfBound, byPublication } from './published.ts'
import type {
  Chronicle,
  ChronicleEvent,
  Contradiction,
  Decision,
  FigureReading,
  Reading,
  Unread,
} from './types.ts'
import { compareText } from './words.ts'

/**
 * The chronicle: a pure function of readings, decisions and as-of time. Their order does not matter.
 *
 * @param asOf ISO 8601 time, or a day (its end in UTC); only what was recorded by then counts.
 * @throws LagebildError `as-of-invalid`
 */
export function buildChronicle(
  readings: readonly Reading[],
  decisions: readonly Decision[],
  unread: readonly Unread[],
  asOf: string | null = null,
): Chronicle {
  const bound = asOf === null ? null : asOfBound(asOf)
  if (asOf !== null && bound === null) {
    throw new LagebildError(
      'as-of-invalid',
      `"${asOf}" is no time`,
      'Give a day (2014-01-05) or an ISO 8601 time.',
    )
  }
  const isKnown = ({ recordedAt }: { recordedAt: string }) => bound === null || recordedAt <= bound
  const live = new LiveChronicle()
  for (const reading of readings) if (isKnown(reading)) live.add(reading)
  live.decide(decisions.filter(isKnown))
  return { ...chronicleOf(live, unread.filter(isKnown)), asOf }
}

/** What a chronicle that grows says now. */
export function chronicleOf(live: LiveChronicle, unread: readonly Unread[]): Chronicle {
  const events: ChronicleEvent[] = []
  const contradictions: Contradiction[] = []
  for (const told of live.events()) {
    events.push(told.event)
    contradictions.push(...told.contradictions)
  }
  const cards = live.cards()
  const once = earliestOfEachText(cards)
  return {
    asOf: null,
    events: events.sort(compareEvents),
    contradictions: contradictions.sort((a, b) => compareText(a.event, b.event) || compareText(a.id, b.id)),
    positions: once.flatMap(({ positions }) => positions).sort(comparePositions),
    figures: once.flatMap((card) => figuresOf(card, live)).sort(compareFigures),
    coverage: coverageOf(cards, unread),
  }
}

function figuresOf(card: Card, live: LiveChronicle): FigureReading[] {
  const sourceKey = live.sourceOf(card.text)
  const superseded = live.standingOf(card)
  return card.figures.map((figure) => ({ ...figure, sourceKey, superseded }))
}

/** What stands in a text once, told by its earliest sighting. */
function earliestOfEachText(cards: readonly Card[]): Card[] {
  const earliest = new Map<string, Card>()
  for (const card of cards) {
    const known = earliest.get(card.text)
    if (known === undefined || compareCards(card, known) < 0) earliest.set(card.text, card)
  }
  return [...earliest.values()]
}

function compareCards(a: Card, b: Card): number {
  return byPublication(a.published, b.published) || compareText(a.reading, b.reading)
}

/** By first day, then last day, then id; undated last. */
export function compareEvents(a: ChronicleEvent, b: ChronicleEvent): number {
  const left = a.date === null ? null : parseEdtf(a.date.edtf)
  const right = b.date === null ? null : parseEdtf(b.date.edtf)
  return (
    order(left?.first ?? Infinity, right?.first ?? Infinity) ||
    order(left?.last ?? Infinity, right?.last ?? Infinity) ||
    compareText(a.id, b.id)
  )
}

/** Subtraction fails on two infinities. */
function order(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1
}
