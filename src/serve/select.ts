import { parseCoordinates } from '../base/globe.ts'
import { eventsApart, filterEvents } from '../chronicle/apply-filter.ts'
import type { EventFilter } from '../chronicle/filter.ts'
import type { Chronicle, ChronicleEvent } from '../chronicle/types.ts'
import { fold } from '../chronicle/words.ts'
import type { CountriesAround } from './deps.ts'
import type { FilterQuery } from './query.ts'

/** Selections kept of one chronicle: a page asks for the same events as days, as places, and one stretch after another. */
const KEPT = 16

const selections = new WeakMap<Chronicle, Map<string, readonly ChronicleEvent[]>>()

/** Radius in km where a circle is asked for without one. */
export const KM = 50

/** A filter as asked for; `countries` are those that the circle of `near` lies in, ISO3 codes between commas. */
export type Selection = FilterQuery & { readonly countries?: string }

/** The events of a chronicle that pass a filter, in its order. What a person rejected only passes where that is asked for. */
export function select(chronicle: Chronicle, query: Selection): readonly ChronicleEvent[] {
  return kept(chronicle, query, 'within')
}

/** Events that may lie in the circle of `near`, but whose place is told less precisely than its radius. */
export function selectApart(chronicle: Chronicle, query: Selection): readonly ChronicleEvent[] {
  return query.near === undefined ? [] : kept(chronicle, query, 'apart')
}

function kept(chronicle: Chronicle, query: Selection, where: 'within' | 'apart'): readonly ChronicleEvent[] {
  const known = selections.get(chronicle) ?? new Map<string, readonly ChronicleEvent[]>()
  selections.set(chronicle, known)
  const key = where + JSON.stringify(query, Object.keys(query).sort())
  const before = known.get(key)
  if (before) return before
  const { source, party, acting, receiving, countries, ...rest } = query
  const filter = filterOf(rest, () => countries?.split(',') ?? [])
  const tests: ((event: ChronicleEvent) => boolean)[] = []
  if (source !== undefined) tests.push(toldBy(source))
  if (party !== undefined)
    tests.push(({ actors, recipients }) => [...actors, ...recipients].some(({ key }) => key === party))
  if (acting !== undefined) tests.push(({ actors }) => actors.some(({ key }) => key === acting))
  if (receiving !== undefined) tests.push(({ recipients }) => recipients.some(({ key }) => key === receiving))
  const pass = where === 'within' ? filterEvents : eventsApart
  const found = pass(chronicle.events, filter).filter((event) => tests.every((test) => test(event)))
  if (known.size >= KEPT) known.delete(known.keys().next().value!)
  known.set(key, found)
  return found
}

/** The chronicle's own filter, of one as asked for. */
export function filterOf(
  {
    near,
    km = KM,
    ...rest
  }: Omit<EventFilter, 'near'> & { readonly near?: string | undefined; readonly km?: number | undefined },
  countriesAround: CountriesAround,
): EventFilter {
  const at = near === undefined ? null : parseCoordinates(near)
  return at === null ? rest : { ...rest, near: { at, km, countries: countriesAround(at, km) } }
}

function toldBy(source: string): (event: ChronicleEvent) => boolean {
  const part = fold(source)
  return ({ mentions }) =>
    mentions.some(({ outlet, agency }) =>
      [...(outlet === null ? [] : [outlet]), ...agency].some((name) => fold(name).includes(part)),
    )
}

const indexes = new WeakMap<Chronicle, ReadonlyMap<string, ChronicleEvent>>()

/** By id, and by every alias that is no event's id now. */
export function eventsById(chronicle: Chronicle): ReadonlyMap<string, ChronicleEvent> {
  const known = indexes.get(chronicle)
  if (known) return known
  const index = new Map<string, ChronicleEvent>()
  for (const event of chronicle.events) for (const alias of event.aliases) index.set(alias, event)
  for (const event of chronicle.events) index.set(event.id, event)
  indexes.set(chronicle, index)
  return index
}
