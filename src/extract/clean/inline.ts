import type { Span } from '../../base/spans.ts'
import type { BlockKind } from '../../document/report.ts'
import { creditStart, isSignLine } from './credit-rules.ts'
import { isPressName } from './header.ts'
import type { LineContext } from './rule.ts'
import { readLabelledDate, readTickerTime, type Stamp } from './stamps.ts'

/** A part of a unit that is of another kind than the rest. */
export interface InlinePart extends Span {
  readonly kind: BlockKind
  readonly rule: string
  readonly stamp: Stamp | null
}

/** Names and meanings of the rules of this file. */
export const INLINE_RULES = [
  { name: 'heading-mark', kind: 'furniture', finds: 'the mark of a Markdown heading' },
  { name: 'title-suffix', kind: 'byline', finds: 'the outlet’s name at the end of a page’s title' },
  { name: 'labelled-date', kind: 'stamp', finds: 'a date with its label before the headline on one line' },
  { name: 'ticker-time', kind: 'stamp', finds: 'the time that opens an entry of a live blog' },
  {
    name: 'distributor-mark',
    kind: 'furniture',
    finds: 'the name of a distributor in brackets before the text',
  },
  { name: 'dateline', kind: 'byline', finds: 'place and agency before the first sentence' },
  { name: 'closing-signs', kind: 'byline', finds: 'signs of agencies or editors after the last sentence' },
  { name: 'caption-credit', kind: 'byline', finds: 'the credit at the end of a caption' },
  { name: 'inline-link', kind: 'furniture', finds: 'a link in brackets within the running text' },
] as const

const MARK = /^\((?<name>[\p{L}\p{N}][\p{L}\p{N} .&-]{1,40})\)\s*(?:[–—-]+\s*)?/u
const WIRE_NAME = /(?:wire|newsroom|presseportal|pressportal|prnews\w*|openpr|pressebox)$/iu
const PLACE = String.raw`\p{Lu}[\p{L}.'’-]*(?:[ /-]\p{L}[\p{L}.'’-]*){0,4}`
const DATELINE = new RegExp(
  String.raw`^(?:${PLACE}(?:,\s*(?:\d{1,2}\.\s?)?\p{L}+\.?(?:\s?\d{1,4}\.?)?)?\s*)?\((?<sign>[^()]{2,40})\)\s*[-–—:.]{1,3}\s+`,
  'u',
)
const CLOSING = /(?<=[.!?…]["“”„»«’)]*)\s+(?<sign>[([][^()[\]]{2,40}[)\]])$/u
const LINK_WORDS = new Set(
  `mehr|hier|dazu|hierzu|siehe|auch|lesen|sie|weiter|link|links|video|klicken|weiterlesen|oben|unten|zum|zur|artikel|thema|finden|erfahren|sehen|gibt|es|infos|informationen|details|foto|fotos|bild|grafik|see|here|read|more|click|lesen|das|im|den|bericht|beitrag|→|»|>|-|–`.split(
    '|',
  ),
)
const LINK_CORE =
  /(?<!\p{L})(?:hier|mehr|link|siehe|weiterlesen|here|read|click|zum artikel|zum video)(?!\p{L})/iu

/** Parts of a unit, sorted and apart from each other; offsets into the unit's text. */
export function inlineParts(text: string, kind: BlockKind, context: LineContext): InlinePart[] {
  const parts: InlinePart[] = []
  let at = 0
  const push = (length: number, part: Omit<InlinePart, 'from' | 'to'>) => {
    parts.push({ from: at, to: at + length, ...part })
    at += length
    while (at < text.length && /\s/u.test(text[at]!)) at++
  }
  const heading = /^#{1,6}(?=\s+\S)/u.exec(text)
  if (heading) push(heading[0].length, { kind: 'furniture', rule: 'heading-mark', stamp: null })
  const dated = heading ? null : readLabelledDate(text)
  const ticker = dated || heading ? null : readTickerTime(text)
  if (dated) push(dated.length, { kind: 'stamp', rule: 'labelled-date', stamp: dated.stamp })
  if (ticker) push(ticker.length, { kind: 'stamp', rule: 'ticker-time', stamp: ticker.stamp })
  const mark = MARK.exec(text.slice(at, at + 80))
  if (mark && isDistributor(mark.groups!.name!, context))
    push(mark[0].trimEnd().length, { kind: 'furniture', rule: 'distributor-mark', stamp: null })
  const dateline = DATELINE.exec(text.slice(at, at + 160))
  if (dateline && isSignLine(`(${dateline.groups!.sign})`, context))
    push(dateline[0].trimEnd().length, { kind: 'byline', rule: 'dateline', stamp: null })
  parts.push(...linkParts(text, at))
  const closing = closingPart(text, kind, context)
  if (closing && closing.from >= (parts.at(-1)?.to ?? 0)) parts.push(closing)
  return parts
}

function isDistributor(name: string, { outlets }: LineContext): boolean {
  return outlets.byName(name)?.kind === 'distributor' || WIRE_NAME.test(name.replaceAll(' ', ''))
}

function linkParts(text: string, start: number): InlinePart[] {
  const parts: InlinePart[] = []
  for (const match of text.matchAll(/[([][^()[\]]{3,60}[)\]]/gu)) {
    if (match.index < start) continue
    const words = match[0]
      .slice(1, -1)
      .toLowerCase()
      .split(/[\s:,.!]+/u)
      .filter((word) => word !== '')
    if (!LINK_CORE.test(match[0]) || !words.every((word) => LINK_WORDS.has(word))) continue
    parts.push({
      from: match.index,
      to: match.index + match[0].length,
      kind: 'furniture',
      rule: 'inline-link',
      stamp: null,
    })
  }
  return parts
}

function closingPart(text: string, kind: BlockKind, context: LineContext): InlinePart | null {
  if (kind === 'title') {
    const suffix = /\s(?<mark>[-–—|]\s)(?<name>[^|–—]{2,50})$/u.exec(text)
    if (suffix && isPressName(suffix.groups!.name!, context.outlets))
      return { from: suffix.index + 1, to: text.length, kind: 'byline', rule: 'title-suffix', stamp: null }
  }
  if (kind === 'caption') {
    const from = creditStart(text, context)
    return from > 0 ? { from, to: text.length, kind: 'byline', rule: 'caption-credit', stamp: null } : null
  }
  const offset = Math.max(0, text.length - 60)
  const match = CLOSING.exec(text.slice(offset))
  if (!match || !isSignLine(match.groups!.sign!, context)) return null
  return {
    from: text.length - match.groups!.sign!.length,
    to: text.length,
    kind: 'byline',
    rule: 'closing-signs',
    stamp: null,
  }
}
