import type { TimeWord } from './words.ts'

/** Values of the classes a phrase named, by class or by the name in front of it. */
export type Values = Readonly<Record<string, string | number>>

/** A phrase that fits: the spans in `<…>`, in order, the values up to the end of each, and the word behind it all. */
export interface PhraseMatch {
  readonly rule: string
  readonly spans: readonly { readonly first: number; readonly last: number; readonly values: Values }[]
  readonly end: number
}

interface Element {
  readonly className: string | null
  readonly name: string
  readonly literals: ReadonlySet<string> | null
  readonly optional: boolean
  readonly opens: boolean
  readonly closes: boolean
}
interface Phrase {
  readonly rule: string
  readonly elements: readonly Element[]
}
/** Phrases that may begin with a word. */
export type PhraseIndex = (first: TimeWord) => readonly Phrase[]

/** Words whose phrases are kept. */
const MOST_KNOWN = 20_000
const NO_PHRASES: readonly Phrase[] = []
const NO_VALUES: Record<string, never> = {}

/** Notation: see `timePatterns` of a language. */
export function compilePhrases(patterns: Readonly<Record<string, readonly string[]>>): PhraseIndex {
  const table = tableOf(patterns)
  const known = new Map<string, readonly Phrase[]>()
  return (first) => {
    let phrases = known.get(first.text)
    if (phrases === undefined) {
      phrases = beginningWith(first, table)
      if (known.size >= MOST_KNOWN) known.clear()
      known.set(first.text, phrases)
    }
    return phrases
  }
}

function beginningWith(
  { lower, classes }: TimeWord,
  table: ReadonlyMap<string, readonly Phrase[]>,
): Phrase[] {
  const found = new Set(table.get(`=${lower}`))
  for (const { name } of classes) for (const phrase of table.get(name) ?? NO_PHRASES) found.add(phrase)
  return [...found]
}

/** Phrases by what their first word may be: a class, or `=word`. */
function tableOf(patterns: Readonly<Record<string, readonly string[]>>): Map<string, Phrase[]> {
  const index = new Map<string, Phrase[]>()
  for (const [rule, texts] of Object.entries(patterns)) {
    for (const text of texts) {
      const phrase = { rule, elements: elementsOf(text) }
      for (const key of firstKeys(phrase.elements)) {
        const entry = index.get(key)
        if (entry) entry.push(phrase)
        else index.set(key, [phrase])
      }
    }
  }
  return index
}

function elementsOf(text: string): Element[] {
  const out: Element[] = []
  let opens = false
  for (const part of text.trim().split(/\s+/)) {
    if (part === '<') opens = true
    else if (part === '>') out[out.length - 1] = { ...out.at(-1)!, closes: true }
    else {
      const optional = part.endsWith('?')
      const bare = optional ? part.slice(0, -1) : part
      const literal = bare.startsWith("'")
      const colon = literal ? -1 : bare.indexOf(':')
      out.push({
        className: literal ? null : bare.slice(colon + 1),
        name: colon < 0 ? bare : bare.slice(0, colon),
        literals: literal
          ? new Set(
              bare
                .slice(1, -1)
                .split('|')
                .map((word) => word.toLowerCase()),
            )
          : null,
        optional,
        opens,
        closes: false,
      })
      opens = false
    }
  }
  return out
}

function firstKeys(elements: readonly Element[]): Set<string> {
  const keys = new Set<string>()
  for (const element of elements) {
    if (element.className !== null) keys.add(element.className)
    for (const word of element.literals ?? []) keys.add(`=${word}`)
    if (!element.optional) break
  }
  return keys
}

/** All phrases that fit at a word. */
export function phrasesAt(words: readonly TimeWord[], at: number, index: PhraseIndex): PhraseMatch[] {
  const out: PhraseMatch[] = []
  for (const phrase of index(words[at]!)) {
    const match = matchPhrase(phrase, words, at)
    if (match) out.push(match)
  }
  return out
}

/** Elements take words greedily; an optional one is left out only where it doesn't fit, so time is linear in the phrase. */
function matchPhrase(phrase: Phrase, words: readonly TimeWord[], at: number): PhraseMatch | null {
  const spans: { first: number; last: number; values: Values }[] = []
  let values: Record<string, string | number> = NO_VALUES
  let row = at
  let open = -1
  let pending = false
  for (const element of phrase.elements) {
    if (element.opens) pending = true
    const word = words[row]
    const value = word === undefined ? null : numberFor(element, word)
    if (value === null) {
      if (!element.optional) return null
    } else {
      if (pending) open = row
      pending = false
      // most phrases fail at their second word: nothing is made for them
      if (element.className !== null) values = { ...values, [element.name]: value }
      row++
    }
    if (element.closes) {
      if (open < 0) return null
      spans.push({ first: open, last: row - 1, values })
      open = -1
    }
  }
  return spans.length > 0 ? { rule: phrase.rule, spans, end: row } : null
}

function numberFor(element: Element, word: TimeWord): string | number | null {
  if (element.literals) return element.literals.has(word.lower) ? '' : null
  for (const entry of word.classes) if (entry.name === element.className) return entry.value
  return null
}
