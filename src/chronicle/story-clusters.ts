import type { DayInterval } from '../base/calendar.ts'
import { countryOf, placeKey } from './parties.ts'
import { join, meanCosine, type Profile, profilesOf } from './profiles.ts'
import type { Relatable } from './relatable.ts'
import { sideTokens } from './sides.ts'

/** Days that may lie between two events, or two parts of a story, and the mean life of a tie over such a gap. */
const GAP = 14
const FADING = 14
/** Neighbours in time, under each token, with which an event is compared: the cost of a hub day stays bounded. */
const NEIGHBOURS = 24
/** Mean likeness (0 to 1) from which two parts are one story; set on the tuned part of test/gold/merging. */
const ENOUGH = 0.08

interface Part {
  readonly members: readonly number[]
  readonly profile: Profile
  readonly days: DayInterval | null
  readonly near: Set<number>
}

interface Tie {
  readonly a: number
  readonly b: number
  readonly likeness: number
}

/**
 * Events of one matter, as lists of indexes in their order. Agglomerative over a sparse graph: the two parts that are most alike, by
 * the mean likeness of their events and the days between them, are joined first; ties go by canonical order. All events of a part
 * count, so that one event that fits two matters does not chain them.
 */
export function clustersOf(all: readonly Relatable[]): number[][] {
  const profiles = profilesOf(all.map(tokensOf))
  const parts = new Map<number, Part>()
  all.forEach(({ days }, index) => {
    parts.set(index, { members: [index], profile: profiles[index]!, days: finite(days), near: new Set() })
  })
  const heap = new TieHeap()
  const weigh = (a: number, b: number) => {
    const likeness = likenessOf(parts.get(a)!, parts.get(b)!)
    if (likeness >= ENOUGH) heap.push(a < b ? { a, b, likeness } : { a: b, b: a, likeness })
  }
  for (const [a, b] of neighbours(all)) {
    parts.get(a)!.near.add(b)
    parts.get(b)!.near.add(a)
    weigh(a, b)
  }
  let next = all.length
  for (let tie = heap.pop(); tie !== null; tie = heap.pop()) {
    const left = parts.get(tie.a)
    const right = parts.get(tie.b)
    // One of the two is part of something larger by now.
    if (left === undefined || right === undefined) continue
    parts.delete(tie.a)
    parts.delete(tie.b)
    const [fewer, near] = left.near.size < right.near.size ? [left.near, right.near] : [right.near, left.near]
    for (const other of fewer) near.add(other)
    near.delete(tie.a)
    near.delete(tie.b)
    const index = next++
    parts.set(index, {
      members: [...left.members, ...right.members],
      profile: join(left.profile, right.profile),
      days: span(left.days, right.days),
      near,
    })
    for (const other of near) {
      const part = parts.get(other)!
      part.near.delete(tie.a)
      part.near.delete(tie.b)
      part.near.add(index)
      weigh(index, other)
    }
  }
  return [...parts.values()]
    .map(({ members }) => [...members].sort((a, b) => a - b))
    .sort((a, b) => a[0]! - b[0]!)
}

/** What makes two events of one matter, with weights: who with whom before who, where, in which reports, in which words. */
function tokensOf({ event, topic, texts }: Relatable): [string, number][] {
  const { actors, recipients, place } = event
  const tokens: [string, number][] = []
  for (const party of [...actors, ...recipients]) {
    tokens.push([`party:${party.key}`, 1])
    const country = countryOf(party)
    if (country !== null) tokens.push([`country:${country}`, 1])
  }
  for (const pair of pairs(event)) tokens.push([`pair:${pair}`, 1])
  if (place !== null) {
    tokens.push([`place:${placeKey(place)}`, 1])
    if (place.country !== null) tokens.push([`country:${place.country}`, 1])
  }
  for (const text of texts) tokens.push([`text:${text}`, 1.5])
  for (const stem of topic) tokens.push([`stem:${stem}`, 0.5])
  return tokens
}

