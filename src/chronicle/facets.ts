import { type DayInterval, parseEdtf } from '../base/calendar.ts'
import type { Status } from '../document/report.ts'
import type { ChronicleEvent, Party, PlaceRef } from './types.ts'
import { fold } from './words.ts'

/** What questions ask of an event over and over, worked out once. */
interface Facets {
  /** Null when it has no date. */
  readonly days: DayInterval | null
  /** All that its mentions have. */
  readonly statuses: ReadonlySet<Status>
  /** When the last of its mentions was recorded. */
  readonly newest: string
  words: string | null
}

const known = new WeakMap<ChronicleEvent, Facets>()

export function facetsOf(event: ChronicleEvent): Facets {
  let facets = known.get(event)
  if (facets === undefined) {
    const { date, mentions } = event
    let newest = ''
    for (const { recordedAt } of mentions) if (recordedAt > newest) newest = recordedAt
    facets = {
      days: date === null ? null : parseEdtf(date.edtf),
      statuses: new Set(mentions.map(({ status }) => status)),
      newest,
      words: null,
    }
    known.set(event, facets)
  }
  return facets
}

/** Names and sentences of an event, folded, for searching in them. */
export function searchable(event: ChronicleEvent): string {
  const facets = facetsOf(event)
  facets.words ??= wordsOfEvent(event)
  return facets.words
}

function wordsOfEvent({ mentions, actors, recipients, place }: ChronicleEvent): string {
  const parties = [...actors, ...recipients].map((party) => party.name)
  const quotes = mentions.flatMap(({ evidence, also }) => [evidence.quote, ...also.map(({ quote }) => quote)])
  // A thousand copies of a sentence are searched once.
  return fold([...parties, place?.name ?? '', ...new Set(quotes)].join('\n'))
}

const names = new WeakMap<Party | PlaceRef, string>()

/** Parties and places are shared by many events; each is folded once. */
export function foldedName(named: Party | PlaceRef): string {
  let name = names.get(named)
  if (name === undefined) {
    name = fold(named.name)
    names.set(named, name)
  }
  return name
}
