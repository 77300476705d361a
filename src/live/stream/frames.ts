import { filterEvents } from '../../chronicle/apply-filter.ts'
import type { Change } from '../../chronicle/changes.ts'
import type { EventFilter } from '../../chronicle/filter.ts'
import type { ChronicleEvent } from '../../chronicle/types.ts'
import { eventLine } from '../../render/event-line.ts'
import { messagesFor } from '../../render/messages/index.ts'

/** The changes of one time of recording. */
export interface StreamStep {
  readonly at: string
  readonly changes: readonly Change[]
}

/** Who reads the same: a language and a filter. */
export interface StreamGroup {
  readonly language: string
  readonly filter: EventFilter
}

/** A place in the stream: the change with this number among all of a time of recording. */
export interface Cursor {
  readonly at: string
  readonly index: number
}

/** What stands in `data:` of an event. */
export interface StreamedChange extends Omit<Change, 'before'> {
  readonly at: string
  /** The event in one line, in the language asked for. */
  readonly line: string
  /** Whether it passes the filter now; false: it did before, and does no longer. */
  readonly passes: boolean
}

const encoder = new TextEncoder()

/** The frames of a step for a group, after a cursor within it; null when there is nothing to send. */
export function framesOf(
  { at, changes }: StreamStep,
  { language, filter }: StreamGroup,
  after = -1,
): Uint8Array | null {
  const messages = messagesFor(language)
  const passes = (event: ChronicleEvent | null) =>
    event !== null && filterEvents([event], filter).length === 1
  let frames = ''
  changes.forEach(({ before, ...change }, index) => {
    if (index <= after) return
    const now = change.kind !== 'retracted' && passes(change.event)
    if (!now && !passes(before)) return
    const data: StreamedChange = { ...change, at, line: eventLine(change.event, messages), passes: now }
    frames += `id: ${cursorText({ at, index })}\nevent: ${change.kind}\ndata: ${JSON.stringify(data)}\n\n`
  })
  return frames === '' ? null : encoder.encode(frames)
}

/** Told to a reader who was away for too long to be caught up: load the chronicle afresh and go on from here. */
export function resetFrame(at: string): Uint8Array {
  return encoder.encode(`id: ${cursorText({ at, index: END })}\nevent: reset\ndata: {}\n\n`)
}

export const HEARTBEAT = encoder.encode(': still here\n\n')
/** How long a browser waits before it comes back, in ms. */
export const GREETING = encoder.encode('retry: 3000\n\n')

/** After all changes of a time. */
export const END = 1_000_000_000

export function cursorText({ at, index }: Cursor): string {
  return `${at}~${index}`
}

/** Null when it is no cursor of ours. */
export function parseCursor(text: string): Cursor | null {
  const match = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z)~(\d{1,10})$/.exec(text)
  return match === null || Number.isNaN(Date.parse(match[1]!))
    ? null
    : { at: match[1]!, index: Number(match[2]) }
}
