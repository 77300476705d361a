import { formatEdtf, parseEdtf } from '../base/calendar.ts'
import type { Card } from './card.ts'
import type { Coverage, Unread } from './types.ts'
import { compareText } from './words.ts'

/** What the chronicle stands on, counted as cards come and go: which documents, from whom, of which days, and what could not be read. */
export class CoverageTally {
  private readonly outlets = new Map<string, number>()
  private readonly texts = new Map<string, number>()
  private readonly firstDays = new Map<number, number>()
  private readonly lastDays = new Map<number, number>()
  private readonly failing = new Set<Card>()
  private sightings = 0
  private undated = 0

  /** @param by 1 for a card that comes, -1 for one that goes */
  count(card: Card, by: 1 | -1): void {
    const { outlet, published, text, failures } = card
    this.sightings += by
    tally(this.texts, text, by)
    if (outlet !== null) tally(this.outlets, outlet, by)
    const days = published === null ? null : parseEdtf(published)
    if (days === null) this.undated += by
    else {
      tally(this.firstDays, days.first, by)
      tally(this.lastDays, days.last, by)
    }
    if (failures.length > 0 && by === 1) this.failing.add(card)
    else this.failing.delete(card)
  }

  /** `readAt`: when a report was last read, by its label. */
  coverage(unread: readonly Unread[], readAt: (report: string) => string | undefined): Coverage {
    const first = smallest(this.firstDays.keys())
    const last = -smallest([...this.lastDays.keys()].map((day) => -day))
    return {
      documents: this.texts.size,
      sightings: this.sightings,
      outlets: [...this.outlets]
        .map(([name, sightings]) => ({ name, sightings }))
        .sort((a, b) => b.sightings - a.sightings || compareText(a.name, b.name)),
      period: first <= last ? formatEdtf({ first, last }) : null,
      undated: this.undated,
      unread: stillUnread(unread, readAt),
      failed: [...this.failing]
        .flatMap(({ report, failures }) => failures.map(({ code, message }) => ({ report, code, message })))
        .sort(
          (a, b) =>
            compareText(a.report, b.report) ||
            compareText(a.code, b.code) ||
            compareText(a.message, b.message),
        ),
    }
  }
}

function tally<Key>(counts: Map<Key, number>, key: Key, by: number): void {
  const count = (counts.get(key) ?? 0) + by
  if (count === 0) counts.delete(key)
  else counts.set(key, count)
}

function smallest(values: Iterable<number>): number {
  let least = Infinity
  for (const value of values) if (value < least) least = value
  return least
}

/** The newest word on each document that could not be read, unless it was read since. */
function stillUnread(unread: readonly Unread[], readAt: (report: string) => string | undefined): Unread[] {
  const newest = new Map<string, Unread>()
  for (const item of unread) {
    if ((readAt(item.id) ?? '') > item.recordedAt) continue
    const known = newest.get(item.id)
    const newer = known === undefined || item.recordedAt > known.recordedAt
    if (newer || (item.recordedAt === known.recordedAt && item.code > known.code)) newest.set(item.id, item)
  }
  return [...newest.values()].sort((a, b) => compareText(a.id, b.id))
}
