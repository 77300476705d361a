import type { WordForms } from '../analyse/word-forms.ts'
import type { Chronicle, ChronicleEvent, Reading } from '../chronicle/types.ts'
import { fold } from '../chronicle/words.ts'

/** A sentence of a text, as far as a search needs it. */
interface Sentence {
  readonly reading: Reading
  readonly from: number
  readonly to: number
}

export interface SearchHit {
  readonly reading: Reading
  readonly from: number
  readonly to: number
  readonly quote: string
  readonly marks: readonly (readonly [number, number])[]
}

export interface SearchResult {
  readonly terms: readonly { readonly term: string; readonly words: readonly string[] }[]
  readonly total: number
  readonly hits: readonly SearchHit[]
}

export interface SearchIndex {
  search(query: string, limit: number): SearchResult
}

/** Endings of German (and English) inflection, longest first, after folding: umlauts are gone already. */
const ENDINGS = ['ern', 'em', 'en', 'er', 'es', 'e', 'n', 's']
/** A stem keeps at least so many letters. */
const SHORTEST = 4
/** From here on a stem may be one half of a compound, where no forms are known. */
const COMPOUND = 5
/** Letters that must be left of a compound whose parts nobody knows: "Preise" is none of "Reise". */
const PIECE = 3
/** Words shown for one term. */
const WORDS_SHOWN = 12
/** A sentence is shown up to this length. */
const LONGEST = 600

/** What the inflected forms of a word have in common. */
export function stem(word: string): string {
  const folded = fold(word)
  const ending = ENDINGS.find((one) => folded.endsWith(one) && folded.length - one.length >= SHORTEST)
  return ending === undefined ? folded : folded.slice(0, -ending.length)
}

