import type { Aux, EventType } from '../../document/report.ts'

/**
 * How often events like this one are right, from 0 to 1: a logistic model of what shows at a glance, fitted to the annotated reports of
 * docs/quality.md (there its reliability on reports that it was not fitted to). Weights are log odds.
 */
const BASE = 0.66
const NOUN = -0.58
const WITHOUT_SIDES = -0.36
const BOTH_SIDES = 0.49
const UNREAL = -1.14
const BY_TYPE: Readonly<Record<EventType, number>> = {
  AGREE: -0.18,
  CONSULT: 0.06,
  SUPPORT: -0.5,
  CONCEDE: 0.31,
  COOPERATE: -0.69,
  AID: -0.55,
  RETREAT: 0.06,
  REQUEST: 0.52,
  ACCUSE: 0.55,
  REJECT: 0.35,
  THREATEN: -0.71,
  PROTEST: 0.13,
  SANCTION: 0.14,
  MOBILIZE: -0.44,
  COERCE: 0.6,
  ASSAULT: 0.38,
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
