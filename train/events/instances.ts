import { textOf } from '../../src/base/spans.ts'
import type { Document } from '../../src/document/document.ts'
import type { ReportedEvent } from '../../src/document/report.ts'
import { eventPairs, oneToOne, type Quads } from '../../src/eval/event-pairs.ts'
import { type Named, shareName, sidesOf } from '../../src/eval/event-sides.ts'
import type { EventDocument, GoldEvent, Side } from '../../src/eval/gold-events.ts'
import { castOf } from '../../src/extract/events/choices/cast.ts'
import { type DateOption, dateBy, dateOptions } from '../../src/extract/events/choices/dates.ts'
import { asker, withParties } from '../../src/extract/events/choices/decide.ts'
import { featuresOf, type Option, sideOptions } from '../../src/extract/events/choices/options.ts'
import { placeOptions } from '../../src/extract/events/choices/places.ts'
import { rightnessFeatures } from '../../src/extract/events/choices/rightness.ts'
import type { ChoiceWeights, Question } from '../../src/extract/events/choices/weights.ts'
import type { Instance } from './fit.ts'

/** An annotated report with the events that its sentences tell, before anything is chosen. */
export interface ReadReport {
  readonly gold: EventDocument
  readonly doc: Document
  readonly events: readonly ReportedEvent[]
}

/** Who, whom and where of the events that the annotation has too, with the right answers. */
export function instancesOf(
  { gold, doc, events }: ReadReport,
  quads: Quads,
): Record<Exclude<Question, 'right'>, Instance[]> {
  const report = { events: [...events], entities: [...doc.layer('entities')] }
  const sides = sidesOf(report, doc.text)
  const ask = asker(events, doc, castOf(doc))
  const out: Record<Exclude<Question, 'right'>, Instance[]> = {
    actor: [],
    recipient: [],
    place: [],
    date: [],
  }
  for (const { gold: wanted, reported } of oneToOne(
    eventPairs(gold, report, quads),
    ({ isType }) => isType,
  )) {
    const asked = ask(reported)
    const isSide = (among: readonly Side[]) => (option: Option) =>
      option.member === null
        ? among.length === 0
        : among.some((side) => isNamed(side, sides([option.member!.entity.id])[0]!))
    out.actor.push(instance(sideOptions(asked, 'actor'), isSide(wanted.actors)))
    out.recipient.push(instance(sideOptions(asked, 'recipient'), isSide(wanted.recipients)))
    if (!reported.date?.marked) out.date.push(dateInstance(dateOptions(asked, doc), wanted))
    out.place.push(placeInstance(placeOptions(asked), wanted, doc))
  }
  const teaches = ({ right }: Instance) => right.includes(true) && right.includes(false)
  return {
    actor: out.actor.filter(teaches),
    recipient: out.recipient.filter(teaches),
    place: out.place.filter(teaches),
    date: out.date.filter(teaches),
  }
}

/** Whether each event is one of the annotation's, of its type. @param weights by which its sides are chosen first */
export function rightnessInstances(
  { gold, doc, events: told }: ReadReport,
  weights: Omit<ChoiceWeights, 'right'>,
  quads: Quads,
): Instance[] {
  const cast = castOf(doc)
  const events = withParties(told, doc, cast, weights)
  const pairs = eventPairs(gold, { events, entities: [...doc.layer('entities')] }, quads)
  const found = new Set(oneToOne(pairs, ({ isType }) => isType).map(({ reported }) => reported))
  const asked = asker(events, doc, cast)
  return events.map((event) => ({
    options: [rightnessFeatures(asked(event)), []],
    right: [found.has(event), !found.has(event)],
  }))
}

const instance = (options: readonly Option[], isRight: (option: Option) => boolean): Instance => ({
  options: options.map(featuresOf),
  right: options.map(isRight),
})

/** Of one country and sector, or of one name: who merely shares the country is not the one. */
const isNamed = (wanted: Side, given: Named): boolean =>
  shareName([wanted], [given]) ||
  (!!wanted.country && !!wanted.sector && wanted.country === given.country && wanted.sector === given.sector)

/** Where the annotation marks no time, the report's day; else the time that an earlier sentence names, if one does. */
const dateInstance = (options: readonly DateOption[], { date }: GoldEvent): Instance => ({
  options: options.map(({ features }) => features),
  right: options.map(({ time }) =>
    time === null ? date === null : date !== null && dateBy(time).edtf.startsWith(date),
  ),
})

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
    options: options.map(featuresOf),
    right: byName.includes(true) ? byName : inCountry,
  }
}
