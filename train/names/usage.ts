import { finish } from '../../src/analyse/hash.ts'
import { wordHash } from '../../src/analyse/names/lexicon.ts'

/** Words that stand before common nouns; before places; before persons. */
const BEFORE_NOUNS = new Set(
  'der die das den dem des ein eine einen einem einer eines kein keine keinen keiner dieser diese dieses diesem diesen jede jeder jedes alle viele unsere unser ihre ihr ihren ihrer seine sein seinen seiner meine mein und oder zur zum vom am beim ins im mit als für'.split(
    ' ',
  ),
)
const BEFORE_PLACES = new Set('in aus nach bei'.split(' '))
const BEFORE_PERSONS = new Set(
  'Herr Herrn Frau Kollege Kollegen Kollegin Dr Minister Präsident Abgeordneter Abgeordneten Kanzler Kanzlerin Bundesminister Bundeskanzlerin'.split(
    ' ',
  ),
)
const OPENING = /^[.!?:„"»«\-–—…()]/
const WORD = /[\p{L}\p{M}\d_-]+|[^\p{L}\p{M}\d_\s-]/gu
/** Words that are rarer are left out. */
const LEAST = 3

interface Counts {
  lower: number
  capital: number
  noun: number
  place: number
  person: number
  adjective: number
}

/** How raw text uses words: in lower case or not, and what stands before them where they are capitalised inside a sentence. */
export class Usage {
  readonly #counts = new Map<string, Counts>()

  add(text: string): void {
    let before = '.'
    for (const [word] of text.matchAll(WORD)) {
      if (/^\p{L}/u.test(word)) {
        const isLower = /^\p{Ll}/u.test(word)
        if (isLower || !OPENING.test(before)) this.#count(word, isLower, before)
      }
      before = word
    }
  }

  #count(word: string, isLower: boolean, before: string): void {
    const key = word.toLowerCase()
    let counts = this.#counts.get(key)
    if (!counts) {
      counts = { lower: 0, capital: 0, noun: 0, place: 0, person: 0, adjective: 0 }
      this.#counts.set(key, counts)
    }
    if (isLower) {
      counts.lower++
      return
    }
    counts.capital++
    if (BEFORE_NOUNS.has(before)) counts.noun++
    else if (BEFORE_PLACES.has(before)) counts.place++
    else if (BEFORE_PERSONS.has(before)) counts.person++
    else if (/^\p{Ll}.*(?:e|en|er|es|em)$/u.test(before)) counts.adjective++
  }

  /** Keys and packed numbers, for `src/analyse/names/lexicon.ts`. */
  table(): Map<number, number> {
    const out = new Map<number, number>()
    for (const [word, { lower, capital, noun, place, person, adjective }] of this.#counts) {
      const all = lower + capital
      if (all < LEAST) continue
      const share = (n: number) => n / (capital + 2)
      const numbers = [
        Math.log1p(all) / 8,
        lower / all,
        Math.log1p(capital) / 8,
        share(noun),
        share(place),
        share(person),
        share(adjective),
      ]
      let packed = 1 << 28
      numbers.forEach((value, n) => {
        packed |= Math.min(15, Math.round(value * 15)) << (4 * n)
      })
      out.set(finish(wordHash(word)), packed)
    }
    return out
  }
}
