import { type DayInterval, intersect, width } from '../base/calendar.ts'
import type { EventType } from '../document/report.ts'
import type { Features, Side } from './features.ts'
import { canBothHold } from './figures.ts'
import { dice } from './words.ts'

/** Two passages that cannot tell one event, whatever else speaks for it. */
export const CONFLICT = -Infinity

/** What one property says for (above 0) or against (below 0) two passages telling one event. */
export interface Criterion {
  readonly name: string
  readonly weigh: (a: Features, b: Features) => number
}

/** Pairs of types that reports use for one and the same act. */
const NEAR_TYPES: ReadonlySet<string> = new Set(
  [
    ['AGREE', 'CONCEDE'],
    ['AGREE', 'CONSULT'],
    ['CONCEDE', 'RETREAT'],
    ['ACCUSE', 'REJECT'],
    ['ASSAULT', 'COERCE'],
    ['MOBILIZE', 'THREATEN'],
    ['AGREE', 'SUPPORT'],
    ['AGREE', 'AID'],
  ].map((pair) => pair.sort().join()),
)

export function typesCanMeet(a: EventType, b: EventType): boolean {
  return a === b || NEAR_TYPES.has(a < b ? `${a},${b}` : `${b},${a}`)
}

/** In order of cost: the first conflict ends the comparison. */
export const CRITERIA: readonly Criterion[] = [
  { name: 'type', weigh: weighType },
  { name: 'date', weigh: weighDate },
  { name: 'parties', weigh: weighParties },
  { name: 'place', weigh: weighPlace },
  { name: 'aux', weigh: ({ aux: a }, { aux: b }) => (tense(a) === tense(b) ? 0 : -0.8) },
  { name: 'figures', weigh: weighFigures },
  { name: 'words', weigh: weighWords },
  { name: 'same report', weigh: weighSameReport },
]

/** What the words, read last because they cost most, can add at best. */
const MOST_WORDS = 2

/** The sum of all criteria, or {@link CONFLICT} where it cannot reach `floor`. Symmetric. */
export function compatibility(a: Features, b: Features, floor: number): number {
  let sum = 0
  for (const { name, weigh } of CRITERIA) {
    if (name === 'words' && sum + MOST_WORDS < floor) return CONFLICT
    const weight = weigh(a, b)
    if (weight === CONFLICT) return CONFLICT
    sum += weight
  }
  return sum >= floor ? sum : CONFLICT
}

/** The sum from which two passages are taken for one event. Verbal acts of one day and one pair are many; they must share more. */
export function threshold(a: Features, b: Features): number {
  return a.verbal && b.verbal ? 2.6 : 2.2
}

function tense(aux: Features['aux']): string {
  return aux === 'future' || aux === 'hypothetical' ? 'open' : 'past'
}

function weighType(a: Features, b: Features): number {
  if (a.type !== b.type) return typesCanMeet(a.type, b.type) ? -0.4 : CONFLICT
  if (a.mode === null || b.mode === null) return 0.5
  return a.mode === b.mode ? 0.8 : 0
}

function weighDate(a: Features, b: Features): number {
  if (a.window === null || b.window === null) return 0
  const common = intersect(a.window, b.window)
  if (common === null)
    return gap(a.window, b.window) === 1 && width(a.window) <= 2 && width(b.window) <= 2 ? -0.5 : CONFLICT
  const vague = Math.max(width(a.window), width(b.window))
  if (vague === 1) return 1
  if (vague <= 3) return 0.7
  if (vague <= 10) return 0.4
  return vague <= 31 ? 0.2 : 0
}

function gap(a: DayInterval, b: DayInterval): number {
  return Math.max(a.first - b.last, b.first - a.last)
}

function weighParties(a: Features, b: Features): number {
  if (a.mutual && b.mutual) {
    const straight = weighSides(a, b)
    const either = shareOf(a.both, b.both) * 1.5
    return Math.max(straight, either)
  }
  return weighSides(a, b)
}

function weighSides(a: Features, b: Features): number {
  const actors = shareOf(a.actors, b.actors)
  const recipients = shareOf(a.recipients, b.recipients)
  // Who speaks makes the verbal act; who did a deed is often disputed.
  if (actors < 0 && a.verbal && b.verbal) return CONFLICT
  return actors + (recipients < 0 ? recipients : 0.7 * recipients)
}