function pairs({ actors, recipients }: Relatable['event']): string[] {
  const found = new Set<string>()
  for (const left of sideTokens(actors))
    for (const right of sideTokens(recipients))
      if (left !== right) found.add(left < right ? `${left}:${right}` : `${right}:${left}`)
  return [...found]
}

/** Pairs worth comparing, each once: next to each other in time under a text, a pair of sides, a party or a place in common. */
function* neighbours(all: readonly Relatable[]): Iterable<[number, number]> {
  const lists = new Map<string, number[]>()
  all.forEach((one, index) => {
    const { event, texts } = one
    const anchors = new Set([
      ...texts.map((text) => `text:${text}`),
      ...pairs(event).map((pair) => `pair:${pair}`),
      ...sideTokens([...event.actors, ...event.recipients]).map((side) => `side:${side}`),
      ...(event.place === null ? [] : [`place:${placeKey(event.place)}`]),
    ])
    for (const anchor of anchors) {
      const known = lists.get(anchor)
      if (known === undefined) lists.set(anchor, [index])
      else known.push(index)
    }
  })
  const days = all.map((one) => finite(one.days))
  const seen = new Set<number>()
  for (const list of lists.values()) {
    for (let x = 0; x < list.length; x++) {
      for (let y = x + 1; y < Math.min(list.length, x + 1 + NEIGHBOURS); y++) {
        if (gapOf(days[list[x]!]!, days[list[y]!]!) > GAP) continue
        const key = list[x]! * all.length + list[y]!
        if (seen.has(key)) continue
        seen.add(key)
        yield [list[x]!, list[y]!]
      }
    }
  }
}

function likenessOf(a: Part, b: Part): number {
  const gap = gapOf(a.days, b.days)
  return gap > GAP ? 0 : meanCosine(a.profile, b.profile) * Math.exp(-gap / FADING)
}

/** Days between the two; what has no day fades as if it lay half a gap away. */
function gapOf(a: DayInterval | null, b: DayInterval | null): number {
  if (a === null || b === null) return GAP / 2
  return Math.max(0, b.first - a.last, a.first - b.last)
}

/** A date that leaves more than a month open says little about when a story was; it must not bridge gaps. */
function finite(days: DayInterval | null): DayInterval | null {
  return days === null || days.last - days.first > 31 ? null : days
}

function span(a: DayInterval | null, b: DayInterval | null): DayInterval | null {
  if (a === null || b === null) return a ?? b
  return { first: Math.min(a.first, b.first), last: Math.max(a.last, b.last) }
}

/** Most alike first, then by index: a binary heap. */
class TieHeap {
  private readonly ties: Tie[] = []

  push(tie: Tie): void {
    const { ties } = this
    ties.push(tie)
    for (let at = ties.length - 1; at > 0; ) {
      const parent = (at - 1) >> 1
      if (!goesBefore(ties[at]!, ties[parent]!)) break
      ;[ties[at], ties[parent]] = [ties[parent]!, ties[at]!]
      at = parent
    }
  }

  pop(): Tie | null {
    const { ties } = this
    const top = ties[0]
    const last = ties.pop()
    if (top === undefined || last === undefined) return null
    if (ties.length === 0) return top
    ties[0] = last
    for (let at = 0; ; ) {
      const left = 2 * at + 1
      if (left >= ties.length) return top
      const right = left + 1
      const child = right < ties.length && goesBefore(ties[right]!, ties[left]!) ? right : left
      if (!goesBefore(ties[child]!, ties[at]!)) return top
      ;[ties[at], ties[child]] = [ties[child]!, ties[at]!]
      at = child
    }
  }
}

function goesBefore(x: Tie, y: Tie): boolean {
  return x.likeness > y.likeness || (x.likeness === y.likeness && (x.a < y.a || (x.a === y.a && x.b < y.b)))
}
