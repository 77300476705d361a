import type { ReadingId, TextId } from '../base/ids.ts'
import { currentReadings } from '../chronicle/current.ts'
import { forgottenTexts } from '../chronicle/decisions.ts'
import { isLaterVersion } from '../chronicle/items.ts'
import type { Decision, DecisionAction, Forgetting, Reading, Unread } from '../chronicle/types.ts'
import type { Report } from '../document/report.ts'
import { asOfOf, checkAction, unknownDecision } from './checks.ts'
import { decisionId, identify } from './identify.ts'
import { MemoryFeeds } from './memory-feeds.ts'
import type { Appended, AppendOptions, Forgotten, Progress, Store, StoreHealth } from './port.ts'
import { partsOf, versionOf } from './versions.ts'

/** A store that lives as long as the process: for tests, and for commands that keep nothing. */
export async function openMemoryStore(): Promise<Store> {
  return new MemoryStore()
}

class MemoryStore implements Store {
  readonly feeds = new MemoryFeeds()
  private log: Reading[] = []
  private readonly decided: Decision[] = []
  private readonly failed: Unread[] = []
  private readonly texts = new Map<string, string>()
  private entries = 0
  /** The place in the log at which a reading was entered. */
  private readonly entryOf = new Map<ReadingId, number>()
  private last = ''
  /** Ends of embargoes that held when their reading came. */
  private readonly heldUntil = new Map<ReadingId, string>()
  private readonly progress = new Map<string, Progress>()
  private derived: { key: string; version: number; pieces: readonly string[] } | null = null

  private stamp(): string {
    const clock = new Date().toISOString()
    if (clock > this.last) this.last = clock
    return this.last
  }

  async append(
    reports: readonly Report[],
    { unread = [], progress = [], settled = [] }: AppendOptions = {},
  ): Promise<Appended[]> {
    await this.feeds.settle(settled)
    const forgotten = forgottenTexts(this.decided)
    const done = reports.map((report): Appended => {
      const identity = identify(report)
      if (forgotten.has(identity.text)) return { ...identity, outcome: 'forgotten' }
      if (this.log.some((known) => known.id === identity.reading)) return { ...identity, outcome: 'same' }
      const reread = this.log.some((known) => known.sighting === identity.sighting)
      const copy = this.log.some((known) => known.text === identity.text)
      if (report.text !== null) this.texts.set(identity.text, report.text)
      this.entries++
      this.entryOf.set(identity.reading, this.entries)
      this.log.push({
        ...{ id: identity.reading, sighting: identity.sighting, text: identity.text },
        ...{ recordedAt: this.stamp(), report: structuredClone(report) },
      })
      this.hold(this.log.at(-1)!)
      return { ...identity, outcome: reread ? 'reread' : copy ? 'copy' : 'new' }
    })
    for (const { id, code, message } of unread) {
      const last = this.failed.findLast((known) => known.id === id)
      if (last?.code === code && last.message === message) continue
      this.entries++
      this.failed.push({ id, code, message, recordedAt: this.stamp() })
    }
    for (const one of progress) this.progress.set(one.source, one)
    return done
  }

  /** An earlier version that is still held stays so as long as a later one is, and the other way round. */
  private hold(entered: Reading): void {
    const { item } = entered.report.source
    if (item === undefined) return
    const facts = (reading: Reading) => ({
      item: reading.report.source.item!,
      recordedAt: reading.recordedAt,
      reading: reading.id,
    })
    const now = entered.recordedAt
    let until = item.embargoed ?? ''
    for (const other of this.log) {
      const end = this.heldUntil.get(other.id) ?? ''
      if (other === entered || end <= now || other.report.source.item?.uri !== item.uri) continue
      if (!isLaterVersion(facts(other), facts(entered))) {
        if (until > end) this.holdUntil(other, until)
      } else if (until > now && end > until) until = end
    }
    if (until > now) this.holdUntil(entered, until)
  }

  private holdUntil(reading: Reading, until: string): void {
    this.heldUntil.set(reading.id, until)
    this.log[this.log.indexOf(reading)] = { ...reading, recordedAt: until }
  }

  private isHeld({ id }: Reading): boolean {
    return (this.heldUntil.get(id) ?? '') > new Date().toISOString()
  }

