import type { EventType } from '../document/report.ts'

/** Types whose modes are different acts: who is shot is not bombed. Modes of the other types are shades of one act. */
const TELLING: ReadonlySet<EventType> = new Set(['ASSAULT', 'COERCE', 'SANCTION', 'RETREAT'])

/** Modes that reports use for one and the same act: an explosion was a suicide attack, or came from the air. */
const NEAR: ReadonlyMap<string, readonly string[]> = new Map([
  ['explosives', ['suicide-attack', 'assassinate', 'destroy', 'aerial', 'drone', 'heavy-weapons']],
  ['aerial', ['drone', 'heavy-weapons', 'destroy']],
  ['drone', ['heavy-weapons', 'destroy', 'assassinate']],
  ['heavy-weapons', ['destroy', 'firearms']],
  ['firearms', ['assassinate', 'execute', 'crowd-control']],
  ['assassinate', ['suicide-attack', 'execute', 'primitive']],
  ['beat', ['crowd-control', 'torture', 'primitive']],
  ['primitive', ['execute', 'destroy']],
  ['restrict', ['ban', 'curfew', 'martial-law', 'withhold', 'seize']],
  ['curfew', ['martial-law']],
  ['ban', ['censor']],
  ['arrest', ['deport', 'seize']],
  ['withdraw', ['discontinue', 'return', 'ceasefire', 'disarm']],
])

/** True when two modes of one type cannot be one act. */
export function areOtherModes(type: EventType, a: string, b: string): boolean {
  if (a === b || !TELLING.has(type)) return false
  return !(NEAR.get(a)?.includes(b) || NEAR.get(b)?.includes(a))
}
