import type { EventId, ReadingId, TextId } from '../base/ids.ts'
import { type Card, cardOf } from './card.ts'
import { Collection } from './collection.ts'
import { contradictionsOf } from './contradictions.ts'
import { CoverageTally } from './coverage.ts'
import { applyDecisions, standing } from './decisions.ts'
import { EventIndex, linkKeyOf, NO_LINKS, type PassageLinks } from './event-index.ts'
import { compareEvents } from './event-order.ts'
import { featuresOf } from './features.ts'
import { compareFigures } from './figures.ts'
import type { Cluster } from './forms.ts'
import { refsIn } from './journal.ts'
import { mergeEvent } from './merge.ts'
import { MultiMap } from './multi-map.ts'
import { comparePositions } from './positions.ts'
import { byPublication } from './published.ts'
import { retiredIds } from './retired.ts'
import { Shared } from './shared.ts'
import { Sources } from './sources.ts'
import { comparePassages, type Passage, passagesOf } from './tellings.ts'
import type {
  Chronicle,
  ChronicleEvent,
  Contradiction,
  Decision,
  FigureReading,
  PositionReading,
  Reading,
  Unread,
} from './types.ts'
import { compareText } from './words.ts'

/**
 * The chronicle as it grows. Adding a reading costs what its neighbourhood costs, and what stands afterwards is what a build from
 * scratch gives, in whatever order the readings came. Reports are not kept: of each, a card.
 */
export class LiveChronicle {
  /** The readings of each sighting, the newest first. */
  private readonly sightings = new Map<string, readonly Card[]>()
  private readonly sightingsOf = new MultiMap<TextId, string>()
  private readonly known = new Set<ReadingId>()
  private readonly passages = new Map<EventId, Passage>()
  private readonly passagesOfText = new Map<TextId, readonly Passage[]>()
  private readonly shared = new Shared()
  private readonly sources = new Sources()
  private readonly index = new EventIndex()
  /** Events that are to be told anew before they are shown. */
  private readonly untold = new Set<Cluster>()
  private readonly events = new Collection<Cluster, ChronicleEvent>(compareEvents)
  private readonly contradictions = new Collection<Cluster, Contradiction>(compareContradictions)
  private readonly positions = new Collection<TextId, PositionReading>(comparePositions)
  private readonly figures = new Collection<TextId, FigureReading>(compareFigures)
  private readonly coverage = new CoverageTally()
  private readonly readAt = new Map<string, string>()
  private readonly waiting = new Set<TextId>()
  private decisions: readonly Decision[] = []
  private review: ReadonlyMap<EventId, 'accepted' | 'rejected'> = new Map()
  /** By passage: ids of erased mentions that told the same event. */
  private inherited: ReadonlyMap<EventId, readonly EventId[]> = new Map()
  private links: PassageLinks = NO_LINKS

  add(reading: Reading): void {
    if (this.known.has(reading.id)) return
    this.known.add(reading.id)
    const card = cardOf(reading, this.shared)
    const before = this.sightings.get(card.sighting)
    if (before !== undefined) this.coverage.count(before[0]!, -1)
    const cards = before === undefined ? [card] : [...before, card].sort(newestFirst)
    this.coverage.count(cards[0]!, 1)
    this.sightings.set(card.sighting, cards)
    if (card.recordedAt > (this.readAt.get(card.report) ?? '')) this.readAt.set(card.report, card.recordedAt)
    this.sightingsOf.add(card.text, card.sighting)
    this.waiting.add(card.text)
  }

  /** A text and all its readings are gone, as if they had never come. */
  forget(text: TextId): void {
    for (const sighting of [...this.sightingsOf.get(text)]) {
      const cards = this.sightings.get(sighting)!
      this.coverage.count(cards[0]!, -1)
      for (const { reading } of cards) this.known.delete(reading)
      this.sightings.delete(sighting)
      this.sightingsOf.delete(text, sighting)
      this.waiting.add(text)
    }
  }

  /** All decisions there are, in place of those before; only those made by `bound` count. */
  decide(all: readonly Decision[], bound: string | null = null): void {
    const decisions = standing(all, bound)
    if (decisions.length === 0 && this.decisions.length === 0) return
    const concerned = new Set([...textsOf(this.decisions), ...textsOf(decisions)])
    this.decisions = decisions
    for (const text of concerned) if (this.passagesOfText.has(text)) this.waiting.add(text)
  }

  /** The chronicle of all that was added, as it stands now. */
  chronicle(unread: readonly Unread[]): Chronicle {
    this.settle()
    for (const cluster of this.untold) this.tell(cluster)
    this.untold.clear()
    return {
      asOf: null,
      events: this.events.list(),
      contradictions: this.contradictions.list(),
      positions: this.positions.list(),
      figures: this.figures.list(),
      coverage: this.coverage.coverage(unread, (report) => this.readAt.get(report)),
    }
  }

  /** All texts that are copies of this one, itself included. */
  copiesOf(text: TextId): string[] {
    this.settle()
    return this.sources.copiesOf(text)
  }

