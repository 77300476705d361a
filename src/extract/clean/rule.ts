import type { BlockKind } from '../../document/report.ts'
import type { OutletIndex } from './outlets.ts'
import type { Unit } from './units.ts'

/** What a line rule may look at besides the line. */
export interface LineContext {
  readonly outlets: OutletIndex
}

/** Decides on one line by its own words. The first rule of the table that holds wins. */
export interface LineRule {
  readonly name: string
  readonly kind: BlockKind
  /** What it finds, in own words: the table is the documentation. */
  readonly finds: string
  readonly holds: (line: string, context: LineContext) => boolean
}

/** A unit with what was decided on it. */
export interface Decision {
  readonly unit: Unit
  kind: BlockKind | null
  /** Name of the rule that decided; null as long as none did. */
  rule: string | null
  published: string | null
}

export function decide(decision: Decision, kind: BlockKind, rule: string): void {
  decision.kind = kind
  decision.rule = rule
}

/** Whether the text rules may speak: plain text, or running text of a page. */
export function isOpen(decision: Decision): boolean {
  return decision.kind === null
}