/** 1: a party in common; 0.6: a country in common; 0: unknown on one side; -0.8: others. */
function shareOf(a: Side, b: Side): number {
  if (a.keys.some((key) => b.keys.includes(key))) return 1
  if (a.countries.some((country) => b.countries.includes(country))) return 0.6
  return a.open || b.open ? 0 : -0.8
}

/** Places no further apart than this are told as one; those further apart than the other are never. */
const NEAR_KM = 25
const FAR_KM = 100
/** Two names on no map: a town and its quarter, or two towns. */
const OTHER_PLACE = -2

function weighPlace(a: Features, b: Features): number {
  if (a.place === null || b.place === null) return 0
  if (a.placeKey === b.placeKey) return 0.8
  const { country: left } = a.place
  const { country: right } = b.place
  if (left !== null && right !== null && left !== right) return a.verbal && b.verbal ? -0.6 : CONFLICT
  if (isWide(a.place.precision) || isWide(b.place.precision)) return left === right ? 0.2 : 0
  if (a.verbal && b.verbal) return -0.4
  if (a.place.coordinates === null || b.place.coordinates === null) return OTHER_PLACE
  const apart = kilometres(a.place.coordinates, b.place.coordinates)
  if (apart > FAR_KM) return CONFLICT
  return apart <= NEAR_KM ? 0.5 : OTHER_PLACE
}

function isWide(precision: 'exact' | 'near' | 'region' | 'country' | null): boolean {
  return precision === 'region' || precision === 'country'
}

/** On a plane that touches the globe halfway: exact enough for neighbours. */
function kilometres(
  [lat1, lon1]: readonly [number, number],
  [lat2, lon2]: readonly [number, number],
): number {
  const degree = 111.2
  const y = (lat2 - lat1) * degree
  const x = (lon2 - lon1) * degree * Math.cos((((lat1 + lat2) / 2) * Math.PI) / 180)
  return Math.hypot(x, y)
}

/** Counts of one event grow from report to report; counts that lie further apart than this are of two events. */
const FAR = 4

function weighFigures(a: Features, b: Features): number {
  let best = 0
  for (const [unit, left] of a.figures) {
    const right = b.figures.get(unit)
    if (right === undefined) continue
    if (canBothHold(left, right)) {
      const exact = left.low === right.low && left.high === right.high && left.low > 2
      best = Math.max(best, exact ? 0.7 : 0.3)
    } else if (Math.max(left.low, right.low) > FAR * Math.min(left.high, right.high)) return -0.8
    else best = Math.min(best, -0.2)
  }
  return best
}

function weighWords(a: Features, b: Features): number {
  if (a.quote !== '' && a.quote === b.quote) return MOST_WORDS
  const overlap = dice(a.words, b.words)
  const sameTrigger = a.trigger !== '' && a.trigger === b.trigger
  const sum = Math.min(1.2, overlap * 2) + (sameTrigger ? 0.3 : 0)
  if (a.type !== b.type && overlap < 0.25) return CONFLICT
  const unrelated = overlap < 0.08 && !sameTrigger && (a.mode === null || a.mode !== b.mode)
  return a.verbal && b.verbal && unrelated ? sum - 0.7 : sum
}

/** One report seldom tells an event twice as two: only what is alike in every field, or a person, makes one of them. */
function weighSameReport(a: Features, b: Features): number {
  if (a.passage.text !== b.passage.text) return 0
  const alike =
    a.type === b.type &&
    a.mode === b.mode &&
    sameKeys(a.actors, b.actors) &&
    sameKeys(a.recipients, b.recipients) &&
    a.placeKey === b.placeKey &&
    a.window?.first === b.window?.first &&
    a.window?.last === b.window?.last
  const told = a.trigger === b.trigger || dice(a.words, b.words) >= 0.4
  return alike && told && a.both.keys.length > 0 ? 0 : CONFLICT
}

function sameKeys(a: Side, b: Side): boolean {
  return a.keys.length === b.keys.length && a.keys.every((key) => b.keys.includes(key))
}
