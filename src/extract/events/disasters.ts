import type { Document } from '../../document/document.ts'
import type { ReportedEvent } from '../../document/report.ts'
import { headsOf } from '../../language/compounds.ts'
import { disasters, outcomes } from '../../language/de/disasters.ts'

/**
 * Leaves out the dead and the ruins of a disaster: `1.400 Menschen wurden verletzt` after a storm is no attack. So it is where the report
 * speaks of a disaster, and of violence only by what came of it, with nobody who did it.
 */
export function withoutDisasters(told: readonly ReportedEvent[], doc: Document): readonly ReportedEvent[] {
  const tellsViolence = told.some((event) => event.type === 'ASSAULT' && !isOutcome(event))
  if (tellsViolence || !told.some(isOutcome) || !speaksOfDisaster(doc)) return told
  return told.filter((event) => !isOutcome(event))
}

function isOutcome({ type, actors, rule }: ReportedEvent): boolean {
  const lemma = rule.slice(rule.indexOf(':') + 1, rule.indexOf('#'))
  return type === 'ASSAULT' && actors.length === 0 && outcomes.has(lemma)
}

function speaksOfDisaster(doc: Document): boolean {
  const tokens = doc.layer('tokens')
  for (let row = 0; row < tokens.length; row++) {
    const { upos, lemma } = tokens.at(row)!
    if (
      upos === 'NOUN' &&
      (disasters.has(lemma) || [...headsOf(lemma)].some(({ head }) => disasters.has(head)))
    )
      return true
  }
  return false
}
