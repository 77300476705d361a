import type { EventType } from '../document/report.ts'
import { type DayIndex, dayIndex } from './day-index.ts'
import { placeKey } from './parties.ts'
import { isToldTogether, type Relatable, topicInCommon } from './relatable.ts'
import { isDomestic, likenessOfSides, sideTokens } from './sides.ts'
import type { Relation } from './types.ts'

/** Words that a deed of the same side can make true. */
const DEEDS: Readonly<Partial<Record<EventType, readonly EventType[]>>> = {
  AGREE: ['AID', 'COOPERATE', 'RETREAT', 'CONSULT', 'MOBILIZE'],
  CONCEDE: ['RETREAT', 'AID', 'COOPERATE'],
  THREATEN: ['SANCTION', 'COERCE', 'ASSAULT', 'MOBILIZE'],
}

/** Days within which a promise or a threat is made true. */
const WITHIN = 60
const MOST = 200
/** Days by which an announced day may be missed. */
const LATE = 3
const ENOUGH = 1

/** Each deed with the one announcement, promise or threat before it that it makes true, if any. */
export function followsOf(all: readonly Relatable[]): Relation[] {
  const words = all.filter((one) => isAnnouncement(one) || DEEDS[one.event.type] !== undefined)
  const index = dayIndex(
    words,
    ({ event }) => sideTokens(event.actors),
    ({ told, days }) => told ?? days?.first,
  )
  const relations: Relation[] = []
  for (const deed of all) {
    if (!deed.dated || deed.event.aux !== null) continue
    const found = wordOf(deed, index)
    if (found !== null) relations.push({ kind: 'follows', from: deed.event.id, ...found })
  }
  return relations
}

function wordOf(deed: Relatable, index: DayIndex): Pick<Relation, 'to' | 'rule'> | null {
  const { first, last } = deed.days!
  const candidates = new Set(
    sideTokens(deed.event.actors).flatMap((token) => index.between(token, first - WITHIN, last, MOST)),
  )
  let best: { word: Relatable; score: number; rule: string } | null = null
  for (const word of candidates) {
    if (word.event.id === deed.event.id) continue
    const rule = isAnnouncement(word) ? 'announced-then-done' : 'word-then-deed'
    const score = rule === 'announced-then-done' ? announcedScore(word, deed) : wordScore(word, deed)
    if (score < ENOUGH || (best !== null && score < best.score)) continue
    if (best === null || score > best.score || word.event.id < best.word.event.id)
      best = { word, score, rule }
  }
  return best === null ? null : { to: best.word.event.id, rule: best.rule }
}

/** An act of words that is announced is told as done when it is spoken; only of other acts can it be told that they came. */
const WORDS: ReadonlySet<EventType> = new Set([
  ...(['AGREE', 'CONCEDE', 'SUPPORT'] as const),
  ...(['REQUEST', 'ACCUSE', 'REJECT', 'THREATEN'] as const),
])

function isAnnouncement({ event }: Relatable): boolean {
  return event.aux === 'future' && !WORDS.has(event.type)
}

function announcedScore(word: Relatable, deed: Relatable): number {
  const [a, b] = [word.event, deed.event]
  if (a.type !== b.type || (a.mode !== null && b.mode !== null && a.mode !== b.mode)) return 0
  if (word.told !== null && word.told > deed.days!.last) return 0
  if (word.dated) {
    const { first, last } = word.days!
    if (deed.days!.first > last + LATE || deed.days!.last < first) return 0
  }
  return sidesScore(word, deed) * (placesDiffer(word, deed) ? 0 : 1) + 0.3 + topicInCommon(word, deed)
}

function wordScore(word: Relatable, deed: Relatable): number {
  const [a, b] = [word.event, deed.event]
  if (!DEEDS[a.type]?.includes(b.type) || a.aux !== null) return 0
  if (!word.dated || word.days!.first > deed.days!.first) return 0
  const topic = topicInCommon(word, deed)
  // Two acts of one pair of sides are many; without a matter in common nothing ties them.
  if (topic < 0.12 && !isToldTogether(word, deed)) return 0
  return sidesScore(word, deed) + topic + (isToldTogether(word, deed) ? 0.2 : 0)
}

/** 0 where a side is another; up to 1.2 where both are the same parties. */
function sidesScore({ event: a }: Relatable, { event: b }: Relatable): number {
  const actors = likenessOfSides(a.actors, b.actors)
  const open = a.recipients.length === 0 || b.recipients.length === 0
  const recipients = likenessOfSides(a.recipients, b.recipients)
  const needed = isDomestic(b.actors, b.recipients) ? 2 : 1
  if (actors < needed || (!open && recipients < needed)) return 0
  return actors * 0.3 + (open ? 0.1 : recipients * 0.3)
}

function placesDiffer({ event: a }: Relatable, { event: b }: Relatable): boolean {
  if (a.place === null || b.place === null || placeKey(a.place) === placeKey(b.place)) return false
  return (a.place.precision ?? 'exact') === 'exact' && (b.place.precision ?? 'exact') === 'exact'
}
