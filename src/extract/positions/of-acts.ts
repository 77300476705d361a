import { overlaps } from '../../base/spans.ts'
import type { Document } from '../../document/document.ts'
import type { Position, ReportedEvent, Stance, Status } from '../../document/report.ts'
import type { Token } from '../../document/tokens.ts'
import { positionOf } from './find-positions.ts'

/** Positions that acts of speech take: who asks for something demands it, who condemns opposes. None that stands there already. */
export function positionsOfActs(doc: Document, known: readonly Position[]): Position[] {
  const tokens = doc.layer('tokens')
  const out: Position[] = []
  for (const event of doc.layer('events')) {
    const stance = stanceOf(event)
    const trigger = tokens.at(tokens.rowAt(event.trigger.from))
    if (!stance || !trigger) continue
    for (const holder of event.actors) {
      const isThere = (p: Position) => p.holder === holder && overlaps(p.evidence, event.evidence)
      if (!known.some(isThere) && !out.some(isThere))
        out.push(positionOf(holder, { stance, topic: topicOf(trigger) }, event.evidence, doc))
    }
  }
  return out
}

function stanceOf({ type, mode, aux, factuality }: ReportedEvent): Stance | null {
  if (aux === 'negated') return null
  if (type === 'REQUEST') return 'demands'
  if (type === 'ACCUSE') return mode === null || mode === 'disapprove' ? 'opposes' : null
  return type === 'AGREE' && COMING.has(factuality.status) ? 'offers' : null
}

const COMING: ReadonlySet<Status> = new Set<Status>(['offered', 'promised', 'announced', 'planned'])

/** What the act is about, else the act itself. */
const topicOf = (trigger: Token): Token =>
  trigger.child('ccomp', 'xcomp') ?? trigger.child('obj') ?? trigger.child('acl', 'obl', 'nmod') ?? trigger
