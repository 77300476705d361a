import { type DayInterval, intersect, width } from '../base/calendar.ts'
import type { EventType } from '../document/report.ts'
import type { Features } from './features.ts'
import { type Counted, canBothHold, relationOfSets } from './figures.ts'
import { areOtherModes } from './modes.ts'
import { weighPlace } from './places.ts'
import type { Side } from './shared.ts'
import { storyOverlap } from './sketch.ts'
import type { PlaceRef } from './types.ts'
import { dice, sharedCount } from './words.ts'

/** Two passages that cannot tell one event, whatever else speaks for it. */
export const CONFLICT = -Infinity

/** What one property says for (above 0) or against (below 0) two passages telling one event. */
export interface Criterion {
  readonly name: string
  readonly weigh: (a: Features, b: Features) => number
  /** Of one sentence in two copies of a text, a difference is one of reading and speaks against nothing. */
  readonly isRead?: true
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
  { name: 'parties', weigh: weighParties, isRead: true },
  { name: 'place', weigh: weighPlace, isRead: true },
  { name: 'anchor', weigh: weighAnchor },
  { name: 'aux', weigh: ({ aux: a }, { aux: b }) => (tense(a) === tense(b) ? 0 : -0.8) },
  { name: 'figures', weigh: weighFigures },
  { name: 'words', weigh: weighWords },
]

/** What the words, read last because they cost most, can add at best. */
const MOST_WORDS = 2

/** The sum of all criteria, or {@link CONFLICT} where it cannot reach `floor`. Symmetric. */
export function compatibility(a: Features, b: Features, floor: number): number {
  const isCopied = areCopied(a, b)
  let sum = 0
  for (const { name, weigh, isRead } of CRITERIA) {
    if (name === 'words' && sum + MOST_WORDS < floor) return CONFLICT
    const weight = isCopied && isRead ? Math.max(0, weigh(a, b)) : weigh(a, b)
    if (weight === CONFLICT) return CONFLICT
    sum += weight
  }
  return sum >= floor ? sum : CONFLICT
}

/** The sum from which two passages are taken for one event. Verbal acts of one day and one pair are many; they must share more. */
export function threshold(a: Features, b: Features): number {
  return a.verbal && b.verbal ? 2.6 : 2.2
}

/** Overlap from which two reports with one sentence in common have it from one text. */
const COPIED = 0.5

function areCopied(a: Features, b: Features): boolean {
  return a.quote !== 0 && a.quote === b.quote && storyOverlap(a.story, b.story) >= COPIED
}

function tense(aux: Features['aux']): string {
  return aux === 'future' || aux === 'hypothetical' ? 'open' : 'past'
}

const OTHER_MODE = -1

function weighType(a: Features, b: Features): number {
  if (a.type !== b.type) {
    if (!typesCanMeet(a.type, b.type)) return CONFLICT
    // A mode says what was done, and no other type has it: a town is taken or shelled.
    return a.mode === null && b.mode === null ? -0.4 : -1.2
  }
  if (a.mode === null || b.mode === null) return 0.5
  if (a.mode === b.mode) return 0.8
  return areOtherModes(a.type, a.mode, b.mode) ? OTHER_MODE : 0
}

/** Days before a report within which an event that it recalls without a date most likely lies. */
const RECENT = 7

function weighDate(a: Features, b: Features): number {
  if (isForetold(a, b) || isForetold(b, a)) return CONFLICT
  if (isOfNoDay(a) || isOfNoDay(b))
    return a.window !== null && b.window !== null && intersect(a.window, b.window) === null
      ? CONFLICT
      : NO_DAY
  if (a.window === null || b.window === null) {
    if (a.window === null && b.window === null) return 0
    const { published, aux } = a.window === null ? a : b
    const known = (a.window ?? b.window)!
    if (published === null || aux === 'historical') return 0
    return known.last >= published - RECENT && width(known) <= RECENT ? 0.3 : 0
  }
  const common = intersect(a.window, b.window)
  if (common === null) {
    if (gap(a.window, b.window) > 1 || width(a.window) > 2 || width(b.window) > 2) return CONFLICT
    // Two days that the texts name are two events, but for what a night or a wrong date can explain.
    return a.marked && b.marked ? -1.2 : -0.5
  }
  const vague = Math.max(width(a.window), width(b.window))
  if (vague === 1) return 1
  if (vague <= 3) return 0.7
  if (vague <= 10) return 0.3
  return vague <= 31 ? 0.2 : 0
}

/** Days from which an unmarked date leaves its report's own day open: then it tells nothing of the event's. */
const OPEN_DAYS = 31
/** Days from which no words name a date: "on Friday", in a report of some year or other. */
const NO_DATE = 366
/** Two acts of a kind by the same sides in some year or other are two, unless all else agrees. */
const NO_DAY = -3

