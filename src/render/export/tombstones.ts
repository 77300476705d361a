import { standing } from '../../chronicle/decisions.ts'
import { eventFinder } from '../../chronicle/journal.ts'
import type { Decision, View } from '../../chronicle/types.ts'
import type { TombstoneRow } from './columns.ts'

/**
 * Ids under which events were known and are not told now, by id: superseded ones with the event they stand for, those of rejected
 * events, and those that hung on a forgotten text.
 *
 * @param bound recording time of the view; null: now
 */
export function tombstonesOf({ chronicle, decisions }: View, bound: string | null): TombstoneRow[] {
  const rows = new Map<string, TombstoneRow>()
  const held = standing(decisions, bound)
  for (const decision of held) {
    if (decision.action.kind !== 'forget') continue
    for (const { id } of decision.action.ids)
      rows.set(id, { id, became: 'forgotten', event: null, ...madeBy(decision) })
  }
  const eventOf = eventFinder(chronicle)
  const rejections = new Map<string, Decision>()
  for (const decision of held) {
    if (decision.action.kind !== 'reject') continue
    for (const ref of decision.action.mentions) {
      const event = eventOf(ref)
      if (event !== null) rejections.set(event, decision)
    }
  }
  for (const { id, aliases, review } of chronicle.events) {
    const rejected = review === 'rejected'
    const decision = rejections.get(id)
    const made = rejected && decision !== undefined ? madeBy(decision) : NOBODY
    if (rejected) rows.set(id, { id, became: 'rejected', event: null, ...made })
    for (const alias of aliases) {
      const row = rejected
        ? ({ id: alias, became: 'rejected', event: null, ...made } as const)
        : ({ id: alias, became: 'superseded', event: id, ...NOBODY } as const)
      rows.set(alias, row)
    }
  }
  return [...rows.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
}

const NOBODY = { recordedAt: null, by: null, why: null } as const

function madeBy({ recordedAt, by, why }: Decision): Pick<TombstoneRow, 'recordedAt' | 'by' | 'why'> {
  return { recordedAt, by, why }
}
