import { formatDay, parseEdtf } from '../../base/calendar.ts'
import { onDay, readStamp } from '../../extract/clean/stamps.ts'
import { edtfOf } from './date-values.ts'
import type { PageElement } from './dom.ts'
import type { PageLine } from './lines.ts'
import type { LiveUpdate } from './linked-data.ts'

export interface LiveEvidence {
  readonly lines: readonly PageLine[]
  /** Lines that may belong to the article or carry its times: no comments, no teasers, no navigation. */
  readonly open: ReadonlySet<PageLine>
  readonly isProse: (line: PageLine) => boolean
  /** The JSON-LD's `liveBlogUpdate`. */
  readonly updates: readonly LiveUpdate[]
  /** The day of the page, `2012-03-04`; null when unknown. */
  readonly day: string | null
}

/** One entry of a live blog: its lines, and when it was written (EDTF). */
export interface LiveEntry {
  readonly lines: readonly PageLine[]
  readonly published: string
}

/** Fewer entries make no live blog. */
const MIN_ENTRIES = 3
const MAX_LEVELS = 8
/** Running text of an entry on average, in UTF-16 units; lists of teasers have less. */
const MIN_PROSE = 60
/** Longer ones are articles, one below the other. */
const MAX_PROSE = 2500
/** A live blog lives some entries a day. */
const MAX_DAYS_PER_ENTRY = 1
/** As much of an entry's text as it is found by. */
const OPENING = 50

/** The entries of a live blog, in the order of the page; none when the page is no live blog. */
export function liveEntries(evidence: LiveEvidence): LiveEntry[] {
  const named = namedEntries(evidence)
  return named.length >= MIN_ENTRIES ? named : repeatedEntries(evidence)
}

/** Entries that the JSON-LD lists, found again by how their text begins. */
function namedEntries({ lines, open, updates }: LiveEvidence): LiveEntry[] {
  if (updates.length < MIN_ENTRIES) return []
  const byOpening = new Map<string, number>()
  for (const [i, line] of lines.entries()) {
    const opening = openingOf(line.text)
    if (open.has(line) && !byOpening.has(opening)) byOpening.set(opening, i)
  }
  const starts = new Map<number, string>()
  for (const update of updates) {
    const published = edtfOf(update.published)
    const at = [update.headline, ...(update.body?.split(/\n+/u).slice(0, 1) ?? [])]
      .flatMap((words) => (words ? [byOpening.get(openingOf(words))] : []))
      .find((index) => index !== undefined)
    if (published !== null && at !== undefined) starts.set(at, published)
  }
  const order = [...starts.keys()].sort((a, b) => a - b)
  return order.map((from, n) => ({
    published: starts.get(from)!,
    lines: lines.slice(from, order[n + 1] ?? lines.length).filter((line) => open.has(line)),
  }))
}

function openingOf(words: string): string {
  return words
    .slice(0, 4 * OPENING)
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase()
    .slice(0, OPENING)
}

interface Clock {
  /** `2012-03-04T08:15`, or `T08:15` where only the hour is told. */
  readonly time: string
}

/** Elements alike side by side, each with a time of day and running text. */
function repeatedEntries(evidence: LiveEvidence): LiveEntry[] {
  const { lines, open, isProse } = evidence
  const clocks = new Map<PageLine, Clock>()
  for (const line of lines) {
    const clock = open.has(line) ? clockOf(line) : null
    if (clock) clocks.set(line, clock)
  }
  if (clocks.size < MIN_ENTRIES) return []
  const groups = new Map<string, Map<PageElement, PageLine>>()
  for (const line of clocks.keys()) {
    for (
      let at: PageElement | null = line.block, level = 0;
      at?.parent && level < MAX_LEVELS;
      at = at.parent, level++
    ) {
      const sign: string = `${at.parent.index} ${at.name} ${at.get('class')?.trim().split(/\s/u, 1)[0] ?? ''}`
      const group: Map<PageElement, PageLine> = groups.get(sign) ?? new Map<PageElement, PageLine>()
      // An entry has one time: the first.
      if (!group.has(at)) group.set(at, line)
      groups.set(sign, group)
    }
  }
  const best = [...groups.values()]
    .filter((group) => group.size >= MIN_ENTRIES)
    .sort((a, b) => b.size - a.size)
  for (const group of best) {
    const held = new Map<PageElement, PageLine[]>([...group.keys()].map((element) => [element, []]))
    for (const line of lines) if (open.has(line)) held.get(entryAround(line, held)!)?.push(line)
    const entries = [...group].map(([element, first]) => ({
      clock: clocks.get(first)!,
      lines: held.get(element)!,
    }))
    const prose = entries.flatMap((entry) => entry.lines).filter(isProse)
    const length = prose.reduce((sum, line) => sum + line.text.length, 0) / entries.length
    if (length < MIN_PROSE || length > MAX_PROSE) continue
    const found = dated(entries, evidence.day)
    if (found.length >= MIN_ENTRIES && daysOf(found) <= found.length * MAX_DAYS_PER_ENTRY) return found
  }
  return []
}

function entryAround(line: PageLine, entries: ReadonlyMap<PageElement, unknown>): PageElement | null {
  let at: PageElement | null = line.block
  while (at && !entries.has(at)) at = at.parent
  return at
}

function clockOf(line: PageLine): Clock | null {
  if (line.text.length > 90) return null
  for (const owner of line.owners) {
    const date = owner.name === 'time' ? edtfOf(owner.get('datetime')) : null
    if (date?.includes('T')) return { time: date }
  }
  const stamp = readStamp(line.text)
  return stamp?.time ? { time: stamp.edtf?.includes('T') ? stamp.edtf : stamp.time } : null
}

/**
 * Gives hours their day: that of the page for the newest entry (or the first told), one earlier or later where the clock
 * turns over midnight. Entries whose day nobody tells are left out.
 */
function dated(
  entries: readonly { readonly clock: Clock; readonly lines: readonly PageLine[] }[],
  page: string | null,
): LiveEntry[] {
  const hours = entries.map(({ clock }) =>
    clock.time.slice(clock.time.indexOf('T'), clock.time.indexOf('T') + 6),
  )
  const falling = hours.filter((hour, i) => i > 0 && hour < hours[i - 1]!).length
  const step = falling >= (hours.length - 1) / 2 ? -1 : 1
  let day = page
  return entries.flatMap(({ clock, lines }, i) => {
    if (!clock.time.startsWith('T')) {
      day = clock.time.slice(0, 10)
      return [{ lines, published: clock.time }]
    }
    const before = hours[i - 1]
    if (day !== null && before !== undefined && (step < 0 ? hours[i]! > before : hours[i]! < before))
      day = shifted(day, step)
    return day === null ? [] : [{ lines, published: onDay({ edtf: null, time: clock.time }, day) }]
  })
}

/** Days from the first entry to the last. */
function daysOf(entries: readonly LiveEntry[]): number {
  const days = entries.map(({ published }) => parseEdtf(published)?.first ?? 0)
  return days.reduce((a, b) => Math.max(a, b)) - days.reduce((a, b) => Math.min(a, b))
}

function shifted(day: string, by: number): string {
  return formatDay(parseEdtf(day)!.first + by)
}
