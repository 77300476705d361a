import type { DayInterval } from '../base/calendar.ts'
import type { Aux, EventType } from '../document/report.ts'
import { type Bounds, boundsOf, figuresOf } from './figures.ts'
import { countryOf, placeKey } from './parties.ts'
import { dateOfPassage, modeOf, type Passage, placeOfPassage, typeOf, windowOf } from './tellings.ts'
import type { Party, PlaceRef } from './types.ts'
import { fold, stemOf, stemsOf } from './words.ts'

/** What identity compares, made once for each passage. */
export interface Features {
  readonly passage: Passage
  readonly type: EventType
  readonly mode: string | null
  readonly verbal: boolean
  /** Both sides in one: who meets, fights or agrees with whom can be told from either side. */
  readonly mutual: boolean
  readonly window: DayInterval | null
  readonly marked: boolean
  readonly aux: Aux | null
  readonly actors: Side
  readonly recipients: Side
  readonly both: Side
  readonly place: PlaceRef | null
  readonly placeKey: string | null
  readonly figures: ReadonlyMap<string, Bounds>
  /** Sorted numbers of the topical words of the sentence, without the names of the parties. */
  readonly words: readonly number[]
  readonly trigger: string
  readonly quote: string
}

export interface Side {
  readonly keys: readonly string[]
  readonly countries: readonly string[]
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

/** Features of all passages, in their order. Words get numbers that hold for this list only. */
export function featuresOf(passages: readonly Passage[]): Features[] {
  const numbers = new Map<string, number>()
  const numberOf = (word: string) => {
    const known = numbers.get(word)
    if (known !== undefined) return known
    numbers.set(word, numbers.size)
    return numbers.size - 1
  }
  return passages.map((passage) => {
    const { lead, actors, recipients } = passage
    const type = typeOf(passage)
    const place = placeOfPassage(passage)
    const named = stemsOf([...actors, ...recipients].map((party) => party.name).join(' '))
    const words = [...stemsOf(sentenceAround(passage))].filter((stem) => !named.has(stem))
    return {
      passage,
      type,
      mode: modeOf(passage),
      verbal: VERBAL.has(type),
      mutual: MUTUAL.has(type),
      window: windowOf(passage),
      marked: dateOfPassage(passage)?.marked ?? false,
      aux: lead.event.aux,
      actors: sideOf(actors),
      recipients: sideOf(recipients),
      both: sideOf([...actors, ...recipients]),
      place,
      placeKey: place === null ? null : placeKey(place),
      figures: boundsByUnit(passage),
      words: words.map(numberOf).sort((a, b) => a - b),
      trigger: stemOf(lead.mention.trigger.quote),
      quote: fold(lead.mention.evidence.quote),
    }
  })
}

function sideOf(parties: readonly Party[]): Side {
  const countries = new Set<string>()
  for (const party of parties) {
    const country = countryOf(party)
    if (country !== null) countries.add(country)
  }
  const known = parties.filter((party) => party.country !== null || party.codebook !== null)
  return { keys: parties.map((party) => party.key), countries: [...countries], open: known.length === 0 }
}

/** The sentence that holds the evidence; the evidence itself where the report lists no sentences. */
function sentenceAround({ lead }: Passage): string {
  const { report } = lead.reading
  if (report.text === null) return ''
  const { from, to } = lead.event.evidence
  const sentence = report.sentences.find((span) => span[0] <= from && to <= span[1])
  return report.text.slice(sentence?.[0] ?? from, sentence?.[1] ?? to)
}

function boundsByUnit({ lead }: Passage): Map<string, Bounds> {
  const bounds = new Map<string, Bounds>()
  for (const figure of figuresOf(lead.reading.report, lead.event)) {
    if (figure.unit === 'other' || bounds.has(figure.unit)) continue
    bounds.set(figure.unit, boundsOf(figure))
  }
  return bounds
}
