import { type DayInterval, parseEdtf } from '../base/calendar.ts'
import type { EventId, TextId } from '../base/ids.ts'
import type { Aux, EventType, Sector } from '../document/report.ts'
import { boundsOf, type Counted, setOf } from './figures.ts'
import { countryOf, placeKey } from './parties.ts'
import { dateOfPassage, modeOf, type Passage, placeOfPassage, typeOf, windowOf } from './tellings.ts'
import type { Party, PlaceRef } from './types.ts'
import { fold, hash32, type NumberSet, stemOf } from './words.ts'

/** What identity compares, made once for each passage. */
export interface Features {
  readonly id: EventId
  readonly text: TextId
  readonly type: EventType
  readonly mode: string | null
  readonly verbal: boolean
  /** Both sides in one: who meets, fights or agrees with whom can be told from either side. */
  readonly mutual: boolean
  readonly window: DayInterval | null
  readonly marked: boolean
  readonly aux: Aux | null
  /** Day of publication; null when unknown. */
  readonly published: number | null
  readonly actors: Side
  readonly recipients: Side
  readonly both: Side
  /** Countries that the rest of the report speaks of, where the event itself names neither a party nor a place. */
  readonly context: readonly string[]
  readonly place: PlaceRef | null
  readonly placeKey: string | null
  readonly figures: readonly Counted[]
  /** Topical words of the sentence, without the names of the parties. */
  readonly words: NumberSet
  /** Of the whole report. */
  readonly story: NumberSet
  readonly trigger: string
  /** Hash of the evidence; 0 where the text may not be shown. */
  readonly quote: number
  /** Which one of its text's passages that are alike in all fields it is, counted from 0. */
  readonly ordinal: number
}

export interface Side {
  /** Parties that can be recognised elsewhere: known to the codebook, or of a country. */
  readonly keys: readonly string[]
  /** Those of them that are known to the codebook and are no state. */
  readonly known: readonly string[]
  readonly countries: readonly string[]
  /** `country:sector`. */
  readonly sectors: readonly string[]
  /** True when nobody is named that could be recognised elsewhere. */
  readonly open: boolean
}

export const VERBAL: ReadonlySet<EventType> = new Set([
  'AGREE',
  'CONSULT',
  'SUPPORT',
  'CONCEDE',
  'REQUEST',
  'ACCUSE',
  'REJECT',
  'THREATEN',
])
const MUTUAL: ReadonlySet<EventType> = new Set(['CONSULT', 'COOPERATE', 'AGREE', 'ASSAULT'])

/** Sectors that speak for a state: its ministers, spokesmen and capital are one voice. */
const STATE: ReadonlySet<Sector | null> = new Set<Sector | null>(['GOV', null])

/** Features of all passages of one text, in their order. */
export function featuresOf(passages: readonly Passage[], story: NumberSet): Features[] {
  const seen = new Map<string, number>()
  const spokenOf = new Set(passages.flatMap((passage) => countriesIn(passage)))
  return passages.map((passage) => {
    const features = featuresOfPassage(passage, story, [...spokenOf])
    const key = fieldsKey(features)
    const ordinal = seen.get(key) ?? 0
    seen.set(key, ordinal + 1)
    return { ...features, ordinal }
  })
}

function countriesIn({ lead }: Passage): string[] {
  const countries = [...lead.actors, ...lead.recipients].map(countryOf)
  return [...countries, lead.place?.country ?? null].filter((country) => country !== null)
}

function featuresOfPassage(
  passage: Passage,
  story: NumberSet,
  spokenOf: readonly string[],
): Omit<Features, 'ordinal'> {
  const { lead } = passage
  const type = typeOf(passage)
  const place = placeOfPassage(passage)
  const published = passage.published === null ? null : parseEdtf(passage.published)
  const quote = fold(lead.mention.evidence.quote)
  const both = sideOf([...lead.actors, ...lead.recipients])
  return {
    id: passage.id,
    text: passage.text,
    type,
    mode: modeOf(passage),
    verbal: VERBAL.has(type),
    mutual: MUTUAL.has(type),
    window: windowOf(passage),
    marked: dateOfPassage(passage)?.marked ?? false,
    aux: lead.mention.aux,
    published: published === null || !Number.isFinite(published.last) ? null : published.last,
    actors: sideOf(lead.actors),
    recipients: sideOf(lead.recipients),
    both,
    context: both.open && place === null ? spokenOf : [],
    place,
    placeKey: place === null ? null : placeKey(place),
    figures: countedIn(passage),
    words: lead.words,
    story,
    trigger: stemOf(lead.mention.trigger.quote),
    quote: quote === '' ? 0 : hash32(quote),
  }
}

/** Equal keys: alike in every field that a report gives, the wording apart. */
export function fieldsKey(features: Omit<Features, 'ordinal'>): string {
  const { type, mode, aux, window, marked, actors, recipients, placeKey: at, place, figures } = features
  return JSON.stringify([
    type,
    mode,
    aux,
    window === null ? features.published : [window.first, window.last],
    marked,
    [...actors.keys].sort(),
    actors.open,
    [...recipients.keys].sort(),
    recipients.open,
    at,
    place?.precision,
    figures.map(({ unit, set, low, high }) => [unit, set, low, high].join()).sort(),
  ])
}

function sideOf(parties: readonly Party[]): Side {
  const known = parties.filter((party) => party.codebook !== null || countryOf(party) !== null)
  const countries = new Set<string>()
  const sectors = new Set<string>()
  for (const party of known) {
    const country = countryOf(party)
    if (country === null) continue
    countries.add(country)
    sectors.add(`${country}:${STATE.has(party.sector) ? 'GOV' : party.sector}`)
  }
  return {
    keys: known.map((party) => party.key),
    known: known
      .filter((party) => party.codebook !== null && party.codebook !== party.country)
      .map(({ key }) => key),
    countries: [...countries],
    sectors: [...sectors],
    open: known.length === 0,
  }
}

function countedIn({ lead }: Passage): Counted[] {
  const counted: Counted[] = []
  for (const { figure } of lead.figures) {
    if (figure.unit === 'other') continue
    counted.push({ unit: figure.unit, set: setOf(figure), ...boundsOf(figure) })
  }
  return counted
}
