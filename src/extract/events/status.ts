import { span } from '../../base/spans.ts'
import type { Document } from '../../document/document.ts'
import type { Attribution, Aux, EventType, Factuality, ReportedEvent, Status } from '../../document/report.ts'
import { ACTS, EMBEDDINGS } from '../factuality/embedding.ts'
import { isHistorical } from './date.ts'
import type { Outcome, Told } from './outcome.ts'
import type { Side } from './sides.ts'
import { VERBAL } from './verbal.ts'

const AUX_OF_STATUS: Readonly<Partial<Record<Status, Aux>>> = {
  planned: 'future',
  hypothetical: 'hypothetical',
  conditional: 'hypothetical',
  negated: 'negated',
  historical: 'historical',
}
/** What is planned against others may never come. */
const HARMS: ReadonlySet<EventType> = new Set<EventType>(['ASSAULT', 'COERCE', 'SANCTION'])
const comingAux = (type: EventType): Aux => (HARMS.has(type) ? 'hypothetical' : 'future')

const OWN_STATUS = new Set<Status>(['announced', 'offered', 'promised', 'ruled-out'])
/** Whether it happened, by the words that govern it and its date. @param actors the first of them announces, offers, promises */
export function statusOf(
  { trigger, reading }: Told,
  outcome: Outcome,
  attribution: Attribution | null,
  actors: readonly Side[],
  date: ReportedEvent['date'],
  doc: Document,
): { aux: Aux | null; factuality: Factuality } {
  const cue = reading.cue && span(reading.cue.from, reading.cue.to)
  const act = EMBEDDINGS.get(trigger.predicate.lemma)?.act
  const own = act ? ACTS[act].status : null
  const by = actors[0]?.entity.id ?? null
  if (isHistorical(date, doc))
    return { aux: 'historical', factuality: { status: 'historical', by: attribution?.entity ?? null, cue } }
  if (outcome.act) {
    const status = OWN_STATUS.has(ACTS[outcome.act].status) ? ACTS[outcome.act].status : 'asserted'
    if (outcome.act === 'plan' && outcome.type === trigger.predicate.type && !VERBAL.has(outcome.type))
      return { aux: comingAux(outcome.type), factuality: { status: 'planned', by, cue } }
    return { aux: null, factuality: { status, by, cue } }
  }
  if (reading.status === 'asserted' || reading.status === 'claimed') {
    if (own && OWN_STATUS.has(own))
      return {
        aux: null,
        factuality: { status: own, by, cue: span(trigger.token.from, trigger.token.to) },
      }
    return {
      aux: null,
      factuality: {
        status: attribution || reading.status === 'claimed' ? 'claimed' : 'asserted',
        by: attribution?.entity ?? null,
        cue,
      },
    }
  }
  // An announced blow is a threat today; an announced visit is a promise, and lies ahead where nobody in the text makes it.
  const isDone =
    outcome.type !== trigger.predicate.type && (outcome.type !== 'AGREE' || attribution?.entity === by)
  const aux = reading.status === 'planned' ? comingAux(outcome.type) : AUX_OF_STATUS[reading.status]
  return {
    aux: isDone ? null : (aux ?? null),
    factuality: { status: reading.status, by: attribution?.entity ?? null, cue },
  }
}
