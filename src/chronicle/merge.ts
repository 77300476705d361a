import { parseEdtf, width } from '../base/calendar.ts'
import type { EventId, ReadingId, TextId } from '../base/ids.ts'
import type { Aux, Status } from '../document/report.ts'
import { compareFigures } from './figures.ts'
import { countryOf, placeKey } from './parties.ts'
import { byPublication } from './published.ts'
import { independentSources } from './sources.ts'
import { compareMentions, type Passage, placeOfPassage, type Telling, typeOf } from './tellings.ts'
import type {
  ChronicleEvent,
  EventMention,
  FigureReading,
  Party,
  PlaceRef,
  StatusChange,
  Superseded,
} from './types.ts'

/** Strongest first. What was denied or ruled out is weaker than any word that it is so, but stays in its mention. */
export const STATUS_ORDER: readonly Status[] = [
  'asserted',
  'claimed',
  'historical',
  'announced',
  'promised',
  'offered',
  'planned',
  'conditional',
  'hypothetical',
  'denied',
  'ruled-out',
  'negated',
]

/** Who stands behind a text, and what took its place. */
export interface Standing {
  keyOf(text: TextId): string
  supersededBy(reading: { text: TextId; reading: ReadingId; url: string | null }): Superseded | null
}

/** A telling with what other readings say about its report. */
interface Voice extends Telling {
  readonly mention: EventMention
}

/** One event of the chronicle from the passages that tell it, given in canonical order. */
export function mergeEvent(
  passages: readonly Passage[],
  reviews: readonly ('accepted' | 'rejected' | null)[],
  sources: Standing,
  retired: readonly EventId[] = [],
): ChronicleEvent {
  const all = passages.flatMap((passage) =>
    passage.tellings.map((telling) => voiceOf(telling, passage, sources)),
  )
  const standing = all.filter(({ mention }) => mention.superseded === null)
  // What nobody tells any more is shown as it was told.
  const voices = standing.length > 0 ? standing : all
  const mentions = all.map(({ mention }) => mention).sort(compareMentions)
  const dates = mentions.filter((mention) => mention.published !== null).map((mention) => mention.published!)
  const published = [...dates].sort(byPublication)
  const type = override(passages, 'type') ?? typeOf(mostSupported(passages, typeOf, sources))
  const heard = voices.map(({ mention }) => mention).sort(compareMentions)
  const aliases = new Set([...passages.map(({ id }) => id), ...retired])
  aliases.delete(passages[0]!.id)
  return {
    id: passages[0]!.id,
    aliases: [...aliases].sort(),
    type,
    mode:
      override(passages, 'mode') ??
      commonest(voices.filter(({ event }) => event.type === type).map(({ event }) => event.mode)),
    contexts: [...new Set(voices.flatMap(({ event }) => event.contexts))].sort(),
    ...sidesOf(voices),
    ...sidesSet(passages),
    place: placeOfEvent(passages, voices),
    date: dateOfEvent(passages, heard),
    aux: auxOf(heard),
    status: override(passages, 'status') ?? strongest(heard.map((mention) => mention.status)),
    history: historyOf(heard),
    retracted: standing.length === 0,
    figures: figuresOfEvent(all),
    mentions,
    independentSources: independentSources(heard.map((mention) => mention.sourceKey)),
    firstReported: published[0] ?? null,
    lastReported: published.at(-1) ?? null,
    confidence: heard.reduce((most, { confidence }) => Math.max(most, confidence), 0),
    review: reviews.includes('rejected') ? 'rejected' : reviews.includes('accepted') ? 'accepted' : null,
  }
}

function voiceOf(telling: Telling, { overrides }: Passage, sources: Standing): Voice {
  const { mention } = telling
  return {
    ...telling,
    mention: {
      ...mention,
      status: overrides.status ?? mention.status,
      sourceKey: sources.keyOf(mention.text),
      superseded: sources.supersededBy(mention),
    },
  }
}