  /** Takes in what was added since the last call. Every question calls it; call it to have the cost at a time of your own. */
  settle(): void {
    if (this.waiting.size === 0) return
    const texts = [...this.waiting]
    this.waiting.clear()
    for (const text of texts) {
      const cards = this.cardsOf(text)
      const passages = passagesOf(cards)
      for (const { id } of this.passagesOfText.get(text) ?? []) this.passages.delete(id)
      for (const passage of passages) this.passages.set(passage.id, passage)
      this.passagesOfText.set(text, passages)
      this.sources.put(text, cards)
    }
    this.apply()
    for (const text of texts) this.place(text)
    const { changed, gone } = this.index.settle()
    for (const cluster of gone) {
      this.events.delete(cluster)
      this.contradictions.delete(cluster)
      this.untold.delete(cluster)
    }
    for (const cluster of changed) this.untold.add(cluster)
    for (const text of this.sources.settle()) {
      for (const { id } of this.passagesOfText.get(text as TextId) ?? []) {
        const cluster = this.index.clusterOf(id)
        if (cluster !== undefined) this.untold.add(cluster)
      }
      this.tellText(text as TextId)
    }
  }

  /** Sets what persons decided: fields of passages, links between them, what was accepted and rejected. */
  private apply(): void {
    const concerned = [...textsOf(this.decisions)]
      .flatMap((text) => this.passagesOfText.get(text) ?? [])
      .sort(comparePassages)
    for (const passage of concerned) passage.overrides = {}
    if (concerned.length === 0 && this.links === NO_LINKS) return
    const verdicts = applyDecisions(concerned, this.decisions)
    const idOf = (at: number) => concerned[at]!.id
    const must = verdicts.must.map(([i, j]) => [idOf(i), idOf(j)] as const)
    const apart = [...verdicts.mustNot].map((key) => key.split(':').map((at) => idOf(Number(at))))
    const alone = new Set([...verdicts.alone].map(idOf))
    this.review = new Map([...verdicts.review].map(([at, review]) => [idOf(at), review]))
    this.inherited = new Map([...verdicts.inherited].map(([at, ids]) => [idOf(at), ids]))
    this.links = {
      must,
      mustNot: new Set(apart.map(([a, b]) => linkKeyOf(a!, b!))),
      alone,
      decided: new Set(concerned.map(({ id }) => id)),
    }
    this.index.decide(this.links)
    // A decision can reach beyond the texts that are new: all it names are put again.
    for (const text of new Set(concerned.map((passage) => passage.text))) this.place(text)
  }

  /** Puts the passages of a text where they can be found, or takes a text out that is gone. */
  private place(text: TextId): void {
    const [card] = this.cardsOf(text)
    if (card === undefined) {
      this.index.put(text, [])
      this.passagesOfText.delete(text)
      this.figures.delete(text)
      this.positions.delete(text)
    } else this.index.put(text, featuresOf(this.passagesOfText.get(text)!, card.story, this.shared))
  }

  private tell(cluster: Cluster): void {
    const passages = cluster.forms
      .flatMap(({ members }) => members.map(({ id }) => this.passages.get(id)!))
      .sort(comparePassages)
    const reviews = passages.map(({ id }) => this.review.get(id) ?? null)
    const event = mergeEvent(passages, reviews, this.sources, this.retiredFor(passages))
    this.events.set(cluster, [event])
    this.contradictions.set(cluster, event.review === 'rejected' ? [] : contradictionsOf(event, passages))
  }

  /** Figures and positions of a text stand once, told by its earliest sighting that stands; what was withdrawn holds no position. */
  private tellText(text: TextId): void {
    const cards = this.cardsOf(text).sort(compareCards)
    const card =
      cards.find((one) => this.sources.supersededBy(one) === null) ??
      cards.find(({ item }) => item === null || item.status === 'usable') ??
      cards[0]!
    const sourceKey = this.sources.keyOf(text)
    const superseded = this.sources.supersededBy(card)
    this.figures.set(
      text,
      card.figures.map((figure) => ({ ...figure, sourceKey, superseded })),
    )
    this.positions.set(text, superseded?.kind === 'withdrawal' ? [] : card.positions)
  }

  /** Ids that older readings, and erased texts, gave to what these passages tell. */
  private retiredFor(passages: readonly Passage[]): EventId[] {
    return passages.flatMap((passage) => {
      const inherited = this.inherited.get(passage.id) ?? []
      const older = [...this.sightingsOf.get(passage.text)].flatMap((id) => this.sightings.get(id)!.slice(1))
      if (older.length === 0) return inherited
      return [...inherited, ...retiredIds(passage, this.passagesOfText.get(passage.text)!, older)]
    })
  }

  private cardsOf(text: TextId): Card[] {
    return [...this.sightingsOf.get(text)].sort(compareText).map((id) => this.sightings.get(id)![0]!)
  }
}

function compareCards(a: Card, b: Card): number {
  return byPublication(a.published, b.published) || compareText(a.reading, b.reading)
}

function compareContradictions(a: Contradiction, b: Contradiction): number {
  return compareText(a.event, b.event) || compareText(a.id, b.id)
}

/** By time of recording; readings of one instant by id, so that no order of arrival can show. */
function newestFirst(a: Card, b: Card): number {
  return compareText(b.recordedAt, a.recordedAt) || compareText(b.reading, a.reading)
}

/** The texts of all mentions that decisions are about. */
function textsOf(decisions: readonly Decision[]): Set<TextId> {
  const byId = new Map(decisions.map((decision) => [decision.id, decision]))
  return new Set(decisions.flatMap(({ action }) => refsIn(action, byId)).map(({ text }) => text))
}
