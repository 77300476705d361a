import { hashOf, type TextId } from '../base/ids.ts'
import { withoutText } from './dispatch/sent-bulletin.ts'
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
    for (const sent of state.bulletins.quoting(text)) state.bulletins.replace(withoutText(sent, text))
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

/** The alert without a word of a text: no quote is left in whatever names the text, or a report that it came in. */
export function without(alert: Alert, text: TextId): Alert {
  const told = [...(alert.event?.mentions ?? []), ...(alert.before?.mentions ?? [])]
  const positions = alert.position === null ? [] : [alert.position.was, alert.position.is]
  const reports = new Set(
    [...told, ...positions].filter((one) => one.text === text).map(({ report }) => report),
  )
  return erased(alert, text, reports, false) as Alert
}

function erased(value: unknown, text: TextId, reports: ReadonlySet<string>, isOfText: boolean): unknown {
  if (Array.isArray(value)) return value.map((one) => erased(one, text, reports, isOfText))
  if (typeof value !== 'object' || value === null) return value
  const { text: ownText, report } = value as { text?: unknown; report?: unknown }
  const own = isOfText || ownText === text || (typeof report === 'string' && reports.has(report))
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      key === 'quote' && own ? '' : erased(inner, text, reports, own),
    ]),
  )
}
