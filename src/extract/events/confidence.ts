import type { Trigger } from './triggers.ts'

/**
 * How far a reader may trust an event: set by hand after reading errors, not calibrated against annotated reports yet.
 * Keyed by part of speech and by how many sides were found. 0..1.
 */
const BY_RULE: Readonly<Record<string, number>> = {
  'verb:0': 0.3,
  'verb:1': 0.4,
  'verb:2': 0.5,
  'noun:0': 0.25,
  'noun:1': 0.35,
  'noun:2': 0.45,
}

export function confidenceOf(trigger: Trigger, sides: number): number {
  return BY_RULE[`${trigger.predicate.pos}:${Math.min(2, sides)}`] ?? 0.3
}
