import type { RawTime } from '../../document/document.ts'
import { timePatterns } from '../../language/de/time-patterns.ts'
import { timeGuards, timeWords } from '../../language/de/times.ts'
import { interpreters } from './interpret.ts'
import type { Meaning } from './meaning.ts'
import { compilePhrases, type PhraseMatch, phrasesAt } from './patterns.ts'
import { classIndex, type TimeWord, timeWordsOf } from './words.ts'

const CLASSES = classIndex(timeWords)
const PHRASES = compilePhrases(timePatterns)

/** A time as found, with the name of the rule that found it. */
export interface FoundTime extends RawTime {
  readonly rule: string
}

/** Times of one sentence, left to right, none inside another; where several phrases fit at a word, the longest. */
export function findTimes(text: string, from: number, to: number): FoundTime[] {
  const words = timeWordsOf(text, from, to, CLASSES)
  const out: FoundTime[] = []
  let row = 0
  while (row < words.length) {
    const best = longest(phrasesAt(words, row, PHRASES).filter((match) => isTime(match, words)))
    if (!best) {
      row++
      continue
    }
    best.spans.forEach(({ first, last, values }, nth) => {
      const meaning = interpreters[best.rule]?.({ ...best.spans.at(-1)!.values, ...values }, nth) ?? null
      if (meaning)
        out.push({
          from: words[first]!.from,
          to: words[last]!.to,
          type: typeOf(meaning),
          meaning,
          rule: best.rule,
        })
    })
    row = Math.max(row + 1, best.spans.at(-1)!.last + 1)
  }
  return out
}

function longest(matches: readonly PhraseMatch[]): PhraseMatch | null {
  let best: PhraseMatch | null = null
  for (const match of matches)
    if (
      best === null ||
      match.end > best.end ||
      (match.end === best.end && match.spans.length > best.spans.length)
    )
      best = match
  return best
}

/** Tells apart what only looks like a time: `2000 Soldaten`, `16. August-Straße`, `1.5. Mai`. */
function isTime(match: PhraseMatch, words: readonly TimeWord[]): boolean {
  const { first, last } = match.spans[0]!
  const before = words[first - 1]
  const after = words[match.end]
  switch (match.rule) {
    case 'year':
      return first !== last || isYear(before, after)
    case 'year-range':
      return !(after && timeGuards.measureAfter.has(after.lower))
    case 'duration':
      return !(after && timeGuards.ageAfter.has(after.lower))
    case 'iso-date':
      return words[first]!.text.length > 5 || after?.lower !== 'uhr'
    case 'month':
      return first !== last || isMonth(words[first]!, after)
    case 'reference':
      return !(
        words[last]!.lower === 'früher' &&
        before !== undefined &&
        /^(?:als|wie|oder)$/.test(before.lower)
      )
    default:
      return true
  }
}

function isYear(before: TimeWord | undefined, after: TimeWord | undefined): boolean {
  if (before && timeGuards.countedBefore.has(before.lower) && !(before.lower === 'um' && !isNoun(after)))
    return false
  if (before && /^[$€£.,:/-]$/.test(before.text) && before.text !== ',') return false
  if (after && timeGuards.measureAfter.has(after.lower)) return false
  return !isNoun(after) || (before !== undefined && timeGuards.yearBefore.has(before.lower))
}

/** Name or month: `Frau Mai`, `August Bebel`. */
function isMonth(word: TimeWord, after: TimeWord | undefined): boolean {
  return !timeGuards.nameMonths.has(word.lower) || !isNoun(after)
}
const isNoun = (word: TimeWord | undefined): boolean => word !== undefined && /^\p{Lu}/u.test(word.text)

export function typeOf(meaning: Meaning): RawTime['type'] {
  switch (meaning.kind) {
    case 'date':
    case 'weekday':
    case 'day':
      return meaning.daytime === null ? 'DATE' : 'TIME'
    case 'next-day':
    case 'same-year':
    case 'period':
    case 'season':
    case 'quarter':
    case 'decade':
    case 'century':
    case 'feast':
    case 'reference':
      return 'DATE'
    case 'distance':
    case 'stretch':
    case 'duration':
      return 'DURATION'
    case 'set':
      return 'SET'
    case 'clock':
    case 'daytime':
      return 'TIME'
    default:
      meaning satisfies never
      return 'DATE'
  }
}
