import type { ReadingId } from '../base/ids.ts'
import type { Card } from './card.ts'
import { CopyIndex } from './copies.ts'
import { isLaterVersion, kindOfVersion } from './items.ts'
import { MultiMap } from './multi-map.ts'
import { instantOf } from './published.ts'
import type { Superseded } from './types.ts'
import { compareText, fold } from './words.ts'

/** Days in which a notice speaks of a report. */
const NOTICED_WITHIN = 7 * 86_400_000

const AGENCY = 'agency:'
const NOTICE = 'notice:'
const ITEM = 'item:'
const REPLACED = 'replaced:'

/**
 * Who stands behind each text. Texts have one source when they are the same, near copies or shortened copies of one another, or states
 * of one url or versions of one item; texts that credit one agency have the agency as their source. A later state of a url, a later
 * version of an item, a correction and a withdrawal supersede what came before; both stay.
 */
export class Sources {
  private readonly texts = new Map<string, readonly Card[]>()
  private readonly copies = new CopyIndex()
  private readonly byUrl = new MultiMap<string, string>()
  private readonly byTitle = new MultiMap<string, string>()
  private readonly byItem = new MultiMap<string, string>()
  private readonly stale = new Set<string>()

  put(id: string, cards: readonly Card[]): void {
    this.remove(id)
    if (cards.length === 0) return
    this.texts.set(id, cards)
    const urls = urlsOf(cards)
    const { sketch } = cards.find((card) => card.hasText) ?? cards[0]!
    const items = itemsOf(cards)
    this.copies.put(id, sketch, [...urls, ...items.own], labelsOf(id, cards))
    for (const key of [...items.own, ...items.replaced]) this.byItem.add(key, id)
    for (const url of urls) this.byUrl.add(url, id)
    for (const title of titlesOf(cards)) this.byTitle.add(title, id)
    this.touch(id)
  }

  /** The key of the one source behind a text: equal keys are one source. */
  keyOf(text: string): string {
    const { root, labels } = this.copies.groupOf(text)!
    const agencies = [...labels].filter((label) => label.startsWith(AGENCY))
    if (agencies.length === 0) return `text:${root.slice(0, 16)}`
    return `${AGENCY}${agencies
      .map((label) => label.slice(AGENCY.length))
      .sort()
      .join('+')}`
  }

  /** All texts that are copies of this one, itself included. */
  copiesOf(text: string): string[] {
    return [...this.copies.textsOf(text)].sort()
  }

  /** What took the place of a reading; null while it stands. */
  supersededBy({ text, reading, url }: Pick<Card, 'text' | 'reading' | 'url'>): Superseded | null {
    const card = this.texts.get(text)?.find((one) => one.reading === reading)
    if (card === undefined) return null
    const item = this.laterItem(card)
    if (item !== null) return item
    const later = url === null ? [] : this.othersOf(this.byUrl.get(plainUrl(url)), card)
    const version = latest(later.filter((other) => other.url !== null && isLater(other, card)))
    if (version !== null)
      return supersededAs(version, version.item === null ? 'version' : kindOfVersion(version.item))
    const notices = this.noticesAbout(card)
    const notice = latest(notices)
    return notice === null ? null : supersededAs(notice, notice.notice!.kind)
  }

  /** Texts whose source or standing may have changed since the last call. */
  settle(): Set<string> {
    for (const text of this.copies.settle()) this.stale.add(text)
    const texts = new Set<string>()
    for (const text of this.stale) if (this.texts.has(text)) texts.add(text)
    this.stale.clear()
    return texts
  }

  private remove(id: string): void {
    const known = this.texts.get(id)
    if (known === undefined) return
    this.touch(id)
    this.texts.delete(id)
    this.copies.remove(id)
    const items = itemsOf(known)
    for (const key of [...items.own, ...items.replaced]) this.byItem.delete(key, id)
    for (const url of urlsOf(known)) this.byUrl.delete(url, id)
    for (const title of titlesOf(known)) this.byTitle.delete(title, id)
  }

  /** Texts whose standing this text can change: other states of its urls, and what its notice speaks of. */
  private touch(id: string): void {
    const cards = this.texts.get(id)!
    this.stale.add(id)
    for (const url of urlsOf(cards)) for (const other of this.byUrl.get(url)) this.stale.add(other)
    for (const { item } of cards) {
      for (const uri of item === null ? [] : [item.uri, ...item.replaces.map((one) => one.uri)])
        for (const other of this.byItem.get(ITEM + uri)) this.stale.add(other)
    }
    for (const { notice } of cards) {
      if (notice === null) continue
      for (const title of notice.titles) for (const other of this.byTitle.get(title)) this.stale.add(other)
      for (const other of this.copies.textsOf(id)) this.stale.add(other)
    }
  }

