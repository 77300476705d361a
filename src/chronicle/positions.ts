import type { Stance } from '../document/report.ts'
import { entitiesById, partyOf } from './parties.ts'
import { byPublication } from './published.ts'
import type { PositionReading, Reading } from './types.ts'
import { compareText, excerpt } from './words.ts'

/** What parties want, reject or offer in one report. */
export function positionsIn({ report, text }: Reading): PositionReading[] {
  const found: PositionReading[] = []
  const entities = entitiesById(report)
  for (const { holder, topic, topicKey, stance, evidence } of report.positions) {
    const entity = entities.get(holder)
    if (entity === undefined) continue
    const quote = excerpt(report.text, evidence.from, evidence.to)
    found.push({
      ...{ holder: partyOf(entity), topic, topicKey, stance, report: report.id, text },
      ...{ published: report.published.edtf, evidence: { ...evidence, quote } },
    })
  }
  return found
}

/** By holder, topic, publication. */
export function comparePositions(a: PositionReading, b: PositionReading): number {
  return (
    compareText(a.holder.key, b.holder.key) ||
    compareText(a.topicKey, b.topicKey) ||
    byPublication(a.published, b.published) ||
    compareText(a.text, b.text) ||
    a.evidence.from - b.evidence.from ||
    a.evidence.to - b.evidence.to ||
    compareText(a.stance, b.stance)
  )
}

/** A party's stance on one topic over time: only the readings at which it changed, the first included. */
export function stanceChanges(positions: readonly PositionReading[]): PositionReading[] {
  const last = new Map<string, Stance>()
  return positions.filter(({ holder, topicKey, stance }) => {
    const key = `${holder.key} ${topicKey}`
    const changed = last.get(key) !== stance
    last.set(key, stance)
    return changed
  })
}
