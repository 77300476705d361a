import type { Stance } from '../document/report.ts'
import { entitiesById, partyOf } from './parties.ts'
import { byPublication } from './published.ts'
import type { Party, PositionReading, Reading } from './types.ts'
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

/** What one party said on one topic over time. */
export interface StanceHistory {
  readonly holder: Party
  readonly topic: string
  readonly topicKey: string
  readonly first: PositionReading
  /** Readings at which the stance was another one than before, by the sentence that says so. */
  readonly changes: readonly { readonly from: Stance; readonly to: PositionReading }[]
  readonly latest: PositionReading
  readonly readings: readonly PositionReading[]
}

/** By holder, then topic; within one by publication. Takes positions in any order. */
export function stanceHistories(positions: readonly PositionReading[]): StanceHistory[] {
  const groups = new Map<string, PositionReading[]>()
  for (const position of [...positions].sort(comparePositions)) {
    const key = JSON.stringify([position.holder.key, position.topicKey])
    const known = groups.get(key)
    if (known === undefined) groups.set(key, [position])
    else known.push(position)
  }
  return [...groups.values()].map((readings) => {
    const first = readings[0]!
    const changes = readings.flatMap((to, at) => {
      const from = readings[at - 1]?.stance ?? to.stance
      return from === to.stance ? [] : [{ from, to }]
    })
    const { holder, topic, topicKey } = first
    return { holder, topic, topicKey, first, changes, latest: readings.at(-1)!, readings }
  })
}
