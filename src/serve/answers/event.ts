import type { Chronicle } from '../../chronicle/types.ts'
import type { Codebook } from '../../codebook/types.ts'
import type { EventAnswer } from '../api.ts'
import { eventUnknown } from '../problem.ts'
import { eventsById } from '../select.ts'
import { eventLineSummary, linesOfEvent, placeNames } from './figure-lines.ts'
import { relationsOfEvent } from './relations.ts'
import { summaryOf } from './summary.ts'

export function eventAnswer(chronicle: Chronicle, id: string, codebook: Codebook | null): EventAnswer {
  const byId = eventsById(chronicle)
  const event = byId.get(id)
  if (!event) throw eventUnknown(id)
  const nameOf = placeNames(codebook)
  return {
    event,
    summary: summaryOf(event, chronicle),
    contradictions: chronicle.contradictions.filter((found) => found.event === event.id),
    relations: relationsOfEvent(event, chronicle).flatMap((relation) => {
      const about = byId.get(relation.event)
      return about === undefined ? [] : [{ ...relation, about: summaryOf(about, chronicle) }]
    }),
    series: linesOfEvent(event, chronicle).map((one) => eventLineSummary(one, nameOf)),
  }
}
