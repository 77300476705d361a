import { type DayInterval, parseEdtf } from '../base/calendar.ts'
import type { EventId, TextId } from '../base/ids.ts'
import type { Aux, EventType } from '../document/report.ts'
import { boundsOf, type Counted, setOf } from './figures.ts'
import { countryOf, placeKey } from './parties.ts'
import type { Several } from './series.ts'
import type { Shared, Side } from './shared.ts'
import { dateOfPassage, modeOf, type Passage, placeOfPassage, typeOf, windowOf } from './tellings.ts'
import type { PlaceRef } from './types.ts'
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
  readonly several: Several | null
  /** Topical words of the sentence, without the names of the parties. */
  readonly words: NumberSet
  /** Of the whole report. */
  readonly story: Uint32Array
  readonly trigger: string
  /** Hash of the evidence; 0 where the text may not be shown. */
  readonly quote: number
  /** Which one of its text's passages that are alike in all fields it is, counted from 0. */
  readonly ordinal: number
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

/** Features of all passages of one text, in their order. */
export function featuresOf(passages: readonly Passage[], story: Uint32Array, shared: Shared): Features[] {
  const seen = new Map<string, number>()
  const spokenOf = new Set(passages.flatMap((passage) => countriesIn(passage)))
  return passages.map((passage) => {
    const features = featuresOfPassage(passage, story, [...spokenOf], shared)
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
  story: Uint32Array,
  spokenOf: readonly string[],
  shared: Shared,
): Omit<Features, 'ordinal'> {
  const { lead } = passage
  const type = typeOf(passage)
  const place = placeOfPassage(passage)
  const published = passage.published === null ? null : parseEdtf(passage.published)
  const quote = fold(lead.mention.evidence.quote)
  const both = shared.side([...lead.actors, ...lead.recipients])
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
    actors: shared.side(lead.actors),
    recipients: shared.side(lead.recipients),
    both,
    context: both.open && place === null ? spokenOf : NONE,
    place,
    placeKey: place === null ? null : placeKey(place),
    figures: countedIn(passage),
    several: lead.several,
    words: lead.words,
    story,
    trigger: stemOf(lead.mention.trigger.quote),
    quote: quote === '' ? 0 : hash32(quote),
  }
}

/** Equal keys: alike in every field that a report gives, the wording apart. */
export function fieldsKey(features: Omit<Features, 'ordinal'>): string {
  const {
    type,
    mode,
    aux,
    window,
    marked,
    actors,
    recipients,
    placeKey: at,
    place,
    figures,
    several,
  } = features
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
    several,
    figures.map(({ unit, set, low, high }) => [unit, set, low, high].join()).sort(),
  ])
}

/** One empty list for all. */
const NONE: readonly never[] = []

function countedIn({ lead }: Passage): readonly Counted[] {
  if (lead.figures.length === 0) return NONE
  const counted: Counted[] = []
  for (const { figure } of lead.figures) {
    if (figure.unit === 'other') continue
    counted.push({ unit: figure.unit, set: setOf(figure), ...boundsOf(figure) })
  }
  // A copy takes no more room than it needs; a list that grew keeps room for sixteen more.
  return counted.slice()
}
