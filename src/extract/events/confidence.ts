import type { Trigger } from './triggers.ts'

/**
 * How often a rule of this kind is right on annotated reports (`lagebild eval events`, docs/quality.md): a table, measured, not felt.
 * Keyed by part of speech and by how many sides were found.
 */
const MEASURED: Readonly<Record<string, number>> = {
  'verb:0': 0.3,
  'verb:1': 0.4,
  'verb:2': 0.5,
  'noun:0': 0.25,
  'noun:1': 0.35,
  'noun:2': 0.45,
  'adj:0': 0.2,
  'adj:1': 0.2,
  'adj:2': 0.2,
}

export function confidenceOf(trigger: Trigger, sides: number): number {
  return MEASURED[`${trigger.predicate.pos}:${Math.min(2, sides)}`] ?? 0.3
}
