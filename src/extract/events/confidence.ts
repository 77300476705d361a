import type { Aux, EventType } from '../../document/report.ts'

/**
 * How often events like this one are right, from 0 to 1: a logistic model of what shows at a glance, fitted to the annotated reports of
 * docs/quality.md (there its reliability on reports that it was not fitted to). Weights are log odds.
 */
const BASE = 0.75
const NOUN = -0.64
const WITHOUT_SIDES = -0.25
const BOTH_SIDES = 0.39
const UNREAL = -1.35
const BY_TYPE: Readonly<Record<EventType, number>> = {
  AGREE: 0.1,
  CONSULT: 0.47,
  SUPPORT: -0.23,
  CONCEDE: 0.28,
  COOPERATE: -1.01,
  AID: -0.58,
  RETREAT: 0.11,
  REQUEST: 0.53,
  ACCUSE: 0.6,
  REJECT: 0.39,
  THREATEN: -0.78,
  PROTEST: -0.11,
  SANCTION: 0.17,
  MOBILIZE: -0.7,
  COERCE: 0.51,
  ASSAULT: 0.27,
}

export interface Shown {
  readonly type: EventType
  readonly pos: 'verb' | 'noun'
  /** Actors and recipients together. */
  readonly sides: number
  readonly aux: Aux | null
}

export function confidenceOf({ type, pos, sides, aux }: Shown): number {
  const odds =
    BASE +
    BY_TYPE[type] +
    (pos === 'noun' ? NOUN : 0) +
    (sides === 0 ? WITHOUT_SIDES : sides > 1 ? BOTH_SIDES : 0) +
    (aux !== null && aux !== 'historical' ? UNREAL : 0)
  return Math.round(100 / (1 + Math.exp(-odds))) / 100
}
