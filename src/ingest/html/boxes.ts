import { germanPages } from '../../language/de/pages.ts'
import { isWithin, type PageElement, textOf } from './dom.ts'
import type { PageLine } from './lines.ts'

/** As long as a heading of a box may be, in UTF-16 units. */
const MAX_HEADING = 140
/** A teaser holds no more text than this. */
const MAX_CARD = 700
/** So many alike make a list of teasers. */
const MIN_CARDS = 2
/** Links without words may stand in an article too: more of them are asked for. */
const MIN_COVERED = 3
/** Headlines and teasers are no shorter, in UTF-16 units. */
const MIN_TITLE = 12
const MIN_TEASER = 40
const MAX_REACH = 6
const CARD = /^(?:li|article|div|section|a|td)$/u

/** Lines below the heading of a box (`Ähnliche Beiträge`), up to the next heading of its rank or the end of its element. */
export function boxLines(lines: readonly PageLine[], lengths: Float64Array): Set<PageLine> {
  const found = new Set<PageLine>()
  let end = -1
  for (const [i, heading] of lines.entries()) {
    if (i < end || heading.text.length > MAX_HEADING || !germanPages.boxHeading.test(heading.text)) continue
    found.add(heading)
    const around = containerOf(heading, lengths)
    for (end = i + 1; end < lines.length; end++) {
      const line = lines[end]!
      if (!around || !isWithin(line.block, around)) break
      if (line.heading !== null && line.heading <= (heading.heading ?? 6)) break
      // A label without rank names the list below it, not the page below the list.
      if (heading.heading === null && line.linked < 0.5) break
      found.add(line)
    }
  }
  return found
}

/** The element whose heading a line is: the nearest that holds more than the line. */
function containerOf(line: PageLine, lengths: Float64Array): PageElement | null {
  let at: PageElement | null = line.block
  while (at && lengths[at.index]! <= line.text.length) at = at.parent
  return at
}

/**
 * Lines of teasers: elements alike side by side, each short, that lead to other pages, be it by a heading that is one link or by a
 * link without words over the whole.
 */
export function cardLines(
  elements: readonly PageElement[],
  lines: readonly PageLine[],
  lengths: Float64Array,
): Set<PageLine> {
  const alike = new Map<string, number>()
  for (const element of elements) {
    if (!CARD.test(element.name)) continue
    const sign = signOf(element)
    alike.set(sign, (alike.get(sign) ?? 0) + 1)
  }
  const cardAround = (inner: PageElement): PageElement | null => {
    let card: PageElement | null = null
    for (
      let at: PageElement | null = inner, level = 0;
      at?.parent && level < MAX_REACH && lengths[at.index]! <= MAX_CARD;
      at = at.parent, level++
    )
      if (CARD.test(at.name) && alike.get(signOf(at))! >= MIN_CARDS) card = at
    return card
  }
  const titled = new Set<PageElement>()
  const covered = new Set<PageElement>()
  for (const line of lines) {
    const card =
      line.linked >= 0.8 && line.text.length >= MIN_TITLE && isTitle(line) ? cardAround(line.block) : null
    if (card) titled.add(card)
  }
  for (const element of elements) {
    const card = isCover(element) ? cardAround(element) : null
    if (card && lengths[card.index]! >= MIN_TEASER) covered.add(card)
  }
  const cards = new Set([...inLists(titled, MIN_CARDS), ...inLists(covered, MIN_COVERED)])
  return new Set(
    lines.filter((line) => {
      let at: PageElement | null = line.block
      for (let level = 0; at && level < MAX_REACH; at = at.parent, level++) if (cards.has(at)) return true
      return false
    }),
  )
}

function isTitle(line: PageLine): boolean {
  return (
    line.heading !== null || line.owners.some((owner) => /title|headline/iu.test(owner.get('class') ?? ''))
  )
}

/** A link without words to another page: it lies over a teaser, or its picture is the link. */
function isCover(element: PageElement): boolean {
  const href = element.name === 'a' ? element.get('href') : null
  return (
    href !== null &&
    !/^(?:#|mailto:|tel:|javascript:)|\.(?:jpe?g|png|gif|webp|pdf)(?:$|\?)/iu.test(href) &&
    !/\S/u.test(textOf(element))
  )
}

/** Those that have enough others of theirs beside them. */
function inLists(cards: ReadonlySet<PageElement>, least: number): PageElement[] {
  const perList = new Map<string, number>()
  for (const card of cards) perList.set(signOf(card), (perList.get(signOf(card)) ?? 0) + 1)
  return [...cards].filter((card) => perList.get(signOf(card))! >= least)
}

/** Brothers of one name and first class have one sign. */
function signOf(element: PageElement): string {
  return `${element.parent?.index} ${element.name} ${element.get('class')?.trim().split(/\s/u, 1)[0] ?? ''}`
}