function isOfNoDay({ window, marked, aux }: Features): boolean {
  return window !== null && aux !== 'historical' && width(window) > (marked ? NO_DATE : OPEN_DAYS)
}

/** What a report tells as done cannot lie after its publication. */
function isForetold(a: Features, b: Features): boolean {
  return tense(a.aux) === 'past' && a.published !== null && b.window !== null && b.window.first > a.published
}

function gap(a: DayInterval, b: DayInterval): number {
  return Math.max(a.first - b.last, b.first - a.last)
}

/** Two meetings of one side, each with somebody else. */
const OTHER_PARTNER = -1.2

function weighParties(a: Features, b: Features): number {
  const straight = weighSides(a, b)
  if (!a.mutual || !b.mutual || (isOneSided(a) && isOneSided(b))) return straight
  const isOtherPartner = hasMore(a.both, b.both) && hasMore(b.both, a.both)
  return Math.max(straight, shareOf(a.both, b.both) * 1.5) + (isOtherPartner ? OTHER_PARTNER : 0)
}

/** An attack by one side on another is not that of the other on the one; a clash is told with both as actors, or with one open. */
function isOneSided({ type, actors, recipients }: Features): boolean {
  return type === 'ASSAULT' && !actors.open && !recipients.open
}

/** A country that the other does not name, where the other is as complete. */
function hasMore(a: Side, b: Side): boolean {
  return b.countries.length > 1 && a.countries.some((country) => !b.countries.includes(country))
}

function weighSides(a: Features, b: Features): number {
  const actors = shareOf(a.actors, b.actors)
  const recipients = shareOf(a.recipients, b.recipients)
  // Who speaks makes the verbal act; who did a deed is often disputed.
  if (a.verbal && b.verbal && (actors < 0 || speakApart(a.actors, b.actors))) return CONFLICT
  return actors + (recipients < 0 ? recipients : 0.7 * recipients)
}

/** Two of one country that are known, are others, and neither of which speaks for the state: a member of parliament and a union. */
function speakApart(a: Side, b: Side): boolean {
  const speaksForState = ({ voices }: Side) => voices.some((voice) => voice.endsWith(':GOV'))
  return (
    !common(a.keys, b.keys) &&
    !common(a.voices, b.voices) &&
    a.sectors.length > 0 &&
    b.sectors.length > 0 &&
    !speaksForState(a) &&
    !speaksForState(b)
  )
}

/**
 * 1: a party in common; 0.9: one sector of one country (its government, ministry, spokesman); 0.5: a country in common; 0: unknown
 * on one side; -0.8: others.
 */
const OTHER_SECTOR = 0.35

function shareOf(a: Side, b: Side): number {
  if (common(a.keys, b.keys)) return 1
  if (common(a.sectors, b.sectors)) return 0.9
  if (common(a.countries, b.countries))
    return a.sectors.length > 0 && b.sectors.length > 0 ? OTHER_SECTOR : 0.5
  return a.open || b.open ? 0 : -0.8
}

function common(a: readonly string[], b: readonly string[]): boolean {
  return a.some((one) => b.includes(one))
}

/** Two reports that share no country, place or party speak of two things, however alike their words are. */
function weighAnchor(a: Features, b: Features): number {
  if (a.quote !== 0 && a.quote === b.quote) return 0
  const isAnchored =
    common(countriesOf(a), countriesOf(b)) ||
    common(a.both.keys, b.both.keys) ||
    (a.placeKey !== null && a.placeKey === b.placeKey)
  if (!isAnchored) return CONFLICT
  const isByContext = a.context.length > 0 || b.context.length > 0
  return isByContext && storyOverlap(a.story, b.story) < ONE_STORY ? CONFLICT : 0
}

/** Countries by which an event can be found: of its parties and place, else of its report. */
export function countriesOf({ both, place, context }: Features): readonly string[] {
  const country = place?.country ?? null
  if (context.length > 0) return context
  return country === null || both.countries.includes(country) ? both.countries : [...both.countries, country]
}

/** Counts of one event grow from report to report; counts that lie further apart than this are of two events. */
const FAR = 4
const OTHER_COUNT = -1.6

function weighFigures(a: Features, b: Features): number {
  if (isOneOfMany(a, b) || isOneOfMany(b, a)) return OTHER_NUMBER
  let best = 0
  for (const left of a.figures) {
    for (const right of b.figures) {
      const weight = weighCounts(left, right, a, b)
      if (weight <= -0.8) return weight
      best = weight > 0 ? Math.max(best, weight) : best === 0 ? weight : best
    }
  }
  return best
}

/** Many attacks told in one are not one of them. */
const OTHER_NUMBER = -3

