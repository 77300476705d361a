import { isSpace, type Span, trimmed } from '../../base/spans.ts'
import type { Block, BlockKind } from '../../document/report.ts'
import { frontMatterLength } from './front-matter.ts'
import { endsLikeSentence } from './shape.ts'

/** A paragraph or a line that stands alone: the least that a rule decides on. Offsets without white space at the ends. */
export interface Unit extends Span {
  readonly text: string
  /** Set where the format itself (HTML) said what it is. */
  readonly given: BlockKind | null
  readonly published: string | null
  /** An empty line, or the end of the text, stands before / after. */
  readonly blankBefore: boolean
  readonly blankAfter: boolean
}

/** Lines of a text without the empty ones; `\n`, `\r`, form feed and the Unicode separators end a line. */
export function linesOf(text: string, at: Span): Span[] {
  const lines: Span[] = []
  const breaks = /[\n\r\f\v\u0085\u2028\u2029]/g
  breaks.lastIndex = at.from
  let start = at.from
  while (start < at.to) {
    const found = breaks.exec(text)
    const end = found && found.index < at.to ? found.index : at.to
    const line = trimmed(text, { from: start, to: end })
    if (line.from < line.to) lines.push(line)
    start = end + 1
  }
  return lines
}

/** Blocks of the format as they are, its gaps as paragraphs; plain text line by line, hard-wrapped lines joined. */
export function unitsOf(text: string, blocks: readonly Block[] | null): Unit[] {
  if (!blocks) {
    const front = frontMatterLength(text)
    const rest = plainUnits(text, { from: front, to: text.length })
    return front === 0 ? rest : [frontMatterUnit(text, front), ...rest]
  }
  const units: Unit[] = []
  let end = 0
  for (const block of blocks) {
    const from = Math.max(block.from, end)
    const to = Math.min(block.to, text.length)
    if (to <= from) continue
    units.push(...plainUnits(text, { from: end, to: from }))
    const at = trimmed(text, { from, to })
    if (at.from < at.to) {
      units.push({
        ...at,
        text: text.slice(at.from, at.to),
        given: block.kind,
        published: block.published,
        blankBefore: true,
        blankAfter: true,
      })
    }
    end = to
  }
  units.push(...plainUnits(text, { from: end, to: text.length }))
  return units
}

function frontMatterUnit(text: string, length: number): Unit {
  const at = trimmed(text, { from: 0, to: length })
  const words = text.slice(at.from, at.to)
  return { ...at, text: words, given: 'furniture', published: null, blankBefore: true, blankAfter: true }
}

function plainUnits(text: string, at: Span): Unit[] {
  const joined: Span[] = []
  for (const line of linesOf(text, at)) {
    const last = joined.at(-1)
    if (last && isWrapped(text, last, line)) joined[joined.length - 1] = { from: last.from, to: line.to }
    else joined.push(line)
  }
  return joined.map((unit, i) => ({
    ...unit,
    text: text.slice(unit.from, unit.to),
    given: null,
    published: null,
    blankBefore: i === 0 || isBlankBetween(text, joined[i - 1]!.to, unit.from),
    blankAfter: i === joined.length - 1 || isBlankBetween(text, unit.to, joined[i + 1]!.from),
  }))
}

function isBlankBetween(text: string, from: number, to: number): boolean {
  const gap = text.slice(from, to).replace(/\r\n/g, '\n')
  return (gap.match(/[\n\r\f\v\u0085\u2028\u2029]/g)?.length ?? 0) >= 2
}

/** The line goes on in the next one: the sentence is open, and the line is as long as a wrapped one or the next begins in lower case. */
function isWrapped(text: string, before: Span, next: Span): boolean {
  if (isBlankBetween(text, before.to, next.from)) return false
  if (endsLikeSentence(text.slice(Math.max(before.from, before.to - 12), before.to))) return false
  if (/^\p{Ll}/u.test(text.slice(next.from, next.from + 2)))
    return !/[:|]$/.test(text.slice(before.to - 1, before.to))
  return /[\p{Ll},]$/u.test(text.slice(before.to - 1, before.to)) && endsInFunctionWord(text, before)
}

const OPEN_END =
  /(?:^|\s)(?:der|die|das|den|dem|des|ein|eine|einen|einem|einer|eines|und|oder|in|im|am|an|auf|von|vom|zu|zum|zur|mit|bei|für|nach|durch|über|unter|aus|als|wie|dass|gegen|zwischen|seine?|ihre?|the|a|an|of|to|and|in|for|with|by|on|at)$|,$/iu

function endsInFunctionWord(text: string, at: Span): boolean {
  let from = Math.max(at.from, at.to - 16)
  while (from > at.from && !isSpace(text.charCodeAt(from))) from--
  return OPEN_END.test(text.slice(from, at.to))
}
