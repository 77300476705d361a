import type { EventId, ReadingId, TextId } from '../base/ids.ts'
import { type Card, cardOf } from './card.ts'
import { contradictionsOf } from './contradictions.ts'
import { applyDecisions, standing } from './decisions.ts'
import { EventIndex, linkKeyOf, NO_LINKS, type PassageLinks } from './event-index.ts'
import { featuresOf } from './features.ts'
import type { Cluster } from './forms.ts'
import { mergeEvent } from './merge.ts'
import { retiredIds } from './retired.ts'
import { Sources } from './sources.ts'
import { comparePassages, type Passage, passagesOf } from './tellings.ts'
import type { ChronicleEvent, Contradiction, Decision, Reading } from './types.ts'
import { compareText } from './words.ts'

/** One event with what is said against each other in it. */
export interface Told {
  readonly event: ChronicleEvent
  readonly contradictions: readonly Contradiction[]
}

/** All that is known of one sighting: its readings, the newest first. */
interface Sighting {
  readonly cards: Card[]
}

/**
 * The chronicle as it grows. Adding a reading costs what its neighbourhood costs, and what stands afterwards is what a build from
 * scratch gives, in whatever order the readings came. Reports are not kept: of each, a card.
 */
export class LiveChronicle {
  private readonly sightings = new Map<string, Sighting>()
  private readonly sightingsOf = new Map<TextId, Set<string>>()
  private readonly known = new Set<ReadingId>()
  private readonly passages = new Map<EventId, Passage>()
  private readonly passagesOfText = new Map<TextId, readonly Passage[]>()
  private readonly sources = new Sources()
  private readonly index = new EventIndex()
  private readonly told = new Map<Cluster, Told | null>()
  private readonly waiting = new Set<TextId>()
  private decisions: readonly Decision[] = []
  private review: ReadonlyMap<EventId, 'accepted' | 'rejected'> = new Map()
  private links: PassageLinks = NO_LINKS

  add(reading: Reading): void {
    if (this.known.has(reading.id)) return
    this.known.add(reading.id)
    const card = cardOf(reading)
    const sighting = this.sightings.get(card.sighting)
    if (sighting === undefined) this.sightings.set(card.sighting, { cards: [card] })
    else {
      sighting.cards.push(card)
      sighting.cards.sort(newestFirst)
    }
    const own = this.sightingsOf.get(card.text)
    if (own === undefined) this.sightingsOf.set(card.text, new Set([card.sighting]))
    else own.add(card.sighting)
    this.waiting.add(card.text)
  }

  /** All decisions there are, in place of those before. */
  decide(decisions: readonly Decision[]): void {
    if (decisions.length === 0 && this.decisions.length === 0) return
    const concerned = new Set([...textsOf(this.decisions), ...textsOf(decisions)])
    this.decisions = decisions
    for (const text of concerned) if (this.sightingsOf.has(text)) this.waiting.add(text)
  }

  /** Every event, those of rejected mentions included, in no order. */
  *events(): Iterable<Told> {
    this.settle()
    for (const [cluster, told] of this.told) yield told ?? this.tell(cluster)
  }

  /** Newest reading of each sighting, by sighting. */
  cards(): Card[] {
    return [...this.sightings.values()]
      .map(({ cards }) => cards[0]!)
      .sort((a, b) => compareText(a.sighting, b.sighting))
  }

  sourceOf(text: TextId): string {
    this.settle()
    return this.sources.keyOf(text)
  }

  /** All texts that are copies of this one, itself included. */
  copiesOf(text: TextId): string[] {
    this.settle()
    return this.sources.copiesOf(text)
  }

  standingOf(card: Card): ReturnType<Sources['supersededBy']> {
    this.settle()
    return this.sources.supersededBy(card)
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
    for (const text of texts) {
      const passages = this.passagesOfText.get(text)!
      this.index.put(text, featuresOf(passages, this.cardsOf(text)[0]!.story))
    }
    const { changed, gone } = this.index.settle()
    for (const cluster of gone) this.told.delete(cluster)
    for (const cluster of changed) this.told.set(cluster, null)
    for (const text of this.sources.settle()) {
      for (const { id } of this.passagesOfText.get(text as TextId) ?? []) {
        const cluster = this.index.clusterOf(id)
        if (cluster !== undefined) this.told.set(cluster, null)
      }
    }
  }

  /** Sets what persons decided: fields of passages, links between them, what was accepted and rejected. */
  private apply(): void {
    const concerned = [...textsOf(this.decisions)]
      .flatMap((text) => this.passagesOfText.get(text) ?? [])
      .sort(comparePassages)
    for (const passage of concerned) passage.overrides = {}
    if (concerned.length === 0 && this.links === NO_LINKS) return
    const verdicts = applyDecisions(concerned, standing(this.decisions, null))
    const idOf = (at: number) => concerned[at]!.id
    const must = verdicts.must.map(([i, j]) => [idOf(i), idOf(j)] as const)
    const apart = [...verdicts.mustNot].map((key) => key.split(':').map((at) => idOf(Number(at))))
    const alone = new Set([...verdicts.alone].map(idOf))
    this.review = new Map([...verdicts.review].map(([at, review]) => [idOf(at), review]))
    this.links = {
      must,
      mustNot: new Set(apart.map(([a, b]) => linkKeyOf(a!, b!))),
      alone,
      decided: new Set(concerned.map(({ id }) => id)),
    }
    this.index.decide(this.links)
    // A decision can reach beyond the texts that are new: all it names are put again.
    for (const text of new Set(concerned.map((passage) => passage.text))) {
      this.index.put(text, featuresOf(this.passagesOfText.get(text)!, this.cardsOf(text)[0]!.story))
    }
  }

  private tell(cluster: Cluster): Told {
    const passages = cluster.forms
      .flatMap(({ members }) => [...members.keys()].map((id) => this.passages.get(id)!))
      .sort(comparePassages)
    const reviews = passages.map(({ id }) => this.review.get(id) ?? null)
    const event = mergeEvent(passages, reviews, this.sources, this.retiredFor(passages))
    const contradictions = event.review === 'rejected' ? [] : contradictionsOf(event, passages)
    const told = { event, contradictions }
    this.told.set(cluster, told)
    return told
  }

  /** Ids that older readings gave to what these passages tell. */
  private retiredFor(passages: readonly Passage[]): EventId[] {
    return passages.flatMap((passage) => {
      const older = [...(this.sightingsOf.get(passage.text) ?? [])].flatMap((id) =>
        this.sightings.get(id)!.cards.slice(1),
      )
      return older.length === 0 ? [] : retiredIds(passage, this.passagesOfText.get(passage.text)!, older)
    })
  }

  private cardsOf(text: TextId): Card[] {
    return [...this.sightingsOf.get(text)!].sort(compareText).map((id) => this.sightings.get(id)!.cards[0]!)
  }
}

/** By time of recording; readings of one instant by id, so that no order of arrival can show. */
function newestFirst(a: Card, b: Card): number {
  return compareText(b.recordedAt, a.recordedAt) || compareText(b.reading, a.reading)
}

function textsOf(decisions: readonly Decision[]): Set<TextId> {
  const texts = new Set<TextId>()
  for (const { action } of decisions) {
    switch (action.kind) {
      case 'accept':
      case 'reject':
      case 'set':
        texts.add(action.mention.text)
        break
      case 'merge':
      case 'split':
        for (const { text } of action.mentions) texts.add(text)
        break
      case 'undo':
        break
      default:
        action satisfies never
    }
  }
  return texts
}
