import { datesIn, readStamp } from '../../extract/clean/stamps.ts'
import { germanPages } from '../../language/de/pages.ts'
import { edtfOf } from './date-values.ts'
import type { PageLine } from './lines.ts'
import { type ElementMarks, namesOf } from './marks.ts'
import type { Measures } from './measures.ts'

/** Where on a page dates may be seen. */
export interface SeenEvidence {
  readonly lines: readonly PageLine[]
  readonly measures: ReadonlyMap<PageLine, Measures>
  readonly marks: readonly ElementMarks[]
  readonly title: PageLine | null
  /** Lines of boxes and teasers: their dates are those of other pages. */
  readonly others: ReadonlySet<PageLine>
  /** Lines of the article. */
  readonly article: ReadonlySet<PageLine>
}

export interface SeenDate {
  readonly edtf: string
  readonly kind: 'published' | 'updated'
  readonly weight: number
}

/** A date that stands alone close to the headline reaches the first, one that a label alone speaks for the second. */
export const STRONG = 4
export const WEAK = 1
/** Lines on either side of the headline within which a date is its own, and the weight it gets. */
const NEAR: readonly (readonly [number, number])[] = [
  [3, 3],
  [8, 2],
  [20, 1],
]
const MAX_LINE = 300
const MAX_LINES = 3000

/** Dates that a reader sees, weighed by where they stand and what stands before them. */
export function visibleDates(evidence: SeenEvidence): SeenDate[] {
  const { lines, title } = evidence
  const isText = (line: PageLine) => evidence.article.has(line) && evidence.measures.get(line)!.isProse
  const first = lines.findIndex(isText)
  const last = lines.findLastIndex(isText)
  const top = title === null ? first : lines.indexOf(title)
  return lines.slice(0, MAX_LINES).flatMap((line, i) => {
    const words = line.text.length > MAX_LINE ? line.text.slice(0, MAX_LINE) : line.text
    const found = /\d/.test(words) ? datesIn(words) : []
    const parted = found.length === 0 ? partedDate(lines, i) : null
    // Close to the headline, else right above the text or right below it.
    const toText = i < first ? first - i + 1 : i > last ? i - last + 3 : MAX_LINES
    const distance = Math.abs(i - top) <= toText ? i - top : toText
    const weight = weightOf(line, distance, evidence)
    if (parted !== null) return [{ edtf: parted, kind: 'published', weight: weight + 1 }]
    const attribute = found.length === 0 ? timeOf(line) : null
    if (attribute !== null) return [{ edtf: attribute, kind: 'published', weight }]
    return found.map(({ from, to, edtf }, n): SeenDate => {
      const before = words.slice(Math.max(0, from - 60), from)
      // `27.1.2012 – Der Rat tagt`: the date of a dateline.
      const opens =
        from === 0 && /^\s*[-–—:|]/u.test(words.slice(to, to + 4)) && evidence.measures.get(line)!.isProse
      const isUpdated = germanPages.updatedLabel.test(before)
      const isPublished = !isUpdated && germanPages.publishedLabel.test(before)
      const isOther = !isPublished && !isUpdated && germanPages.otherDateLabel.test(before)
      return {
        edtf: edtfOf(edtf) ?? edtf,
        kind: isUpdated ? 'updated' : 'published',
        weight:
          weight +
          (opens ? 3.5 : 0) +
          (isPublished || isUpdated ? 2.5 : 0) -
          (isOther ? 4 : 0) -
          Math.min(2, n) * 0.5,
      }
    })
  })
}

function weightOf(
  line: PageLine,
  distance: number,
  { measures, marks, others, article }: SeenEvidence,
): number {
  const mark = marks[line.block.index]!
  let weight = NEAR.find(([reach]) => Math.abs(distance) <= reach)?.[1] ?? 0
  // Above the headline stands the date of today at times.
  if (distance < 0) weight -= 0.5
  if (readStamp(line.text) !== null) weight += 1.5
  else if (line.text.length <= 80) weight += 0.5
  if (line.owners.some((owner) => owner.name === 'time' || DATE_NAMES.test(namesOf(owner)))) weight += 1
  if (measures.get(line)!.isProse) weight -= 3
  if (mark.isComment) weight -= 5
  if (mark.isHidden) weight -= 2
  if (others.has(line)) weight -= 3
  if (line.linked > 0.5) weight -= 1
  if (!article.has(line) && Math.abs(distance) > 8) weight -= 1
  return weight
}

const DATE_NAMES = /date|datum|time|publish|zeit|stamp|meta|byline/u

function timeOf(line: PageLine): string | null {
  return (
    line.owners
      .map((owner) => (owner.name === 'time' ? edtfOf(owner.get('datetime')) : null))
      .find((date) => date !== null) ?? null
  )
}

/** A calendar sheet: day, month and year on lines of their own. */
function partedDate(lines: readonly PageLine[], at: number): string | null {
  const [first, second, third] = [lines[at]?.text, lines[at + 1]?.text, lines[at + 2]?.text]
  if (
    !first ||
    !second ||
    first.length > 12 ||
    second.length > 20 ||
    !/^\d{1,2}\.?$|^\p{L}{3,10}\.?(?: \d{1,2},?)?$/u.test(first)
  )
    return null
  for (const words of [`${first} ${second}`, `${first} ${second} ${third ?? ''}`]) {
    if (words.length > 40) continue
    const date = edtfOf(words.replace(/^(?<day>\d{1,2}) (?=\p{L})/u, '$<day>. ').trim())
    if (date) return date
  }
  return null
}

/** The date that most speaks for; null when nothing speaks for any as much as `least`. */
export function best(seen: readonly SeenDate[], kind: SeenDate['kind'] | null, least: number): string | null {
  let found: SeenDate | null = null
  for (const date of seen)
    if (
      (kind === null || date.kind === kind) &&
      date.weight >= least &&
      (!found || date.weight > found.weight)
    )
      found = date
  return found?.edtf ?? null
}
