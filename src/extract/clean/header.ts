import type { OutletIndex } from './outlets.ts'
import { type Decision, decide, isOpen } from './rule.ts'
import { isHeadline, isSentence, wordCount, wordsOf } from './shape.ts'
import { readStamp, type Stamp } from './stamps.ts'

/** Names and meanings of the rules of this file. */
export const HEADER_RULES = [
  { name: 'front-matter', kind: 'furniture', finds: 'the fields between dashes that open a Markdown file' },
  {
    name: 'outlet-header',
    kind: 'byline',
    finds: 'the outlet’s name above the article, alone or with its date',
  },
] as const

/** What German-language papers and sites call themselves. */
const PRESS_NAME =
  /(?:zeitung|rundschau|kurier|anzeiger|nachrichten|blatt|blick|bote|echo|spiegel|post|presse|merkur|journal|magazin|tagblatt|news|stimme|allgemeine|depesche|chronik|report|funk|courier|herald|times)$/iu
const NAME_WORD =
  /^(?:\p{Lu}[\p{L}\p{N}.&'’-]*|am|im|an|der|die|das|des|den|und|für|aus|vom|von|of|the|\d{1,3})$/u

/** A name built like one of the press, or one that the codebook knows as an outlet. */
export function isPressName(name: string, outlets: OutletIndex): boolean {
  const words = wordsOf(name)
  if (words.length === 0 || words.length > 5 || !/^\p{Lu}/u.test(name)) return false
  if (outlets.byName(name)?.kind === 'outlet') return true
  return words.every((word) => NAME_WORD.test(word)) && words.some((word) => PRESS_NAME.test(word))
}

export interface Header {
  readonly name: string
  /** Where the date begins, an offset into the line; the line's length when it has none. */
  readonly dateAt: number
  readonly stamp: Stamp | null
}

/** `Name`, `Name | Ressort`, `Name, 5. Januar 2014`; null when no name of the press opens the line. */
export function readHeader(line: string, outlets: OutletIndex): Header | null {
  if (line.length > 120) return null
  const parted = /^(?<name>[^,|–—]{2,50}?)(?:\s?[,|–—]\s?|\s-\s)(?<rest>.+)$/u.exec(line)?.groups
  if (!parted) return isPressName(line, outlets) ? { name: line, dateAt: line.length, stamp: null } : null
  const { name, rest } = parted as { name: string; rest: string }
  if (!isPressName(name, outlets)) return null
  const stamp = readStamp(rest)
  if (stamp?.edtf) return { name, dateAt: line.length - rest.length, stamp }
  return /\|/u.test(line) && wordCount(rest) <= 2 ? { name, dateAt: line.length, stamp: null } : null
}

/** Above the first running text: a name with its date, or a name above a stamp or a headline. */
export function applyHeader(decisions: readonly Decision[], outlets: OutletIndex): void {
  for (const [i, decision] of decisions.entries()) {
    if (!isOpen(decision)) continue
    const header = readHeader(decision.unit.text, outlets)
    if (!header) {
      if (isSentence(decision.unit.text)) return
      continue
    }
    if (header.stamp || isAboveHeadline(decisions, i)) decide(decision, 'byline', 'outlet-header')
  }
}

/** A stamp or a headline stands right below, and a headline with running text after it is left for the article. */
function isAboveHeadline(decisions: readonly Decision[], at: number): boolean {
  const below = decisions[at + 1]
  if (decisions.slice(0, at).some(isOpen) || !below || !(below.kind === 'stamp' || isOpen(below)))
    return false
  const open = decisions.slice(at + 1).filter(isOpen)
  const [first, ...rest] = open
  return (
    first !== undefined &&
    isHeadline(first.unit.text) &&
    !isSentence(first.unit.text) &&
    rest.some(({ unit }) => isSentence(unit.text))
  )
}
