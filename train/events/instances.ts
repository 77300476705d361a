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
import { asker, withParties, withSide } from '../../src/extract/events/choices/decide.ts'
import {
  type Asked,
  featuresOf,
  type Option,
  type Role,
  sideOptions,
} from '../../src/extract/events/choices/options.ts'
import { placeOptions } from '../../src/extract/events/choices/places.ts'
import { rightnessFeatures } from '../../src/extract/events/choices/rightness.ts'
import type { ChoiceWeights, Weights } from '../../src/extract/events/choices/weights.ts'
import type { Instance } from './fit.ts'

/** Those whose annotations we are measured by, or ourselves. */
export type Annotators = 'others' | 'own'

/** An annotated report with the events that its sentences tell, before anything is chosen. */
export interface ReadReport {
  readonly gold: EventDocument
  readonly doc: Document
  readonly events: readonly ReportedEvent[]
  readonly annotators: Annotators
}

/** An event that the annotation has too, with what it says of it. */
interface Taught {
  readonly wanted: GoldEvent
  readonly asked: Asked
}

/** Who did the events that the annotation has too, with the right answers. */
export const actorInstances = (report: ReadReport, quads: Quads): Instance[] =>
  sideInstances(report, taughtBy(report, quads), 'actor')

/** To whom they were done, of events that have their doers. @param actor by which these are chosen */
export const recipientInstances = (report: ReadReport, quads: Quads, actor: Weights): Instance[] =>
  sideInstances(
    report,
    taughtBy(report, quads).map(({ wanted, asked }) => ({
      wanted,
      asked: { ...asked, event: withSide(asked, 'actor', actor) },
    })),
    'recipient',
  )

/** Where they were done. */
export const placeInstances = (report: ReadReport, quads: Quads): Instance[] =>
  taughtBy(report, quads)
    .map(({ wanted, asked }) => placeInstance(placeOptions(asked), wanted, report.doc))
    .filter(teaches)

/** When they were done: one after the other, since what was chosen for an event is known when the next one is asked about. */
export function dateInstances(report: ReadReport, quads: Quads): Instance[] {
  const known = datesByRules(report.events)
  return taughtBy(report, quads)
    .sort((a, b) => bySpan(a.asked.event.trigger, b.asked.event.trigger))
    .map(({ wanted, asked }) => {
      const one = dateInstance(dateOptions(asked, report.doc, known), wanted, report.doc)
      known.set(asked.event, wanted.date)
      return one
    })
    .filter(teaches)
}

function taughtBy({ gold, doc, events }: ReadReport, quads: Quads): Taught[] {
  const ask = asker(events, doc, castOf(doc))
  const pairs = eventPairs(gold, { events: [...events], entities: [...doc.layer('entities')] }, quads)
  return oneToOne(pairs, ({ isType }) => isType).map(({ gold: wanted, reported }) => ({
    wanted,
    asked: ask(reported),
  }))
}

/** How often the sides of a report count: others leave more of them open than we do, and theirs is the custom to follow. */
const WEIGHT_OF_SIDES: Readonly<Record<Annotators, number>> = { others: 2, own: 1 }

function sideInstances({ doc, annotators }: ReadReport, taught: readonly Taught[], role: Role): Instance[] {
  const sides = sidesOf({ entities: [...doc.layer('entities')] }, doc.text)
  return taught
    .map(({ wanted, asked }) => {
      const among = role === 'actor' ? wanted.actors : wanted.recipients
      const isSide = ({ member }: Option) =>
        member === null
          ? among.length === 0
          : among.some((side) => isNamed(side, sides([member.entity.id])[0]!))
      return { ...instance(sideOptions(asked, role), isSide), weight: WEIGHT_OF_SIDES[annotators] }
    })
    .filter(teaches)
}

const teaches = ({ right }: Instance): boolean => right.includes(true) && right.includes(false)

/** Whether each event is one of the annotation's, of its type. @param weights by which its sides are chosen first */
export function rightnessInstances(
  { gold, doc, events: told, annotators }: ReadReport,
  weights: Omit<ChoiceWeights, 'right'>,
  quads: Quads,
): Instance[] {
  const cast = castOf(doc)
  const events = withParties(told, doc, cast, weights)
  const pairs = eventPairs(gold, { events, entities: [...doc.layer('entities')] }, quads)
  const found = new Set(oneToOne(pairs, ({ isType }) => isType).map(({ reported }) => reported))
  const asked = asker(events, doc, cast)
  return events.map((event) => {
    const features = rightnessFeatures(asked(event))
    return {
      options: [annotators === 'own' ? [...features, ...features.map(asOurs)] : features, []],
      right: [found.has(event), !found.has(event)],
    }
  })
}

const OURS = 'own:'

/**
 * What a feature says only where we annotated: other texts and other customs, which shall not stand in the weight of all. Reports of
 * others and reading know no such feature.
 */
const asOurs = (feature: string): string => `${OURS}${feature}`

/** The weights that hold whoever annotated. */
export const forAll = (weights: Weights): Weights =>
  new Map([...weights].filter(([feature]) => !feature.startsWith(OURS)))

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
