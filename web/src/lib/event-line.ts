import type { EventSummary, Side } from '../../../src/serve/api.ts'
import type { Messages } from '../messages/messages.ts'
import type { Mode } from './quads.ts'

export interface EventLine {
  readonly actors: string
  readonly recipients: string | null
  /** The mode in words; null where the type says it all. */
  readonly act: string | null
}

/** A party known by a common noun only is named with its country; the server says how, in each language. */
export function sideName({ name, shown }: Pick<Side, 'name' | 'shown'>, m: Messages): string {
  return shown?.[m.code] ?? name
}

/** "actor → recipient: act", without judgement. */
export function eventLine(
  { actors, recipients, mode }: Pick<EventSummary, 'actors' | 'recipients' | 'mode'>,
  m: Messages,
): EventLine {
  const names = (sides: readonly Side[]) => sides.map((side) => sideName(side, m)).join(', ')
  return {
    actors: names(actors) || m.list.unknownActor,
    recipients: names(recipients) || null,
    act: mode === null ? null : (m.mode[mode as Mode] ?? mode),
  }
}

/** The whole line as plain text, its type in front. */
export function lineText(
  event: Pick<EventSummary, 'actors' | 'recipients' | 'mode' | 'type'>,
  m: Messages,
): string {
  const { actors, recipients, act } = eventLine(event, m)
  return `${m.type[event.type]}: ${actors}${recipients ? ` → ${recipients}` : ''}${act ? `: ${act}` : ''}`
}
