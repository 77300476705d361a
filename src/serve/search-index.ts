import type { Chronicle, ChronicleEvent, Reading } from '../chronicle/types.ts'
import { fold, wordsOf } from '../chronicle/words.ts'

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
/** From here on a stem may be one half of a compound. */
const COMPOUND = 5
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

/**
 * All sentences of all readings by the stems of their words. A term finds its inflected forms, and the compounds that begin or end
 * with it: "Unterkunft" finds "Flüchtlingsunterkünfte".
 */
export function searchIndex(readings: readonly Reading[]): SearchIndex {
  const sentences: Sentence[] = []
  const byStem = new Map<string, { words: Set<string>; sentences: Set<number> }>()
  for (const reading of distinctTexts(readings)) {
    const { text } = reading.report
    if (text === null) continue
    for (const [from, to] of spansOf(reading)) {
      const at = sentences.push({ reading, from, to }) - 1
      for (const word of wordsOf(text.slice(from, to))) {
        const key = stem(word)
        const known = byStem.get(key)
        if (known) {
          known.words.add(word)
          known.sentences.add(at)
        } else byStem.set(key, { words: new Set([word]), sentences: new Set([at]) })
      }
    }
  }

  const matching = (term: string): string[] => {
    const wanted = stem(term)
    if (wanted.length < COMPOUND) return byStem.has(wanted) ? [wanted] : []
    return [...byStem.keys()].filter((key) => key.startsWith(wanted) || key.endsWith(wanted))
  }

  return {
    search(query, limit) {
      const terms = [...new Set(wordsOf(query))].slice(0, 12).map((term) => ({ term, stems: matching(term) }))
      const found = terms.map(({ stems }) => {
        const all = new Map<number, number>()
        for (const key of stems) {
          const { sentences: own } = byStem.get(key)!
          const weight = Math.log(1 + sentences.length / own.size)
          for (const at of own) all.set(at, Math.max(all.get(at) ?? 0, weight))
        }
        return all
      })
      const scores = [...(found[0] ?? new Map<number, number>())]
        .filter(([at]) => found.every((one) => one.has(at)))
        .map(([at]) => ({ at, score: found.reduce((sum, one) => sum + one.get(at)!, 0) }))
        .sort((a, b) => b.score - a.score || a.at - b.at)
      const wanted = new Set(terms.flatMap(({ stems }) => stems))
      return {
        terms: terms.map(({ term, stems }) => ({
          term,
          words: [...new Set(stems.flatMap((key) => [...byStem.get(key)!.words]))]
            .sort()
            .slice(0, WORDS_SHOWN),
        })),
        total: scores.length,
        hits: scores.slice(0, limit).map(({ at }) => hitOf(sentences[at]!, wanted)),
      }
    },
  }
}

function hitOf({ reading, from, to }: Sentence, wanted: ReadonlySet<string>): SearchHit {
  const quote = reading.report.text!.slice(from, Math.min(to, from + LONGEST))
  const marks = [...quote.matchAll(/[\p{L}\p{N}]+/gu)]
    .filter(([word]) => wanted.has(stem(word)))
    .map(({ 0: word, index }) => [index, index + word.length] as const)
  return { reading, from, to: from + quote.length, quote, marks }
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
