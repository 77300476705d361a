import type { Coordinates } from '../../base/globe.ts'
import { filterEvents } from '../../chronicle/apply-filter.ts'
import { findStory, storiesOf } from '../../chronicle/stories.ts'
import type { Chronicle, ChronicleEvent, Party } from '../../chronicle/types.ts'
import { fold } from '../../chronicle/words.ts'
import type { EventCategory } from '../../codebook/types.ts'
import type { WatchRule } from './rule.ts'

/** What rules are looked up in. */
export interface WatchTables {
  readonly categories: readonly Pick<EventCategory, 'type' | 'quad'>[]
  /** ISO3 codes of the countries within a circle. */
  readonly countriesAround: (at: Coordinates, km: number) => string[]
}

export type Matcher = (event: ChronicleEvent, chronicle: Chronicle) => boolean

/** Whether an event is one that the rule is about; a rejected one never is. */
export function matcherOf({ when }: WatchRule, tables: WatchTables): Matcher {
  const { dyad, quad, near, story, actor, type, place, text, minConfidence } = when
  const types =
    quad && new Set(tables.categories.filter((one) => quad.includes(one.quad)).map((one) => one.type))
  const circle = near && { ...near, countries: tables.countriesAround(near.at, near.km) }
  const filter = { actor, type, place, text, minConfidence, near: circle }
  return (event, chronicle) =>
    filterEvents([event], filter).length === 1 &&
    (types === undefined || types.has(event.type)) &&
    (dyad === undefined || areBetween(event, dyad)) &&
    (story === undefined || isOfStory(event, chronicle, story))
}

function areBetween({ actors, recipients }: ChronicleEvent, [a, b]: readonly [string, string]): boolean {
  const has = (parties: readonly Party[], wanted: string) => parties.some((party) => isParty(party, wanted))
  if (recipients.length === 0) return has(actors, a) && has(actors, b)
  return (has(actors, a) && has(recipients, b)) || (has(actors, b) && has(recipients, a))
}

/** As `--actor` has it: part of a name, an ISO3 country or a codebook id. */
export function isParty({ name, country, codebook }: Party, wanted: string): boolean {
  return country === wanted.toUpperCase() || codebook === wanted || fold(name).includes(fold(wanted))
}

const stories = new WeakMap<Chronicle, ReturnType<typeof storiesOf>>()

function isOfStory(event: ChronicleEvent, chronicle: Chronicle, wanted: string): boolean {
  const known = stories.get(chronicle) ?? storiesOf(chronicle.events)
  stories.set(chronicle, known)
  try {
    return findStory(known, chronicle.events, wanted).events.includes(event.id)
  } catch {
    // The story is not told yet, or no longer.
    return false
  }
}
