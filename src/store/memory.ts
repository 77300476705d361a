import type { ReadingId, TextId } from '../base/ids.ts'
import { currentReadings } from '../chronicle/current.ts'
import { forgottenTexts } from '../chronicle/decisions.ts'
import type { Decision, DecisionAction, Forgetting, Reading, Unread } from '../chronicle/types.ts'
import type { Report } from '../document/report.ts'
import { asOfOf, checkAction, unknownDecision } from './checks.ts'
import { decisionId, identify } from './identify.ts'
import type { Appended, Forgotten, Store, StoreHealth } from './port.ts'

/** A store that lives as long as the process: for tests, and for commands that keep nothing. */
export async function openMemoryStore(): Promise<Store> {
  return new MemoryStore()
}

class MemoryStore implements Store {
  private log: Reading[] = []
  private readonly decided: Decision[] = []
  private readonly failed: Unread[] = []
  private readonly texts = new Map<string, string>()
  private entries = 0
  /** The place in the log at which a reading was entered. */
  private readonly entryOf = new Map<ReadingId, number>()
  private last = ''
  private derived: { key: string; version: number; pieces: readonly string[] } | null = null

  private stamp(): string {
    const clock = new Date().toISOString()
    if (clock > this.last) this.last = clock
    return this.last
  }

  async append(reports: readonly Report[]): Promise<Appended[]> {
    const forgotten = forgottenTexts(this.decided)
    return reports.map((report) => {
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
      return { ...identity, outcome: reread ? 'reread' : copy ? 'copy' : 'new' }
    })
  }

  async appendUnread(items: readonly Omit<Unread, 'recordedAt'>[]): Promise<void> {
    for (const { id, code, message } of items) {
      const last = this.failed.findLast((known) => known.id === id)
      if (last?.code === code && last.message === message) continue
      this.entries++
      this.failed.push({ id, code, message, recordedAt: this.stamp() })
    }
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
      if (bound === null || reading.recordedAt <= bound) newest.set(reading.sighting, reading)
    }
    for (const reading of currentReadings([...newest.values()], null))
      if (this.entryOf.get(reading.id)! > (options.since ?? 0)) yield structuredClone(reading)
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
    return this.entries
  }

  async keep(key: string, version: number, pieces: Iterable<string>): Promise<boolean> {
    if (version !== this.entries) return false
    this.derived = { key, version, pieces: [...pieces] }
    return true
  }

  async *kept(key: string): AsyncIterable<string> {
    const { derived } = this
    if (derived?.key === key && derived.version === this.entries) yield* derived.pieces
  }

  async instants(after: string | null): Promise<string[]> {
    const times = [...this.log, ...this.decided].map(({ recordedAt }) => recordedAt)
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