export function strongest(statuses: readonly Status[]): Status {
  return STATUS_ORDER.find((status) => statuses.includes(status)) ?? 'asserted'
}

/** What an act is to the world: yet to come, so, or not so. */
function stageOf(status: Status): 'open' | 'told' | 'denied' {
  if (status === 'asserted' || status === 'claimed' || status === 'historical') return 'told'
  return status === 'denied' || status === 'ruled-out' || status === 'negated' ? 'denied' : 'open'
}

/** Announced, then told as done, then denied: a step where the stage changes, or where a claim becomes a fact. */
function historyOf(mentions: readonly EventMention[]): StatusChange[] {
  const steps: StatusChange[] = []
  for (const { status, report, published, evidence } of mentions) {
    const before = steps.at(-1)?.status
    const isFirm = status === 'asserted' && !steps.some((step) => step.status === 'asserted')
    if (before === undefined || stageOf(before) !== stageOf(status) || (before !== status && isFirm))
      steps.push({ status, report, published, evidence })
  }
  return steps.slice()
}

/** The sides that a person has set, and only those. */
function sidesSet(passages: readonly Passage[]): Partial<Pick<ChronicleEvent, 'actors' | 'recipients'>> {
  const actors = override(passages, 'actors')
  const recipients = override(passages, 'recipients')
  return { ...(actors && { actors }), ...(recipients && { recipients }) }
}

function override<Field extends keyof Passage['overrides']>(passages: readonly Passage[], field: Field) {
  return passages.find((passage) => passage.overrides[field] !== undefined)?.overrides[field]
}

/** The first passage in canonical order whose value the most distinct sources give. */
function mostSupported<Value extends string>(
  passages: readonly Passage[],
  fieldOf: (passage: Passage) => Value,
  standing: Standing,
): Passage {
  const sources = new Map<Value, Set<string>>()
  for (const passage of passages) {
    const value = fieldOf(passage)
    const known = sources.get(value) ?? new Set()
    known.add(standing.keyOf(passage.text))
    sources.set(value, known)
  }
  const support = (passage: Passage) => sources.get(fieldOf(passage))!.size
  return passages.reduce((best, passage) => (support(passage) > support(best) ? passage : best))
}

function commonest(values: readonly (string | null)[]): string | null {
  const counts = new Map<string, number>()
  for (const value of values) if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1)
  let best: string | null = null
  for (const [value, count] of counts) if (best === null || count > counts.get(best)!) best = value
  return best
}

/** Happened goes before planned: one report that tells it as a fact is enough. */
function auxOf(mentions: readonly EventMention[]): Aux | null {
  return mentions.some((mention) => mention.aux === null) ? null : (mentions[0]?.aux ?? null)
}

/**
 * Both sides as the best supported telling names them; a side that it leaves open is filled from the next. Sides are never a
 * union: reports that disagree about who it was would then seem to accuse both together. The mentions keep what each one says.
 */
function sidesOf(voices: readonly Voice[]): { actors: readonly Party[]; recipients: readonly Party[] } {
  const sides = voices.map(({ actors, recipients, mention }) => ({
    actors,
    recipients,
    source: mention.sourceKey,
  }))
  const sources = new Map<string, Set<string>>()
  const note = (token: string, source: string) =>
    sources.set(token, (sources.get(token) ?? new Set()).add(source))
  const token = (role: string, party: Party) => `${role}:${countryOf(party) ?? party.key}`
  for (const { actors, recipients, source } of sides) {
    for (const party of actors) note(token('actor', party), source)
    for (const party of recipients) note(token('recipient', party), source)
  }
  const weight = (role: string, parties: readonly Party[]) => {
    const tokens = new Set(parties.map((party) => token(role, party)))
    const known = parties.filter((party) => party.codebook !== null).length
    return [...tokens].reduce((sum, one) => sum + sources.get(one)!.size, 0) + known / 100
  }
  const ranked = sides
    .map((side) => ({ ...side, weight: weight('actor', side.actors) + weight('recipient', side.recipients) }))
    .sort((a, b) => b.weight - a.weight)
  const actors = ranked.find((side) => side.actors.length > 0)?.actors ?? []
  const own = ranked[0]!
  if (own.actors.length > 0 && own.recipients.length > 0)
    return { actors: own.actors, recipients: own.recipients }
  // Where one telling lists both sides as actors (a meeting), another's recipient is one of them under another name.
  const listed = new Set(actors.map((party) => (actors.length > 1 ? token('', party) : party.key)))
  const isListed = (party: Party) => listed.has(party.key) || listed.has(token('', party))
  const recipients = ranked
    .map((side) => side.recipients.filter((party) => !isListed(party)))
    .find((list) => list.length > 0)
  return { actors, recipients: recipients ?? [] }
}

