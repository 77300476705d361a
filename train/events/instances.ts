import { textOf } from '../../src/base/spans.ts'
import type { Document } from '../../src/document/document.ts'
import type { ReportedEvent } from '../../src/document/report.ts'
import { eventPairs, oneToOne, type Quads } from '../../src/eval/event-pairs.ts'
import { type Named, shareName, sidesOf } from '../../src/eval/event-sides.ts'
import type { EventDocument, GoldEvent, Side } from '../../src/eval/gold-events.ts'
import { castOf } from '../../src/extract/events/choices/cast.ts'
import { type Asked, type Option, sideOptions } from '../../src/extract/events/choices/options.ts'
import { placeOptions } from '../../src/extract/events/choices/places.ts'
import { QUESTIONS, type Question } from '../../src/extract/events/choices/weights.ts'
import type { Instance } from './fit.ts'

/** An annotated report as the rules read it, before any choice. */
export interface ReadReport {
  readonly gold: EventDocument
  readonly doc: Document
}

/** All questions about the events that the rules find and the annotation has, with the right answers. */
export function instancesOf({ gold, doc }: ReadReport, quads: Quads): Record<Question, Instance[]> {
  const events = doc.layer('events')
  const report = { events: [...events], entities: [...doc.layer('entities')] }
  const pairs = eventPairs(gold, report, quads)
  const cast = castOf(doc)
  const sides = sidesOf(report, doc.text)
  const asked = (event: ReportedEvent): Asked => ({
    event,
    word: doc.layer('tokens').at(doc.layer('tokens').rowAt(event.trigger.from))!,
    cast,
    events,
  })
  const out: Record<Question, Instance[]> = { actor: [], recipient: [], place: [] }
  for (const pair of oneToOne(pairs, ({ isType }) => isType)) {
    const ask = asked(pair.reported)
    const isSide = (wanted: readonly Side[]) => (option: Option) =>
      option.member === null
        ? wanted.length === 0
        : wanted.some((side) => isNamed(side, sides([option.member!.entity.id])[0]!))
    out.actor.push(instance(sideOptions(ask, 'actor'), isSide(pair.gold.actors)))
    out.recipient.push(instance(sideOptions(ask, 'recipient'), isSide(pair.gold.recipients)))
    out.place.push(placeInstance(placeOptions(ask), pair.gold, doc))
  }
  for (const question of QUESTIONS)
    out[question] = out[question].filter(({ right }) => right.includes(true) && right.includes(false))
  return out
}

const instance = (options: readonly Option[], isRight: (option: Option) => boolean): Instance => ({
  options: options.map(({ features }) => features),
  right: options.map(isRight),
})

/** Of one country and sector, or of one name: who merely shares the country is not the one. */
const isNamed = (wanted: Side, given: Named): boolean =>
  shareName([wanted], [given]) ||
  (!!wanted.country && !!wanted.sector && wanted.country === given.country && wanted.sector === given.sector)

/** The place by its name where the report has it, else any of its country. */
function placeInstance(options: readonly Option[], { place }: GoldEvent, doc: Document): Instance {
  const inCountry = options.map(({ member }) =>
    member === null ? place === null : place !== null && member.entity.country === place.country,
  )
  const byName = options.map(
    ({ member }, i) =>
      inCountry[i]! &&
      place !== null &&
      member !== null &&
      shareName(
        [place],
        [{ name: member.entity.name, aliases: member.entity.mentions.map((m) => textOf(doc.text, m)) }],
      ),
  )
  return {
    options: options.map(({ features }) => features),
    right: byName.includes(true) ? byName : inCountry,
  }
}
