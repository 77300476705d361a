import type { Document } from '../../../document/document.ts'
import type { Aux, ReportedEvent } from '../../../document/report.ts'
import { dateOfReport, isHistorical } from '../date.ts'
import { type DateOption, dateOptions } from './dates.ts'
import type { Asked } from './options.ts'
import { chancesOf, scoreOf, type Weights } from './weights.ts'

/** Least chance to date an event otherwise than the rules do. */
const TO_DATE = 0.5

/** The events with the days that the report gives them; one after another, since a report goes on from where it was. */
export function withDates(
  told: readonly ReportedEvent[],
  asked: (event: ReportedEvent) => Asked,
  doc: Document,
  weights: Weights,
): ReportedEvent[] {
  const known = datesByRules(told)
  return told.map((event) => {
    const option = likeliestDate(dateOptions(asked(event), doc, known), weights)
    const dated = option === null ? event : withDate(event, option, doc)
    known.set(event, dated.date?.marked ? dated.date.edtf : null)
    return dated
  })
}

/** What the rules say, null where they take the day of the report. */
export const datesByRules = (told: readonly ReportedEvent[]): Map<ReportedEvent, string | null> =>
  new Map(told.map((event) => [event, event.date?.marked ? event.date.edtf : null]))

/** Null where nothing is likely enough. */
function likeliestDate(options: readonly DateOption[], weights: Weights): DateOption | null {
  if (options.length === 1) return null
  const chances = chancesOf(options.map(({ features }) => scoreOf(features, weights)))
  const most = Math.max(...chances)
  return most < TO_DATE ? null : options[chances.indexOf(most)]!
}

function withDate(event: ReportedEvent, { date }: DateOption, doc: Document): ReportedEvent {
  if (date === null && !event.date?.marked) return event
  if (date !== null && date.edtf === event.date?.edtf && event.date.marked) return event
  const chosen = date ?? dateOfReport(event.trigger, doc)
  return { ...event, date: chosen, aux: standing(event, chosen, doc) }
}

/** What was thought to lie far back, or was not, by another date. */
function standing({ aux, date }: ReportedEvent, chosen: ReportedEvent['date'], doc: Document): Aux | null {
  if (aux === 'historical' && isHistorical(date, doc)) aux = null
  return aux ?? (isHistorical(chosen, doc) ? 'historical' : null)
}