  async progressOf(source: string): Promise<Progress | null> {
    return this.progress.get(source) ?? null
  }

  async decide(by: string, action: DecisionAction, why: string | null = null): Promise<Decision> {
    checkAction(action)
    if (action.kind === 'undo' && !this.decided.some((known) => known.id === action.decision)) {
      throw unknownDecision(action.decision)
    }
    return this.enter(by, action, why)
  }

  async forget(by: string, forgetting: Forgetting, why: string | null = null): Promise<Forgotten> {
    const { text } = forgetting
    const erased = this.log.filter((known) => known.text === text)
    this.log = this.log.filter((known) => known.text !== text)
    this.texts.delete(text)
    this.feeds.forget(text)
    this.derived = null
    return {
      decision: this.enter(by, forgetting, why),
      readings: erased.length,
      sightings: new Set(erased.map(({ sighting }) => sighting)).size,
    }
  }

  async textsLabelled(report: string): Promise<TextId[]> {
    const texts = this.log.filter((known) => known.report.id === report).map(({ text }) => text)
    return [...new Set(texts)].sort()
  }

  private enter(by: string, action: DecisionAction, why: string | null): Decision {
    const recordedAt = this.stamp()
    const id = decisionId(by, action, recordedAt, this.entries)
    const decision = { id, recordedAt, by, why, action: structuredClone(action) }
    this.entries++
    this.decided.push(decision)
    return decision
  }

  async *readings(options: { asOf?: string; since?: number } = {}): AsyncIterable<Reading> {
    const bound = asOfOf(options.asOf)
    // The log is in order of recording: within one instant the later entry is the newer.
    const newest = new Map<string, Reading>()
    for (const reading of this.log) {
      if (this.isHeld(reading)) continue
      if (bound === null || reading.recordedAt <= bound) newest.set(reading.sighting, reading)
    }
    const { seq, released } = partsOf(options.since ?? 0)
    const freed = new Set(
      this.ends()
        .slice(released)
        .map(([id]) => id),
    )
    for (const reading of currentReadings([...newest.values()], null))
      if (this.entryOf.get(reading.id)! > seq || freed.has(reading.id)) yield structuredClone(reading)
  }

  /** Readings with the ends of their embargoes, the first to end first. */
  private ends(): [ReadingId, string][] {
    return [...this.heldUntil].sort(([a, left], [b, right]) =>
      left < right ? -1 : left > right ? 1 : this.entryOf.get(a)! - this.entryOf.get(b)!,
    )
  }

  async decisions(options: { asOf?: string } = {}): Promise<Decision[]> {
    const bound = asOfOf(options.asOf)
    return this.decided.filter(({ recordedAt }) => bound === null || recordedAt <= bound)
  }

  async unread(): Promise<Unread[]> {
    return [...this.failed]
  }

  async text(id: TextId): Promise<string | null> {
    return this.texts.get(id) ?? null
  }

  async version(): Promise<number> {
    const now = new Date().toISOString()
    return versionOf(this.entries, this.ends().filter(([, until]) => until <= now).length)
  }

  async keep(key: string, version: number, pieces: Iterable<string>): Promise<boolean> {
    if (version !== (await this.version())) return false
    this.derived = { key, version, pieces: [...pieces] }
    return true
  }

  async *kept(key: string): AsyncIterable<string> {
    const { derived } = this
    if (derived?.key === key && derived.version === (await this.version())) yield* derived.pieces
  }

  async instants(after: string | null): Promise<string[]> {
    const free = this.log.filter((reading) => !this.isHeld(reading))
    const times = [...free, ...this.decided].map(({ recordedAt }) => recordedAt)
    return [...new Set(times)].filter((time) => time > (after ?? '')).sort()
  }

  async rebuild(): Promise<void> {
    // Nothing else is derived: every call reads the log itself.
    this.derived = null
  }

  async health(): Promise<StoreHealth> {
    return {
      kind: 'memory',
      location: 'memory',
      logEntries: this.entries,
      readings: this.log.length,
      sightings: new Set(this.log.map((reading) => reading.sighting)).size,
      decisions: this.decided.length,
      unread: this.failed.length,
      bytes: 0,
      integrity: 'ok',
    }
  }

  async close(): Promise<void> {}
}