  /** What a newsroom says of an item: a later version, another item in its place, or that it may not be used itself. */
  private laterItem(card: Card): Superseded | null {
    const { item } = card
    if (item === null) return null
    if (item.status !== 'usable') return supersededAs(card, 'withdrawal')
    const versions = this.cardsAt(ITEM + item.uri).filter(
      (other) => other.item?.uri === item.uri && isSameHouse(other, card) && isLaterVersion(other, card),
    )
    const version = latest(versions, isLaterVersion)
    if (version !== null) return supersededAs(version, kindOfVersion(version.item!))
    const successor = latest(
      this.cardsAt(REPLACED + item.uri).filter(
        (other) => other.item!.status === 'usable' && isSameHouse(other, card) && !isLater(card, other),
      ),
    )
    const named = successor?.item?.replaces.find(({ uri }) => uri === item.uri)
    return successor === null || named === undefined ? null : supersededAs(successor, named.as)
  }

  private cardsAt(key: string): Card[] {
    return [...this.byItem.get(key)].flatMap((id) => this.texts.get(id)!)
  }

  /** Notices of the same house, not long after: copies of the text with a correcting head, or such that name its title. */
  private noticesAbout(card: Card): Card[] {
    const found: Card[] = []
    for (const label of this.copies.groupOf(card.text)!.labels) {
      if (!label.startsWith(NOTICE)) continue
      for (const other of this.texts.get(label.slice(NOTICE.length))!)
        if (isNoticeOn(other, card)) found.push(other)
    }
    if (card.title === null) return found
    for (const id of this.byTitle.get(`notice ${fold(card.title)}`))
      for (const other of this.texts.get(id)!) if (isNoticeOn(other, card)) found.push(other)
    return found
  }

  private othersOf(ids: Iterable<string>, card: Card): Card[] {
    return [...ids].filter((id) => id !== card.text).flatMap((id) => this.texts.get(id)!)
  }
}

/**
 * The number of independent sources. A text that credits two agencies stands on both; what credits one of them adds nothing. As many
 * sources are counted as there are sets of origins that share none.
 */
export function independentSources(keys: Iterable<string>): number {
  const sets = [...new Set(keys)]
    .map((key) => (key.startsWith(AGENCY) ? key.slice(AGENCY.length).split('+') : [key]))
    .sort((a, b) => a.length - b.length || compareText(a.join(), b.join()))
  const taken = new Set<string>()
  let count = 0
  for (const origins of sets) {
    if (origins.some((origin) => taken.has(origin))) continue
    count++
    for (const origin of origins) taken.add(origin)
  }
  return count
}

function isNoticeOn(notice: Card, card: Card): boolean {
  if (notice.notice === null || notice.text === card.text || !isLater(notice, card)) return false
  const apart = instantOf(notice.published) - instantOf(card.published)
  if (apart > NOTICED_WITHIN) return false
  const isOwn = notice.outlet !== null && notice.outlet === card.outlet
  return isOwn || notice.agency.some((agency) => card.agency.includes(agency))
}

/** By publication; where one is unknown or both are the same, by recording. */
function isLater(a: Card, b: Card): boolean {
  const [left, right] = [timeOf(a), timeOf(b)]
  return left !== right ? left > right : a.recordedAt > b.recordedAt
}

function timeOf({ published, recordedAt }: Card): number {
  const instant = instantOf(published)
  return Number.isFinite(instant) ? instant : Date.parse(recordedAt)
}

function latest(cards: readonly Card[], isAfter = isLater): Card | null {
  let best: Card | null = null
  for (const card of cards) {
    if (best === null || isAfter(card, best) || (!isAfter(best, card) && card.reading > best.reading))
      best = card
  }
  return best
}

function supersededAs({ report, reading }: Card, kind: Superseded['kind']): Superseded {
  return { by: report, reading: reading as ReadingId, kind }
}

/** Only who published an item can take it back; who is not named may be anybody. */
function isSameHouse(a: Card, b: Card): boolean {
  if (a.outlet === null || b.outlet === null || a.outlet === b.outlet) return true
  return a.agency.some((agency) => b.agency.includes(agency))
}

/** Keys of the items that a text is a version of, and of those that it takes the place of. */
function itemsOf(cards: readonly Card[]): {
  readonly own: readonly string[]
  readonly replaced: readonly string[]
} {
  const items = cards.flatMap(({ item }) => (item === null ? [] : [item]))
  return {
    own: [...new Set(items.map(({ uri }) => ITEM + uri))],
    replaced: [...new Set(items.flatMap(({ replaces }) => replaces.map(({ uri }) => REPLACED + uri)))],
  }
}

function labelsOf(id: string, cards: readonly Card[]): string[] {
  const labels = new Set<string>()
  for (const { agency, notice } of cards) {
    for (const name of agency) labels.add(AGENCY + fold(name))
    if (notice !== null) labels.add(NOTICE + id)
  }
  return [...labels]
}

function urlsOf(cards: readonly Card[]): string[] {
  return [...new Set(cards.flatMap(({ url }) => (url === null ? [] : [plainUrl(url)])))]
}

function plainUrl(url: string): string {
  return url.replace(/#.*$/u, '').replace(/\/$/u, '')
}

/** A text stands under its titles; a notice also under those it speaks of. */
function titlesOf(cards: readonly Card[]): string[] {
  const titles = new Set<string>()
  for (const { title, notice } of cards) {
    if (title !== null) titles.add(fold(title))
    for (const named of notice?.titles ?? []) titles.add(`notice ${named}`)
  }
  return [...titles]
}
