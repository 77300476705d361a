import type { Document } from '../../../document/document.ts'
import type { ReportedEvent } from '../../../document/report.ts'
import { DEEDS } from '../verbal.ts'
import { type Cast, castOf, type Distance, type Member, nearest } from './cast.ts'
import { courseOf } from './course.ts'
import { withDates } from './days.ts'
import { likeliest, scoreOfOption } from './likeliest.ts'
import { type Asked, type Option, type Role, sideOptions } from './options.ts'
import { placeOptions } from './places.ts'
import { rightnessFeatures } from './rightness.ts'
import { type ChoiceWeights, chancesOf, scoreOf, type Weights } from './weights.ts'

/** Unless told otherwise, nothing is told of what is less likely than this to be an event of its type. */
export const LEAST_CONFIDENCE = 0.4

/**
 * Decides what the sentence of an event leaves open or doubtful, by the whole report: who did it, to whom, where and when; and how
 * sure all of it is. What is named so carries its chance of being right. A verbal act of which even the report names neither side is left out, and
 * so is what is too doubtful.
 */
export function decide(
  told: readonly ReportedEvent[],
  doc: Document,
  weights: ChoiceWeights,
  least: number,
): ReportedEvent[] {
  const cast = castOf(doc)
  const events = withParties(told, doc, cast, weights)
  const asked = asker(events, doc, cast)
  return events
    .map((event) => ({ ...event, confidence: confidenceOf(asked(event), weights.right) }))
    .filter(({ confidence }) => confidence >= least)
}

/** Chance that an event is one of its type, in hundredths. */
function confidenceOf(asked: Asked, weights: Weights): number {
  const [right] = chancesOf([scoreOf(rightnessFeatures(asked), weights), 0])
  return Math.round(100 * right!) / 100
}

/** The events with the sides and places that the report gives them; those that stay nobody's are left out. */
export function withParties(
  told: readonly ReportedEvent[],
  doc: Document,
  cast: Cast,
  weights: Omit<ChoiceWeights, 'right'>,
): ReportedEvent[] {
  const ask = asker(told, doc, cast)
  return withDates(told, ask, doc, weights.date)
    .map((event, i) => {
      const asked = { ...ask(told[i]!), event }
      const done = withSide(asked, 'actor', weights.actor)
      const both = withSide({ ...asked, event: done }, 'recipient', weights.recipient)
      return withPlace(both, asked, weights.place)
    })
    .filter(isDoneBySomebody)
}

/** How questions about the events of a report are asked. */
export function asker(
  events: readonly ReportedEvent[],
  doc: Document,
  cast: Cast,
): (event: ReportedEvent) => Asked {
  const course = courseOf(events)
  const tokens = doc.layer('tokens')
  const known = new Map<number, Map<Member, Distance>>()
  return (event) => {
    const row = tokens.rowAt(event.trigger.from)
    const word = tokens.at(row)!
    const distances = known.get(row) ?? new Map<Member, Distance>()
    known.set(row, distances)
    const distanceOf = (member: Member): Distance => {
      const found = distances.get(member) ?? nearest(member, word)
      distances.set(member, found)
      return found
    }
    return { event, word, distanceOf, cast, course }
  }
}

/** A verbal act without a party is nobody's. */
export const isDoneBySomebody = ({ type, actors, recipients }: ReportedEvent): boolean =>
  actors.length + recipients.length > 0 || DEEDS.has(type)

/** Least chance to name another than the rules, or nobody. */
const TO_REPLACE = 0.5

/** The event with the side that the report gives it; whom it was done to is asked of an event that already has its doer. */
export function withSide(asked: Asked, role: Role, weights: Weights): ReportedEvent {
  const { event } = asked
  const own = role === 'actor' ? event.actors : event.recipients
  // Nobody is the perpetrator of an attack because one of his kind or his country is.
  const isLoose = role === 'recipient' || event.type !== 'ASSAULT'
  const { option, chance, ofCountry, isToName } = likeliest(sideOptions(asked, role), weights, isLoose)
  const id = option.member?.entity.id ?? null
  if (id === null ? own.length === 0 : own.includes(id)) return event
  if (own.length > 0 && ofCountry < TO_REPLACE) return event
  if (!isToName) return event
  const others = role === 'actor' ? event.recipients : event.actors
  if (id !== null && others.includes(id)) return event
  return {
    ...event,
    [role === 'actor' ? 'actors' : 'recipients']: id === null ? [] : [id],
    arguments: [
      ...event.arguments.filter((argument) => argument.role !== role),
      ...(id === null ? [] : [argumentOf(role, option, chance)]),
    ],
  }
}

const argumentOf = (role: Role | 'place', { member, nearest }: Option, chance: number) => ({
  role,
  entity: member!.entity.id,
  mention: { from: nearest!.appearance.mention.from, to: nearest!.appearance.mention.to },
  chance: Math.round(chance * 100) / 100,
})

/** An event has a place, told or not: no place is given only where that is this likely. */
const NOWHERE = 0.6

function withPlace(event: ReportedEvent, asked: Asked, weights: Weights): ReportedEvent {
  const options = placeOptions(asked)
  const chances = chancesOf(options.map((option) => scoreOfOption(option, weights)))
  if (chances[0]! > NOWHERE || options.length === 1) return event
  let best = 1
  for (let i = 2; i < options.length; i++) if (chances[i]! > chances[best]!) best = i
  const { member } = options[best]!
  if (member!.entity.id === event.place) return event
  return {
    ...event,
    place: member!.entity.id,
    placePrecision: 'country',
    arguments: [
      ...event.arguments.filter(({ role }) => role !== 'place'),
      argumentOf('place', options[best]!, chances[best]!),
    ],
  }
}
