import type { Document } from '../../document/document.ts'
import type { Position, ReportedEvent, Stance } from '../../document/report.ts'
import { covering } from '../syntax/phrases.ts'

const STANCE_OF_STATUS: Readonly<Partial<Record<ReportedEvent['factuality']['status'], Stance>>> = {
  offered: 'offers',
  promised: 'offers',
  'ruled-out': 'rules-out',
}
const STANCE_OF_TYPE: Readonly<Partial<Record<ReportedEvent['type'], Stance>>> = {
  REQUEST: 'demands',
  REJECT: 'opposes',
  SUPPORT: 'supports',
  ACCUSE: 'opposes',
}

/** Where a party stands, from its verbal acts: who demands, supports, opposes, offers or rules out what. */
export function positionsOf(events: readonly ReportedEvent[], doc: Document): Position[] {
  const tokens = doc.layer('tokens')
  return events.flatMap((event): Position[] => {
    const holder = event.actors[0]
    const stance = STANCE_OF_STATUS[event.factuality.status] ?? STANCE_OF_TYPE[event.type]
    const trigger = tokens.at(tokens.rowAt(event.trigger.from))
    if (!holder || !stance || !trigger || event.aux !== null) return []
    const object = trigger.child('obj', 'ccomp', 'xcomp', 'nsubj:pass') ?? trigger.child('obl', 'nmod')
    if (!object) return []
    const { from, to } = covering(object.subtree, object)
    const topic = doc.text.slice(from, to).replace(/\s+/g, ' ')
    return [
      {
        holder,
        topic,
        topicKey: `${event.type}:${object.lemma.toLowerCase()}:${event.recipients[0] ? nameOf(doc, event.recipients[0]) : ''}`,
        stance,
        evidence: event.evidence,
      },
    ]
  })
}

const nameOf = (doc: Document, id: string) =>
  doc
    .layer('entities')
    .find((e) => e.id === id)
    ?.name.toLowerCase() ?? ''
