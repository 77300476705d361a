import { germanPages } from '../../language/de/pages.ts'
import type { PageElement } from './dom.ts'
import { isWithin } from './dom.ts'
import type { PageLine } from './lines.ts'

/** As long as a heading of a box may be, in UTF-16 units. */
const MAX_HEADING = 140
/** A teaser holds no more text than this. */
const MAX_CARD = 700
/** So many alike make a list of teasers. */
const MIN_CARDS = 2
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

/** Lines of teasers: elements alike side by side, each short and led by a heading that is one link. */
export function cardLines(
  elements: readonly PageElement[],
  lines: readonly PageLine[],
  lengths: Float64Array,
): Set<PageLine> {
  const alike = new Map<string, number>()
  for (const element of elements) alike.set(signOf(element), (alike.get(signOf(element)) ?? 0) + 1)
  const cards = new Map<PageElement, number>()
  for (const line of lines) {
    if (line.linked < 0.8 || line.text.length < 12) continue
    if (
      line.heading === null &&
      !line.owners.some((owner) => /title|headline/iu.test(owner.get('class') ?? ''))
    )
      continue
    const card = cardAround(line, lengths, alike)
    if (card) cards.set(card, (cards.get(card) ?? 0) + 1)
  }
  const perList = new Map<PageElement, number>()
  for (const card of cards.keys()) perList.set(card.parent!, (perList.get(card.parent!) ?? 0) + 1)
  const found = new Set<PageLine>()
  for (const line of lines) {
    for (
      let at: PageElement | null = line.block, level = 0;
      at && level < MAX_REACH;
      at = at.parent, level++
    ) {
      if (cards.has(at) && perList.get(at.parent!)! >= MIN_CARDS) found.add(line)
    }
  }
  return found
}

/** The largest short element around the line that has others like it beside it. */
function cardAround(
  line: PageLine,
  lengths: Float64Array,
  alike: ReadonlyMap<string, number>,
): PageElement | null {
  let card: PageElement | null = null
  for (
    let at: PageElement | null = line.block, level = 0;
    at?.parent && level < MAX_REACH && lengths[at.index]! <= MAX_CARD;
    at = at.parent, level++
  )
    if (CARD.test(at.name) && alike.get(signOf(at))! >= MIN_CARDS) card = at
  return card
}

/** Brothers of one name and first class have one sign. */
function signOf(element: PageElement): string {
  return `${element.parent?.index} ${element.name} ${element.get('class')?.trim().split(/\s/u, 1)[0] ?? ''}`
}
