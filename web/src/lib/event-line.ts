import type { ChronicleEvent } from '../../../src/chronicle/types.ts'
import type { Messages } from '../messages/messages.ts'
import type { Mode } from './quads.ts'

export interface EventLine {
  readonly actors: string
  readonly recipients: string | null
  /** The mode in words; null where the type says it all. */
  readonly act: string | null
}

/** "actor → recipient: act", without judgement. */
export function eventLine(event: ChronicleEvent, m: Messages): EventLine {
  const names = (parties: ChronicleEvent['actors']) => parties.map(({ name }) => name).join(', ')
  return {
    actors: names(event.actors) || m.list.unknownActor,
    recipients: names(event.recipients) || null,
    act: event.mode === null ? null : (m.mode[event.mode as Mode] ?? event.mode),
  }
}

/** Who stands behind the status of an event, where it is more than reported. */
export function statusBy(event: Pick<ChronicleEvent, 'status' | 'mentions'>): string | null {
  if (event.status !== 'claimed' && event.status !== 'denied') return null
  return (
    event.mentions.find(({ status, attribution }) => status === event.status && attribution)?.attribution
      ?.name ?? null
  )
}
