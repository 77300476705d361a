import { type DayInterval, parseEdtf } from '../base/calendar.ts'
import type { ChronicleEvent, EventMention, Party } from './types.ts'
import { compareText, dice, stemsOf } from './words.ts'

/** An event with what relations and stories compare, made once. */
export interface Relatable {
  readonly event: ChronicleEvent
  /** Days of the event; of an undated one the day it was first reported. Null when neither is known. */
  readonly days: DayInterval | null
  readonly dated: boolean
  /** First day on which it was told. */
  readonly told: number | null
  /** Sorted numbers of the topical stems of its sentences, without the names of its parties. */
  readonly topic: readonly number[]
  /** Sorted numbers of the texts that tell it. */
  readonly texts: readonly number[]
}

/** Sentences of one event that are read for its topic: those of the first reports tell it. */
const SENTENCES = 6

/** In canonical order: by first day, then id; undated last. Numbers hold for this list only, and do not hang on the order given. */
export function relatablesOf(events: readonly ChronicleEvent[]): Relatable[] {
  const stems = numbering()
  const texts = numbering()
  const dated = events.map((event) => {
    const own = event.date === null ? null : parseEdtf(event.date.edtf)
    const reported = event.firstReported === null ? null : parseEdtf(event.firstReported)
    return { event, days: own ?? reported, dated: own !== null, told: reported?.first ?? null }
  })
  dated.sort(
    (a, b) =>
      order(a.days?.first ?? Infinity, b.days?.first ?? Infinity) || compareText(a.event.id, b.event.id),
  )
  return dated.map((one) => ({
    ...one,
    topic: topicOf(one.event, stems),
    texts: sortedNumbers(one.event.mentions.map(({ text }) => texts(text))),
  }))
}

function topicOf({ mentions, actors, recipients }: ChronicleEvent, numberOf: (word: string) => number) {
  const named = stemsOf([...actors, ...recipients].map((party: Party) => party.name).join(' '))
  const quotes = mentions.slice(0, SENTENCES).map(({ evidence }: EventMention) => evidence.quote)
  return sortedNumbers([...stemsOf(quotes.join('\n'))].filter((stem) => !named.has(stem)).map(numberOf))
}

/** Share of topical words in common, 0 to 1. */
export function topicInCommon(a: Relatable, b: Relatable): number {
  return dice(a.topic, b.topic)
}

export function isToldTogether(a: Relatable, b: Relatable): boolean {
  return dice(a.texts, b.texts) > 0
}

/** Days from the end of `a` to the beginning of `b`; 0 when they touch or overlap, negative never. Null when a day is unknown. */
export function daysBetween(a: Relatable, b: Relatable): number | null {
  if (a.days === null || b.days === null) return null
  return Math.max(0, b.days.first - a.days.last)
}

function numbering(): (word: string) => number {
  const numbers = new Map<string, number>()
  return (word) => {
    const known = numbers.get(word) ?? numbers.size
    numbers.set(word, known)
    return known
  }
}

function sortedNumbers(numbers: readonly number[]): number[] {
  return [...new Set(numbers)].sort((a, b) => a - b)
}

function order(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1
}
