import type { PositionReading } from '../../chronicle/types.ts'
import { fold } from '../../chronicle/words.ts'
import { isParty } from './match.ts'
import type { WatchRule } from './rule.ts'

/** Positions whose newest stance is another than it was; one that is told for the first time has not changed. */
export function positionChanges(
  before: readonly PositionReading[],
  after: readonly PositionReading[],
  { when: { actor, text } }: WatchRule,
): { was: PositionReading; is: PositionReading }[] {
  const then = newestByTopic(before)
  const changes: { was: PositionReading; is: PositionReading }[] = []
  for (const [key, is] of newestByTopic(after)) {
    const was = then.get(key)
    if (was === undefined || was.stance === is.stance) continue
    if (actor !== undefined && !isParty(is.holder, actor)) continue
    if (text !== undefined && !fold(is.topic).includes(fold(text))) continue
    changes.push({ was, is })
  }
  return changes
}

/** The chronicle lists them by holder, topic and publication. */
function newestByTopic(positions: readonly PositionReading[]): Map<string, PositionReading> {
  return new Map(positions.map((position) => [`${position.holder.key}\n${position.topicKey}`, position]))
}
