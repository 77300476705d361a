import type { DayInterval } from '../base/calendar.ts'
import { EVENT_TYPES, type EventType } from '../document/report.ts'
import { countriesOf, typesCanMeet } from './compatibility.ts'
import type { Features } from './features.ts'

/** Windows wider than this (days) do not open a comparison by country; they need a place or a party in common. */
const WIDE = 40
/** Days by which two windows may miss each other and still be compared. */
const SLACK = 1
/** Days before its publication in which an event told without any date is looked for. */
const REACH = 60
/** Reports that recall old events do so near each other: days between two that are compared by publication. */
const RECALLED_TOGETHER = 10

/** Where what has neither date nor publication stands. */
const NEVER = 1e7

/** An entry of a posting list: days `first` to `last`, and who stands there. */
interface Entry<Item> extends DayInterval {
  readonly item: Item
  readonly features: Features
}

/** Entries by first day, so that those of some days are one slice. */
class DayList<Item> {
  /** Most lists have one; a list made with it has room for no more. */
  private readonly entries: Entry<Item>[]
  /** Widest entry so far: how far back an entry can begin and still reach a day. */
  private widest: number

  constructor(first: Entry<Item>) {
    this.entries = [first]
    this.widest = first.last - first.first
  }

  add(entry: Entry<Item>): void {
    this.widest = Math.max(this.widest, entry.last - entry.first)
    this.entries.splice(this.lowerBound(entry.first), 0, entry)
  }

  /** @returns true when the list is empty now */
  delete(first: number, item: Item): boolean {
    for (let at = this.lowerBound(first); this.entries[at]?.first === first; at++) {
      if (this.entries[at]!.item !== item) continue
      this.entries.splice(at, 1)
      break
    }
    return this.entries.length === 0
  }

  visit(first: number, last: number, found: (entry: Entry<Item>) => void): void {
    for (let at = this.lowerBound(first - this.widest); at < this.entries.length; at++) {
      const entry = this.entries[at]!
      if (entry.first > last) return
      if (entry.last >= first) found(entry)
    }
  }

  private lowerBound(first: number): number {
    let low = 0
    let high = this.entries.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.entries[middle]!.first < first) low = middle + 1
      else high = middle
    }
    return low
  }
}

interface Posting extends DayInterval {
  readonly list: string
}

const MEETS: ReadonlyMap<EventType, readonly EventType[]> = new Map(
  EVENT_TYPES.map((type) => [type, EVENT_TYPES.filter((other) => typesCanMeet(type, other))]),
)

/**
 * The candidate index: who is worth comparing with whom. Two items meet when they share an anchor (country, place, party, sentence),
 * their types can mean one act, and their days touch. It knows no order: what meets depends on the two items alone.
 */
export class Blocks<Item> {
  private readonly lists = new Map<string, DayList<Item>>()

  add(item: Item, features: Features): void {
    for (const { list, first, last } of postingsOf(features)) {
      const days = this.lists.get(list)
      const entry = { first, last, item, features }
      if (days === undefined) this.lists.set(list, new DayList(entry))
      else days.add(entry)
    }
  }

  delete(item: Item, features: Features): void {
    for (const { list, first } of postingsOf(features)) {
      if (this.lists.get(list)?.delete(first, item)) this.lists.delete(list)
    }
  }

  /** All items that meet these features; the item itself among them if it was added. */
  candidates(features: Features): Set<Item> {
    const found = new Set<Item>()
    for (const { list, first, last } of queriesOf(features)) {
      this.lists.get(list)?.visit(first, last, (entry) => {
        if (daysMeet(features, entry.features)) found.add(entry.item)
      })
    }
    return found
  }
}

type Reach = 'dated' | 'wide' | 'undated'

function reachOf({ window }: Features): Reach {
  if (window === null || !Number.isFinite(window.last - window.first)) return 'undated'
  return window.last - window.first <= WIDE ? 'dated' : 'wide'
}

const toldOn = ({ published }: Features): number => published ?? NEVER

/** Symmetric, so that it does not matter which of two came first. */
function daysMeet(a: Features, b: Features): boolean {
  const left = reachOf(a) === 'undated' ? null : a.window
  const right = reachOf(b) === 'undated' ? null : b.window
  if (left !== null && right !== null)
    return left.first <= right.last + SLACK && right.first <= left.last + SLACK
  const toldTogether = Math.abs(toldOn(a) - toldOn(b)) <= RECALLED_TOGETHER
  if (left === null && right === null) return toldTogether
  const [undated, dated, days] = left === null ? [a, b, right!] : [b, a, left]
  const told = toldOn(undated)
  return (days.first <= told + SLACK && days.last >= told - REACH) || (toldTogether && isRecalled(dated))
}

/** An event that lies long before its report. */
function isRecalled({ window, published }: Features): boolean {
  return window !== null && published !== null && window.last < published - REACH
}

/**
 * Lists of three kinds: `dated` by the days of the event; `wide` apart, so that an event "in 2017" does not make every look-up scan
 * years; `told` by day of publication, where events without a date and recalled ones meet.
 */
function postingsOf(features: Features): Posting[] {
  const { type, window } = features
  const reach = reachOf(features)
  const told = toldOn(features)
  const postings: Posting[] = []
  if (reach !== 'undated') {
    for (const anchor of reach === 'wide' ? narrowAnchors(features) : anchorsOf(features))
      postings.push({ list: `${reach} ${type} ${anchor}`, ...window! })
  }
  if (reach === 'undated' || isRecalled(features)) {
    for (const anchor of anchorsOf(features))
      postings.push({ list: `told ${type} ${anchor}`, first: told, last: told })
  }
  return postings
}

/** Every list that holds something which meets these features, and more. */
function queriesOf(features: Features): Posting[] {
  const queries: Posting[] = []
  const reach = reachOf(features)
  const told = toldOn(features)
  const beside = { first: told - RECALLED_TOGETHER, last: told + RECALLED_TOGETHER }
  const { first, last } =
    reach === 'undated' ? { first: told - REACH, last: told } : (features.window as DayInterval)
  const near = { first: first - SLACK, last: last + SLACK }
  const anchors = reach === 'wide' ? narrowAnchors(features) : anchorsOf(features)
  for (const type of MEETS.get(features.type)!) {
    for (const anchor of anchors) {
      const list = `told ${type} ${anchor}`
      queries.push({ list: `dated ${type} ${anchor}`, ...near }, { list: `wide ${type} ${anchor}`, ...near })
      if (reach === 'undated' || isRecalled(features)) queries.push({ list, ...beside })
      if (reach !== 'undated') queries.push({ list, first: first - SLACK, last: last + REACH })
    }
  }
  return queries
}

function anchorsOf(features: Features): string[] {
  return [...countriesOf(features).map((country) => `country:${country}`), ...narrowAnchors(features)]
}

function narrowAnchors({ both, placeKey, quote }: Features): string[] {
  const anchors = [...new Set(both.keys)].map((key) => `party:${key}`)
  if (placeKey !== null) anchors.push(`place:${placeKey}`)
  if (quote !== 0) anchors.push(`quote:${quote}`)
  return anchors
}
