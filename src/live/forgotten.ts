import { hashOf, type TextId } from '../base/ids.ts'
import type { ChronicleEvent, PositionReading } from '../chronicle/types.ts'
import type { LiveState } from './state/live-state.ts'
import type { Step } from './steps.ts'
import type { Alert } from './watch/alerts.ts'

/**
 * Takes back what was told of texts that were erased at this time, and erases their sentences from what was kept. An erased text is missing
 * from both views of a step, so no change of the chronicle tells of it.
 *
 * @returns the retractions
 */
export function takeBackForgotten({ at, after }: Pick<Step, 'at' | 'after'>, state: LiveState): Alert[] {
  const texts = after.decisions.flatMap(({ recordedAt, action }) =>
    recordedAt === at && action.kind === 'forget' ? [action.text] : [],
  )
  if (texts.length === 0) return []
  const told = new Set(after.chronicle.events.flatMap(({ id, aliases }) => [id, ...aliases]))
  const retractions: Alert[] = []
  for (const text of texts) {
    for (const alert of state.alertsAbout(text)) {
      const kept = without(alert, text)
      state.replaceAlert(kept)
      if (kept.event === null || told.has(kept.event.id) || !state.endStanding(alert.id)) continue
      retractions.push({
        ...kept,
        ...{
          id: hashOf('alert', kept.rule.id, at, 'retracted', alert.id).slice(0, 32),
          at,
          kind: 'retracted',
        },
        ...{ corrects: alert.id, was: kept.is, is: null, causes: causesOf(at, after.decisions) },
      })
    }
  }
  return retractions
}

function causesOf(at: string, decisions: Step['after']['decisions']): Alert['causes'] {
  return decisions
    .filter(({ recordedAt, action }) => recordedAt === at && action.kind === 'forget')
    .map(({ id, recordedAt, by, why, action }) => ({
      ...{ kind: 'decision' as const, decision: id, action: action.kind, by, why, recordedAt },
    }))
}

/** The alert without a word of a text. */
export function without(alert: Alert, text: TextId): Alert {
  const { event, before, position, sentence } = alert
  const spoke = [...(event?.mentions ?? []), ...(position === null ? [] : [position.was, position.is])].some(
    (one) => one.text === text && one.report === sentence.report,
  )
  return {
    ...alert,
    sentence: spoke ? { ...sentence, quote: '' } : sentence,
    event: event === null ? null : eventWithout(event, text),
    before: before === null ? null : eventWithout(before, text),
    position:
      position === null
        ? null
        : { was: positionWithout(position.was, text), is: positionWithout(position.is, text) },
  }
}

function eventWithout(event: ChronicleEvent, text: TextId): ChronicleEvent {
  const readings = new Set(event.mentions.filter((one) => one.text === text).map(({ reading }) => reading))
  const blank = <Quoted extends { readonly quote: string }>(one: Quoted): Quoted => ({ ...one, quote: '' })
  return {
    ...event,
    mentions: event.mentions.map((one) =>
      one.text === text
        ? { ...one, evidence: blank(one.evidence), also: one.also.map(blank), trigger: blank(one.trigger) }
        : one,
    ),
    figures: event.figures.map((one) =>
      readings.has(one.reading) ? { ...one, quote: '', sentence: blank(one.sentence) } : one,
    ),
  }
}

function positionWithout(position: PositionReading, text: TextId): PositionReading {
  return position.text === text ? { ...position, evidence: { ...position.evidence, quote: '' } } : position
}
