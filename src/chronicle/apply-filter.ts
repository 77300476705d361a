import { intersect, parseEdtf } from '../base/calendar.ts'
import { LagebildError } from '../base/errors.ts'
import { facetsOf, foldedName, searchable } from './facets.ts'
import type { EventFilter } from './filter.ts'
import { placeInCircle } from './near.ts'
import { asOfBound } from './published.ts'
import type { ChronicleEvent, Party } from './types.ts'
import { fold } from './words.ts'

/**
 * The events for which all conditions hold, in their order. Rejected events are left out unless `status` is `rejected`; `status`
 * also takes `accepted`, or any status that one of the mentions has.
 *
 * @throws LagebildError `filter-invalid` for a bound that is no date
 */
export function filterEvents(events: readonly ChronicleEvent[], filter: EventFilter): ChronicleEvent[] {
  return passing(events, filter, 'within')
}

/** The events that pass all other conditions, and whose place is told less precisely than the circle of `near`; none without one. */
export function eventsApart(events: readonly ChronicleEvent[], filter: EventFilter): ChronicleEvent[] {
  return filter.near === undefined ? [] : passing(events, filter, 'apart')
}

function passing(
  events: readonly ChronicleEvent[],
  { near, ...filter }: EventFilter,
  place: 'within' | 'apart',
): ChronicleEvent[] {
  const tests = testsOf(filter)
  if (near !== undefined) tests.push((event) => placeInCircle(event, near) === place)
  return events.filter((event) => tests.every((test) => test(event)))
}

type Test = (event: ChronicleEvent) => boolean

function testsOf(filter: EventFilter): Test[] {
  const tests: Test[] = []
  if (filter.from !== undefined || filter.to !== undefined) {
    const range = {
      first: bound(filter.from, 'first') ?? -Infinity,
      last: bound(filter.to, 'last') ?? Infinity,
    }
    tests.push((event) => {
      const { days } = facetsOf(event)
      return days !== null && intersect(days, range) !== null
    })
  }
  if (filter.actor !== undefined) {
    const wanted = filter.actor.trim()
    const code = wanted.toUpperCase()
    const part = fold(wanted)
    const isWanted = (party: Party) =>
      party.country === code || party.codebook === wanted || foldedName(party).includes(part)
    const verdicts = new Map<Party, boolean>()
    const fits = (party: Party) => {
      let verdict = verdicts.get(party)
      if (verdict === undefined) {
        verdict = isWanted(party)
        verdicts.set(party, verdict)
      }
      return verdict
    }
    tests.push(({ actors, recipients }) => actors.some(fits) || recipients.some(fits))
  }
  if (filter.type !== undefined && filter.type.length > 0) {
    const types = new Set(filter.type)
    tests.push(({ type }) => types.has(type))
  }
  if (filter.place !== undefined) {
    const wanted = filter.place.trim()
    const code = wanted.toUpperCase()
    const part = fold(wanted)
    tests.push(
      ({ place }) =>
        place !== null &&
        (place.country === code || place.codebook === wanted || foldedName(place).includes(part)),
    )
  }
  if (filter.since !== undefined) {
    const since = asOfStart(filter.since)
    tests.push((event) => facetsOf(event).newest >= since)
  }
  const { status } = filter
  if (status === 'accepted' || status === 'rejected') tests.push(({ review }) => review === status)
  else {
    tests.push(({ review }) => review !== 'rejected')
    if (status !== undefined) {
      tests.push(
        (event) => event.status === status || (facetsOf(event).statuses as ReadonlySet<string>).has(status),
      )
    }
  }
  if (filter.text !== undefined) {
    const words = fold(filter.text).split(' ')
    tests.push((event) => {
      const text = searchable(event)
      return words.every((word) => text.includes(word))
    })
  }
  const { minConfidence } = filter
  if (minConfidence !== undefined) tests.push(({ confidence }) => confidence >= minConfidence)
  return tests
}

function bound(edtf: string | undefined, end: 'first' | 'last'): number | undefined {
  if (edtf === undefined) return undefined
  const days = parseEdtf(edtf)
  if (days === null) throw invalid(edtf)
  return days[end]
}

function asOfStart(since: string): string {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(since) ? asOfBound(`${since}T00:00:00.000Z`) : asOfBound(since)
  if (time === null) throw invalid(since)
  return time
}

function invalid(value: string): LagebildError {
  return new LagebildError(
    'filter-invalid',
    `"${value}" is no date`,
    'Give an EDTF date such as 2014, 2014-01 or 2014-01-05.',
  )
}