/** A series of the same days may well be what another report tells without a word of number; counted attacks are not one of them. */
function isOneOfMany(one: Features, many: Features): boolean {
  if (one.several !== null || many.several === null) return false
  return (
    many.several === 'counted' ||
    one.window?.first !== many.window?.first ||
    one.window?.last !== many.window?.last
  )
}

function weighCounts(left: Counted, right: Counted, a: Features, b: Features): number {
  const relation = relationOfSets(left, right)
  if (relation === 'apart') return 0
  const exact = left.low === right.low && left.high === right.high && left.low > 2
  if (exact) return relation === 'same' ? 0.7 : 0.5
  if (relation !== 'same') {
    const [part, whole] = relation === 'left-in-right' ? [left, right] : [right, left]
    return part.low > whole.high ? -0.2 : 0
  }
  if (canBothHold(left, right)) return 0.3
  if (Math.max(left.low, right.low) > FAR * Math.min(left.high, right.high)) return OTHER_COUNT
  // A count grows from report to report; one that a later report puts lower is more likely of something else.
  const later = (b.published ?? 0) - (a.published ?? 0)
  const grows = later === 0 ? null : later > 0 === right.low > left.high
  return grows === null ? -0.3 : grows ? -0.2 : -0.5
}

/** Overlap from which two reports are taken to be about one matter. */
const ONE_STORY = 0.2

/** Overlap of the words of two sentences from which they are taken to be about one thing. */
const ONE_THING = 0.15
/** Two deeds of one kind in one country within a day, and nothing more: every large country has many. */
const UNSUPPORTED = -1.4

function weighWords(a: Features, b: Features): number {
  if (a.quote !== 0 && a.quote === b.quote) return MOST_WORDS
  const overlap = dice(a.words, b.words)
  const sameTrigger = a.trigger !== '' && a.trigger === b.trigger
  if (a.type !== b.type && overlap < 0.25) return CONFLICT
  const story = storyOverlap(a.story, b.story)
  const told =
    Math.min(1.2, overlap * 2) +
    (sameTrigger ? 0.3 : 0) +
    (areStrangers(a, b, overlap, story) ? STRANGERS : 0)
  if (!a.verbal || !b.verbal) {
    // A trigger in common is the type once more, and one word alone is chance.
    const beyond = sharedCount(a.words, b.words) - (sameTrigger ? 1 : 0)
    const isSupported = (beyond > 0 && overlap >= ONE_THING) || story >= ONE_STORY || areSupported(a, b)
    return told + Math.min(0.3, story) + (isSupported ? 0 : UNSUPPORTED)
  }
  const unrelated =
    overlap < 0.08 && !sameTrigger && (a.mode === null || a.mode !== b.mode) && story < ONE_STORY
  return told + Math.min(0.8, story * 2) - (unrelated ? 0.7 : 0)
}

/** Reports of one event have some of its names and things in common, however they word it. */
const STRANGERS = -0.9
/** Words and names below which two reports are too short to be strangers. */
const ENOUGH_WORDS = 4
const ENOUGH_STORY = 20

function areStrangers(a: Features, b: Features, overlap: number, story: number): boolean {
  return (
    overlap < 0.05 &&
    story < 0.08 &&
    Math.min(a.words.length, b.words.length) >= ENOUGH_WORDS &&
    Math.min(a.story.length, b.story.length) >= ENOUGH_STORY
  )
}

/** A town or province, a known party, two countries or a number in common: what two events of one kind and day seldom share by chance. */
function areSupported(a: Features, b: Features): boolean {
  const isPlaced = a.place !== null && b.place !== null && isLocal(a.place) && isLocal(b.place)
  return (
    (isPlaced && weighPlace(a, b) > 0) ||
    common(a.both.known, b.both.known) ||
    a.both.countries.filter((country) => b.both.countries.includes(country)).length > 1 ||
    weighFigures(a, b) >= 0.5
  )
}

function isLocal({ precision }: PlaceRef): boolean {
  return precision !== 'country'
}

/**
 * One report seldom tells an event twice as two: only what is alike in every field, or a person, makes one of them. Two demands in one
 * sentence are two; words read twice from the same clause are one.
 */
export function tellsTwo(a: Features, b: Features): boolean {
  if (a.verbal && b.verbal && a.quote !== b.quote) return true
  const alike =
    a.type === b.type &&
    a.mode === b.mode &&
    sameKeys(a.actors, b.actors) &&
    sameKeys(a.recipients, b.recipients) &&
    a.placeKey === b.placeKey &&
    a.window?.first === b.window?.first &&
    a.window?.last === b.window?.last
  const told = a.trigger === b.trigger || dice(a.words, b.words) >= 0.4
  return !(alike && told && a.both.keys.length > 0)
}

function sameKeys(a: Side, b: Side): boolean {
  return a.keys.length === b.keys.length && a.keys.every((key) => b.keys.includes(key))
}
