import { overlaps, type Span } from '../base/spans.ts'
import type { EventCategory } from '../codebook/types.ts'
import type { EventType, Report, ReportedEvent } from '../document/report.ts'
import { dice } from './evaluation.ts'
import { isSameSector, isSameSide, type Named, sidesOf } from './event-sides.ts'
import type { EventDocument, GoldEvent } from './gold-events.ts'

/** Least Dice coefficient, in characters, of two tellings of one event. */
const SAME_EVIDENCE = 0.3

/** A gold event and a reported one that may be the same, and in what they agree. */
export interface EventPair {
  readonly gold: GoldEvent
  readonly reported: ReportedEvent
  readonly actors: readonly Named[]
  readonly isType: boolean
  readonly isQuad: boolean
  readonly isActors: boolean
  readonly isRecipients: boolean
  readonly isSector: boolean
  /** How far they agree, to choose among pairs. */
  readonly agreement: number
}

/** What pairs are made of. */
export type Coded = Pick<Report, 'events' | 'entities'>

export type Quads = ReadonlyMap<EventType, EventCategory['quad']>

/** All pairs whose evidence, or another telling, overlaps enough; those that agree most first. */
export function eventPairs(document: EventDocument, report: Coded, quads: Quads): EventPair[] {
  const sides = sidesOf(report, document.text)
  const all = report.events.map((reported) => ({
    reported,
    spans: [reported.evidence, ...reported.mentions],
    actors: sides(reported.actors),
    recipients: sides(reported.recipients),
  }))
  return document.events
    .flatMap((gold) =>
      all.flatMap(({ reported, spans, actors, recipients }): EventPair[] => {
        if (!areSamePlaces(gold.spans, spans)) return []
        const isType = gold.type === reported.type
        const isQuad = quads.get(gold.type) === quads.get(reported.type)
        const isActors = isSameSide(gold.actors, actors)
        const isRecipients = isSameSide(gold.recipients, recipients)
        const isTrigger = gold.triggers.some((trigger) => overlaps(trigger, reported.trigger))
        const isSector = isSameSector(gold.actors, actors) && isSameSector(gold.recipients, recipients)
        const agreement =
          8 * Number(isType) +
          2 * Number(isQuad) +
          Number(isActors) +
          Number(isRecipients) +
          3 * Number(isTrigger)
        return [{ gold, reported, actors, isType, isQuad, isActors, isRecipients, isSector, agreement }]
      }),
    )
    .sort((a, b) => b.agreement - a.agreement)
}

/** One pair for each event, of those that pass, in the given order. */
export function oneToOne(pairs: readonly EventPair[], passes: (pair: EventPair) => boolean): EventPair[] {
  const used = new Set<GoldEvent | ReportedEvent>()
  return pairs.filter((pair) => {
    if (!passes(pair) || used.has(pair.gold) || used.has(pair.reported)) return false
    used.add(pair.gold).add(pair.reported)
    return true
  })
}

function areSamePlaces(gold: readonly Span[], reported: readonly Span[]): boolean {
  return gold.some((one) => reported.some((other) => dice(one, other) >= SAME_EVIDENCE))
}
