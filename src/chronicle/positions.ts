import type { Stance } from '../document/report.ts'
import { earliestOfEachText } from './figures.ts'
import { entitiesById, partyOf } from './parties.ts'
import { byPublication } from './published.ts'
import type { PositionReading, Reading } from './types.ts'
import { compareText } from './words.ts'

/** What parties want, reject or offer: by holder, topic, publication. Each text once. */
export function positionsOf(readings: readonly Reading[]): PositionReading[] {
  const found: PositionReading[] = []
  for (const { report, text } of earliestOfEachText(readings)) {
    const entities = entitiesById(report)
    for (const { holder, topic, topicKey, stance, evidence } of report.positions) {
      const entity = entities.get(holder)
      if (entity === undefined) continue
      const quote = report.text?.slice(evidence.from, evidence.to) ?? ''
      const party = partyOf(entity)
      const published = report.published.edtf
      found.push({
        holder: party,
        topic,
        topicKey,
        stance,
        report: report.id,
        text,
        published,
        evidence: { ...evidence, quote },
      })
    }
  }
  return found.sort(
    (a, b) =>
      compareText(a.holder.key, b.holder.key) ||
      compareText(a.topicKey, b.topicKey) ||
      byPublication(a.published, b.published) ||
      compareText(a.text, b.text) ||
      a.evidence.from - b.evidence.from ||
      a.evidence.to - b.evidence.to ||
      compareText(a.stance, b.stance),
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