const WORD = /[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu

/** What a word is found by. */
type KeysOf = (word: string) => readonly string[]

/**
 * The stem, and where forms are known the lemmas and the words that a compound is made of. What a person types may be in lower case:
 * in a query it is read as a noun too.
 */
function keysBy(forms: WordForms | null): { readonly ofText: KeysOf; readonly ofQuery: KeysOf } {
  const noun = (word: string) => forms?.nounOf(word) ?? null
  /** The parts of a compound, and what they are forms of: its head may be in the plural. */
  const parts = (lemma: string) => {
    const found = forms?.partsOf(lemma) ?? []
    return found.length < 2 ? [] : found.flatMap((part) => [part, noun(part) ?? part])
  }
  const ofText = (word: string) => {
    const pieces = word.split('-').filter((piece) => piece !== '')
    const lemmas = distinct([word, ...pieces]).flatMap((one) => noun(one) ?? [])
    return distinct([
      ...[word, ...pieces].map(stem),
      ...[...lemmas, ...lemmas.flatMap(parts)].flatMap((one) => [fold(one), stem(one)]),
    ])
  }
  const ofQuery = (word: string) =>
    distinct([
      stem(word),
      ...[noun(word), noun(capital(word))].flatMap((one) => (one === null ? [] : fold(one))),
    ])
  return { ofText: remembered(ofText), ofQuery }
}

/**
 * All sentences of all readings by what their words are found by. A term finds its inflected forms, and the compounds that it is part
 * of: "Unterkunft" finds "Flüchtlingsunterkünfte". So does a compound of which a part is unknown, by its beginning and end.
 */
export function searchIndex(readings: readonly Reading[], forms: WordForms | null = null): SearchIndex {
  const { ofText, ofQuery } = keysBy(forms)
  const sentences: Sentence[] = []
  const byKey = new Map<string, { words: Set<string>; sentences: Set<number> }>()
  for (const reading of distinctTexts(readings)) {
    const { text } = reading.report
    if (text === null) continue
    for (const [from, to] of spansOf(reading)) {
      const at = sentences.push({ reading, from, to }) - 1
      for (const [word] of text.slice(from, to).matchAll(WORD)) {
        for (const key of ofText(word)) {
          const known = byKey.get(key)
          if (known) {
            known.words.add(fold(word))
            known.sentences.add(at)
          } else byKey.set(key, { words: new Set([fold(word)]), sentences: new Set([at]) })
        }
      }
    }
  }

  const matching = (term: string): string[] => {
    const exact = ofQuery(term).filter((key) => byKey.has(key))
    const wanted = stem(term)
    if (wanted.length < COMPOUND) return exact
    const least = wanted.length + (forms === null ? 0 : PIECE)
    const compounds = [...byKey.keys()].filter(
      (key) => key.length >= least && (key.startsWith(wanted) || key.endsWith(wanted)),
    )
    return distinct([...exact, ...compounds])
  }

  return {
    search(query, limit) {
      const terms = [...new Set([...query.matchAll(WORD)].map(([word]) => word))]
        .slice(0, 12)
        .map((term) => ({ term: fold(term), keys: matching(term) }))
      const found = terms.map(({ keys }) => {
        const all = new Map<number, number>()
        for (const key of keys) {
          const { sentences: own } = byKey.get(key)!
          const weight = Math.log(1 + sentences.length / own.size)
          for (const at of own) all.set(at, Math.max(all.get(at) ?? 0, weight))
        }
        return all
      })
      const scores = [...(found[0] ?? new Map<number, number>())]
        .filter(([at]) => found.every((one) => one.has(at)))
        .map(([at]) => ({ at, score: found.reduce((sum, one) => sum + one.get(at)!, 0) }))
        .sort((a, b) => b.score - a.score || a.at - b.at)
      const wanted = new Set(terms.flatMap(({ keys }) => keys))
      return {
        terms: terms.map(({ term, keys }) => ({
          term,
          words: distinct(keys.flatMap((key) => [...byKey.get(key)!.words]))
            .sort()
            .slice(0, WORDS_SHOWN),
        })),
        total: scores.length,
        hits: scores.slice(0, limit).map(({ at }) => hitOf(sentences[at]!, wanted, ofText)),
      }
    },
  }
}

function hitOf({ reading, from, to }: Sentence, wanted: ReadonlySet<string>, keysOf: KeysOf): SearchHit {
  const quote = reading.report.text!.slice(from, Math.min(to, from + LONGEST))
  const marks = [...quote.matchAll(WORD)]
    .filter(([word]) => keysOf(word).some((key) => wanted.has(key)))
    .map(({ 0: word, index }) => [index, index + word.length] as const)
  return { reading, from, to: from + quote.length, quote, marks }
}

const distinct = (words: readonly string[]): string[] => [...new Set(words)]
const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)

/** Each form is worked out once for an index. */
function remembered(keysOf: KeysOf): KeysOf {
  const known = new Map<string, readonly string[]>()
  return (word) => {
    const before = known.get(word)
    if (before !== undefined) return before
    const keys = keysOf(word)
    known.set(word, keys)
    return keys
  }
}

/** The sentences, or where a report has none its blocks. */
function spansOf({ report }: Reading): readonly (readonly [number, number])[] {
  return report.sentences.length > 0 ? report.sentences : report.blocks.map(({ from, to }) => [from, to])
}

function distinctTexts(readings: readonly Reading[]): Reading[] {
  const byText = new Map<string, Reading>()
  for (const reading of readings) if (!byText.has(reading.text)) byText.set(reading.text, reading)
  return [...byText.values()]
}

/** Which events are told within a span of a text. */
export function eventsWithin(chronicle: Chronicle): (hit: SearchHit) => readonly ChronicleEvent[] {
  const byText = new Map<string, { from: number; to: number; event: ChronicleEvent }[]>()
  for (const event of chronicle.events) {
    if (event.review === 'rejected') continue
    for (const { text, evidence } of event.mentions) {
      const entry = { from: evidence.from, to: evidence.to, event }
      const known = byText.get(text)
      if (known) known.push(entry)
      else byText.set(text, [entry])
    }
  }
  return ({ reading, from, to }) => [
    ...new Set(
      (byText.get(reading.text) ?? [])
        .filter((mention) => mention.from < to && mention.to > from)
        .map(({ event }) => event),
    ),
  ]
}