const PRECISION = ['exact', 'near', null, 'region', 'country'] as const

/** The most precise place; among equals the one with most sources behind it. */
function placeOfEvent(passages: readonly Passage[], voices: readonly Voice[]): PlaceRef | null {
  const set = passages.find((passage) => passage.overrides.place !== undefined)
  const places: { place: PlaceRef; source: string }[] = []
  for (const { place, mention } of voices) {
    if (place !== null) places.push({ place, source: mention.sourceKey })
  }
  if (set !== undefined) {
    const wanted = placeOfPassage(set)!
    return places.find(({ place }) => placeKey(place) === placeKey(wanted))?.place ?? wanted
  }
  const support = (key: string) =>
    new Set(places.filter(({ place }) => placeKey(place) === key).map(({ source }) => source)).size
  return bestOf(
    places.map(({ place }) => place),
    (a, b) =>
      PRECISION.indexOf(a.precision) - PRECISION.indexOf(b.precision) ||
      support(placeKey(b)) - support(placeKey(a)),
  )
}

/** The date that a text names, before one that it leaves open; the narrowest; the one with most sources; the one with a time of day. */
function dateOfEvent(
  passages: readonly Passage[],
  mentions: readonly EventMention[],
): ChronicleEvent['date'] {
  const set = override(passages, 'date')
  if (set !== undefined) return { edtf: set, marked: true }
  const support = new Map<string, Set<string>>()
  const day = (edtf: string) => edtf.slice(0, 10)
  for (const { date, sourceKey } of mentions) {
    if (date !== null) support.set(day(date.edtf), (support.get(day(date.edtf)) ?? new Set()).add(sourceKey))
  }
  const found = bestOf(
    mentions.map((mention) => mention.date).filter((date) => date !== null),
    (a, b) =>
      Number(b.marked) - Number(a.marked) ||
      daysIn(a.edtf) - daysIn(b.edtf) ||
      support.get(day(b.edtf))!.size - support.get(day(a.edtf))!.size ||
      b.edtf.length - a.edtf.length,
  )
  return found === null ? null : { edtf: found.edtf, marked: found.marked }
}

/** Open and unreadable intervals are widest; a large number keeps differences finite. */
function daysIn(edtf: string): number {
  const days = parseEdtf(edtf)
  return days === null ? 1e9 : Math.min(width(days), 1e9)
}

/** The first of the smallest. */
function bestOf<Value>(values: readonly Value[], compare: (a: Value, b: Value) => number): Value | null {
  let best: Value | null = null
  for (const value of values) if (best === null || compare(value, best) < 0) best = value
  return best
}

function figuresOfEvent(voices: readonly Voice[]): FigureReading[] {
  const figures = new Map<string, FigureReading>()
  for (const { figures: own, mention } of voices) {
    for (const figure of own) {
      const { sourceKey, superseded } = mention
      figures.set(`${figure.reading} ${figure.figure.id}`, { ...figure, sourceKey, superseded })
    }
  }
  return [...figures.values()].sort(compareFigures)
}
