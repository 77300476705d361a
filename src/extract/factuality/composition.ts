import type { EventType } from '../../document/report.ts'
import type { Act } from './embedding.ts'

export interface Composed {
  readonly type: EventType
  readonly mode: string | null
}

type Row = Partial<Readonly<Record<EventType, Composed>>>

const to = (type: EventType, mode: string | null = null): Composed => ({ type, mode })

/** Promised or offered: what is friendly becomes a promise of it, what gives way a concession, what harms a threat. */
const COMING: Row = {
  AGREE: to('AGREE'),
  CONSULT: to('AGREE'),
  SUPPORT: to('AGREE'),
  COOPERATE: to('AGREE'),
  AID: to('AGREE'),
  CONCEDE: to('CONCEDE'),
  RETREAT: to('CONCEDE'),
  ASSAULT: to('THREATEN', 'violence'),
  COERCE: to('THREATEN', 'restrict'),
  THREATEN: to('THREATEN'),
}

/** Who says in public what he will do to others warns them of it. */
const ANNOUNCED: Row = { ...COMING, PROTEST: to('THREATEN') }

/** A plan to harm that nobody announces threatens nobody; it stays what it is, yet to come. */
const PLANNED: Row = {
  ...COMING,
  ASSAULT: to('ASSAULT'),
  SANCTION: to('SANCTION'),
  PROTEST: to('PROTEST'),
  MOBILIZE: to('MOBILIZE'),
  REQUEST: to('REQUEST'),
}

/** What is tried is done, where trying it harms already. */
const TRIED: Row = { ASSAULT: to('ASSAULT') }

const REFUSED: Row = {
  AGREE: to('REJECT'),
  CONSULT: to('REJECT', 'meet'),
  SUPPORT: to('REJECT'),
  COOPERATE: to('REJECT', 'assist'),
  AID: to('REJECT', 'assist'),
  MOBILIZE: to('REJECT', 'assist'),
  CONCEDE: to('REJECT', 'yield'),
  RETREAT: to('REJECT', 'yield'),
}

const DEMANDED: Row = {
  AGREE: to('REQUEST', 'change'),
  CONSULT: to('REQUEST', 'meet'),
  SUPPORT: to('REQUEST', 'assist'),
  COOPERATE: to('REQUEST', 'assist'),
  AID: to('REQUEST', 'assist'),
  MOBILIZE: to('REQUEST', 'assist'),
  CONCEDE: to('REQUEST', 'yield'),
  RETREAT: to('REQUEST', 'yield'),
  SANCTION: to('REQUEST', 'change'),
}

const THREATENED: Row = {
  ASSAULT: to('THREATEN', 'violence'),
  MOBILIZE: to('THREATEN', 'violence'),
  COERCE: to('THREATEN', 'restrict'),
  SANCTION: to('THREATEN', 'restrict'),
  RETREAT: to('THREATEN', 'relations'),
  PROTEST: to('THREATEN'),
}

/** What is brought to an end: of a fight a truce, of what is shared or given a sanction, of pressure a concession. */
const STOPPED: Row = {
  ASSAULT: to('RETREAT', 'ceasefire'),
  CONSULT: to('REJECT', 'meet'),
  AID: to('SANCTION', 'discontinue'),
  COOPERATE: to('SANCTION', 'discontinue'),
  SANCTION: to('CONCEDE'),
  COERCE: to('CONCEDE'),
  MOBILIZE: to('RETREAT', 'withdraw'),
}

/**
 * THE table of composition: outer act x inner event -> the event that did happen. Where a cell is empty there is none. `report`, `deny`,
 * `judge` and `continue` leave the inner event what it is and have no row.
 */
const TABLE: Readonly<Partial<Record<Act, Row>>> = {
  announce: ANNOUNCED,
  plan: PLANNED,
  try: TRIED,
  promise: COMING,
  offer: COMING,
  refuse: REFUSED,
  demand: DEMANDED,
  threaten: THREATENED,
  stop: STOPPED,
}

/** The event that an act makes of the one that it is about; null where it makes none. */
export const compose = (act: Act, inner: EventType): Composed | null => TABLE[act]?.[inner] ?? null
