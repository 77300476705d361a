import { changesBetween } from '../../chronicle/changes.ts'
import type { Store } from '../../store/port.ts'
import { type Step, type StepMemory, stepsSince } from '../steps.ts'
import {
  type Cursor,
  END,
  framesOf,
  GREETING,
  HEARTBEAT,
  resetFrame,
  type StreamGroup,
  type StreamStep,
} from './frames.ts'

/** Where frames go: a response that is being written. */
export interface Sink {
  write(frame: Uint8Array): void
  /** Bytes that were written and not taken yet. */
  buffered(): number
  /** Ends it at once; what was not taken is thrown away. */
  cut(): void
}

export interface HubOptions {
  /** Milliseconds between two looks at the store. */
  readonly poll?: number
  readonly heartbeat?: number
  /** A reader that leaves more bytes than this lying is cut off; it comes back with its cursor. */
  readonly maxBuffered?: number
  /** Steps that a reader is caught up by; who was away for longer starts afresh. */
  readonly maxReplay?: number
  readonly maxSubscribers?: number
  readonly onError?: (error: unknown) => void
}

type HubStore = Pick<Store, 'readings' | 'decisions' | 'unread' | 'instants' | 'version'>

/** Readers of one language and filter: what they are sent is made once. */
interface Group extends StreamGroup {
  readonly key: string
  readonly sinks: Set<Sink>
}

/** Sends every change of the chronicle to all who listen, each once and in order. */
export class StreamHub {
  private readonly store: HubStore
  private readonly options: Required<Omit<HubOptions, 'onError'>> & Pick<HubOptions, 'onError'>
  private readonly groups = new Map<string, Group>()
  /** The newest steps, oldest first. */
  private recent: StreamStep[] = []
  /** Everything after this time is in `recent`. */
  private recentSince = ''
  private last = ''
  private seen = -1
  private subscribers = 0
  private timers: NodeJS.Timeout[] = []
  private busy = false
  private readonly memory: StepMemory = { last: null }

  constructor(store: HubStore, options: HubOptions = {}) {
    this.store = store
    this.options = {
      ...{ poll: 250, heartbeat: 15_000, maxBuffered: 64 * 1024, maxReplay: 200, maxSubscribers: 20_000 },
      ...options,
    }
  }

  /** Listens from now on. */
  async start(): Promise<void> {
    this.last = (await this.store.instants(null)).at(-1) ?? ''
    this.recentSince = this.last
    const { poll, heartbeat } = this.options
    this.timers = [setInterval(() => void this.look(), poll), setInterval(() => this.beat(), heartbeat)]
  }

  close(): void {
    for (const timer of this.timers) clearInterval(timer)
    for (const { sinks } of this.groups.values()) for (const sink of sinks) sink.cut()
    this.groups.clear()
    this.subscribers = 0
  }

  get isFull(): boolean {
    return this.subscribers >= this.options.maxSubscribers
  }

  /**
   * Catches a reader up from its cursor and lets it listen. Nothing is lost or doubled in between: it joins in the same turn in which it
   * has been sent all there is.
   *
   * @returns to be called when the reader has gone
   */
  async subscribe(sink: Sink, group: StreamGroup, cursor: Cursor | null): Promise<() => void> {
    this.subscribers++
    let gone = false
    let joined: Group | null = null
    const leave = () => {
      if (gone) return
      gone = true
      this.subscribers--
      joined?.sinks.delete(sink)
      if (joined?.sinks.size === 0) this.groups.delete(joined.key)
    }
    sink.write(GREETING)
    let at = cursor
    while (at !== null && at.at < this.recentSince && !gone) at = await this.replay(sink, group, at)
    if (gone) return leave
    if (at !== null) {
      for (const step of this.recent) {
        const frames = step.at < at.at ? null : framesOf(step, group, step.at === at.at ? at.index : -1)
        if (frames !== null) sink.write(frames)
      }
    }
    joined = this.groupOf(group)
    joined.sinks.add(sink)
    return leave
  }

  /** Sends what lies before the steps that are at hand; where to go on. */
  private async replay(sink: Sink, group: StreamGroup, cursor: Cursor): Promise<Cursor> {
    const until = this.recentSince
    const before = new Date(Date.parse(cursor.at) - 1).toISOString()
    const missed = (await this.store.instants(before)).filter((at) => at <= until)
    if (missed.length > this.options.maxReplay) {
      sink.write(resetFrame(this.last))
      return { at: this.last, index: END }
    }
    for await (const step of stepsSince(this.store, before, until)) {
      const frames = framesOf(streamed(step), group, step.at === cursor.at ? cursor.index : -1)
      if (frames !== null) sink.write(frames)
    }
    return { at: until, index: END }
  }

  private groupOf(group: StreamGroup): Group {
    const key = JSON.stringify([group.language, Object.entries(group.filter).sort()])
    const known = this.groups.get(key)
    if (known !== undefined) return known
    const made = { ...group, key, sinks: new Set<Sink>() }
    this.groups.set(key, made)
    return made
  }

  /** Takes in what was recorded since the last look. */
  private async look(): Promise<void> {
    if (this.busy) return
    this.busy = true
    try {
      const version = await this.store.version()
      if (version === this.seen) return
      if (this.subscribers === 0) await this.skip()
      else
        for await (const step of stepsSince(
          this.store,
          this.last === '' ? null : this.last,
          null,
          this.memory,
        ))
          this.send(streamed(step))
      const open = await this.store.instants(this.last === '' ? null : this.last)
      if (open.length === 0) this.seen = version
    } catch (error) {
      this.options.onError?.(error)
    } finally {
      this.busy = false
    }
  }

  /** Nobody listens: no chronicle is built. Who comes back with a cursor is caught up from the log. */
  private async skip(): Promise<void> {
    const now = new Date().toISOString()
    const over = (await this.store.instants(this.last === '' ? null : this.last)).filter((at) => at < now)
    const newest = over.at(-1)
    if (newest === undefined || this.subscribers > 0) return
    this.last = newest
    this.recentSince = newest
    this.recent = []
    this.memory.last = null
  }

  /** One step to all groups. */
  send(step: StreamStep): void {
    this.last = step.at
    this.recent.push(step)
    if (this.recent.length > this.options.maxReplay) this.recentSince = this.recent.shift()!.at
    for (const group of this.groups.values()) {
      const frames = framesOf(step, group)
      if (frames !== null) this.writeAll(group, frames)
    }
  }

  private beat(): void {
    for (const group of this.groups.values()) this.writeAll(group, HEARTBEAT)
  }

  private writeAll({ sinks }: Group, frames: Uint8Array): void {
    const { maxBuffered } = this.options
    for (const sink of sinks) {
      if (sink.buffered() > maxBuffered) sink.cut()
      else sink.write(frames)
    }
  }
}

function streamed({ at, before, after }: Step): StreamStep {
  const bounds = { before: new Date(Date.parse(at) - 1).toISOString(), after: at }
  return { at, changes: changesBetween(before, after, bounds) }
}
