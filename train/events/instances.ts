import { parseEdtf } from '../../src/base/calendar.ts'
import { bySpan, textOf } from '../../src/base/spans.ts'
import type { Document } from '../../src/document/document.ts'
import type { ReportedEvent } from '../../src/document/report.ts'
import { eventPairs, oneToOne, type Quads } from '../../src/eval/event-pairs.ts'
import { type Named, shareName, sidesOf } from '../../src/eval/event-sides.ts'
import type { EventDocument, GoldEvent, Side } from '../../src/eval/gold-events.ts'
import { castOf } from '../../src/extract/events/choices/cast.ts'
import { type DateOption, dateOptions } from '../../src/extract/events/choices/dates.ts'
import { datesByRules } from '../../src/extract/events/choices/days.ts'
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
  const matched = oneToOne(eventPairs(gold, report, quads), ({ isType }) => isType)
  matched.sort((a, b) => bySpan(a.reported.trigger, b.reported.trigger))
  const known = datesByRules(events)
  for (const { gold: wanted, reported } of matched) {
    const asked = ask(reported)
    const isSide = (among: readonly Side[]) => (option: Option) =>
      option.member === null
        ? among.length === 0
        : among.some((side) => isNamed(side, sides([option.member!.entity.id])[0]!))
    out.actor.push(instance(sideOptions(asked, 'actor'), isSide(wanted.actors)))
    out.recipient.push(instance(sideOptions(asked, 'recipient'), isSide(wanted.recipients)))
    out.date.push(dateInstance(dateOptions(asked, doc, known), wanted, doc))
    // What was chosen for an event is known when the next one is asked about.
    known.set(reported, wanted.date)
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

/** Unmarked means the day of the report or the one before: where the report names that one, half an answer. */
const HALF = 0.5

/** Where the annotation marks no time, the report's day; else the time that tells it, where the report names one. */
function dateInstance(options: readonly DateOption[], { date: wanted }: GoldEvent, doc: Document): Instance {
  const published = parseEdtf(doc.layer('published').edtf ?? '')
  const isDayBefore = ({ date }: DateOption) =>
    date !== null && published !== null && parseEdtf(date.edtf)?.last === published.first - 1
  return {
    options: options.map(({ features }) => features),
    right: options.map(({ date }) =>
      date === null ? wanted === null : wanted !== null && date.edtf.startsWith(wanted),
    ),
    weight: wanted === null && options.some(isDayBefore) ? HALF : 1,
  }
}

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
